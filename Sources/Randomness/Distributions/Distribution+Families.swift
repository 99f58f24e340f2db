import CGSL

// Each family by its GSL parameters. Where a spread of zero makes sense, as when heterogeneity is
// switched off in a scenario, it gives a constant.
extension Distribution {
  /// Always the same value.
  public static func constant(_ value: Double) throws(DistributionError) -> Distribution {
    try ParameterRange.any.check(value, "value", of: "constant")
    return Distribution(.constant(value))
  }

  /// Waiting time without memory (`gsl_ran_exponential`).
  public static func exponential(mean: Double) throws(DistributionError) -> Distribution {
    try ParameterRange.positive.check(mean, "mean", of: "exponential")
    return Distribution(.exponential(mean: mean))
  }

  /// The exponential of a Gaussian with mean zeta and standard deviation sigma
  /// (`gsl_ran_lognormal`).
  ///
  /// The median is exp(zeta), the mean exp(zeta + sigma^2 / 2).
  public static func lognormal(
    zeta: Double, sigma: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRange.any.check(zeta, "zeta", of: "lognormal")
    try ParameterRange.nonnegative.check(sigma, "sigma", of: "lognormal")
    let mean = exp(zeta + sigma * sigma / 2)
    guard mean.isFinite, exp(zeta) > 0 else {
      throw DistributionError(
        what: "lognormal", parameter: "zeta", found: "\(zeta.plain) with sigma \(sigma.plain)",
        expected: "values whose median and mean are representable")
    }
    return Distribution(sigma == 0 ? .constant(exp(zeta)) : .lognormal(zeta: zeta, sigma: sigma))
  }

  /// Sum of exponential phases, with mean `shape * scale` (`gsl_ran_gamma`).
  public static func gamma(
    shape: Double, scale: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRange.positive.check(shape, "shape", of: "gamma")
    try ParameterRange.positive.check(scale, "scale", of: "gamma")
    return Distribution(.gamma(shape: shape, scale: scale))
  }

  /// Stretched exponential: P(X > x) = exp(-(x / scale)^exponent) (`gsl_ran_weibull`).
  public static func weibull(
    scale: Double, exponent: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRange.positive.check(scale, "scale", of: "weibull")
    try ParameterRange.tailExponent.check(exponent, "exponent", of: "weibull")
    return Distribution(.weibull(scale: scale, exponent: exponent))
  }

  /// Power-law tail: P(X > x) = (minimum / x)^exponent (`gsl_ran_pareto`).
  ///
  /// The mean is infinite for exponents up to 1, the variance up to 2.
  public static func pareto(
    exponent: Double, minimum: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRange.tailExponent.check(exponent, "exponent", of: "pareto")
    try ParameterRange.positive.check(minimum, "minimum", of: "pareto")
    return Distribution(.pareto(exponent: exponent, minimum: minimum))
  }

  /// A share between zero and one, with mean a / (a + b) (`gsl_ran_beta`).
  public static func beta(a: Double, b: Double) throws(DistributionError) -> Distribution {
    try ParameterRange.positive.check(a, "a", of: "beta")
    try ParameterRange.positive.check(b, "b", of: "beta")
    return Distribution(.beta(a: a, b: b))
  }

  /// The normal distribution (`gsl_ran_gaussian_ziggurat`).
  public static func gaussian(
    mean: Double, sigma: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRange.any.check(mean, "mean", of: "gaussian")
    try ParameterRange.nonnegative.check(sigma, "sigma", of: "gaussian")
    return Distribution(sigma == 0 ? .constant(mean) : .gaussian(mean: mean, sigma: sigma))
  }

  /// All values between two bounds equally likely (`gsl_ran_flat`).
  public static func uniform(low: Double, high: Double) throws(DistributionError) -> Distribution {
    try ParameterRange.any.check(low, "low", of: "uniform")
    try ParameterRange(above: low).check(high, "high", of: "uniform")
    return Distribution(.uniform(low: low, high: high))
  }

  /// Density rising linearly to the mode and falling linearly from it.
  public static func triangular(
    low: Double, mode: Double, high: Double
  ) throws(DistributionError) -> Distribution {
    try checkThreePoints(low, mode, high, of: "triangular")
    return Distribution(.triangular(low: low, mode: mode, high: high))
  }

  /// A smooth three-point estimate: a beta distribution stretched over [low, high], with mean
  /// (low + 4 mode + high) / 6 (`gsl_ran_beta`).
  public static func pert(
    low: Double, mode: Double, high: Double
  ) throws(DistributionError) -> Distribution {
    try checkThreePoints(low, mode, high, of: "pert")
    return Distribution(.pert(low: low, mode: mode, high: high))
  }

  /// The number of independent events (`gsl_ran_poisson`).
  public static func poisson(mean: Double) throws(DistributionError) -> Distribution {
    try ParameterRange.count.check(mean, "mean", of: "poisson")
    return Distribution(mean == 0 ? .constant(0) : .poisson(mean: mean))
  }

  /// The number of successes in independent trials (`gsl_ran_binomial`).
  public static func binomial(
    trials: Int, probability: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRange.wholeCount.check(Double(trials), "trials", of: "binomial")
    try ParameterRange.probability.check(probability, "probability", of: "binomial")
    return Distribution(.binomial(trials: trials, probability: probability))
  }

  /// The number of failures before the n-th success, each trial succeeding with probability p;
  /// n need not be whole (`gsl_ran_negative_binomial`).
  ///
  /// A Poisson count whose mean varies like a gamma; the mean is n (1 - p) / p.
  public static func negativeBinomial(
    p: Double, n: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRange(above: 0, to: 1).check(p, "p", of: "negativeBinomial")
    try ParameterRange.positive.check(n, "n", of: "negativeBinomial")
    try ParameterRange.count.check(n * (1 - p) / p, "mean", of: "negativeBinomial")
    return Distribution(p == 1 ? .constant(0) : .negativeBinomial(p: p, n: n))
  }

  /// Counts from one with probabilities proportional to p^k / k (`gsl_ran_logarithmic`).
  public static func logarithmic(p: Double) throws(DistributionError) -> Distribution {
    try ParameterRange.logarithmicShare.check(p, "p", of: "logarithmic")
    return Distribution(.logarithmic(p: p))
  }

  private static func checkThreePoints(
    _ low: Double, _ mode: Double, _ high: Double, of what: String
  ) throws(DistributionError) {
    try ParameterRange.any.check(low, "low", of: what)
    try ParameterRange(above: low).check(high, "high", of: what)
    try ParameterRange(from: low, to: high).check(mode, "mode", of: what)
  }
}

extension ParameterRange {
  /// Exponents whose most extreme draw from a 32-bit uniform is still a finite number.
  static let tailExponent = ParameterRange(from: 0.05)

  /// Means of counts; the library's counters have 32 bits.
  static let count = ParameterRange(from: 0, to: 1e8)

  /// Numbers of trials.
  static let wholeCount = ParameterRange(from: 0, to: 1e8, whole: true)

  /// Parameters of a logarithmic series; its distribution function is a sum of 40 / (1 - p) terms.
  static let logarithmicShare = ParameterRange(above: 0, to: 0.9999)
}
