import CGSL

/// Descriptive statistics of a sample, by `gsl_stats_*`.
///
/// Where a sample has too few values for a statistic, the result is not a number.
public enum SampleStatistics {
  /// The arithmetic mean.
  public static func mean(_ sample: [Double]) -> Double {
    sample.isEmpty ? .nan : gsl_stats_mean(sample, 1, sample.count)
  }

  /// The variance with divisor n - 1.
  public static func variance(_ sample: [Double]) -> Double {
    sample.count < 2 ? .nan : gsl_stats_variance(sample, 1, sample.count)
  }

  /// The square root of the variance.
  public static func standardDeviation(_ sample: [Double]) -> Double {
    variance(sample).squareRoot()
  }

  /// The standard error of the mean of independent values.
  public static func standardError(_ sample: [Double]) -> Double {
    (variance(sample) / Double(sample.count)).squareRoot()
  }

  /// The p-quantile, linear between the order statistics around (n - 1) p.
  ///
  /// Type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American
  /// Statistician 50 (1996).
  ///
  /// - Complexity: O(n log n); sort once and use `quantile(_:ofSorted:)` for several.
  public static func quantile(_ p: Double, of sample: [Double]) -> Double {
    quantile(p, ofSorted: sample.sorted())
  }

  /// The p-quantile of a sample in ascending order, type 7.
  public static func quantile(_ p: Double, ofSorted sample: [Double]) -> Double {
    guard !sample.isEmpty, p >= 0, p <= 1 else { return .nan }
    return gsl_stats_quantile_from_sorted_data(sample, 1, sample.count, p)
  }

  /// The 0.5-quantile.
  public static func median(_ sample: [Double]) -> Double {
    quantile(0.5, of: sample)
  }

  /// The covariance of paired values, with divisor n - 1.
  public static func covariance(_ left: [Double], _ right: [Double]) -> Double {
    precondition(left.count == right.count, "covariance needs pairs")
    return left.count < 2 ? .nan : gsl_stats_covariance(left, 1, right, 1, left.count)
  }

  /// The Pearson correlation of paired values; not a number when either does not vary.
  public static func correlation(_ left: [Double], _ right: [Double]) -> Double {
    precondition(left.count == right.count, "correlation needs pairs")
    return left.count < 2 ? .nan : gsl_stats_correlation(left, 1, right, 1, left.count)
  }

  /// The Spearman rank correlation of paired values; ties share the average rank.
  public static func rankCorrelation(_ left: [Double], _ right: [Double]) -> Double {
    precondition(left.count == right.count, "rank correlation needs pairs")
    guard left.count >= 2 else { return .nan }
    var ranks = [Double](repeating: 0, count: 2 * left.count)
    return gsl_stats_spearman(left, 1, right, 1, left.count, &ranks)
  }
}
