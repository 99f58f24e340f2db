import WorkplaceModel

/// What is in force in a run: a policy, whole or with something about it switched off.
public struct Arm: Hashable, Sendable {
  /// Name of the policy.
  public var policy: String
  /// False where the metric is not there: nothing is shown, demanded, rewarded, promised or audited,
  /// under the same permissions.
  public var isObserved: Bool
  /// The channels by which the policy acts.
  public var channels: Channels

  /// Creates an arm.
  public init(_ policy: String, isObserved: Bool = true, channels: Channels = .all) {
    self.policy = policy
    self.isObserved = isObserved
    self.channels = channels
  }

  /// One word that identifies the arm: the policy's name, and what is switched off.
  public var key: String {
    var key = policy
    if !isObserved { key += "/unobserved" }
    let off = Channels.all.subtracting(channels)
    if !off.isEmpty { key += "/without-" + off.names.joined(separator: "-") }
    return key
  }
}

/// One run: a design point, what is in force, and the number of the replication.
///
/// The random streams of a run are a pure function of the study's seed and the replication; so arms
/// and points share people, work and chance, and a run gives the same bytes wherever it is made.
public struct RunRequest: Hashable, Sendable {
  /// The row of the design.
  public var point: DesignPoint
  /// What is in force.
  public var arm: Arm
  /// The number of the replication, from 0.
  public var replication: Int

  /// Asks for a run.
  public init(_ point: DesignPoint = .unchanged, _ arm: Arm, replication: Int) {
    self.point = point
    self.arm = arm
    self.replication = replication
  }

  /// Where the run is kept in an archive.
  public var address: RunAddress {
    RunAddress(point: point.key, arm: arm.key, replication: replication)
  }
}

/// What an experiment keeps of one run.
public struct RunOutcome: Sendable, Equatable {
  /// The measures of the source, in its order; NaN where undefined.
  public var measures: [Double]
  /// Hash over the trajectory; 0 for runs that have none.
  public var fingerprint: UInt64

  /// Creates an outcome.
  public init(measures: [Double], fingerprint: UInt64 = 0) {
    self.measures = measures
    self.fingerprint = fingerprint
  }
}
