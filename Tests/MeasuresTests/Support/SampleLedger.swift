import Incentives
import WorkplaceModel

/// Ledgers written by hand for the people of `SampleScenario`.
enum SampleLedger {
  /// A week in which employee `i` makes `values[i]` hours of value and nobody does anything else.
  static func week(
    _ week: Int, values: [Double] = [4, 3, 2, 1], scores: [[Double]] = [], phase: PolicyPhase? = nil
  ) -> WeekLedger {
    let count = values.count
    return WeekLedger(
      week: week, phase: phase, truth: values.map { idle(value: $0) },
      telemetry: Array(repeating: Observation(), count: count),
      scores: scores.isEmpty
        ? Array(repeating: Array(repeating: .nan, count: count), count: 3) : scores,
      credibility: Array(repeating: 0.25, count: count),
      sanctioned: Array(repeating: false, count: count),
      neverGames: (0..<count).map { $0 % 2 == 1 }, teamOf: (0..<count).map { $0 / 3 },
      knowing: [1, 0, 2, 0, 0, 0, 0, 0], incidents: [], expectedIncidents: [0, 0, 0, 0],
      expectedGamingIncidents: [0, 0, 0, 0], expectedDefectIncidents: 0,
      work: Array(
        repeating: WorkKindWeek(
          arrived: 0, started: 0, finished: 0, waited: 0, waitHours: 0, sojournHours: 0,
          queueHours: 0), count: 2),
      review: ReviewWeek(
        opened: 0, junk: 0, reviewed: 0, overdue: 0, waitHours: 0, caught: 0),
      audits: AuditWeek(
        audits: 0, gamers: 0, caught: 0, falsePositives: 0, sanctionHours: 0, costUSD: 0),
      toolCalls: Array(repeating: 0, count: 7), agentCostUSD: 0, bonusHours: 0, events: 10)
  }

  private static func idle(value: Double) -> EmployeeWeekTruth {
    EmployeeWeekTruth(
      profile: ActionProfile(agentShareIndex: 0, techniques: []), value: value, manualHours: 0,
      agentHours: 0, messageHours: 0, agentMessageHours: 0, reviewHours: 0, reworkHours: 0,
      incidentHours: 0, gamingHours: 0, honestTokens: 0, gamingTokens: 0, mislabelledTokens: 0,
      honestActiveDays: 0, usefulActiveDays: 0, tasksFinished: 0, easyTasks: 0, defectsNoticed: 0,
      defectsHidden: 0, defectsEscaped: 0)
  }

  /// A week in which everything happens, in round numbers.
  static func busyWeek(_ week: Int, phase: PolicyPhase?) -> WeekLedger {
    var ledger = self.week(week, phase: phase)
    ledger.truth[0].profile.techniques = [
      TechniqueSet(.swarms), TechniqueSet(.cherryPicking), TechniqueSet(.errorHiding),
    ]
    ledger.truth[0].gamingTokens = 600
    ledger.truth[0].mislabelledTokens = 150
    ledger.truth[0].gamingHours = 2
    for employee in 0..<3 {
      ledger.truth[employee].honestTokens = 100
      ledger.truth[employee].honestActiveDays = employee
      ledger.telemetry[employee][.activeDays] = 1
    }
    ledger.truth[2].usefulActiveDays = 2
    for employee in 0..<4 {
      ledger.truth[employee].manualHours = 20
      ledger.truth[employee].agentHours = 5
      ledger.truth[employee].messageHours = 4
      ledger.truth[employee].agentMessageHours = 3
      ledger.truth[employee].tasksFinished = 5
      ledger.truth[employee].easyTasks = 2
      ledger.truth[employee].defectsNoticed = 2
    }
    ledger.truth[0].defectsHidden = 1
    ledger.work[1] = WorkKindWeek(
      arrived: 12, started: 10, finished: 8, waited: 4, waitHours: 30, sojournHours: 64,
      queueHours: 672)
    ledger.review = ReviewWeek(
      opened: 20, junk: 5, reviewed: 12, overdue: 4, waitHours: 80, caught: 3, teamWeeks: 10,
      saturatedWeeks: 4, hoursAsked: 60, hoursGranted: 80)
    ledger.audits = AuditWeek(
      audits: 4, gamers: 2, caught: 1, falsePositives: 1, sanctionHours: 8, costUSD: 40)
    ledger.sanctioned[0] = true
    ledger.expectedIncidents = [2, 0.5, 0, 0]
    ledger.expectedGamingIncidents = [1, 0.25, 0, 0]
    ledger.expectedDefectIncidents = 0.5
    ledger.incidents = [
      IncidentRecord(
        week: week, hour: 5, employee: 0, kind: .missentMessage, cause: .injection,
        fromGaming: true, lossUSD: 900, detectionHours: 1)
    ]
    ledger.toolCalls = Array(repeating: 10, count: 7)
    ledger.states = (0..<4).map(busyState)
    ledger.attritionCostUSD = 8
    ledger.agentEffects = [-0.5, 0.25, 0, -0.25]
    ledger.agentCostUSD = 60
    ledger.bonusHours = 1
    return ledger
  }

  private static func busyState(of employee: Int) -> EmployeeWeekState {
    EmployeeWeekState(
      utility: Double(4 - employee), effort: 0.25, effortCost: employee == 0 ? 0.5 : 0,
      motivation: 0.75, fatigue: employee < 2 ? 0.5 : 0, trust: 0.5,
      automation: employee == 0 ? 1 : 0, leavingProbability: 0.125, hasLeft: employee == 3)
  }
}
