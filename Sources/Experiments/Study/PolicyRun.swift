import Measures

/// One replication under one policy.
public struct PolicyRun: Sendable {
  /// Every measure, and what tables need besides.
  public var record: ReplicationRecord
  /// The distribution of a year's loss at ``LossCurve/levels``.
  public var losses: LossCurve
  /// Hash over the trajectory, warm-up included.
  public var fingerprint: UInt64
  /// Events executed since the policy was switched on.
  public var events: UInt64
  /// Processor seconds since the policy was switched on; differs from run to run.
  public var cpuSeconds: Double
  /// What each employee did, if it is kept.
  public var employeeWeeks: EmployeeWeeks?
  /// The same trajectory read under other prices and severities, where the plan asks for it.
  var repriced: [ReplicationRecord] = []
  /// The same trajectory as policies read it that compare themselves with it.
  var readings: [Reading] = []

  /// A run as one policy's dashboard reads it.
  struct Reading: Sendable {
    /// Index of the policy.
    var policy: Int
    /// Every measure.
    var measures: [Double]
    /// What a comparison needs besides; nil once it has been made, since it grows with people.
    var sketch: RunSketch?
  }

  /// The run without what only a comparison needs.
  var withoutSketches: PolicyRun {
    var run = self
    for index in run.readings.indices { run.readings[index].sketch = nil }
    return run
  }

  /// How a policy reads the run; nil if it does not compare itself with it.
  func reading(by policy: Int) -> Reading? { readings.first { $0.policy == policy } }
}

/// Probabilities that a year's loss exceeds given levels.
public struct LossCurve: Sendable {
  /// Probability that the whole year costs more than the level (AEP).
  public var aggregate: [Double]
  /// Probability that one incident of the year costs more than the level (OEP).
  public var occurrence: [Double]

  /// Loss levels in US dollars, 1-2-5 a decade; the same for every study, so that no row depends on
  /// which policies are compared.
  public static let levels: [Double] =
    (3...7).flatMap { decade in
      let unit = (0..<decade).reduce(1.0) { power, _ in power * 10 }
      return [unit, 2 * unit, 5 * unit]
    } + [1e8]

  /// Reads the curve off a distribution.
  public init(_ loss: CompoundLoss) {
    aggregate = Self.levels.map { loss.aggregateExceedance(of: $0) }
    occurrence = Self.levels.map { loss.occurrenceExceedance(of: $0) }
  }
}
