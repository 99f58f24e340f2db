import ArgumentParser
import Experiments
import Foundation
import Reporting
import ScenarioFiles
import Synchronization
import WorkplaceModel

/// `goodhart run`: simulate, compare, write.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate every policy of a scenario, compare them, write the results.",
    discussion: """
      Prints what the metric claims, what is true, how it is gamed, what it risks and what it \
      costs, with 95 % intervals and paired differences to the baseline, and writes a folder of \
      tables (CSV with a data package, a dictionary, provenance and hashes).

      Then every policy is simulated again without its metric and without gaming: the difference \
      is what the metric did. --counterfactuals none leaves that out and halves the time.

      The same scenario, seed and version give the same bytes, however many threads run. Every \
      finished run is kept until the results are written: after Ctrl-C, a crash or a kill, the same \
      command goes on from there.

      Examples:

        goodhart run Scenarios/meshclaw-small.yaml
        goodhart run pilot.yaml --policies tokenBoard,outcomeKPI --replications 100
        goodhart run pilot.yaml --set horizon='26 weeks'
        goodhart run pilot.yaml --format json | jq .findings
        goodhart run pilot.yaml --corners --corner-replications 5
        goodhart run pilot.yaml --shard 0/2 --out first.sqlite
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

  @OptionGroup var keeping: KeepingOptionGroup

  @OptionGroup var reporting: ReportOptionGroup

  @Option(help: "How to print the comparison.")
  var format: OutputFormat = .table

  @Option(help: "Which measures to print; the tables always hold all.")
  var measures: MeasureSelection = .headline

  @Option(
    help: ArgumentHelp(
      """
      What to simulate beside every policy, in place of the file's: the same without gaming \
      (honest), and also without the metric (all).
      """, valueName: "which"))
  var counterfactuals: CounterfactualSelection?

  @Flag(
    help: """
      Also compare the policies where friction of adoption, severity of incidents and credibility \
      of the promise are low or high.
      """)
  var corners = false

  @Option(
    help: ArgumentHelp("Replications of every corner, in place of the file's.", valueName: "n"))
  var cornerReplications: Int?

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
    if let cornerReplications, cornerReplications < 1 {
      throw ValidationError(
        "--corner-replications \(cornerReplications): expected a whole number of at least 1.")
    }
    if let out, out.isEmpty { throw ValidationError("--out: expected the path of a folder.") }
  }

  func run() async throws {
    let loaded = try study.load(with: settings)
    let isQuiet = quiet || Invocation.current.isSilent
    if !isQuiet { loaded.warnings.forEach { Console.printMessage($0.rendered) } }
    let title = "Results/\(loaded.scenario.name)"
    let shard = keeping.parsedShard
    let folder = ResultsFolder(path: shard == nil ? out ?? title : title)
    if shard == nil { try folder.checkWritableInput() }
    let options = options(for: loaded.scenario)
    let kept = try RunKeeping(
      RunKeeping.Session(
        command: "run", words: Activity.words(for: options), loaded: loaded, folder: folder,
        shardFile: out ?? shard.map { $0.fileName(of: title + "-run") } ?? "",
        runs: StudyRunner.runCount(loaded.scenario, options), isQuiet: isQuiet), keeping)
    let interruption = Interruption { kept.notice }
    let progress = ProgressReport(
      quiet ? .none : .standard(isForPrograms: format == .json))
    // What the policies say is shown while the rest is still simulated.
    let showsEarly = !isQuiet && format == .table
    let selection: StudyComparison.Selection = measures == .all ? .all : .headline
    let wasShown = Mutex(false)
    let results = try await StudyRunner.run(
      loaded.scenario, options: options, archive: kept.archive, mode: kept.mode,
      onProgress: progress.show,
      onPolicies: { results in
        guard showsEarly else { return }
        progress.clear()
        wasShown.withLock { $0 = true }
        let presentation = StudyPresentation(results, selection, folder: folder.path)
        Console.printResult(presentation.policiesText + "\n\n")
      })
    progress.finish()
    let writer = ResultsWriter(loaded, results, sources: Invocation.current.sources)
    try await interruption.whileWriting { try writer.write(to: folder) }
    try kept.finish()
    let page = try reporting.write(for: folder, isQuiet: isQuiet)
    guard !isQuiet else { return }
    let presentation = StudyPresentation(results, selection, folder: folder.path, page: page)
    Console.printResult(
      wasShown.withLock { $0 } ? presentation.remainderText : presentation.text(as: format))
    if format != .table {
      presentation.cautions.forEach { Console.printMessage("caution: \($0)") }
    }
  }

  /// What the options set in the scenario, so that the resolved scenario says how it was run.
  private var settings: [(path: String, value: String)] {
    var settings: [(path: String, value: String)] = []
    if let counterfactuals {
      settings.append(("compare.counterfactuals", counterfactuals.rawValue))
    }
    if corners { settings.append(("compare.robustness", "corners")) }
    if let cornerReplications {
      settings.append(("compare.corners.replications", "\(cornerReplications)"))
    }
    return settings
  }

  private func options(for scenario: Scenario) -> StudyOptions {
    StudyOptions(
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      commonRandomNumbers: !independentNumbers, forkWarmState: !repeatedWarmUp,
      keepEmployeeWeeks: employees, counterfactuals: scenario.design.counterfactuals,
      corners: scenario.design.showsCorners ? scenario.design.corners : nil)
  }
}

extension CounterfactualSelection: ExpressibleByArgument {}
