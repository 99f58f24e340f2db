import Randomness

/// Policies whose true means are known: normal values with given means and deviations, any two of
/// the same replication with the same correlation, as common random numbers make it.
///
/// Selection and comparison are judged on them, by tests and by `goodhart verify`.
public struct SyntheticPolicies: RunSource {
  /// Names: `policy0`, `policy1`, ...
  public let policies: [String]
  /// The first.
  public let baseline = 0
  /// One figure.
  public let measures = ["value"]
  private let means: [Double]
  private let deviations: [Double]
  private let correlation: Double
  private let streams: ExperimentStreams
  private let repetition: Int

  /// Creates policies.
  ///
  /// - Parameters:
  ///   - means: by policy.
  ///   - deviations: by policy.
  ///   - correlation: of any two values of a replication, in [0, 1).
  ///   - repetition: which of many independent problems of the seed it is.
  public init(
    means: [Double], deviations: [Double], correlation: Double = 0, seed: UInt64,
    repetition: Int = 0
  ) {
    precondition(means.count == deviations.count && correlation >= 0 && correlation < 1)
    policies = means.indices.map { "policy\($0)" }
    self.means = means
    self.deviations = deviations
    self.correlation = correlation
    streams = ExperimentStreams(seed: seed)
    self.repetition = repetition
  }

  /// The policies as arms.
  public var arms: [Arm] { policies.map { Arm($0) } }

  /// The value of a policy in a replication; always the same.
  public func value(of policy: Int, replication: Int) -> Double {
    let entity = repetition * (means.count + 1)
    var own = streams.stream(.synthetic, entity: entity + policy + 1, index: replication)
    var noise = (1 - correlation).squareRoot() * own.gaussian()
    if correlation > 0 {
      var shared = streams.stream(.synthetic, entity: entity, index: replication)
      noise += correlation.squareRoot() * shared.gaussian()
    }
    return means[policy] + deviations[policy] * noise
  }

  /// Values by policy, then replication.
  public func values(_ replications: Range<Int>) -> PairedValues {
    PairedValues(
      policies: policies,
      values: means.indices.map { policy in
        replications.map { value(of: policy, replication: $0) }
      })
  }

  /// The outcomes of runs, in the order of the requests; design points change nothing.
  public func outcomes(of requests: [RunRequest]) async throws -> [RunOutcome] {
    requests.map { request in
      let policy = policies.firstIndex(of: request.arm.policy) ?? 0
      return RunOutcome(measures: [value(of: policy, replication: request.replication)])
    }
  }

  /// A procedure after everything that it wants of these policies.
  public func finish<Procedure: SelectionProcedure>(_ procedure: Procedure) -> Procedure {
    var procedure = procedure
    while let wanted = procedure.wanted {
      procedure.add(
        wanted.enumerated().map { policy, range in
          range.map { value(of: policy, replication: $0) }
        })
    }
    return procedure
  }
}
