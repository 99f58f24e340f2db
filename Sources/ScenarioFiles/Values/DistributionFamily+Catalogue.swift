import Randomness

extension DistributionFamily {
  /// All families given by a few numbers, in the order of their documentation.
  static let catalogue: [DistributionFamily] = positive + bounded + unbounded + counts

  /// The family with a name.
  static func named(_ name: String) -> DistributionFamily? {
    catalogue.first { $0.name == name }
  }

  private static let positive: [DistributionFamily] = [
    DistributionFamily(
      name: "exponential", meaning: "waiting time without memory (gsl_ran_exponential)",
      forms: [
        Form([Parameter("mean", .value)]) { p throws(DistributionError) in
          try .exponential(mean: p[0])
        }
      ]),
    DistributionFamily(
      name: "lognormal",
      meaning:
        "the exponential of a Gaussian (gsl_ran_lognormal); zeta is the mean of the logarithm",
      forms: [
        Form([Parameter("zeta", .logarithm), Parameter("sigma", .plain)]) {
          p throws(DistributionError) in
          try .lognormal(zeta: p[0], sigma: p[1])
        },
        Form([Parameter("median", .value), Parameter("sigma", .plain)]) {
          p throws(DistributionError) in
          try .lognormal(median: p[0], sigma: p[1])
        },
        Form([Parameter("median", .value), Parameter("cv", .plain)]) {
          p throws(DistributionError) in
          try .lognormal(median: p[0], cv: p[1])
        },
        Form([Parameter("mean", .value), Parameter("cv", .plain)]) { p throws(DistributionError) in
          try .lognormal(mean: p[0], cv: p[1])
        },
      ]),
    DistributionFamily(
      name: "gamma", meaning: "sum of exponential phases (gsl_ran_gamma): a shape, b scale",
      forms: [
        Form([Parameter("a", .plain, as: "shape"), Parameter("b", .value, as: "scale")]) {
          p throws(DistributionError) in
          try .gamma(shape: p[0], scale: p[1])
        },
        Form([Parameter("mean", .value), Parameter("cv", .plain)]) { p throws(DistributionError) in
          try .gamma(mean: p[0], cv: p[1])
        },
      ]),
    DistributionFamily(
      name: "weibull", meaning: "stretched exponential (gsl_ran_weibull): a scale, b exponent",
      forms: [
        Form([Parameter("a", .value, as: "scale"), Parameter("b", .plain, as: "exponent")]) {
          p throws(DistributionError) in
          try .weibull(scale: p[0], exponent: p[1])
        }
      ]),
    DistributionFamily(
      name: "pareto", meaning: "power-law tail (gsl_ran_pareto): a exponent, b minimum",
      forms: [
        Form([Parameter("a", .plain, as: "exponent"), Parameter("b", .value, as: "minimum")]) {
          p throws(DistributionError) in
          try .pareto(exponent: p[0], minimum: p[1])
        }
      ]),
  ]

  private static let bounded: [DistributionFamily] = [
    DistributionFamily(
      name: "constant", meaning: "always the same value",
      forms: [
        Form([Parameter("value", .value)]) { p throws(DistributionError) in try .constant(p[0]) }
      ]),
    DistributionFamily(
      name: "beta", meaning: "a share between 0 and 1 (gsl_ran_beta)",
      forms: [
        Form([Parameter("a", .plain), Parameter("b", .plain)]) { p throws(DistributionError) in
          try .beta(a: p[0], b: p[1])
        },
        Form([Parameter("mean", .value), Parameter("concentration", .plain)]) {
          p throws(DistributionError) in
          try .beta(mean: p[0], concentration: p[1])
        },
      ]),
    DistributionFamily(
      name: "uniform", meaning: "all values between two bounds equally likely (gsl_ran_flat)",
      forms: [
        Form([Parameter("low", .value), Parameter("high", .value)]) {
          p throws(DistributionError) in
          try .uniform(low: p[0], high: p[1])
        },
        Form([Parameter("a", .value, as: "low"), Parameter("b", .value, as: "high")]) {
          p throws(DistributionError) in
          try .uniform(low: p[0], high: p[1])
        },
      ]),
    threePoint("triangular", "density rising linearly to the mode and falling from it") {
      p throws(DistributionError) in
      try .triangular(low: p[0], mode: p[1], high: p[2])
    },
    threePoint("pert", "smooth three-point estimate with mean (low + 4 mode + high) / 6") {
      p throws(DistributionError) in
      try .pert(low: p[0], mode: p[1], high: p[2])
    },
  ]

  private static let unbounded: [DistributionFamily] = [
    DistributionFamily(
      name: "gaussian", meaning: "the normal distribution (gsl_ran_gaussian plus the mean)",
      forms: [
        Form([Parameter("mean", .value), Parameter("sigma", .value)]) {
          p throws(DistributionError) in
          try .gaussian(mean: p[0], sigma: p[1])
        }
      ])
  ]

  private static let counts: [DistributionFamily] = [
    DistributionFamily(
      name: "poisson", meaning: "number of independent events (gsl_ran_poisson)",
      forms: [
        Form([Parameter("mean", .value)]) { p throws(DistributionError) in try .poisson(mean: p[0])
        }
      ]),
    DistributionFamily(
      name: "binomial", meaning: "successes in n trials of probability p (gsl_ran_binomial)",
      forms: [
        Form([Parameter("p", .plain, as: "probability"), Parameter("n", .plain, as: "trials")]) {
          p throws(DistributionError) in
          guard p[1] >= 0, p[1] <= 1e8, p[1] == p[1].rounded() else {
            throw DistributionError(
              what: "binomial", parameter: "trials", found: p[1].plainText,
              expected: "a whole number of at least 0 and at most 1e8")
          }
          return try .binomial(trials: Int(p[1]), probability: p[0])
        }
      ]),
    DistributionFamily(
      name: "negativeBinomial",
      meaning: "failures before the n-th success of probability p (gsl_ran_negative_binomial)",
      forms: [
        Form([Parameter("p", .plain), Parameter("n", .plain)]) { p throws(DistributionError) in
          try .negativeBinomial(p: p[0], n: p[1])
        }
      ]),
    DistributionFamily(
      name: "logarithmic",
      meaning: "counts from 1 with probabilities proportional to p^k / k (gsl_ran_logarithmic)",
      forms: [
        Form([Parameter("p", .plain)]) { p throws(DistributionError) in try .logarithmic(p: p[0]) }
      ]),
  ]

  private static func threePoint(
    _ name: String, _ meaning: String,
    make: @escaping @Sendable ([Double]) throws(DistributionError) -> Distribution
  ) -> DistributionFamily {
    let parameters = [
      Parameter("low", .value), Parameter("mode", .value), Parameter("high", .value),
    ]
    return DistributionFamily(name: name, meaning: meaning, forms: [Form(parameters, make)])
  }
}
