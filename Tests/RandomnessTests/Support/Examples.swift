import Randomness
import Testing

/// A distribution to test, built on demand so that its construction is part of the test.
struct Example: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let make: @Sendable () throws -> Distribution

  init(_ name: String, _ make: @escaping @Sendable () throws -> Distribution) {
    testDescription = name
    self.make = make
  }
}

extension Example {
  static let continuous: [Example] = [
    Example("exponential") { try .exponential(mean: 2.5) },
    Example("lognormal") { try .lognormal(zeta: 0.3, sigma: 0.9) },
    Example("wide lognormal") { try .lognormal(zeta: 4.429, sigma: 2.578) },
    Example("gaussian") { try .gaussian(mean: -3, sigma: 2) },
    Example("uniform") { try .uniform(low: -1, high: 4) },
    Example("gamma, shape above one") { try .gamma(shape: 2.5, scale: 3) },
    Example("gamma, shape below one") { try .gamma(shape: 0.3, scale: 3) },
    Example("weibull, falling hazard") { try .weibull(scale: 266.6, exponent: 0.543) },
    Example("weibull, rising hazard") { try .weibull(scale: 2, exponent: 3) },
    Example("pareto") { try .pareto(exponent: 3.5, minimum: 6) },
    Example("pareto without mean") { try .pareto(exponent: 0.7, minimum: 6) },
    Example("beta, one mode") { try .beta(a: 2.6, b: 1.1) },
    Example("beta, U-shaped") { try .beta(a: 0.19, b: 0.142) },
    Example("beta, rare") { try .beta(a: 0.5, b: 105.5) },
    Example("triangular") { try .triangular(low: 1, mode: 2, high: 6) },
    Example("triangular, mode at the end") { try .triangular(low: 1, mode: 6, high: 6) },
    Example("pert") { try .pert(low: 1, mode: 2, high: 9) },
  ]

  static let whole: [Example] = [
    Example("poisson, small mean") { try .poisson(mean: 0.4) },
    Example("poisson, large mean") { try .poisson(mean: 60) },
    Example("binomial, few trials") { try .binomial(trials: 7, probability: 0.3) },
    Example("binomial, many trials") { try .binomial(trials: 400, probability: 0.45) },
    Example("negative binomial") { try .negativeBinomial(p: 0.475, n: 1.042) },
    Example("logarithmic") { try .logarithmic(p: 0.946) },
    Example("discrete") { try .discrete(values: [5, 1, 3, 1], weights: [2, 1, 0, 4]) },
    Example("empirical with ties") {
      try .empirical([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], source: "digits")
    },
  ]

  static let modified: [Example] = [
    Example("shifted count") { try .negativeBinomial(p: 0.477, n: 1.09).shifted(by: 1) },
    Example("shifted gamma") { try .gamma(shape: 2, scale: 1).shifted(by: -5) },
    Example("shifted gaussian") { try .gaussian(mean: 0, sigma: 0.65).shifted(by: -0.3) },
    Example("scaled lognormal") { try .lognormal(zeta: 0, sigma: 1).scaled(by: 60) },
    Example("scaled count") { try .poisson(mean: 3).scaled(by: 0.1) },
    Example("scaled and shifted beta") { try .beta(a: 2, b: 3).scaled(by: 4).shifted(by: 1) },
    Example("floor of a lognormal") { try .lognormal(zeta: 0.75, sigma: 1.65).rounded(.down) },
    Example("ceiling of a lognormal") { try .lognormal(zeta: 0.05, sigma: 2.1).rounded(.up) },
    Example("floor of a gaussian") { try .gaussian(mean: 0.2, sigma: 2).rounded(.down) },
    Example("capped above") { try .gamma(shape: 1.338, scale: 863.3).capped(max: 2000) },
    Example("capped below") { try .lognormal(zeta: 0, sigma: 1).capped(min: 1.5) },
    Example("capped on both sides") { try .gaussian(mean: 0, sigma: 1).capped(min: -0.5, max: 2) },
    Example("capped to a far tail") { try .gamma(shape: 2.5, scale: 1).capped(min: 9) },
    Example("capped count") { try .poisson(mean: 4).capped(min: 2, max: 6) },
    Example("capped count in the tail") { try .poisson(mean: 4).capped(min: 12) },
    Example("clamped") { try .gaussian(mean: 0, sigma: 1).clamped(min: -0.5, max: 1) },
    Example("clamped floor") {
      try .exponential(mean: 3).rounded(.down).clamped(max: 5)
    },
    Example("mixture of two") {
      try .mixture([
        (0.723, .lognormal(zeta: 4.641, sigma: 0.71)),
        (0.277, .lognormal(zeta: 6.006, sigma: 0.049)),
      ])
    },
    Example("mixture with an atom") {
      try .mixture([(0.474, .constant(0)), (0.526, .lognormal(zeta: 2.587, sigma: 1.06))])
    },
    Example("capped mixture") {
      try .mixture([(3, .exponential(mean: 1)), (1, .gaussian(mean: 5, sigma: 1))])
        .capped(min: 0.5, max: 6)
    },
    Example("mixture of mixtures") {
      try .mixture([
        (1, .mixture([(1, .exponential(mean: 1)), (2, .uniform(low: 3, high: 4))])),
        (1, .beta(a: 2, b: 2).scaled(by: 10)),
      ])
    },
    Example("a tower of modifiers") {
      try .lognormal(zeta: 1, sigma: 1).shifted(by: 0.5).rounded(.up).capped(max: 40)
        .scaled(by: 0.25).clamped(min: 0.6)
    },
  ]

  static let all = continuous + whole + modified
}
