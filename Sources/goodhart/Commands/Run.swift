import ArgumentParser
import Experiments
import Foundation
import Reporting
import ScenarioFiles
import WorkplaceModel

/// `goodhart run`: simulate, compare, write.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate every policy of a scenario, compare them, write the results.",
    discussion: """
      Prints what the metric claims, what is true, how it is gamed, what it risks and what it \
      costs, with 95 % intervals and paired differences to the baseline, and writes a folder of \
      tables (CSV with a data package, a dictionary, provenance and hashes).

      The same scenario, seed and version give the same bytes, however many threads run.

      Examples:

        goodhart run Scenarios/meshclaw-small.yaml
        goodhart run pilot.yaml --policies tokenBoard,outcomeKPI --replications 100
        goodhart run pilot.yaml --set horizon='26 weeks'
        goodhart run pilot.yaml --format json | jq .findings
        cat pilot.yaml | goodhart run - --out pilot-results --quiet
      """)

  @OptionGroup var study: StudyOptionGroup

  @Option(
    help: ArgumentHelp(
      "Folder for the results. (default: Results/NAME-OF-THE-SCENARIO)", valueName: "folder"),
    completion: .directory)
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Replications simulated at the same time. (default: one for each core)", valueName: "n"))
  var threads: Int?

  @Option(help: "How to print the comparison.")
  var format: OutputFormat = .table

  @Option(help: "Which measures to print; the tables always hold all.")
  var measures: MeasureSelection = .headline

  @Flag(help: "Also write what each employee did in each week (large).")
  var employees = false

  @Flag(help: "Print no progress, no warnings and no comparison; only errors.")
  var quiet = false

  @Flag(
    name: .customLong("no-common-random-numbers"),
    help: "Give every policy its own random numbers, to see what sharing them pays.")
  var independentNumbers = false

  @Flag(
    name: .customLong("no-fork"),
    help: "Simulate the warm-up anew for every policy; slower, with the same figures.")
  var repeatedWarmUp = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): expected a whole number from 1 to 1024.")
    }
    if let out, out.isEmpty { throw ValidationError("--out: expected the path of a folder.") }
  }

  func run() async throws {
    let loaded = try study.load()
    if !quiet { loaded.warnings.forEach { Console.printMessage($0.rendered) } }
    let folder = ResultsFolder(path: out ?? "Results/\(loaded.scenario.name)")
    try checkWritable(folder)
    let interruption = Interruption()
    let progress = ProgressLine(isVisible: Console.canRedraw && !quiet)
    let results = try await StudyRunner.run(
      loaded.scenario,
      options: StudyOptions(
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
        commonRandomNumbers: !independentNumbers, forkWarmState: !repeatedWarmUp,
        keepEmployeeWeeks: employees),
      onProgress: progress.show)
    progress.clear()
    let writer = ResultsWriter(loaded, results)
    try await interruption.whileWriting { try writer.write(to: folder) }
    guard !quiet else { return }
    let presentation = StudyPresentation(
      results, measures == .all ? .all : .headline, folder: folder.path)
    Console.printResult(presentation.text(as: format))
    if format != .table {
      presentation.cautions.forEach { Console.printMessage("caution: \($0)") }
    }
  }

  /// A folder that cannot be written is bad input while nothing has been simulated for it.
  private func checkWritable(_ folder: ResultsFolder) throws {
    do {
      try folder.checkWritable()
    } catch let error as FileSystemError {
      Console.printMessage("error: \(error)")
      throw ExitStatus.badInput
    }
  }
}
