import Experiments
import Foundation
import ScenarioFiles
import WorkplaceModel

/// Writes a study or an experiment as a results folder: tables, their description, the resolved scenario, where
/// everything comes from, and hashes.
///
/// The same scenario run by the same program gives the same bytes in every file.
public struct ResultsWriter: Sendable {
  private let loaded: LoadedScenario
  private let tables: [ResultTable]
  private let findings: [Finding]
  private let activity: Activity
  private let recordedSources: [SourceFile]?

  /// Takes what was read and what came of it.
  ///
  /// - Parameters:
  ///   - loaded: the scenario.
  ///   - tables: the tables in order.
  ///   - findings: what they say in words, most important first.
  ///   - activity: what was done to make them.
  ///   - sources: the files that the scenario was made from, where its own file no longer tells; nil
  ///     to find out.
  public init(
    _ loaded: LoadedScenario, tables: [ResultTable], findings: [Finding], activity: Activity,
    sources: [SourceFile]? = nil
  ) {
    recordedSources = sources
    self.loaded = loaded
    self.tables = tables
    self.findings = findings
    self.activity = activity
  }

  /// Takes a scenario that was read, and the study that came of it.
  public init(_ loaded: LoadedScenario, _ results: StudyResults, sources: [SourceFile]? = nil) {
    self.init(
      loaded, tables: results.tables(), findings: [Finding](results), activity: Activity(results),
      sources: sources)
  }

  /// Writes the folder, replacing earlier results when everything is on the disk.
  ///
  /// - Throws: `FileSystemError`, `ResultsFolderError`, or `CancellationError` when the task was
  ///   cancelled; the folder is then as it was before.
  public func write(to folder: ResultsFolder) throws {
    try folder.replaceContents { staged in
      var written: [WrittenTable] = []
      for table in tables + [findings.table] + ScenarioTables(loaded).all {
        written.append(try staged.addTable(table))
      }
      written.append(try staged.addTable(DataDictionary.table(of: written)))
      let package = DataPackage.descriptor(
        name: loaded.scenario.name, title: loaded.scenario.title, written: written)
      try staged.addFile("datapackage.json", text: package.text() + "\n")
      try staged.addFile(Self.scenarioName, text: loaded.resolvedYAML)
      let provenance = Provenance(
        activity: activity,
        scenario: .init(
          name: Self.scenarioName, digest: SHA256.hexDigest(of: loaded.resolvedYAML)),
        sources: try recordedSources ?? SourceFile.behind(loaded),
        outputs: staged.files.filter { $0.name != Self.scenarioName }
          .map { .init(name: $0.name, digest: $0.digest) },
        policies: zip(loaded.scenario.policies, loaded.policyYAML).map { policy, text in
          .init(name: "policies/\(policy.name)", digest: SHA256.hexDigest(of: text))
        },
        size: size)
      try staged.addFile(RecordedActivity.fileName, text: provenance.document.text() + "\n")
    }
  }

  private var size: [(key: String, value: JSONValue)] {
    let scenario = loaded.scenario
    return [
      ("people", .integer(scenario.roles.reduce(0) { $0 + $1.count })),
      ("horizonWeeks", .integer(scenario.horizonWeeks)),
      ("warmUpWeeks", .integer(scenario.warmUpWeeks)),
      ("evaluationWeeks", .integer(scenario.evaluationWeeks)),
    ]
  }

  /// The name of the resolved scenario in a results folder.
  public static let scenarioName = "scenario.yaml"
}

extension StagedFolder {
  /// Adds one table as CSV.
  ///
  /// - Throws: As `addFile` does.
  mutating func addTable(_ table: ResultTable) throws -> WrittenTable {
    var missing: [Int] = []
    try addFile(table.name + ".csv") { file in missing = try CSVWriter.write(table, to: &file) }
    return WrittenTable(table: table, digest: files.last?.digest ?? "", missing: missing)
  }
}
