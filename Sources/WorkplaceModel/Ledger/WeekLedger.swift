import Incentives

/// Everything that happened in one week under one policy: truth beside telemetry.
///
/// Arrays of employees run over the whole organisation in a fixed order. Measures are computed from
/// ledgers and nothing else.
public struct WeekLedger: Sendable {
  /// Week of the horizon; negative in the warm-up.
  public var week: Int
  /// What was in force; nil in the warm-up.
  public var phase: PolicyPhase?
  /// What each employee did.
  public var truth: [EmployeeWeekTruth]
  /// What a dashboard saw of each employee.
  public var telemetry: [Observation]
  /// Metric values by metric of the scenario, then employee; NaN where missing.
  public var scores: [[Double]]
  /// Belief of each employee that the promise is kept.
  public var credibility: [Double]
  /// Whether an audit sanctioned the employee this week.
  public var sanctioned: [Bool]
  /// Whether the employee is an unconditional non-gamer.
  public var neverGames: [Bool]
  /// Team of each employee.
  public var teamOf: [Int]
  /// Employees who know each technique, in the order of `Technique`.
  public var knowing: [Int]
  /// Harm done this week.
  public var incidents: [IncidentRecord]
  /// Expected number of incidents this week given the actions taken, by `IncidentClass`: realised
  /// incidents are a Poisson draw around it.
  public var expectedIncidents: [Double]
  /// The part of `expectedIncidents` that gaming actions carry.
  public var expectedGamingIncidents: [Double]
  /// The part of `expectedIncidents` that defects of deployed work carry, whoever made them: what
  /// is left is the agents' own.
  public var expectedDefectIncidents: Double
  /// Queueing statistics by work kind.
  public var work: [WorkKindWeek]
  /// Review statistics.
  public var review: ReviewWeek
  /// Audit statistics.
  public var audits: AuditWeek
  /// Tool calls by `ToolClass`.
  public var toolCalls: [Double]
  /// Cost of tokens in US dollars.
  public var agentCostUSD: Double
  /// Rewards paid out, in hours of pay.
  public var bonusHours: Double
  /// Events the simulation executed this week.
  public var events: UInt64
  /// What the week left each employee with; empty where nobody tracks it.
  public var states: [EmployeeWeekState]
  /// Cost of replacing those who left this week, in US dollars.
  public var attritionCostUSD: Double
  /// True gain in speed with agents of each employee, as a fraction.
  ///
  /// Negative where agents are slower; empty where nobody tracks it.
  public var agentEffects: [Double]

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    week: Int,
    phase: PolicyPhase?,
    truth: [EmployeeWeekTruth],
    telemetry: [Observation],
    scores: [[Double]],
    credibility: [Double],
    sanctioned: [Bool],
    neverGames: [Bool],
    teamOf: [Int],
    knowing: [Int],
    incidents: [IncidentRecord],
    expectedIncidents: [Double],
    expectedGamingIncidents: [Double],
    expectedDefectIncidents: Double,
    work: [WorkKindWeek],
    review: ReviewWeek,
    audits: AuditWeek,
    toolCalls: [Double],
    agentCostUSD: Double,
    bonusHours: Double,
    events: UInt64,
    states: [EmployeeWeekState] = [],
    attritionCostUSD: Double = 0,
    agentEffects: [Double] = []
  ) {
    self.week = week
    self.phase = phase
    self.truth = truth
    self.telemetry = telemetry
    self.scores = scores
    self.credibility = credibility
    self.sanctioned = sanctioned
    self.neverGames = neverGames
    self.teamOf = teamOf
    self.knowing = knowing
    self.incidents = incidents
    self.expectedIncidents = expectedIncidents
    self.expectedGamingIncidents = expectedGamingIncidents
    self.expectedDefectIncidents = expectedDefectIncidents
    self.work = work
    self.review = review
    self.audits = audits
    self.toolCalls = toolCalls
    self.agentCostUSD = agentCostUSD
    self.bonusHours = bonusHours
    self.events = events
    self.states = states
    self.attritionCostUSD = attritionCostUSD
    self.agentEffects = agentEffects
  }
}
