import Experiments
import Synchronization
import WorkplaceModel

/// Runs whose outcomes are a function of the request, so that conclusions can be checked.
final class FunctionRuns: RunSource {
  let policies: [String]
  let baseline = 0
  let measures: [String]
  let givesOutcomes: Bool
  private let function: @Sendable (RunRequest) throws -> [Double]
  private let sizes = Mutex<[Int]>([])

  init(
    policies: [String] = ["base", "other"], measures: [String] = ["value"],
    givesOutcomes: Bool = true,
    _ function: @escaping @Sendable (RunRequest) throws -> [Double]
  ) {
    self.policies = policies
    self.measures = measures
    self.givesOutcomes = givesOutcomes
    self.function = function
  }

  /// How many runs each request asked for.
  var requestSizes: [Int] { sizes.withLock { $0 } }

  func outcomes(of requests: [RunRequest]) async throws -> [RunOutcome] {
    sizes.withLock { $0.append(requests.count) }
    return try requests.map { RunOutcome(measures: try function($0)) }
  }
}

extension RunRequest {
  /// The number that a key is set to; NaN if it is not set to one.
  func number(_ path: String) -> Double {
    point.settings.first { $0.path == path }.flatMap { Double($0.value) } ?? .nan
  }
}
