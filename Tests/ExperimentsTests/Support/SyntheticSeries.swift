import Foundation
import Randomness

/// Weekly series with known properties, for tests of detectors.
enum SyntheticSeries {
  /// What week-to-week noise is like.
  enum Noise: CaseIterable {
    /// Independent Gaussian.
    case white
    /// Gaussian that keeps half of last week.
    case persistent
    /// Gaussian that keeps nine tenths of last week.
    case sticky
    /// Independent lognormal with log standard deviation 1.
    case skewed
    /// Shares of 200 people, each 97 % likely.
    case shares
  }

  /// Independent replications of a series.
  ///
  /// - Parameters:
  ///   - signal: added to the noise, by replication and week.
  static func replications(
    _ count: Int, weeks: Int, _ noise: Noise, seed: UInt64, experiment: Int,
    signal: (Int, Int) -> Double = { _, _ in 0 }
  ) -> [[Double]] {
    (0..<count).map { replication in
      var stream = RandomStream(
        StreamKey(seed: seed, replication: experiment), purpose: 1, entity: UInt32(replication),
        index: 0)
      var state = stream.gaussian()
      return (0..<weeks).map { week in
        let value: Double
        switch noise {
        case .white: value = stream.gaussian()
        case .persistent:
          state = 0.5 * state + (1 - 0.25).squareRoot() * stream.gaussian()
          value = state
        case .sticky:
          state = 0.9 * state + (1 - 0.81).squareRoot() * stream.gaussian()
          value = state
        case .skewed: value = exp(stream.gaussian())
        case .shares:
          value = Double((0..<200).count { _ in stream.uniform() < 0.97 }) / 200
        }
        return value + signal(replication, week)
      }
    }
  }
}
