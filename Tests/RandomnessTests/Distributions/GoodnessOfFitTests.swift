import CGSL
import Randomness
import Testing

@Suite struct GoodnessOfFitTests {
  @Test(arguments: Example.all)
  func `draws follow the distribution function`(example: Example) throws {
    let distribution = try example.make()
    var stream = RandomStream.test(11)
    let values = Evidence.transformed(distribution, count: 20_000, stream: &stream)
    #expect(Evidence.uniformity(of: values) > Evidence.falseAlarmRate)
  }

  /// Whole-number families against the library's probabilities, which the distribution functions
  /// do not use.
  static let counted: [(Example, @Sendable (UInt32) -> Double)] = [
    (Example.whole[0], { gsl_ran_poisson_pdf($0, 0.4) }),
    (Example.whole[1], { gsl_ran_poisson_pdf($0, 60) }),
    (Example.whole[2], { gsl_ran_binomial_pdf($0, 0.3, 7) }),
    (Example.whole[3], { gsl_ran_binomial_pdf($0, 0.45, 400) }),
    (Example.whole[4], { gsl_ran_negative_binomial_pdf($0, 0.475, 1.042) }),
    (Example.whole[5], { $0 == 0 ? 0 : gsl_ran_logarithmic_pdf($0, 0.946) }),
    (Example.whole[6], { listed($0, [0, 5.0 / 7, 0, 0, 0, 2.0 / 7]) }),
    (Example.whole[7], { listed($0, [0, 2, 1, 2, 1, 3, 1, 0, 0, 1]) / 11 }),
  ]

  private static func listed(_ value: UInt32, _ probabilities: [Double]) -> Double {
    value < probabilities.count ? probabilities[Int(value)] : 0
  }

  @Test(arguments: counted.indices)
  func `counts have the library's probabilities`(row: Int) throws {
    let (example, probability) = Self.counted[row]
    let distribution = try example.make()
    var stream = RandomStream.test(12)
    var counts = [Int](repeating: 0, count: 2000)
    for _ in 0..<20_000 { counts[min(1999, Int(distribution.sample(from: &stream)))] += 1 }
    let probabilities = (0..<2000 as Range<UInt32>).map(probability)
    #expect(Evidence.agreement(of: counts, with: probabilities) > Evidence.falseAlarmRate)
  }

  @Test(arguments: Example.all)
  func `draws stay within the support`(example: Example) throws {
    let distribution = try example.make()
    var stream = RandomStream.test(13)
    for _ in 0..<5000 {
      let value = distribution.sample(from: &stream)
      #expect(value.isFinite && distribution.support.contains(value))
    }
  }

  /// Standard scores of sample means.
  ///
  /// The variance is that of the distribution, so this is also a test of the closed forms.
  /// Families whose variance does not exist are left out.
  @Test(arguments: Example.all)
  func `the average of many draws is the mean`(example: Example) throws {
    let distribution = try example.make()
    guard let mean = distribution.mean, let variance = distribution.variance else {
      #expect(example.testDescription == "pareto without mean")
      return
    }
    // A lognormal this wide has no useful central limit at any feasible number of draws.
    guard example.testDescription != "wide lognormal" else { return }
    let count = 200_000
    var stream = RandomStream.test(14)
    var sum = 0.0
    for _ in 0..<count { sum += distribution.sample(from: &stream) }
    let score = (sum / Double(count) - mean) / (variance / Double(count)).squareRoot()
    #expect(abs(score) < Evidence.greatestScore)
  }

  @Test func `capping draws again instead of piling up at the bound`() throws {
    let distribution = try Distribution.exponential(mean: 1).capped(max: 1)
    var stream = RandomStream.test(15)
    let atBound = (0..<20_000).count { _ in distribution.sample(from: &stream) == 1 }
    #expect(atBound == 0)
    let clamped = try Distribution.exponential(mean: 1).clamped(max: 1)
    let clampedAtBound = (0..<20_000).count { _ in clamped.sample(from: &stream) == 1 }
    // Binomial with probability 1/e: standard deviation 68.2.
    #expect(abs(Double(clampedAtBound) - 20_000 * exp(-1)) / 68.2 < Evidence.greatestScore)
  }

  @Test func `a cap is the truncated distribution function, whether resampled or inverted`() throws
  {
    for (low, high) in [(0.5, 3.0), (9.0, 14.0)] {
      let capped = try Distribution.gamma(shape: 2.5, scale: 1).capped(min: low, max: high)
      func cumulative(_ x: Double) -> Double { gsl_cdf_gamma_P(x, 2.5, 1) }
      let mass = cumulative(high) - cumulative(low)
      var stream = RandomStream.test(16)
      let values = (0..<20_000).map { _ in
        (cumulative(capped.sample(from: &stream)) - cumulative(low)) / mass
      }
      #expect(Evidence.uniformity(of: values) > Evidence.falseAlarmRate)
    }
  }
}
