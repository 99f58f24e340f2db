import CGSL
import Randomness
import Testing

@Suite struct MomentTests {
  /// Textbook values, written out independently of the code.
  static let textbook: [(Example, mean: Double, variance: Double)] = [
    (Example("constant") { try .constant(7) }, 7, 0),
    (Example("exponential") { try .exponential(mean: 3) }, 3, 9),
    (Example("uniform") { try .uniform(low: 2, high: 8) }, 5, 3),
    (Example("gaussian") { try .gaussian(mean: -1, sigma: 0.5) }, -1, 0.25),
    (Example("gamma") { try .gamma(shape: 4, scale: 0.5) }, 2, 1),
    (Example("weibull, exponential case") { try .weibull(scale: 2, exponent: 1) }, 2, 4),
    (
      Example("weibull, Rayleigh case") { try .weibull(scale: 2, exponent: 2) },
      Double.pi.squareRoot(), 4 - Double.pi
    ),
    (Example("pareto") { try .pareto(exponent: 3, minimum: 2) }, 3, 3),
    (Example("beta") { try .beta(a: 1, b: 3) }, 0.25, 0.0375),
    (Example("triangular") { try .triangular(low: 0, mode: 3, high: 6) }, 3, 1.5),
    (Example("pert") { try .pert(low: 0, mode: 3, high: 6) }, 3, 9.0 / 7),
    (Example("poisson") { try .poisson(mean: 4) }, 4, 4),
    (Example("binomial") { try .binomial(trials: 10, probability: 0.2) }, 2, 1.6),
    (Example("negative binomial") { try .negativeBinomial(p: 0.25, n: 2) }, 6, 24),
    (
      Example("a die") { try .discrete(values: [1, 2, 3, 4, 5, 6], weights: [1, 1, 1, 1, 1, 1]) },
      3.5, 35.0 / 12
    ),
    (Example("sample") { try .empirical([1, 1, 4], source: "hand") }, 2, 2),
    (
      Example("floor of an exponential is geometric") {
        try .exponential(mean: 2).rounded(.down)
      }, 1 / (exp(0.5) - 1), exp(0.5) / ((exp(0.5) - 1) * (exp(0.5) - 1))
    ),
    (
      Example("ceiling of an exponential is geometric") {
        try .exponential(mean: 2).rounded(.up)
      }, 1 / (1 - exp(-0.5)), exp(-0.5) / ((1 - exp(-0.5)) * (1 - exp(-0.5)))
    ),
    (
      Example("clamped uniform") { try .uniform(low: 0, high: 1).clamped(min: 0.5) },
      0.625, 5.0 / 12 - 0.625 * 0.625
    ),
    (
      Example("half Gaussian") { try .gaussian(mean: 0, sigma: 1).capped(min: 0) },
      (2 / Double.pi).squareRoot(), 1 - 2 / Double.pi
    ),
    (
      Example("mixture") {
        try .mixture([(1, .constant(0)), (3, .gaussian(mean: 4, sigma: 1))])
      }, 3, 0.75 * 17 - 9
    ),
  ]

  @Test(arguments: textbook.indices)
  func `means and variances are those of the textbook`(row: Int) throws {
    let (example, mean, variance) = Self.textbook[row]
    let distribution = try example.make()
    #expect(isClose(try #require(distribution.mean), mean, relative: 1e-9), "\(distribution)")
    #expect(
      isClose(try #require(distribution.variance), variance, relative: 1e-8), "\(distribution)")
  }

  /// Every distribution, capped to its central 90 %, against sums over a fine grid of its
  /// distribution function.
  @Test(arguments: Example.all)
  func `moments of a capped distribution agree with numerical integration`(
    example: Example
  ) throws {
    let distribution = try example.make()
    let (low, high) = (try distribution.quantile(0.05), try distribution.quantile(0.95))
    let capped = try distribution.capped(min: low, max: high)
    let (mean, square) = Self.integrated(capped, from: low, to: high)
    let scale = max(abs(low), abs(high))
    #expect(abs(try #require(capped.mean) - mean) < 2e-4 * scale)
    #expect(abs(try #require(capped.variance) - (square - mean * mean)) < 4e-4 * scale * scale)
  }

  @Test(arguments: Example.all)
  func `moments of a clamped distribution agree with numerical integration`(
    example: Example
  ) throws {
    let distribution = try example.make()
    let (low, high) = (try distribution.quantile(0.1), try distribution.quantile(0.8))
    let clamped = try distribution.clamped(min: low, max: high)
    let (mean, square) = Self.integrated(clamped, from: low, to: high)
    let scale = max(abs(low), abs(high))
    #expect(abs(try #require(clamped.mean) - mean) < 2e-4 * scale)
    #expect(abs(try #require(clamped.variance) - (square - mean * mean)) < 4e-4 * scale * scale)
  }

  /// A cap so wide that nothing noticeable is lost gives the closed form of the whole.
  @Test(arguments: Example.continuous)
  func `the partial moments add up to the closed form`(example: Example) throws {
    let distribution = try example.make()
    guard let mean = distribution.mean, let variance = distribution.variance else { return }
    let (low, high) = (try distribution.quantile(1e-15), try distribution.quantile(1 - 1e-15))
    guard low < high, distribution.cumulative(high) < 1 else { return }
    let capped = try distribution.capped(min: low, max: high)
    guard let cappedMean = capped.mean, let cappedVariance = capped.variance else {
      Issue.record("a bounded distribution has moments")
      return
    }
    #expect(isClose(cappedMean, mean, relative: 1e-5))
    if example.testDescription != "wide lognormal" {
      #expect(isClose(cappedVariance, variance, relative: 1e-3))
    }
  }

  @Test func `rounding a quantity with huge values keeps its moments exact`() throws {
    // E floor(X) is the sum of P(X >= n); beyond the summed window the fraction is uniform.
    let tokens = try Distribution.lognormal(zeta: 12.379, sigma: 1.425)
    let whole = try #require(tokens.rounded(.down).mean)
    #expect(isClose(whole, try #require(tokens.mean) - 0.5, relative: 1e-9))

    let steps = try Distribution.lognormal(zeta: 0.75, sigma: 1.65).rounded(.down)
    var sum = 0.0
    for n in 1...2_000_000 { sum += gsl_cdf_lognormal_Q(Double(n), 0.75, 1.65) }
    #expect(isClose(try #require(steps.mean), sum, relative: 1e-8))
  }

  @Test func `moments that do not exist are nil`() throws {
    let infinite = try Distribution.pareto(exponent: 0.9, minimum: 1)
    #expect(infinite.mean == nil && infinite.variance == nil)
    let wide = try Distribution.pareto(exponent: 1.5, minimum: 1)
    #expect(wide.mean == 3 && wide.variance == nil)
    #expect(try wide.shifted(by: 2).variance == nil)
    #expect(wide.rounded(.up).variance == nil)
    #expect(infinite.rounded(.up).mean == nil)
    #expect(try Distribution.mixture([(1, .constant(0)), (1, infinite)]).mean == nil)
    #expect(try #require(infinite.capped(max: 100).mean) > 1)
    #expect(try #require(infinite.clamped(max: 100).variance) > 1)
  }

  /// Riemann-Stieltjes sums on a grid that is finest where the distribution is.
  private static func integrated(
    _ distribution: Distribution, from low: Double, to high: Double
  ) -> (mean: Double, square: Double) {
    let cells = 20_000
    func point(_ cell: Int) -> Double {
      let part = Double(cell) / Double(cells)
      return low + (high - low) * part * part
    }
    // The jump at the lower end, then the cells, which include their upper ends.
    let atLow = distribution.cumulative(low)
    var (mean, square) = (atLow * low, atLow * low * low)
    var before = atLow
    var start = low
    for cell in 1...cells {
      let end = cell == cells ? high : point(cell)
      let inside = distribution.cumulative(below: end) - before
      let jump = distribution.cumulative(end) - distribution.cumulative(below: end)
      let middle = (start + end) / 2
      mean += inside * middle + jump * end
      square += inside * middle * middle + jump * end * end
      before = distribution.cumulative(end)
      start = end
    }
    return (mean, square)
  }
}

func isClose(_ value: Double, _ expected: Double, relative: Double) -> Bool {
  abs(value - expected) <= relative * max(abs(expected), 1e-300) || value == expected
}
