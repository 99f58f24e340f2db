import Incentives

/// What an employee really did in a week.
///
/// No dashboard sees it and no metric formula can name it.
public struct EmployeeWeekTruth: Sendable {
  /// The profile chosen for the week.
  public var profile: ActionProfile
  /// Standard hours of surviving work: credited on acceptance, taken back when a defect surfaces,
  /// credited again when it is mended.
  public var value: Double
  /// Hours of task work done by hand.
  public var manualHours: Double
  /// Hours of task work done with agents.
  public var agentHours: Double
  /// Hours spent on work that is not a task.
  public var messageHours: Double
  /// The part of `messageHours` done with agents.
  public var agentMessageHours: Double
  /// Hours spent reviewing.
  public var reviewHours: Double
  /// Hours spent on rework and reopened work.
  public var reworkHours: Double
  /// Hours spent repairing incidents.
  public var incidentHours: Double
  /// Hours spent on gaming.
  public var gamingHours: Double
  /// Tokens burnt for work.
  public var honestTokens: Double
  /// Tokens burnt for the metric alone.
  public var gamingTokens: Double
  /// Gaming tokens labelled productive.
  public var mislabelledTokens: Double
  /// Days with at least one session run for work.
  public var honestActiveDays: Int
  /// Days with at least one session on an item that agents did faster than by hand.
  public var usefulActiveDays: Int
  /// Tasks handed over.
  public var tasksFinished: Int
  /// Tasks handed over whose difficulty is below one half.
  public var easyTasks: Int
  /// Defects the maker noticed before handing over.
  public var defectsNoticed: Int
  /// Noticed defects that were neither reported nor mended.
  public var defectsHidden: Int
  /// Defects that reached acceptance.
  public var defectsEscaped: Int

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    profile: ActionProfile,
    value: Double,
    manualHours: Double,
    agentHours: Double,
    messageHours: Double,
    agentMessageHours: Double,
    reviewHours: Double,
    reworkHours: Double,
    incidentHours: Double,
    gamingHours: Double,
    honestTokens: Double,
    gamingTokens: Double,
    mislabelledTokens: Double,
    honestActiveDays: Int,
    usefulActiveDays: Int,
    tasksFinished: Int,
    easyTasks: Int,
    defectsNoticed: Int,
    defectsHidden: Int,
    defectsEscaped: Int
  ) {
    self.profile = profile
    self.value = value
    self.manualHours = manualHours
    self.agentHours = agentHours
    self.messageHours = messageHours
    self.agentMessageHours = agentMessageHours
    self.reviewHours = reviewHours
    self.reworkHours = reworkHours
    self.incidentHours = incidentHours
    self.gamingHours = gamingHours
    self.honestTokens = honestTokens
    self.gamingTokens = gamingTokens
    self.mislabelledTokens = mislabelledTokens
    self.honestActiveDays = honestActiveDays
    self.usefulActiveDays = usefulActiveDays
    self.tasksFinished = tasksFinished
    self.easyTasks = easyTasks
    self.defectsNoticed = defectsNoticed
    self.defectsHidden = defectsHidden
    self.defectsEscaped = defectsEscaped
  }
}

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

/// Queueing statistics of one kind of work in one week, over all teams.
public struct WorkKindWeek: Sendable {
  /// Items that arrived or were pulled.
  public var arrived: Int
  /// Items whose service started.
  public var started: Int
  /// Items whose service ended.
  public var finished: Int
  /// Started items that had to wait at all.
  public var waited: Int
  /// Sum over started items of clock hours from arrival to start.
  public var waitHours: Double
  /// Sum over finished items of clock hours from arrival to end of service.
  public var sojournHours: Double
  /// Integral over the week of the number waiting, in item-hours.
  public var queueHours: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    arrived: Int,
    started: Int,
    finished: Int,
    waited: Int,
    waitHours: Double,
    sojournHours: Double,
    queueHours: Double
  ) {
    self.arrived = arrived
    self.started = started
    self.finished = finished
    self.waited = waited
    self.waitHours = waitHours
    self.sojournHours = sojournHours
    self.queueHours = queueHours
  }
}

/// What happened to changes opened for review in one week.
public struct ReviewWeek: Sendable {
  /// Changes opened, junk included.
  public var opened: Int
  /// Changes opened by gaming sessions.
  public var junk: Int
  /// Changes reviewed.
  public var reviewed: Int
  /// Changes merged unreviewed because nobody came to them.
  public var overdue: Int
  /// Sum over reviewed and overdue changes of clock hours from opening to start of review or merge.
  public var waitHours: Double
  /// Defective changes that a review sent back.
  public var caught: Int

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    opened: Int,
    junk: Int,
    reviewed: Int,
    overdue: Int,
    waitHours: Double,
    caught: Int
  ) {
    self.opened = opened
    self.junk = junk
    self.reviewed = reviewed
    self.overdue = overdue
    self.waitHours = waitHours
    self.caught = caught
  }
}

/// Audits of one week.
public struct AuditWeek: Sendable {
  /// Employees audited.
  public var audits: Int
  /// Audited employees who gamed.
  public var gamers: Int
  /// Gamers detected.
  public var caught: Int
  /// Honest employees accused.
  public var falsePositives: Int
  /// Sanctions imposed, in hours of pay.
  public var sanctionHours: Double
  /// Cost of the audits in US dollars.
  public var costUSD: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    audits: Int,
    gamers: Int,
    caught: Int,
    falsePositives: Int,
    sanctionHours: Double,
    costUSD: Double
  ) {
    self.audits = audits
    self.gamers = gamers
    self.caught = caught
    self.falsePositives = falsePositives
    self.sanctionHours = sanctionHours
    self.costUSD = costUSD
  }
}

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
    events: UInt64
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
