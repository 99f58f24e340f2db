import Foundation
import Randomness
import Testing

@testable import Measures

@Suite struct CampbellDecayTests {
  // Table e3: unit variance of truth.
  private static let stakes: [(Double, Double, Double, Double, Double, Double)] = [
    (0.5, 0.5, 0, 0.894427191, 0.704832765, 0.8),
    (0.5, 0.5, 1, 0.816496581, 0.608173448, 0.666666667),
    (0.5, 0.5, 4, 0.43643578, 0.287518778, 0.19047619),
    (1.0, 0.5, 0.5, 0.816496581, 0.608173448, 0.666666667),
    (1.0, 0.5, 2, 0.43643578, 0.287518778, 0.19047619),
  ]

  @Test(arguments: stakes)
  func `stakes wear down the correlation of proxy and truth`(
    spread: Double, noise: Double, stakes: Double, rho: Double, tau: Double, explained: Double
  ) {
    let correlation = CampbellDecay.correlation(
      stakes: stakes, abilitySpread: spread, noise: noise)
    #expect(abs(correlation - rho) < 1e-9)
    #expect(abs(2 / Double.pi * asin(correlation) - tau) < 1e-9)
    #expect(abs(correlation * correlation - explained) < 1e-9)
  }

  // The same law by simulation, so that the rank measures see what the formula says. Ten samples, t
  // test with nine degrees of freedom at |t| < 8: false alarms below 1 in 40 000 for each figure.
  @Test(arguments: stakes)
  func `rankings of people who game with unequal skill`(
    spread: Double, noise: Double, stakes: Double, rho: Double, tau: Double, explained: Double
  ) {
    var correlations: [Double] = []
    var ranks: [Double] = []
    for sample in 0..<10 {
      var stream = RandomStream(
        StreamKey(seed: 23, replication: sample), purpose: 3, entity: 0, index: 0)
      var truth: [Double] = []
      var proxy: [Double] = []
      for _ in 0..<2000 {
        truth.append(stream.gaussian())
        // The mean of gaming ability does not matter.
        let skill = 3 + spread * stream.gaussian()
        proxy.append(truth[truth.count - 1] + stakes * skill + noise * stream.gaussian())
      }
      correlations.append(RankCorrelation.pearson(truth, proxy))
      ranks.append(RankCorrelation.kendallTauB(truth, proxy))
    }
    for (values, expected) in [(correlations, rho), (ranks, tau)] {
      let mean = SampleStatistics.mean(values)
      #expect(abs(mean - expected) < 8 * SampleStatistics.standardError(values))
    }
  }

  @Test func `the half-life is where a straight line crosses the half`() {
    // From 0.8 at week 0 by way of 0.6 at week 2 to 0.2 at week 6: 0.4 is crossed at week 4.
    #expect(CampbellDecay.halfLife(of: [0.6, 0.2], at: [2, 6], from: 0.8) == 4)
    #expect(CampbellDecay.halfLife(of: [0.0], at: [2], from: 0.8) == 1)
  }

  @Test func `blocks without a correlation are passed over`() {
    #expect(CampbellDecay.halfLife(of: [.nan, 0.2], at: [2, 6], from: 0.6) == 4.5)
  }

  @Test func `a correlation that holds has no half-life`() {
    #expect(CampbellDecay.halfLife(of: [0.8, 0.5], at: [2, 6], from: 0.8).isNaN)
    #expect(CampbellDecay.halfLife(of: [-0.5], at: [2], from: -0.2).isNaN)
    #expect(CampbellDecay.halfLife(of: [0.1], at: [2], from: .nan).isNaN)
  }
}
