import Experiments
import Foundation
import Reporting
import ScenarioFiles
import WorkplaceModel

/// One experiment from the command line: the scenario it is about, its runs, and its results.
///
/// A command loads a session, draws its conclusions from `runs`, and hands what it found to
/// `finish`, which writes the folder and prints.
struct ExperimentSession {
  let loaded: LoadedScenario
  /// Where runs come from.
  let runs: SimulatedRuns
  private let name: String
  private let options: ExperimentOptionGroup
  private let folder: ResultsFolder
  private let progress: ProgressLine
  private let interruption: Interruption

  /// What an experiment found.
  struct Report {
    /// The tables of the results folder.
    var tables: [ResultTable]
    /// What is printed for people.
    var text: String
    /// What is printed for machines.
    var document: JSONValue
    /// Words of the command that makes the results again, after `goodhart NAME scenario.yaml`.
    var arguments: [String] = []
  }

  /// Reads the scenario and makes ready.
  ///
  /// - Parameter name: the command, which also ends the folder's name.
  /// - Throws: `ScenarioErrors`, `ResultsFolderError`, `FileSystemError`.
  init(_ name: String, _ options: ExperimentOptionGroup) throws {
    self.name = name
    self.options = options
    loaded = try options.study.load()
    if !options.quiet { loaded.warnings.forEach { Console.printMessage($0.rendered) } }
    folder = ResultsFolder(path: options.out ?? "Results/\(loaded.scenario.name)-\(name)")
    do {
      try folder.checkWritable()
    } catch let error as FileSystemError {
      Console.printMessage("error: \(error)")
      throw ExitStatus.badInput
    }
    interruption = Interruption()
    let progress = ProgressLine(isVisible: Console.canRedraw && !options.quiet)
    self.progress = progress
    runs = SimulatedRuns(
      ScenarioSpace(loaded),
      threads: options.threads ?? ProcessInfo.processInfo.activeProcessorCount,
      onProgress: { progress.show($0) })
  }

  /// Writes the results folder and prints what was found.
  func finish(_ report: Report) async throws {
    progress.clear()
    let writer = ResultsWriter(
      loaded, tables: report.tables,
      activity: Activity(
        label: "\(name) of \(loaded.scenario.name)",
        command: ["goodhart", name, "scenario.yaml"] + report.arguments,
        facts: [("seed", .string(String(loaded.scenario.seed)))]))
    let folder = folder
    try await interruption.whileWriting { try writer.write(to: folder) }
    guard !options.quiet else { return }
    switch options.format {
    case .table: Console.printResult(report.text)
    case .json: Console.printResult(report.document.text())
    case .csv:
      for table in report.tables.prefix(1) { Console.printResult(try CSVWriter.text(of: table)) }
    }
  }
}

extension ScenarioSpace {
  /// A scenario that was read, and what becomes of it when keys are set otherwise.
  init(_ loaded: LoadedScenario) {
    self.init(loaded.scenario) { point in try loaded.variant(point.settings.map(\.pair)).scenario }
  }
}

extension Setting {
  /// The path and the value, as the reader of scenarios takes them.
  fileprivate var pair: (path: String, value: String) { (path, value) }
}
