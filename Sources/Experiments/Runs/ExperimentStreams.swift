import Randomness

/// What an experiment's own random numbers are for: scrambling, resampling, restarts.
///
/// They are keyed apart from those of every replication, so that no design or interval depends on
/// what is simulated.
enum ExperimentPurpose: UInt32 {
  case design
  case bootstrap
  case probabilityOfBest
  case search
  case discovery
  case synthetic
}

/// The random numbers of an experiment: a pure function of its seed.
struct ExperimentStreams: Sendable {
  private let key: StreamKey

  /// The streams of an experiment.
  init(seed: UInt64) { key = StreamKey(seed: seed, replication: -1) }

  /// The stream for a purpose.
  ///
  /// - Parameters:
  ///   - entity: what it concerns, such as the number of a factor.
  ///   - index: which occurrence, such as the number of a resample.
  func stream(_ purpose: ExperimentPurpose, entity: Int = 0, index: Int = 0) -> RandomStream {
    RandomStream(
      key, purpose: purpose.rawValue, entity: UInt32(truncatingIfNeeded: entity),
      index: UInt32(truncatingIfNeeded: index))
  }
}
