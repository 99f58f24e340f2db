import WorkplaceModel

/// The net effects of policies, split by the channels through which they act.
public struct Attribution: Sendable {
  /// One for each policy and measure, policies in the order of the subjects.
  public let attributions: [PolicyAttribution]
  /// Names of the policies.
  public let policies: [String]
  /// Identifiers of the measures.
  public let measures: [String]
  /// How many replications each arm had.
  public let replications: Int

  /// Runs what is needed and splits.
  ///
  /// With all four channels acting that is sixteen arms a policy and two that it is held against,
  /// which policies with the same permissions share.
  ///
  /// - Parameters:
  ///   - subjects: the policies.
  ///   - measures: positions among the source's measures.
  ///   - replications: which replications.
  /// - Throws: What the source throws.
  public init(
    of subjects: [AttributionSubject], measures: [Int], replications: Range<Int>,
    at point: DesignPoint = .unchanged, from source: some RunSource
  ) async throws {
    let requests = Self.requests(subjects, replications: replications, at: point)
    let outcomes = try await source.outcomes(of: requests)
    let byRequest = Dictionary(uniqueKeysWithValues: zip(requests, outcomes))
    func values(_ measure: Int, _ arm: Arm) -> [Double] {
      replications.map {
        byRequest[RunRequest(point, arm, replication: $0)]?.measures[measure] ?? .nan
      }
    }
    attributions = subjects.flatMap { subject in
      measures.map { measure in
        PolicyAttribution(
          policy: subject.policy, measure: source.measures[measure], acting: subject.acting,
          effects: Channels.subsets.map { channels in
            zip(
              values(measure, subject.arm(with: channels)),
              values(measure, subject.referenceArm(with: channels))
            ).map { $0 - $1 }
          })
      }
    }
    policies = subjects.map(\.policy)
    self.measures = measures.map { source.measures[$0] }
    self.replications = replications.count
  }

  /// Every run once, replication by replication, so that the arms of one share a warm-up.
  static func requests(
    _ subjects: [AttributionSubject], replications: Range<Int>, at point: DesignPoint = .unchanged
  ) -> [RunRequest] {
    var known: Set<Arm> = []
    let arms = subjects.flatMap { subject in
      Channels.subsets.flatMap { [subject.referenceArm(with: $0), subject.arm(with: $0)] }
    }.filter { known.insert($0).inserted }
    return replications.flatMap { replication in
      arms.map { RunRequest(point, $0, replication: replication) }
    }
  }

  /// How many runs an attribution takes.
  public static func runs(of subjects: [AttributionSubject], replications: Int) -> Int {
    requests(subjects, replications: 0..<replications).count
  }

  /// The attribution of one policy and measure.
  public subscript(policy: String, measure: String) -> PolicyAttribution? {
    attributions.first { $0.policy == policy && $0.measure == measure }
  }
}

extension Channels {
  /// Every set of channels, by its bits.
  static let subsets = (0...Channels.all.rawValue).map { Channels(rawValue: $0) }
}
