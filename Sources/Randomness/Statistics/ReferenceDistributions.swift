import CGSL

/// Quantiles and tail probabilities of the distributions that statistical tests refer to.
///
/// Quantiles throw for a probability outside (0, 1); degrees of freedom must be positive.
public enum ReferenceDistributions {
  /// The p-quantile of Student's t distribution (`gsl_cdf_tdist_Pinv`).
  public static func studentTQuantile(
    _ p: Double, degreesOfFreedom: Double
  ) throws(DistributionError) -> Double {
    try quantile(p, "Student t quantile", degreesOfFreedom: degreesOfFreedom) {
      gsl_cdf_tdist_Pinv(p, degreesOfFreedom)
    }
  }

  /// P(T > t) for Student's t distribution (`gsl_cdf_tdist_Q`).
  public static func studentTTail(_ t: Double, degreesOfFreedom: Double) -> Double {
    GSL.prepare()
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    return gsl_cdf_tdist_Q(t, degreesOfFreedom)
  }

  /// The p-quantile of the standard Gaussian (`gsl_cdf_ugaussian_Pinv`).
  public static func gaussianQuantile(_ p: Double) throws(DistributionError) -> Double {
    try quantile(p, "Gaussian quantile", degreesOfFreedom: 1) { gsl_cdf_ugaussian_Pinv(p) }
  }

  /// P(Z <= z) for the standard Gaussian (`gsl_cdf_ugaussian_P`).
  public static func gaussianCumulative(_ z: Double) -> Double {
    gsl_cdf_ugaussian_P(z)
  }

  /// The p-quantile of the chi-square distribution (`gsl_cdf_chisq_Pinv`).
  public static func chiSquareQuantile(
    _ p: Double, degreesOfFreedom: Double
  ) throws(DistributionError) -> Double {
    try quantile(p, "chi-square quantile", degreesOfFreedom: degreesOfFreedom) {
      gsl_cdf_chisq_Pinv(p, degreesOfFreedom)
    }
  }

  /// P(X > x) for the chi-square distribution (`gsl_cdf_chisq_Q`).
  public static func chiSquareTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    GSL.prepare()
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    return gsl_cdf_chisq_Q(x, degreesOfFreedom)
  }

  /// P(F > f) for the F distribution (`gsl_cdf_fdist_Q`).
  public static func fTail(
    _ f: Double, numeratorDegrees: Double, denominatorDegrees: Double
  ) -> Double {
    GSL.prepare()
    precondition(
      numeratorDegrees > 0 && denominatorDegrees > 0, "degrees of freedom must be positive")
    return gsl_cdf_fdist_Q(f, numeratorDegrees, denominatorDegrees)
  }

  /// The probability of a greater Kolmogorov-Smirnov distance when the hypothesis holds.
  ///
  /// Kolmogorov's limit with the finite-sample correction of M. A. Stephens, "Use of the
  /// Kolmogorov-Smirnov, Cramér-von Mises and related statistics without extensive tables",
  /// J. Royal Statistical Society B 32 (1970); good from five values on, GSL has none.
  ///
  /// - Parameters:
  ///   - distance: the greatest difference between the two distribution functions.
  ///   - count: the sample size; for two samples n m / (n + m).
  public static func kolmogorovTail(distance: Double, count: Double) -> Double {
    precondition(count > 0, "a sample has values")
    let root = count.squareRoot()
    let scaled = distance * (root + 0.12 + 0.11 / root)
    if scaled <= 0 { return 1 }
    if scaled < 1 {
      // The other theta series converges fast where the usual one does not.
      let square = Double.pi * Double.pi / (8 * scaled * scaled)
      let sum = (0..<4).reduce(0.0) { sum, k in
        let odd = Double(2 * k + 1)
        return sum + exp(-odd * odd * square)
      }
      return 1 - (2 * Double.pi).squareRoot() / scaled * sum
    }
    var sum = 0.0
    for k in 1...8 {
      let term = exp(-2 * Double(k * k) * scaled * scaled)
      sum += k % 2 == 1 ? term : -term
    }
    return min(1, max(0, 2 * sum))
  }

  private static func quantile(
    _ p: Double, _ what: String, degreesOfFreedom: Double, _ compute: () -> Double
  ) throws(DistributionError) -> Double {
    GSL.prepare()
    try ParameterRange(above: 0, below: 1).check(p, "p", of: what)
    try ParameterRange.positive.check(degreesOfFreedom, "degrees of freedom", of: what)
    let value = compute()
    guard !value.isNaN else {
      throw DistributionError(
        what: what, parameter: "p", found: p.plain,
        expected: "a probability at which the library can invert the distribution")
    }
    return value
  }
}
