/// Harm that was done, by whom, and what it cost.
public struct IncidentRecord: Sendable {
  /// Week of the horizon in which it happened; negative in the warm-up.
  public var week: Int
  /// Clock hours since the start of the replication.
  public var hour: Double
  /// The employee whose agent or work caused it.
  public var employee: Int
  /// Class with its own severity.
  public var kind: IncidentClass
  /// What led to it.
  public var cause: IncidentCause
  /// Whether the action served the metric alone.
  public var fromGaming: Bool
  /// Loss in US dollars.
  public var lossUSD: Double
  /// Hours until it was noticed.
  public var detectionHours: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    week: Int,
    hour: Double,
    employee: Int,
    kind: IncidentClass,
    cause: IncidentCause,
    fromGaming: Bool,
    lossUSD: Double,
    detectionHours: Double
  ) {
    self.week = week
    self.hour = hour
    self.employee = employee
    self.kind = kind
    self.cause = cause
    self.fromGaming = fromGaming
    self.lossUSD = lossUSD
    self.detectionHours = detectionHours
  }
}

/// What led to an incident.
public enum IncidentCause: Sendable {
  /// An agent's own error.
  case agentError
  /// Content from outside that an agent took for instructions.
  case injection
  /// A defect in deployed work.
  case defect
}
