import Incentives
import Measures
import WorkplaceModel

/// What each employee did in each week of one run: truth, telemetry, choice and belief.
///
/// Numbers stand in one flat array, a row for every week and employee.
public struct EmployeeWeeks: Sendable {
  private let employees: Int
  private let leadingMetric: Int?
  private let agentShares: [Double]
  private var values: [Double] = []

  /// The columns after policy, replication, week and employee.
  static let columns: [ResultTable.Column] =
    choiceColumns + stateColumns + truthColumns + telemetryColumns

  init(_ scenario: Scenario, policy: Int) {
    employees = scenario.roles.reduce(0) { $0 + $1.count }
    leadingMetric = PolicyDashboard(of: scenario.policies[policy], in: scenario)?.metric
    agentShares = scenario.behaviour.agentShares
    values.reserveCapacity(scenario.horizonWeeks * employees * Self.columns.count)
  }

  /// Number of rows.
  var count: Int { values.count / Self.columns.count }

  /// Adds a week.
  mutating func add(_ ledger: WeekLedger) {
    for employee in ledger.truth.indices {
      addChoice(ledger, employee)
      addState(ledger, employee)
      addTruth(ledger.truth[employee])
      for observable in Observable.allCases {
        values.append(ledger.telemetry[employee][observable])
      }
    }
  }

  /// Writes the rows, or fills them by reading.
  mutating func code(_ coder: inout BinaryCoder) {
    coder.code(&values)
    if values.count % Self.columns.count != 0 { coder.fail() }
  }

  /// The numbers of a column, by week of the horizon, then employee; nil if there is none so named.
  package func values(of column: String) -> [[Double]]? {
    guard let place = Self.columns.firstIndex(where: { $0.name == column }) else { return nil }
    let width = Self.columns.count
    return (0..<(count / max(employees, 1))).map { week in
      (0..<employees).map { values[(week * employees + $0) * width + place] }
    }
  }

  /// The cells of a row.
  func row(_ row: Int) -> [ResultTable.Cell] {
    let width = Self.columns.count
    let identity: [ResultTable.Cell] = [.integer(row / employees), .integer(row % employees)]
    return identity
      + Self.columns.indices.map { column in
        let value = values[row * width + column]
        switch Self.columns[column].type {
        case .integer: return value.isFinite ? .integer(Int(value)) : .missing
        case .boolean: return .boolean(value != 0)
        case .number, .text: return ResultTable.Cell(value)
        }
      }
  }

  private mutating func addChoice(_ ledger: WeekLedger, _ employee: Int) {
    let profile = ledger.truth[employee].profile
    values.append(Double(ledger.teamOf[employee]))
    values.append(ledger.neverGames[employee] ? 1 : 0)
    values.append(agentShares[Int(profile.agentShareIndex)])
    for technique in Technique.allCases {
      values.append(profile.techniques.contains(technique) ? 1 : 0)
    }
    values.append(ledger.credibility[employee])
    values.append(ledger.sanctioned[employee] ? 1 : 0)
    values.append(leadingMetric.map { ledger.scores[$0][employee] } ?? .nan)
  }

  private mutating func addState(_ ledger: WeekLedger, _ employee: Int) {
    guard ledger.states.indices.contains(employee) else {
      values += Self.stateColumns.map { _ in .nan }
      return
    }
    let state = ledger.states[employee]
    values += [
      state.utility, state.effort, state.motivation, state.fatigue, state.trust, state.automation,
      state.leavingProbability, state.hasLeft ? 1 : 0,
    ]
  }

  private mutating func addTruth(_ truth: EmployeeWeekTruth) {
    values += [
      truth.value, truth.manualHours, truth.agentHours, truth.messageHours, truth.agentMessageHours,
      truth.reviewHours,
      truth.reworkHours, truth.incidentHours, truth.gamingHours, truth.honestTokens,
      truth.gamingTokens, truth.mislabelledTokens, Double(truth.honestActiveDays),
      Double(truth.usefulActiveDays), Double(truth.tasksFinished), Double(truth.easyTasks),
      Double(truth.defectsNoticed), Double(truth.defectsHidden), Double(truth.defectsEscaped),
    ]
  }
}

extension EmployeeWeeks {
  private static let choiceColumns: [ResultTable.Column] =
    [
      .init("team", .integer, "Index of the employee's team."),
      .init("never_games", .boolean, "Whether the employee games under no incentive."),
      .init(
        "agent_share", .number, unit: "share", "Share of eligible work to be done with agents."),
    ]
    + Technique.allCases.map {
      .init("uses_\(Measure.columnName(of: $0.name))", .boolean, "Whether chosen: \($0.summary).")
    } + [
      .init("credibility_share", .number, unit: "share", "Belief that the promise is kept."),
      .init("sanctioned", .boolean, "Whether an audit sanctioned the employee this week."),
      .init("leading_metric_score", .number, unit: "score", "The policy's leading metric."),
    ]

  private static let stateColumns: [ResultTable.Column] = [
    .init("utility_h", .number, unit: "hours", "Utility of the week as it looked on Monday."),
    .init("effort_ratio", .number, unit: "ratio", "Working time above the contract's."),
    .init("motivation_ratio", .number, unit: "ratio", "Motivation over where it started."),
    .init("fatigue_coefficient", .number, "Fatigue at the end of the week, 0 rested."),
    .init("trust_share", .number, unit: "share", "Trust at the end of the week."),
    .init("automation_h", .number, unit: "hours", "Hours of value a week that automation does."),
    .init("leaving_probability_share", .number, unit: "share", "Probability of leaving."),
    .init("has_left", .boolean, "Whether the employee left at the end of the week."),
  ]

  private static let truthColumns: [ResultTable.Column] = [
    .init("true_value_h", .number, unit: "hours", "Standard hours of surviving work."),
    .init("manual_hours_h", .number, unit: "hours", "Hours of task work by hand."),
    .init("agent_hours_h", .number, unit: "hours", "Hours of task work with agents."),
    .init("message_hours_h", .number, unit: "hours", "Hours on work that is not a task."),
    .init("agent_message_hours_h", .number, unit: "hours", "The part of them done with agents."),
    .init("review_hours_h", .number, unit: "hours", "Hours spent reviewing."),
    .init("rework_hours_h", .number, unit: "hours", "Hours of rework."),
    .init("incident_hours_h", .number, unit: "hours", "Hours repairing incidents."),
    .init("gaming_hours_h", .number, unit: "hours", "Hours spent on gaming."),
    .init("honest_tokens", .number, unit: "tokens", "Tokens burnt for work."),
    .init("gaming_tokens", .number, unit: "tokens", "Tokens burnt for the metric alone."),
    .init("mislabelled_tokens", .number, unit: "tokens", "Gaming tokens labelled productive."),
    .init("honest_active_days_count", .integer, unit: "count", "Days with a session for work."),
    .init(
      "useful_active_days_count", .integer, unit: "count",
      "Days on which an agent did an item faster than by hand."),
    .init("tasks_finished_count", .integer, unit: "count", "Tasks handed over."),
    .init("easy_tasks_count", .integer, unit: "count", "Tasks of difficulty below one half."),
    .init("defects_noticed_count", .integer, unit: "count", "Defects the maker noticed."),
    .init("defects_hidden_count", .integer, unit: "count", "Noticed defects kept quiet."),
    .init("defects_escaped_count", .integer, unit: "count", "Defects that reached acceptance."),
  ]

  private static let telemetryColumns: [ResultTable.Column] = Observable.allCases.map {
    .init("seen_\($0.name)", .number, unit: $0.unit, "Telemetry: \($0.definition)")
  }
}
