@testable import Incentives

/// Hand-written and random employee-week tables.
enum SamplePanels {
  /// Two teams of two in two weeks, with round numbers that can be checked by hand.
  ///
  /// Employees 0 and 1 form team 0, 2 and 3 team 1; employee 2 is a tester (role 1), the others are
  /// developers (role 0); employee 3 has no agent seat. Last week only a little was recorded.
  static func fourEmployees(formulas: [MetricFormula]) -> ObservationPanel {
    var panel = ObservationPanel(teams: [0, 0, 1, 1], roles: [0, 0, 1, 0], formulas: formulas)
    set(&panel, lastWeek)
    panel.advanceWeek()
    set(&panel, thisWeek)
    return panel
  }

  private static let lastWeek: KeyValuePairs<Observable, [Double]> = [
    .activeDays: [4, 0, 2, 0], .freshInputTokens: [6e6, 0, 2e6, 0], .agentCost: [4, 0, 1, 0],
    .editsProposed: [20, 0, 4, 0], .editsAccepted: [5, 0, 1, 0], .toolCalls: [0, 0, 3, 0],
  ]

  private static let thisWeek: KeyValuePairs<Observable, [Double]> = [
    .activeDays: [5, 3, 0, 0], .sessions: [10, 4, 0, 0], .requests: [100, 20, 0, 0],
    .freshInputTokens: [2e6, 1e6, 0, 0], .cacheReadTokens: [6e6, 1e6, 0, 0],
    .cacheWriteTokens: [1e6, 0.5e6, 0, 0], .outputTokens: [1e6, 0.5e6, 0, 0],
    .productiveLabelTokens: [4e6, 3e6, 0, 0], .agentCost: [8, 2, 0, 0],
    .toolCalls: [50, 0, 0, 0], .linesSuggested: [1000, 200, 0, 0],
    .linesAccepted: [400, 100, 0, 0], .linesAdded: [500, 200, 50, 100],
    .linesRemoved: [100, 20, 10, 40], .editsProposed: [40, 10, 0, 0],
    .editsAccepted: [30, 2, 0, 0], .commits: [10, 6, 2, 4], .commitsWithAI: [6, 1, 0, 0],
    .pullRequestsOpened: [5, 3, 1, 2], .pullRequestsOpenedWithAI: [4, 1, 0, 0],
    .pullRequestsMerged: [4, 2, 1, 2], .pullRequestsMergedWithAI: [3, 1, 0, 0],
    .pullRequestHoursToMerge: [20, 6, 8, 2], .reviewsDone: [1, 2, 6, 1],
    .deployments: [4, 2, 0, 2], .failedDeployments: [1, 0, 0, 1],
    .reworkDeployments: [1, 0, 0, 0], .restoreHours: [3, 0, 0, 5], .tasksTried: [10, 5, 4, 5],
    .tasksCompleted: [9, 5, 4, 4], .tasksAccepted: [8, 4, 4, 4],
    .tasksAcceptedFirstTry: [6, 4, 3, 4], .tasksReopened: [1, 0, 0, 0],
    .tasksStayedDone: [5, 3, 2, 3], .aiTasksTried: [8, 2, 0, 0], .aiTasksAccepted: [6, 1, 0, 0],
    .hoursSavedClaimed: [4, 1, 0, 0], .errorsReported: [2, 0, 1, 1],
    .incidentsReported: [1, 0, 0, 0], .lossReported: [500, 0, 0, 0],
    .messagesHandled: [40, 30, 80, 20], .hoursWorked: [40, 32, 40, 36],
    .featureHours: [20, 16, 4, 8], .surveyScore: [70, 80, 60, 90], .seat: [1, 1, 1, 0],
  ]

  private static func set(
    _ panel: inout ObservationPanel, _ week: KeyValuePairs<Observable, [Double]>
  ) {
    for (observable, values) in week {
      for (employee, value) in values.enumerated() { panel[employee, observable] = value }
    }
  }

  /// A table of small whole numbers with ties, zeros, an absentee and a newcomer.
  static func random(employees: Int, weeks: Int, seed: UInt64) -> ObservationPanel {
    var generator = SplitMix(state: seed)
    var panel = ObservationPanel(
      teams: (0..<employees).map { $0 / 4 }, roles: (0..<employees).map { $0 % 2 },
      history: .all, historyWeeks: weeks)
    for week in 0...weeks {
      for employee in 0..<employees {
        for observable in Observable.allCases {
          panel[employee, observable] = Double(generator.next() % 9)
        }
      }
      if week == weeks - 2 { panel.replace(employee: employees - 1) }
      panel.setEmployed(week != weeks - 1, employee: 0)
      if week < weeks { panel.advanceWeek() }
    }
    return panel
  }

  /// Whether two values are both missing or equal but for rounding.
  static func agree(_ first: Double, _ second: Double) -> Bool {
    if first.isNaN || second.isNaN { return first.isNaN && second.isNaN }
    return abs(first - second) <= 1e-9 * max(1, abs(first), abs(second))
  }

  /// The values of a formula on a one-column table.
  static func values(
    _ source: String, _ column: [Double], of observable: Observable = .commits,
    teams: [Int]? = nil
  ) throws -> [Double] {
    let formula = try MetricFormula(source)
    var panel = ObservationPanel(
      teams: teams ?? Array(repeating: 0, count: column.count), formulas: [formula])
    for (employee, value) in column.enumerated() { panel[employee, observable] = value }
    return formula.values(in: panel)
  }

  /// The values of a formula for one employee at the end of every one of the given weeks.
  static func weekly(
    _ source: String, _ weeks: [Double], of observable: Observable = .commits
  ) throws -> [Double] {
    let formula = try MetricFormula(source)
    var panel = ObservationPanel(teams: [0], formulas: [formula])
    return weeks.map { value in
      panel[0, observable] = value
      defer { panel.advanceWeek() }
      return formula.values(in: panel)[0]
    }
  }
}
