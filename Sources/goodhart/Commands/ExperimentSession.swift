import Experiments
import Foundation
import Reporting
import ScenarioFiles
import WorkplaceModel

/// One experiment from the command line: the scenario it is about, its runs, and its results.
///
/// A command loads a session, draws its conclusions from `runs`, and hands what it found to
/// `finish`, which writes the folder and prints. Every finished run is kept until then, so that a
/// session that is stopped goes on where it was.
struct ExperimentSession {
  let loaded: LoadedScenario
  /// Where runs come from.
  let runs: SimulatedRuns
  private let name: String
  private let options: ExperimentOptionGroup
  private let folder: ResultsFolder
  private let keeping: RunKeeping
  private let progress: ProgressReport
  private let interruption: Interruption
  private let ownWords: [String]

  /// What an experiment found.
  struct Report {
    /// The tables of the results folder.
    var tables: [ResultTable]
    /// What they say in words, most important first.
    var findings: [Finding]
    /// What is printed for people.
    var text: String
    /// What is printed for machines.
    var document: JSONValue
    /// Words of the command that makes the results again, after `goodhart NAME scenario.yaml`; as they
    /// were typed where this is empty.
    var arguments: [String] = []
  }

  /// The experiments whose runs are known before any is made, so that they can be cut into shards.
  private static let fixedDesigns: Set<String> = ["run", "sweep", "attribute"]

  /// Reads the scenario and makes ready.
  ///
  /// - Parameter name: the command, which also ends the folder's name.
  /// - Throws: `ScenarioErrors`, `ResultsFolderError`, `FileSystemError`, `RunArchiveError`.
  init(_ name: String, _ options: ExperimentOptionGroup) throws {
    self.name = name
    self.options = options
    let isFixed = Self.fixedDesigns.contains(name)
    if let shard = options.keeping.shard, !isFixed {
      Console.printMessage(
        """
        error: --shard \(shard): goodhart \(name) decides from what it has seen which runs to make \
        next, so they cannot be dealt out beforehand; use --threads.
        """)
      throw ExitStatus.badInput
    }
    loaded = try options.study.load()
    if !options.quiet { loaded.warnings.forEach { Console.printMessage($0.rendered) } }
    let title = "Results/\(loaded.scenario.name)-\(name)"
    let shard = options.keeping.parsedShard
    folder = ResultsFolder(path: shard == nil ? options.out ?? title : title)
    if shard == nil { try folder.checkWritableInput() }
    ownWords = Invocation.current.ownWords(scenario: options.study.scenario)
    let keeping = try RunKeeping(
      RunKeeping.Session(
        command: name, words: ownWords, loaded: loaded, folder: folder,
        shardFile: options.out ?? shard.map { $0.fileName(of: title) } ?? "",
        isQuiet: options.quiet || Invocation.current.isSilent), options.keeping)
    self.keeping = keeping
    interruption = Interruption { keeping.notice }
    let progress = ProgressReport(
      options.quiet ? .none : .standard(isForPrograms: options.format == .json),
      isOpenEnded: !isFixed)
    self.progress = progress
    runs = SimulatedRuns(
      ScenarioSpace(loaded), archive: keeping.archive,
      threads: options.threads ?? ProcessInfo.processInfo.activeProcessorCount,
      mode: keeping.mode, onProgress: progress.show)
  }

  /// The same runs, of which none is kept: to find out what they cost.
  var trialRuns: SimulatedRuns {
    SimulatedRuns(
      ScenarioSpace(loaded),
      threads: options.threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Writes the results folder and prints what was found.
  func finish(_ report: Report) async throws {
    progress.finish()
    let words = report.arguments.isEmpty ? ownWords : report.arguments
    let writer = ResultsWriter(
      loaded, tables: report.tables, findings: report.findings,
      activity: Activity(
        label: "\(name) of \(loaded.scenario.name)",
        command: ["goodhart", name, ResultsWriter.scenarioName] + words,
        facts: [("seed", .string(String(loaded.scenario.seed)))]),
      sources: Invocation.current.sources)
    let folder = folder
    try await interruption.whileWriting { try writer.write(to: folder) }
    try keeping.finish()
    let page = try options.reporting.write(for: folder, isQuiet: options.quiet)
    guard !options.quiet, !Invocation.current.isSilent else { return }
    UndefinedValuesText(runs.undefinedValues(), loaded.scenario).cautions.forEach {
      Console.printMessage("caution: \($0)")
    }
    switch options.format {
    case .table:
      Console.printResult(report.text + "\n\n" + ResultsLine(folder: folder.path, page: page).text)
    case .json: Console.printResult(report.document.text())
    case .csv:
      for table in report.tables.prefix(1) { Console.printResult(CSVWriter.text(of: table)) }
    }
  }
}

extension ResultsFolder {
  /// A folder that cannot be written is bad input while nothing has been simulated for it.
  func checkWritableInput() throws {
    do {
      try checkWritable()
    } catch let error as FileSystemError {
      throw ExitStatus.refusal("\(error)")
    }
  }
}

extension Shard {
  /// The file of a shard beside the results folder it belongs to.
  func fileName(of folder: String) -> String { "\(folder).shard-\(index)-of-\(count).sqlite" }
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
