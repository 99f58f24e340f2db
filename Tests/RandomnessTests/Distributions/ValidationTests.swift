import Randomness
import Testing

@Suite struct ValidationTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let what: String
    let parameter: String
    let make: @Sendable () throws -> Distribution

    init(
      _ what: String, _ parameter: String, _ make: @escaping @Sendable () throws -> Distribution
    ) {
      self.what = what
      self.parameter = parameter
      self.make = make
    }

    var testDescription: String { "\(what), \(parameter)" }
  }

  static let mistakes: [Mistake] = [
    Mistake("constant", "value") { try .constant(.nan) },
    Mistake("constant", "value") { try .constant(.infinity) },
    Mistake("exponential", "mean") { try .exponential(mean: 0) },
    Mistake("exponential", "mean") { try .exponential(mean: -1) },
    Mistake("exponential", "mean") { try .exponential(mean: 1e200) },
    Mistake("lognormal", "zeta") { try .lognormal(zeta: .nan, sigma: 1) },
    Mistake("lognormal", "zeta") { try .lognormal(zeta: 800, sigma: 1) },
    Mistake("lognormal", "zeta") { try .lognormal(zeta: 0, sigma: 50) },
    Mistake("lognormal", "sigma") { try .lognormal(zeta: 0, sigma: -1) },
    Mistake("lognormal", "mean") { try .lognormal(mean: 0, cv: 1) },
    Mistake("lognormal", "cv") { try .lognormal(mean: 1, cv: -0.1) },
    Mistake("lognormal", "median") { try .lognormal(median: -1, cv: 1) },
    Mistake("lognormal", "cv") { try .lognormal(median: 1, cv: .infinity) },
    Mistake("lognormal", "median") { try .lognormal(median: 0, sigma: 1) },
    Mistake("lognormal", "sigma") { try .lognormal(median: 1, sigma: -1) },
    Mistake("gamma", "shape") { try .gamma(shape: 0, scale: 1) },
    Mistake("gamma", "scale") { try .gamma(shape: 1, scale: -2) },
    Mistake("gamma", "mean") { try .gamma(mean: 0, cv: 1) },
    Mistake("gamma", "cv") { try .gamma(mean: 1, cv: -1) },
    Mistake("weibull", "scale") { try .weibull(scale: 0, exponent: 1) },
    Mistake("weibull", "exponent") { try .weibull(scale: 1, exponent: 0) },
    Mistake("pareto", "exponent") { try .pareto(exponent: 0, minimum: 1) },
    Mistake("pareto", "minimum") { try .pareto(exponent: 1, minimum: 0) },
    Mistake("beta", "a") { try .beta(a: 0, b: 1) },
    Mistake("beta", "b") { try .beta(a: 1, b: .nan) },
    Mistake("beta", "mean") { try .beta(mean: 1, concentration: 2) },
    Mistake("beta", "concentration") { try .beta(mean: 0.5, concentration: 0) },
    Mistake("gaussian", "mean") { try .gaussian(mean: .nan, sigma: 1) },
    Mistake("gaussian", "sigma") { try .gaussian(mean: 0, sigma: -1) },
    Mistake("uniform", "low") { try .uniform(low: -.infinity, high: 1) },
    Mistake("uniform", "high") { try .uniform(low: 1, high: 1) },
    Mistake("triangular", "mode") { try .triangular(low: 0, mode: 3, high: 2) },
    Mistake("triangular", "high") { try .triangular(low: 0, mode: 0, high: 0) },
    Mistake("pert", "low") { try .pert(low: .nan, mode: 0, high: 1) },
    Mistake("pert", "mode") { try .pert(low: 0, mode: -1, high: 2) },
    Mistake("poisson", "mean") { try .poisson(mean: -1) },
    Mistake("poisson", "mean") { try .poisson(mean: 1e12) },
    Mistake("binomial", "trials") { try .binomial(trials: -1, probability: 0.5) },
    Mistake("binomial", "probability") { try .binomial(trials: 1, probability: 1.1) },
    Mistake("negativeBinomial", "p") { try .negativeBinomial(p: 0, n: 1) },
    Mistake("negativeBinomial", "n") { try .negativeBinomial(p: 0.5, n: 0) },
    Mistake("negativeBinomial", "mean") { try .negativeBinomial(p: 1e-9, n: 5) },
    Mistake("logarithmic", "p") { try .logarithmic(p: 1) },
    Mistake("logarithmic", "p") { try .logarithmic(p: 0) },
    Mistake("discrete", "values") { try .discrete(values: [], weights: []) },
    Mistake("discrete", "values") { try .discrete(values: [.nan], weights: [1]) },
    Mistake("discrete", "weights") { try .discrete(values: [1, 2], weights: [1]) },
    Mistake("discrete", "weights") { try .discrete(values: [1], weights: [0]) },
    Mistake("discrete", "weight") { try .discrete(values: [1, 2], weights: [2, -1]) },
    Mistake("empirical", "sample") { try .empirical([], source: "none") },
    Mistake("empirical", "sample") { try .empirical([1, .infinity], source: "bad") },
    Mistake("mixture", "components") { try .mixture([]) },
    Mistake("mixture", "weight") { try .mixture([(-1, .constant(1)), (2, .constant(2))]) },
    Mistake("mixture", "weights") { try .mixture([(0, .constant(1))]) },
    Mistake("shift", "offset") { try .poisson(mean: 1).shifted(by: .nan) },
    Mistake("scale", "factor") { try .poisson(mean: 1).scaled(by: 0) },
    Mistake("scale", "median") { try .exponential(mean: 1e90).scaled(by: 1e90) },
    Mistake("cap", "min") { try .poisson(mean: 1).capped(min: .nan) },
    Mistake("cap", "max") { try .poisson(mean: 1).capped(min: 3, max: 2) },
    Mistake("cap", "bounds") { try .exponential(mean: 1).capped(min: 14) },
    Mistake("cap", "bounds") { try .lognormal(zeta: 12, sigma: 1).capped(max: 24) },
    Mistake("cap", "bounds") { try .constant(5).capped(max: 3) },
    Mistake("clamp", "max") { try .poisson(mean: 1).clamped(min: 3, max: 2) },
  ]

  @Test(arguments: mistakes)
  func `a parameter out of range is refused, by name`(mistake: Mistake) throws {
    let error = try #require(throws: DistributionError.self) { _ = try mistake.make() }
    #expect(error.what == mistake.what)
    #expect(error.parameter == mistake.parameter)
    #expect(!error.expected.isEmpty)
  }

  @Test func `an error says what was found and what is expected`() throws {
    let negative = #expect(throws: DistributionError.self) {
      try Distribution.lognormal(zeta: 0, sigma: -1)
    }
    #expect(negative?.description == "lognormal: sigma is -1, expected a number of at least 0")
    let reversed = #expect(throws: DistributionError.self) {
      try Distribution.uniform(low: 3, high: 2)
    }
    #expect(reversed?.description == "uniform: high is 2, expected a number above 3")
    let share = #expect(throws: DistributionError.self) {
      try Distribution.beta(mean: 1.5, concentration: 2)
    }
    #expect(share?.description == "beta: mean is 1.5, expected a number above 0 and below 1")
  }

  @Test(arguments: [-0.1, 1.1, .nan])
  func `a quantile needs a probability`(p: Double) throws {
    let distribution = try Distribution.exponential(mean: 1)
    #expect(throws: DistributionError.self) { try distribution.quantile(p) }
  }
}
