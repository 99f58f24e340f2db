import Randomness
import Synchronization
import WorkplaceModel

@testable import Experiments

/// Policies whose worth is a known function of what is set, with noise that replications share.
final class Landscape: RunSource {
  let policies: [String]
  let baseline = 0
  let measures: [String]
  private let worth: @Sendable (_ policy: Int, _ values: [String: Double], _ draws: Draws) -> Double
  private let seed: UInt64
  private let asked = Mutex<[RunRequest: Int]>([:])

  /// The random numbers of a replication: one for all policies, and one for each.
  struct Draws {
    var replication: Int
    var common: Double
    var own: Double
  }

  /// - Parameter worth: of a policy, given the settings as numbers (absent where not set).
  init(
    _ policies: [String], measures: [String] = ["worth"], seed: UInt64 = 1,
    worth: @escaping @Sendable (Int, [String: Double], Draws) -> Double
  ) {
    self.policies = policies
    self.measures = measures
    self.worth = worth
    self.seed = seed
  }

  /// How often each run was asked for.
  var requests: [RunRequest: Int] { asked.withLock { $0 } }

  func outcomes(of requests: [RunRequest]) async throws -> [RunOutcome] {
    asked.withLock { asked in
      for request in requests { asked[request, default: 0] += 1 }
    }
    return requests.map { request in
      let policy = policies.firstIndex(of: request.arm.policy) ?? -1
      var values: [String: Double] = [:]
      for setting in request.point.settings { values[setting.path] = Double(setting.value) }
      let draws = Draws(
        replication: request.replication, common: draw(request.replication, of: 0),
        own: draw(request.replication, of: 1 + policy))
      return RunOutcome(measures: measures.map { _ in worth(policy, values, draws) })
    }
  }

  private func draw(_ replication: Int, of entity: Int) -> Double {
    var stream = RandomStream(
      StreamKey(seed: seed, replication: replication), purpose: 0, entity: UInt32(entity), index: 0)
    return stream.gaussian()
  }
}

extension FlipAxis {
  /// An axis of plain numbers.
  static func plain(
    _ path: String, _ range: ClosedRange<Double>, from reference: Double,
    scale: Factor.Scale = .linear, isWhole: Bool = false
  ) -> FlipAxis {
    let factor = Factor(
      path,
      .interval(
        low: range.lowerBound, high: range.upperBound, scale: scale,
        notation: .init(isWhole: isWhole)))
    guard let axis = FlipAxis(factor, reference: reference) else {
      preconditionFailure("a range makes an axis")
    }
    return axis
  }
}

extension FlipOptions {
  /// Options for landscapes.
  static func landscape(
    replications: Int = 2, resamples: Int = 20, _ change: (inout FlipOptions) -> Void = { _ in }
  ) -> FlipOptions {
    var options = FlipOptions()
    options.measure = "worth"
    options.replications = replications
    options.resamples = resamples
    change(&options)
    return options
  }
}
