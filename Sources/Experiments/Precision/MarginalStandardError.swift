/// MSER-5: how much of the beginning of a series to leave out, so that the mean of the rest is known
/// best.
///
/// The series is averaged in batches of five; of all truncations d the one is taken that makes the
/// squared standard error of the remaining mean, taken as if batches were independent,
/// Sum (z_j - zbar)^2 / (k - d)^2, smallest. Truncations of more than half of the batches are not
/// looked at: there the statistic rests on a few batches and falls by chance. Where the minimum lies
/// at the very half, the series is too short to tell.
///
/// Source: K. P. White Jr., "An effective truncation heuristic for bias reduction in simulation
/// output", Simulation 69 (1997); K. P. White, M. J. Cobb, S. C. Spratt, "A comparison of five
/// steady-state truncation heuristics for simulation", WSC 2000.
public struct MarginalStandardError: Sendable, Equatable {
  /// Observations in a batch.
  public static let batchSize = 5
  /// The fewest batches that can be judged.
  public static let fewestBatches = 4

  /// Observations to leave out.
  public let truncation: Int
  /// Mean of the rest, of whole batches only.
  public let truncatedMean: Double
  /// The statistic for every number of batches left out, from none to half of them.
  public let statistics: [Double]
  /// Whether the series is too short: the best truncation found is the longest that was looked at,
  /// so that a longer one may be better.
  public let isTooShort: Bool

  /// Judges a series; nil with fewer than twenty observations, or where one is undefined.
  public init?(_ series: [Double]) {
    let count = series.count / Self.batchSize
    guard count >= Self.fewestBatches, series.allSatisfy(\.isFinite) else { return nil }
    let batches = (0..<count).map { batch in
      series[(batch * Self.batchSize)..<((batch + 1) * Self.batchSize)].reduce(0, +)
        / Double(Self.batchSize)
    }
    let statistics = (0...(count / 2)).map { Self.statistic(of: batches[$0...]) }
    // Of equals the shortest: a series that never moves needs no truncation.
    let best = statistics.indices.min { statistics[$0] < statistics[$1] } ?? 0
    truncation = best * Self.batchSize
    truncatedMean = batches[best...].reduce(0, +) / Double(count - best)
    self.statistics = statistics
    isTooShort = best == count / 2
  }

  private static func statistic(of batches: ArraySlice<Double>) -> Double {
    let count = Double(batches.count)
    let mean = batches.reduce(0, +) / count
    return batches.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count * count)
  }
}
