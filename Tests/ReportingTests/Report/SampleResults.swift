import Experiments
import Foundation
import ScenarioFiles
import WorkplaceModel

@testable import Reporting

/// Results folders of real studies, made once for all tests of reports.
enum SampleResults {
  /// Three policies of the small seed case, with counterfactuals and corners.
  static let small = Task {
    try await folder(
      scenario: "Scenarios/meshclaw-small.yaml",
      policies: ["noMetric", "tokenBoard", "outcomeKPI"], replications: 3, corners: true)
  }

  /// A study with a single policy and a single replication: no intervals, nothing to compare.
  static let single = Task {
    try await folder(
      scenario: "Scenarios/meshclaw-small.yaml", policies: ["tokenBoard"], replications: 1,
      corners: false, settings: [("compare.baseline", "tokenBoard")])
  }

  /// The folder of a study.
  static func folder(
    scenario path: String, policies: [String]?, replications: Int, corners: Bool,
    settings: [(path: String, value: String)] = []
  ) async throws -> ScratchFolder {
    let scratch = ScratchFolder()
    let loaded = try ScenarioLoader.load(
      path: repository + "/" + path,
      overrides: ScenarioOverrides(
        seed: nil, replications: replications, policies: policies,
        settings: settings + [("compare.corners.replications", "2")]))
    let results = try await StudyRunner.run(
      loaded.scenario,
      options: StudyOptions(
        threads: 2, counterfactuals: .all, corners: corners ? loaded.scenario.design.corners : nil))
    try ResultsWriter(loaded, results).write(to: ResultsFolder(path: scratch.path("out")))
    return scratch
  }

  /// The folder of the package.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
}
