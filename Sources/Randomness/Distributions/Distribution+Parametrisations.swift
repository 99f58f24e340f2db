import CGSL

// Families by their moments or median instead of their GSL parameters; "cv" is the coefficient of
// variation, standard deviation over mean.
extension Distribution {
  /// The lognormal with a given mean and coefficient of variation.
  ///
  /// sigma^2 = log(1 + cv^2), zeta = log(mean) - sigma^2 / 2.
  public static func lognormal(mean: Double, cv: Double) throws(DistributionError) -> Distribution {
    try ParameterRange.positive.check(mean, "mean", of: "lognormal")
    try ParameterRange.nonnegative.check(cv, "cv", of: "lognormal")
    let variance = log1p(cv * cv)
    return try lognormal(zeta: log(mean) - variance / 2, sigma: variance.squareRoot())
  }

  /// The lognormal with a given median and coefficient of variation.
  public static func lognormal(
    median: Double, cv: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRange.positive.check(median, "median", of: "lognormal")
    try ParameterRange.nonnegative.check(cv, "cv", of: "lognormal")
    return try lognormal(zeta: log(median), sigma: log1p(cv * cv).squareRoot())
  }

  /// The lognormal with a given median and standard deviation of the logarithm.
  public static func lognormal(
    median: Double, sigma: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRange.positive.check(median, "median", of: "lognormal")
    return try lognormal(zeta: log(median), sigma: sigma)
  }

  /// The gamma with a given mean and coefficient of variation: shape 1 / cv^2.
  public static func gamma(mean: Double, cv: Double) throws(DistributionError) -> Distribution {
    try ParameterRange.positive.check(mean, "mean", of: "gamma")
    try ParameterRange.nonnegative.check(cv, "cv", of: "gamma")
    if cv == 0 { return try constant(mean) }
    return try gamma(shape: 1 / (cv * cv), scale: mean * cv * cv)
  }

  /// The beta with a given mean and concentration a + b.
  ///
  /// A concentration of n says as much as n observed yes-or-no answers.
  public static func beta(
    mean: Double, concentration: Double
  ) throws(DistributionError) -> Distribution {
    try ParameterRange(above: 0, below: 1).check(mean, "mean", of: "beta")
    try ParameterRange.positive.check(concentration, "concentration", of: "beta")
    return try beta(a: mean * concentration, b: (1 - mean) * concentration)
  }
}
