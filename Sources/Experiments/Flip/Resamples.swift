import Randomness

/// Resamples of replications: how often each replication counts in each of them.
///
/// One resample is used at all points and for all policies, since these share the random numbers of
/// a replication; so a resample is a world of its own, with its own best policy and its own
/// boundaries (B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7,
/// 1979).
struct Resamples: Sendable {
  /// By resample, then replication.
  let weights: [[Double]]
  /// Share of resamples beyond either end of an interval.
  private let tail: Double

  init(replications: Int, _ options: FlipOptions) {
    let streams = ExperimentStreams(seed: options.seed)
    weights = (0..<options.resamples).map { number in
      var stream = streams.stream(.bootstrap, index: number)
      var counts = [Double](repeating: 0, count: replications)
      for _ in 0..<replications { counts[stream.index(below: replications)] += 1 }
      return counts
    }
    tail = Self.tail(confidence: options.confidence, count: replications)
  }

  /// The interval between the quantiles of what the resamples give.
  ///
  /// Quantiles of few replications are too near to each other: resamples vary by (n - 1) / n of the
  /// sample variance, and nothing in them speaks of the doubt about that variance. So they are moved
  /// out to where the t interval of a mean would be (T. C. Hesterberg, "What teachers should know
  /// about the bootstrap", American Statistician 69, 2015, section 5.3, "expanded percentile").
  ///
  /// - Parameter values: one for each resample; infinite where there is nothing within reach.
  func interval(of values: [Double]) -> (low: Double, high: Double) {
    let sorted = values.filter { !$0.isNaN }.sorted()
    guard !sorted.isEmpty else { return (.nan, .nan) }
    let rank = Int((tail * Double(sorted.count)).rounded(.down))
    return (sorted[rank], sorted[sorted.count - 1 - rank])
  }

  private static func tail(confidence: Double, count: Int) -> Double {
    let nominal = 0.5 - confidence / 2
    guard count > 1,
      let quantile = try? ReferenceDistributions.studentTQuantile(
        nominal, degreesOfFreedom: Double(count - 1))
    else { return nominal }
    let size = Double(count)
    return ReferenceDistributions.gaussianCumulative((size / (size - 1)).squareRoot() * quantile)
  }
}
