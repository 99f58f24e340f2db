import Foundation
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

  // Table n. A stratified sample of the law at its own quantiles has no chance in it; what is left
  // is the mass beyond the last quantile, which grows with sigma.
  @Test(arguments: [
    (0.5, 0.27632639, 0.21723908, 0.0338989391, 1e-5),
    (1.0, 0.520499878, 0.389143692, 0.0923622481, 1e-4),
    (1.3, 0.642029327, 0.507359443, 0.152363819, 4e-4),
    (1.8, 0.796908212, 0.697927286, 0.299323263, 4e-3),
  ])
  func `inequality of lognormal tokens`(
    sigma: Double, gini: Double, topDecile: Double, topPercent: Double, tolerance: Double
  ) throws {
    let count = 100_000
    let amounts = try (0..<count).map { index in
      exp(
        sigma * (try ReferenceDistributions.gaussianQuantile((Double(index) + 0.5) / Double(count)))
      )
    }
    #expect(abs(Inequality.gini(amounts) - gini) < tolerance)
    #expect(abs(Inequality.topShare(0.1, of: amounts) - topDecile) < tolerance)
    #expect(abs(Inequality.topShare(0.01, of: amounts) - topPercent) < tolerance)
  }
}
