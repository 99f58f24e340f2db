import Experiments
import Foundation
import ScenarioFiles
import WorkplaceModel

/// A study of eight people over a few weeks, in the language of the shipped files.
enum TinyStudy {
  /// The scenario, with more policies if asked for.
  static func scenario(adding policies: String = "") throws -> Scenario {
    let text = """
      scenario: tiny
      extends: library/software-organisation.yaml
      horizon: 4 weeks
      warmUp: 1 weeks
      evaluation: 3 weeks
      seed: 7
      replications: 2
      workforce:
        developer: {count: 8, teamSize: 4}
      policies:
        noMetric: {title: No metric}
        board:
          metrics:
            tokens: {formula: total_tokens}
            active: {formula: active_days >= 1}
          board: {metric: tokens, visibleTo: organisation}
          target: {metric: active, goal: 80 %, of: team}
        outcome:
          metrics:
            accepted: {formula: tasks_accepted}
          reward: {metric: accepted, kind: bonus, share: 8 % of pay}
      \(policies)
      compare: {baseline: noMetric}
      """
    let scenarios = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Scenarios")
    return try ScenarioLoader.load(
      text: text, fileName: scenarios.appendingPathComponent("tiny.yaml").path
    ).scenario
  }

  /// An audited board, as a file would add it.
  static let audited = "  audited: {extends: board, audit: {rate: 20 % / week}}"

  /// The study on one thread with employee weeks, simulated once for all tests.
  static let common = Task {
    try await results(options: StudyOptions(keepEmployeeWeeks: true))
  }

  /// The study with every counterfactual, simulated once for all tests.
  static let counterfactual = Task {
    try await results(options: StudyOptions(counterfactuals: .all))
  }

  /// The study's results.
  static func results(
    adding policies: String = "", options: StudyOptions = StudyOptions()
  ) async throws -> StudyResults {
    try await StudyRunner.run(scenario(adding: policies), options: options)
  }
}

extension StudyResults {
  /// The tables whose rows are of one policy by itself: all but those that compare each with all others.
  func tablesOfSinglePolicies() -> [ResultTable] {
    tables().filter { !["selection", "pairs"].contains($0.name) }
  }
}

extension ResultTable {
  /// The rows of one policy.
  func rows(of policy: String) -> [[Cell]] {
    rows.filter { $0[0] == .text(policy) }
  }

  /// All rows.
  var allRows: [[Cell]] { Array(rows) }
}
