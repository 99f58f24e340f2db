/// Where an experiment gets its runs from: a simulated scenario, or a function in a test.
///
/// Everything that draws conclusions (sweeps, attribution, flips, search, selection) asks a source
/// for runs and knows nothing of how they are made, so that it can be judged on problems whose
/// answer is known.
public protocol RunSource: Sendable {
  /// Names of the policies, in the order of the scenario.
  var policies: [String] { get }
  /// Index of the policy that the others are compared with.
  var baseline: Int { get }
  /// Identifiers of the measures of every outcome, in order.
  var measures: [String] { get }

  /// Whether outcomes are given at all; a shard makes its part of the runs of one request, and then
  /// throws ``ShardDone``.
  var givesOutcomes: Bool { get }

  /// The outcomes of runs, in the order of the requests.
  ///
  /// The same request gives the same outcome whenever it is made; asking twice costs nothing where
  /// runs are kept.
  func outcomes(of requests: [RunRequest]) async throws -> [RunOutcome]
}

extension RunSource {
  /// Sources give outcomes unless they say otherwise.
  public var givesOutcomes: Bool { true }

  /// Position of a measure among ``measures``; nil if there is none so called.
  public func position(of measure: String) -> Int? { measures.firstIndex(of: measure) }

  /// Values of one measure by arm, then replication, at a point.
  ///
  /// - Parameters:
  ///   - measure: position among ``measures``.
  ///   - replications: which replications.
  public func values(
    of measure: Int, at point: DesignPoint, arms: [Arm], replications: Range<Int>
  ) async throws -> [[Double]] {
    let requests = arms.flatMap { arm in
      replications.map { RunRequest(point, arm, replication: $0) }
    }
    let outcomes = try await outcomes(of: requests)
    return arms.indices.map { arm in
      (0..<replications.count).map { outcomes[arm * replications.count + $0].measures[measure] }
    }
  }
}
