import Foundation
import Testing
import WorkplaceModel

@testable import Measures

@Suite struct SeverityMixtureTests {
  private func fixed(_ loss: Double, perYear: Double) -> LossClass {
    LossClass(perYear: perYear, severity: Severity(median: loss, sigma: 0, limit: .infinity))
  }

  private func lognormal(
    _ median: Double, _ sigma: Double, limit: Double = .infinity, perYear: Double = 1
  ) -> LossClass {
    LossClass(perYear: perYear, severity: Severity(median: median, sigma: sigma, limit: limit))
  }

  // The worst 1 % of incidents hold the share Phi(sigma - z_0.99) of the loss of a lognormal: table
  // n of the closed forms, "top-1% share", times mean over median.
  @Test(arguments: [
    (1.0, 0.0923622481, 1.64872127), (1.3, 0.152363819, 2.32797781),
    (1.8, 0.299323263, 5.05309032), (2.7, 0.645668426, 38.2827729),
  ])
  func `the blast radius of one lognormal class is its share of the top`(
    sigma: Double, share: Double, mean: Double
  ) {
    let radius = SeverityMixture([lognormal(200, sigma)]).worstMean(share: 0.01)
    #expect(abs(radius / (200 * mean * share / 0.01) - 1) < 1e-8)
  }

  @Test func `the worst incidents come from the costly classes, in proportion`() {
    let mixture = SeverityMixture([fixed(100, perYear: 99), fixed(10_000, perYear: 1)])
    #expect(abs(mixture.worstMean(share: 0.01) - 10_000) < 1e-6)
    // Half of the worst 2 % cost 10,000, the other half 100.
    #expect(abs(mixture.worstMean(share: 0.02) - 5050) < 1e-6)
  }

  @Test func `where more than one in a hundred reaches the limit, the limit is the blast radius`() {
    let mixture = SeverityMixture([lognormal(1000, 2, limit: 20_000)])
    #expect(mixture.exceedance(of: 19_999) > 0.01)
    #expect(abs(mixture.worstMean(share: 0.01) / 20_000 - 1) < 1e-9)
  }

  // The tail mean is the integral of the quantile function over the worst share.
  @Test func `the tail mean of a mixture integrates its quantiles`() {
    let mixture = SeverityMixture([
      lognormal(200, 1.5, perYear: 20), lognormal(50_000, 2, limit: 1e6, perYear: 0.5),
    ])
    let share = 0.05
    let steps = 20_000
    let integral = (0..<steps).reduce(0.0) { sum, step in
      let rest = share * (Double(step) + 0.5) / Double(steps)
      return sum + smallestLoss { mixture.exceedance(of: $0) <= rest } / Double(steps)
    }
    #expect(abs(mixture.worstMean(share: share) / integral - 1) < 1e-4)
  }

  @Test func `nothing that happens has no blast radius`() {
    #expect(SeverityMixture([fixed(100, perYear: 0)]).worstMean(share: 0.01).isNaN)
  }
}
