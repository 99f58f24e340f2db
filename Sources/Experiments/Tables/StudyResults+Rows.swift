import Measures
import WorkplaceModel

extension StudyResults {
  /// One row for each policy and replication: every measure.
  public func replications() -> ResultTable {
    let rows = eachRun { policy, replication, run in
      [
        .text(scenario.policies[policy].name), .integer(replication),
        .text(Self.hexadecimal(run.fingerprint)), .integer(Int(run.events)),
      ] + run.record.measures.map { ResultTable.Cell($0) }
    }
    return ResultTable(
      name: "replications", title: "Every measure in every replication.",
      columns: [
        Self.policyColumn, Self.replicationColumn,
        .init("fingerprint", .text, "Hash over the trajectory."),
        .init("events_count", .integer, unit: "count", "Events executed under the policy."),
      ] + Self.columns(catalogue.measures),
      primaryKey: ["policy", "replication"], rows: rows)
  }

  /// One row for each policy, replication and week of the horizon: every weekly measure.
  public func weekly() -> ResultTable {
    let weeks = scenario.horizonWeeks
    let replications = scenario.replications
    let names = scenario.policies.map(\.name)
    let runs = runs
    return ResultTable(
      name: "weekly", title: "Every weekly measure in every week of every replication.",
      columns: [
        Self.policyColumn, Self.replicationColumn,
        .init("week", .integer, "Week of the horizon, from 0."),
      ] + Self.columns(catalogue.weeklyMeasures),
      primaryKey: ["policy", "replication", "week"],
      rows: .init(count: names.count * replications * weeks) { row in
        let (run, week) = row.quotientAndRemainder(dividingBy: weeks)
        let (policy, replication) = run.quotientAndRemainder(dividingBy: replications)
        let values = runs[policy][replication].record.weekly[week]
        return [.text(names[policy]), .integer(replication), .integer(week)]
          + values.map { ResultTable.Cell($0) }
      })
  }

  /// One row for each incident.
  public func incidents() -> ResultTable {
    let rows = eachRun { policy, replication, run in
      run.record.incidents.enumerated().map { number, incident -> [ResultTable.Cell] in
        [
          .text(scenario.policies[policy].name), .integer(replication), .integer(number),
          .integer(incident.week), .init(incident.hour), .integer(incident.employee),
          .text(incident.kind.name), .text(Self.name(of: incident.cause)),
          .boolean(incident.fromGaming), .init(incident.lossUSD), .init(incident.detectionHours),
        ]
      }
    }
    return ResultTable(
      name: "incidents", title: "Every incident of every replication.",
      columns: [
        Self.policyColumn, Self.replicationColumn,
        .init("incident", .integer, "Number of the incident in the replication, from 0."),
        .init("week", .integer, "Week of the horizon, from 0."),
        .init("time_h", .number, unit: "hours", "Clock hours since the replication began."),
        .init("employee", .integer, "Index of the employee whose work or agent caused it."),
        .init("class", .text, "Class of incident."),
        .init("cause", .text, "What led to it."),
        .init("from_gaming", .boolean, "Whether the action served the metric alone."),
        .init("loss_usd", .number, unit: "usd", "Loss."),
        .init("detection_h", .number, unit: "hours", "Hours until it was noticed."),
      ], primaryKey: ["policy", "replication", "incident"], rows: rows.flatMap { $0 })
  }

  /// One row for each policy, replication, week and employee; nil unless they were kept.
  public func employeeWeeks() -> ResultTable? {
    guard options.keepEmployeeWeeks else { return nil }
    let names = scenario.policies.map(\.name)
    let replications = scenario.replications
    let parts = runs.map { $0.compactMap(\.employeeWeeks) }
    let rowsPerRun = parts.first?.first?.count ?? 0
    return ResultTable(
      name: "employee_weeks", title: "What each employee did in each week, truth and telemetry.",
      columns: [
        Self.policyColumn, Self.replicationColumn,
        .init("week", .integer, "Week of the horizon, from 0."),
        .init("employee", .integer, "Index of the employee."),
      ] + EmployeeWeeks.columns,
      primaryKey: ["policy", "replication", "week", "employee"],
      rows: .init(count: names.count * replications * rowsPerRun) { row in
        let (run, position) = row.quotientAndRemainder(dividingBy: rowsPerRun)
        let (policy, replication) = run.quotientAndRemainder(dividingBy: replications)
        return [.text(names[policy]), .integer(replication)]
          + parts[policy][replication].row(position)
      })
  }

  private func eachRun<Result>(_ body: (Int, Int, PolicyRun) -> Result) -> [Result] {
    runs.indices.flatMap { policy in
      runs[policy].indices.map { body(policy, $0, runs[policy][$0]) }
    }
  }

  private static func columns(_ measures: [Measure]) -> [ResultTable.Column] {
    measures.map { .init($0.identifier, .number, unit: $0.unit.rawValue, $0.definition) }
  }

  private static func name(of cause: IncidentCause) -> String {
    switch cause {
    case .agentError: "agentError"
    case .injection: "injection"
    case .defect: "defect"
    }
  }

  /// Sixteen hexadecimal digits.
  static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
