import Experiments
import Foundation
import Randomness
import WorkplaceModel

/// Runs of a function of the settings, with noise that all designs share and noise of their own.
struct SyntheticRuns: RunSource {
  var policies = ["baseline", "designed"]
  var baseline = 0
  var measures: [String]
  /// Standard deviation of the noise that all designs of a replication share.
  var commonNoise = 0.0
  /// Standard deviation of the noise of a design.
  var ownNoise = 0.0
  var seed: UInt64 = 1
  /// The measures at settings by path; nothing is set under the baseline and for the file's design.
  var expectation: @Sendable ([String: String]) -> [Double]
  /// Records what was asked for.
  var asked: @Sendable ([RunRequest]) -> Void = { _ in }

  func outcomes(of requests: [RunRequest]) async throws -> [RunOutcome] {
    asked(requests)
    return requests.map { request in
      let settings = Dictionary(
        uniqueKeysWithValues: request.point.settings.map { ($0.path, $0.value) })
      var common = stream(request.replication, entity: 0)
      var own = stream(
        request.replication, entity: UInt32(truncatingIfNeeded: stableHash(request.point.key)) | 1)
      return RunOutcome(
        measures: expectation(settings).map {
          $0 + commonNoise * common.gaussian() + ownNoise * own.gaussian()
        })
    }
  }

  private func stream(_ replication: Int, entity: UInt32) -> RandomStream {
    RandomStream(
      StreamKey(seed: seed, replication: replication), purpose: 1, entity: entity, index: 0)
  }

  /// Fowler, Noll and Vo's hash of a text, the same in every process.
  private func stableHash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

extension Factor {
  /// A plain number between two ends.
  static func number(_ path: String, _ low: Double, _ high: Double) -> Factor {
    Factor(path, .interval(low: low, high: high, scale: .linear, notation: Notation()))
  }

  /// A whole number between two ends.
  static func whole(_ path: String, _ low: Double, _ high: Double) -> Factor {
    Factor(path, .interval(low: low, high: high, scale: .linear, notation: Notation(isWhole: true)))
  }

  /// Values one by one.
  static func levels(_ path: String, _ levels: [String]) -> Factor { Factor(path, .levels(levels)) }
}

extension OptimisationResults {
  /// What the chosen design sets, as a number.
  func chosenNumber(_ factor: Int) -> Double? {
    setting(of: factor, design: chosen).flatMap { Double($0) }
  }
}
