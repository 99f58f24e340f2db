import Randomness
import Testing

@testable import Measures

@Suite struct InequalityTests {
  @Test func `the Gini coefficient of hand-computed cases`() {
    #expect(Inequality.gini([5, 5, 5, 5]) == 0)
    #expect(Inequality.gini([0, 0, 0, 8]) == 0.75)
    // Mean difference of 1, 2, 3: (1 + 2 + 1) * 2 / 9 = 8/9; over twice the mean: 2/9.
    #expect(abs(Inequality.gini([1, 2, 3]) - 2 / 9.0) < 1e-15)
    #expect(Inequality.gini([0, 0]).isNaN)
  }

  @Test func `a fraction of a person counts as that fraction`() {
    #expect(Inequality.topShare(0.5, of: [1, 2, 3, 4]) == 0.7)
    #expect(Inequality.topShare(0.125, of: [1, 2, 3, 4]) == 0.2)
    #expect(Inequality.topShare(1, of: [1, 2, 3, 4]) == 1)
    #expect(Inequality.topShare(0.1, of: [0, 0]).isNaN)
  }

  // Table n, lognormal amounts. The sample holds the conditional mean of each of its strata, so that
  // no mass is lost: top shares are exact, and Gini coefficients miss what happens within a stratum.
  @Test(arguments: [
    (0.5, 0.27632639, 0.21723908, 0.0338989391, 0.00479555921, 1e-8),
    (1.0, 0.520499878, 0.389143692, 0.0923622481, 0.0182984684, 1e-7),
    (1.3, 0.642029327, 0.507359443, 0.152363819, 0.0367082868, 1e-7),
    (1.8, 0.796908212, 0.697927286, 0.299323263, 0.0984850062, 1e-6),
    (2.7, 0.943762196, 0.921970058, 0.645668426, 0.348182387, 1e-6),
  ])
  func `inequality of lognormal tokens`(
    sigma: Double, gini: Double, topDecile: Double, topPercent: Double, topPermille: Double,
    tolerance: Double
  ) throws {
    let count = 100_000
    let edges = try (1..<count).map { index in
      try ReferenceDistributions.gaussianQuantile(Double(index) / Double(count))
    }
    let below = edges.map { ReferenceDistributions.gaussianCumulative($0 - sigma) }
    let amounts = zip([0] + below, below + [1]).map { $1 - $0 }
    #expect(abs(Inequality.gini(amounts) - gini) < tolerance)
    #expect(abs(Inequality.topShare(0.1, of: amounts) - topDecile) < 1e-8)
    #expect(abs(Inequality.topShare(0.01, of: amounts) - topPercent) < 1e-8)
    #expect(abs(Inequality.topShare(0.001, of: amounts) - topPermille) < 1e-8)
  }

  @Test func `inequality does not depend on the unit`() {
    let amounts = [1, 5, 2, 9, 0.5]
    let larger = amounts.map { 1024 * $0 }
    #expect(Inequality.gini(larger) == Inequality.gini(amounts))
    #expect(Inequality.topShare(0.3, of: larger) == Inequality.topShare(0.3, of: amounts))
  }
}
