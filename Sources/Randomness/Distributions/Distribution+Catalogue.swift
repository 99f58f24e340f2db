extension Distribution {
  /// All families, the most used first.
  public static let catalogue: [DistributionFamily] = [
    family(
      "constant", "Always the same value.", sampler: "none",
      [[value("value", "the value")]]),
    family(
      "exponential", "Waiting times without memory.", sampler: "gsl_ran_exponential",
      [[value("mean", "mean", .positive)]]),
    family(
      "lognormal", "Products of many small effects: durations, sizes, differences in ability.",
      sampler: "gsl_ran_gaussian_ziggurat, exponentiated",
      [
        [
          number("zeta", "mean of the logarithm", .any),
          number("sigma", "standard deviation of the logarithm", .nonnegative),
        ],
        [value("mean", "mean", .positive), number("cv", coefficient, .nonnegative)],
        [value("median", "median", .positive), number("cv", coefficient, .nonnegative)],
        [
          value("median", "median", .positive),
          number("sigma", "standard deviation of the logarithm", .nonnegative),
        ],
      ]),
    family(
      "gaussian", "Sums of many small effects.", sampler: "gsl_ran_gaussian_ziggurat",
      [[value("mean", "mean"), value("sigma", "standard deviation", .nonnegative)]]),
    family(
      "uniform", "All values between two bounds equally likely.", sampler: "gsl_ran_flat",
      [[value("low", "smallest value"), value("high", "greatest value, above low")]]),
    family(
      "gamma", "Sums of exponential phases; rates that vary between people.",
      sampler: "gsl_ran_gamma",
      [
        [
          number("shape", "shape, a in GSL", .positive),
          value("scale", "scale, b in GSL; the mean is shape * scale", .positive),
        ],
        [value("mean", "mean", .positive), number("cv", coefficient, .nonnegative)],
      ]),
    family(
      "weibull", "Durations whose hazard rises (exponent above 1) or falls (below 1).",
      sampler: "gsl_ran_weibull",
      [
        [
          value("scale", "scale, a in GSL: the 63rd percentile", .positive),
          number("exponent", "exponent, b in GSL", .tailExponent),
        ]
      ]),
    family(
      "pareto", "Power-law tails above a minimum.", sampler: "gsl_ran_pareto",
      [
        [
          number("exponent", "tail exponent, a in GSL; no mean up to 1", .tailExponent),
          value("minimum", "smallest value, b in GSL", .positive),
        ]
      ]),
    family(
      "beta", "Shares and probabilities that differ between people or tasks.",
      sampler: "gsl_ran_beta",
      [
        [number("a", "first shape", .positive), number("b", "second shape", .positive)],
        [
          number("mean", "mean", ParameterRange(above: 0, below: 1)),
          number("concentration", "a + b; greater is narrower", .positive),
        ],
      ]),
    family(
      "triangular", "A rough three-point estimate.", sampler: "inversion of gsl_rng_uniform",
      [threePoints]),
    family(
      "pert", "A smooth three-point estimate: a stretched beta with the mode weighing four times.",
      sampler: "gsl_ran_beta",
      [threePoints]),
    family(
      "poisson", "Numbers of independent events.", sampler: "gsl_ran_poisson", isWhole: true,
      [[value("mean", "mean, mu in GSL", .count)]]),
    family(
      "binomial", "Numbers of successes in independent trials.", sampler: "gsl_ran_binomial",
      isWhole: true,
      [
        [
          number("trials", "number of trials, n in GSL", .wholeCount),
          number("probability", "probability of success, p in GSL", .probability),
        ]
      ]),
    family(
      "negativeBinomial", "Counts that vary more than Poisson ones; mean n (1 - p) / p.",
      sampler: "gsl_ran_negative_binomial", isWhole: true,
      [
        [
          number("p", "probability of success", ParameterRange(above: 0, to: 1)),
          number("n", "successes waited for; need not be whole", .positive),
        ]
      ]),
    family(
      "logarithmic", "Counts from one with a long tail, such as requests in a session.",
      sampler: "gsl_ran_logarithmic", isWhole: true,
      [[number("p", "ratio of successive terms", .logarithmicShare)]]),
    family(
      "discrete", "Listed values with weights.", sampler: "gsl_ran_discrete",
      [
        [
          parameter("values", "the values", .numbers, .any, hasUnitOfValue: true),
          parameter("weights", "their weights, with any positive total", .numbers, .nonnegative),
        ]
      ]),
    family(
      "empirical", "The values of a measured sample, each equally likely.",
      sampler: "gsl_rng_uniform_int",
      [
        [
          parameter("sample", "the measured values", .numbers, .any, hasUnitOfValue: true),
          parameter("source", "where they come from", .text, .any),
        ]
      ]),
    family(
      "mixture", "One of several distributions, chosen by weight.", sampler: "gsl_ran_discrete",
      [
        [
          parameter("components", "weights and distributions", .components, .any)
        ]
      ]),
  ]

  /// What can be done to a distribution, in the order in which scenario files apply it.
  public static let modifiers: [DistributionModifier] = [
    DistributionModifier(
      name: "scale", meaning: "multiplies the value", range: .positive, choices: [],
      hasUnitOfValue: false),
    DistributionModifier(
      name: "shift", meaning: "adds to the value", range: .any, choices: [],
      hasUnitOfValue: true),
    DistributionModifier(
      name: "round", meaning: "rounds to whole numbers", range: nil,
      choices: Rounding.allCases.map(\.rawValue), hasUnitOfValue: false),
    DistributionModifier(
      name: "min", meaning: "smallest value; smaller ones are drawn again", range: .any,
      choices: [], hasUnitOfValue: true),
    DistributionModifier(
      name: "max", meaning: "greatest value; greater ones are drawn again", range: .any,
      choices: [], hasUnitOfValue: true),
    DistributionModifier(
      name: "clampMin", meaning: "smallest value; smaller ones are replaced by it", range: .any,
      choices: [], hasUnitOfValue: true),
    DistributionModifier(
      name: "clampMax", meaning: "greatest value; greater ones are replaced by it", range: .any,
      choices: [], hasUnitOfValue: true),
  ]

  private static let coefficient = "coefficient of variation: standard deviation over mean"

  private static let threePoints = [
    value("low", "smallest value"),
    value("mode", "most likely value, between low and high"),
    value("high", "greatest value, above low"),
  ]

  private static func family(
    _ name: String, _ summary: String, sampler: String, isWhole: Bool = false,
    _ parametrisations: [[DistributionFamily.Parameter]]
  ) -> DistributionFamily {
    DistributionFamily(
      name: name, summary: summary, sampler: sampler, isWhole: isWhole,
      parametrisations: parametrisations.map(DistributionFamily.Parametrisation.init))
  }

  private static func number(
    _ name: String, _ meaning: String, _ range: ParameterRange
  ) -> DistributionFamily.Parameter {
    parameter(name, meaning, .number, range)
  }

  private static func value(
    _ name: String, _ meaning: String, _ range: ParameterRange = .any
  ) -> DistributionFamily.Parameter {
    parameter(name, meaning, .number, range, hasUnitOfValue: true)
  }

  private static func parameter(
    _ name: String, _ meaning: String, _ kind: DistributionFamily.Kind, _ range: ParameterRange,
    hasUnitOfValue: Bool = false
  ) -> DistributionFamily.Parameter {
    DistributionFamily.Parameter(
      name: name, meaning: meaning, kind: kind, range: range, hasUnitOfValue: hasUnitOfValue)
  }
}
