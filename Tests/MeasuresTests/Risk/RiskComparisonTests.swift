import Foundation
import Testing
import WorkplaceModel

@testable import Measures

@Suite struct RiskComparisonTests {
  @Test func `weights count reading 0.01 and deploying 1, the rest by what a call may cost`() {
    // Stakes: read 0, chat 1, mail 2, write 750, deploy 750, secrets and network 2500 and 1000.
    let weights = ExposureWeights(
      irreversible: [0, 0.005, 0.01, 0.03, 0.15, 0.05, 0.02],
      meanLosses: [200, 5000, 25_000, 50_000]
    ).byTool
    let expected = [0.01, 0.01132, 0.01264, 1, 1, 3.31, 1.33]
    for (weight, value) in zip(weights, expected) { #expect(abs(weight - value) < 1e-12) }
  }

  @Test func `exposure adds weighted hours`() {
    let weights = ExposureWeights(
      irreversible: [0, 0.005, 0.01, 0.03, 0.15, 0.05, 0.02],
      meanLosses: [200, 5000, 25_000, 50_000])
    #expect(abs(weights.exposure(of: [100, 0, 0, 2, 3, 0, 0]) - 6) < 1e-12)
  }

  @Test func `without a scale there is no weight`() {
    let weights = ExposureWeights(
      irreversible: [0.1, 0, 0, 0, 0.1, 0, 0], meanLosses: [200, 200, 200, 200])
    #expect(weights.byTool.allSatisfy { $0.isNaN })
  }

  @Test func `proportional harm has elasticity one, congestion more`() {
    func elasticity(_ loss: Double, _ actions: Double) -> Double {
      RiskComparison.elasticity(
        ofLoss: loss, fromLoss: 7, overActions: actions, fromActions: 2)
    }
    #expect(abs(elasticity(21, 6) - 1) < 1e-12)
    #expect(abs(elasticity(63, 6) - 2) < 1e-12)
    // Tokens times 3.3, incidents times 11.5 (MODEL 5, fact 21).
    #expect(abs(elasticity(7 * 11.5, 2 * 3.3) - 2.0456) < 1e-4)
    #expect(elasticity(21, 2).isNaN)
    #expect(elasticity(0, 6).isNaN)
  }

  @Test func `over several designs the elasticity is the slope of a power law`() {
    let actions: [Double] = [1, 2, 5, 11]
    let losses = actions.map { 3 * pow($0, 1.7) }
    let slope = RiskComparison.elasticity(ofLosses: losses, overActions: actions)
    #expect(abs(slope - 1.7) < 1e-12)
    // By hand: logarithms 0, 1, 2 against 0, 0, 3 give a slope of 3/2.
    let e = exp(1.0)
    let bent = RiskComparison.elasticity(
      ofLosses: [1, 1, exp(3)], overActions: [1, e, e * e])
    #expect(abs(bent - 1.5) < 1e-12)
  }

  @Test func `ratios and differences of losses`() {
    #expect(RiskComparison.leastPrivilegeRatio(loss: 30, broadLoss: 200) == 0.15)
    #expect(RiskComparison.leastPrivilegeRatio(loss: 30, broadLoss: 0).isNaN)
    #expect(RiskComparison.gamingAttributable(loss: 120, lossWithoutGaming: 45) == 75)
  }
}
