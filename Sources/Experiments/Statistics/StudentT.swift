import CGSL

/// Student's t distribution.
enum StudentT {
  /// The quantile at probability `p`, between 0 and 1, with `degrees` of freedom.
  static func quantile(_ p: Double, degrees: Double) -> Double {
    gsl_cdf_tdist_Pinv(p, degrees)
  }

  /// Probability of a value at least as far from 0 as `t`.
  static func twoSidedProbability(_ t: Double, degrees: Double) -> Double {
    min(1, 2 * gsl_cdf_tdist_Q(abs(t), degrees))
  }
}
