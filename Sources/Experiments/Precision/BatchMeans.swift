import Randomness

/// The precision of the mean of one long series by nonoverlapping batch means.
///
/// Neighbouring observations are alike, so their spread says too little of the mean's; means of long
/// enough batches are nearly independent. Twenty batches are tried first and ten last, since more
/// than thirty gain little and fewer than ten widen the interval (B. Schmeiser, "Batch size effects
/// in the analysis of simulation output", Operations Research 30, 1982). Batches count as long
/// enough when von Neumann's ratio of their means does not tell them from independent ones at 10 %,
/// one-sided (G. S. Fishman, "Grouping observations in digital simulation", Management Science 24,
/// 1978).
public struct BatchMeans: Sendable, Equatable {
  /// Means of the batches, in order.
  public let means: [Double]
  /// Observations in a batch.
  public let batchSize: Int
  /// Whether the means look independent; where they do not, the interval is too narrow.
  public let areIndependent: Bool

  /// Numbers of batches, in the order in which they are tried.
  static let counts = [20, 15, 10]
  /// Fewest observations in a batch.
  static let fewestInBatch = 4
  /// Fewest observations of a series.
  public static let fewestObservations = 10 * fewestInBatch
  /// Level of the test of independence.
  static let level = 0.1

  /// Cuts a series; nil with fewer than forty observations, or where one is undefined.
  ///
  /// Observations at the beginning that do not fill a batch are left out.
  public init?(_ series: [Double]) {
    guard series.count >= Self.fewestObservations, series.allSatisfy(\.isFinite) else {
      return nil
    }
    let counts = Self.counts.filter { series.count / $0 >= Self.fewestInBatch }
    var best: (means: [Double], independent: Bool) = ([], false)
    for count in counts {
      let means = Self.means(of: series, count: count)
      best = (means, Self.lookIndependent(means))
      if best.independent { break }
    }
    means = best.means
    areIndependent = best.independent
    batchSize = series.count / best.means.count
  }

  /// The mean of the series with its precision: that of the batch means, as if each were the result
  /// of a replication.
  public var estimate: Estimate { Estimate(means) }

  /// Means of batches of equal size at the end of a series.
  static func means(of series: [Double], count: Int) -> [Double] {
    let size = series.count / count
    let start = series.count - count * size
    return (0..<count).map { batch in
      series[(start + batch * size)..<(start + (batch + 1) * size)].reduce(0, +) / Double(size)
    }
  }

  /// Von Neumann's test: the mean square successive difference over the variance is 2 for
  /// independent values, and less where neighbours are alike.
  static func lookIndependent(_ means: [Double]) -> Bool {
    let count = Double(means.count)
    let mean = means.reduce(0, +) / count
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard squares > 0 else { return true }
    let steps = zip(means, means.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
    // 1 - ratio/2 has mean 0 and variance (n - 2)/(n^2 - 1).
    let statistic = (1 - steps / squares / 2) * ((count * count - 1) / (count - 2)).squareRoot()
    let limit = (try? ReferenceDistributions.gaussianQuantile(1 - level)) ?? .infinity
    return statistic <= limit
  }
}
