import ArgumentParser
import Experiments
import Foundation
import Incentives
import Measures
import Reporting
import ScenarioFiles
import WorkplaceModel

/// `goodhart flip`: which assumption, moved how far, changes the recommendation.
struct Flip: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find which assumption, moved how far, changes the recommended policy.",
    discussion: """
      A recommendation rests on numbers that nobody has measured. This command moves each of them \
      through its usual range, everything else staying as it is, and says where another policy \
      becomes the better one: the boundary, its 95 % interval, how far it lies from the default, \
      and the probability that there is one within the range at all.

      Moved are all numbers of the scenario whose defaults are derived or assumed ('goodhart check' \
      lists them, 'goodhart explain KEY' tells the usual range), and what --vary adds. First the \
      ends of all ranges are simulated with few replications; where a flip may lie, the way there \
      is searched with all of them.

      --plane moves two of them together and maps the best policy.

      Examples:

        goodhart flip Scenarios/meshclaw-small.yaml
        goodhart flip pilot.yaml --vary behaviour.misperception='0..0.4'
        goodhart flip pilot.yaml --no-assumptions --vary economics.hourValue='$50..$200'
        goodhart flip pilot.yaml --plane behaviour.adoptionInertia behaviour.misperception
        goodhart flip pilot.yaml --measure cvar95_annual_loss_usd --refine 5 --contenders 3
      """)

  @OptionGroup var options: ExperimentOptionGroup
  @OptionGroup var factors: FactorOptionGroup

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Move two assumptions together and map the best policy; after the scenario.",
      valueName: "keys"))
  var plane: [String] = []

  @Flag(
    name: .customLong("no-assumptions"),
    help: "Move only what --vary and the scenario's factors name.")
  var leavesAssumptions = false

  @Option(help: ArgumentHelp("The measure that policies are judged by.", valueName: "name"))
  var measure = "net_value_usd"

  @Option(
    help: ArgumentHelp(
      "Replications of the ends of ranges, to find where to search.", valueName: "n")
  )
  var screening = 2

  @Option(
    help: ArgumentHelp(
      "Search only the n most promising directions. (default: all that may hold a flip)",
      valueName: "n"))
  var refine: Int?

  @Option(
    help: ArgumentHelp(
      "Away from the default, simulate only the n policies that are best there. (default: all)",
      valueName: "n"))
  var contenders: Int?

  @Option(
    help: ArgumentHelp(
      "Steps between the default and the end of a range, or points to a side of the plane. "
        + "(default: 4 and 7)", valueName: "n"))
  var grid: Int?

  func validate() throws {
    guard plane.isEmpty || plane.count == 2 else {
      throw ValidationError(
        "--plane \(plane.joined(separator: " ")): expected two keys, after the scenario, such as: "
          + "goodhart flip pilot.yaml --plane behaviour.hassle behaviour.flagCost")
    }
    if plane.count == 2, plane[0] == plane[1] {
      throw ValidationError("--plane: '\(plane[0])' twice; expected two different keys.")
    }
    try Self.check(screening, "--screening", 1...1000)
    try Self.check(refine, "--refine", 1...10_000)
    try Self.check(contenders, "--contenders", 2...10_000)
    try Self.check(grid, "--grid", plane.isEmpty ? 1...100 : 2...100)
  }

  private static func check(_ value: Int?, _ name: String, _ range: ClosedRange<Int>) throws {
    if let value, !range.contains(value) {
      throw ValidationError(
        "\(name) \(value): expected a whole number from \(range.lowerBound) to "
          + "\(range.upperBound).")
    }
  }

  func run() async throws {
    let session = try ExperimentSession("flip", options)
    let measure = try chosenMeasure(of: session.loaded)
    let study = try flipOptions(for: session, measure)
    let clock = StageClock(isQuiet: options.quiet || Invocation.current.isSilent)
    let search = FlipStudy(session.runs, study, onStage: clock.tell)
    do {
      if plane.isEmpty {
        let axes = try FlipAxes(session.loaded, factors, withAssumptions: !leavesAssumptions)
        let results = try await search.flips(along: axes.moved)
        clock.finish(runs: results.runs)
        let text = FlipText(results, measure, fixed: axes.fixed)
        try await session.finish(
          .init(
            tables: [results.flipTable, results.profileTable],
            findings: [Finding](.finding, text.sentences), text: text.text,
            document: FlipDocument(results, measure, fixed: axes.fixed).document,
            arguments: arguments))
      } else {
        let axes = try FlipAxes(session.loaded, factors, plane: plane)
        let map = try await search.map(axes.moved[0], axes.moved[1])
        clock.finish(runs: map.runs)
        let text = FlipMapText(map, measure)
        try await session.finish(
          .init(
            tables: [map.mapTable, map.boundaryTable], findings: text.findings, text: text.text,
            document: FlipMapDocument(map, measure).document, arguments: arguments))
      }
    } catch let error as FlipError {
      throw ValidationError("--measure: \(error).")
    }
  }

  /// The measure, if it tells better from worse.
  private func chosenMeasure(of loaded: LoadedScenario) throws -> Measure {
    let catalogue = MeasureCatalogue(loaded.scenario)
    guard let chosen = catalogue.measure(measure) else {
      let nearest = NearestName.nearest(to: measure, among: catalogue.measures.map(\.identifier))
      throw ValidationError(
        "--measure: there is no measure '\(measure)'; expected one of 'goodhart list measures'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? "."))
    }
    guard chosen.preference != .neutral else {
      throw ValidationError(
        "--measure \(measure): neither more nor less of it is better by itself; expected a measure "
          + "that tells good policies from bad, such as net_value_usd.")
    }
    guard !chosen.needsCounterfactuals else {
      throw ValidationError(
        "--measure \(measure): it needs the same runs under other conditions, which only "
          + "'goodhart run' makes; expected a measure of single runs, such as net_value_usd.")
    }
    return chosen
  }

  private func flipOptions(
    for session: ExperimentSession, _ measure: Measure
  ) throws -> FlipOptions {
    let scenario = session.loaded.scenario
    guard scenario.policies.count >= 2 else {
      throw ValidationError(
        "--policies: there is only '\(scenario.policies[0].name)'; expected at least two policies.")
    }
    guard scenario.plannedReplications >= 2 else {
      throw ValidationError(
        "--replications 1: expected at least 2, since one says nothing about precision.")
    }
    var study = FlipOptions()
    study.measure = measure.identifier
    study.prefersHigher = measure.preference == .higher
    study.replications = scenario.plannedReplications
    study.screeningReplications = screening
    study.refined = refine
    study.contenders = contenders
    study.seed = scenario.seed
    if let grid { (study.grid, study.planeGrid) = (grid, grid) }
    return study
  }

  /// Words that make the same results from the resolved scenario.
  private var arguments: [String] {
    var words = factors.vary.flatMap { ["--vary", $0] }
    if !plane.isEmpty { words += ["--plane"] + plane }
    if leavesAssumptions { words.append("--no-assumptions") }
    words += ["--measure", measure, "--screening", String(screening)]
    for (name, value) in [("--refine", refine), ("--contenders", contenders), ("--grid", grid)] {
      if let value { words += [name, String(value)] }
    }
    return words
  }
}

/// Tells before each stage what it will cost, and at the end what all took.
private final class StageClock: Sendable {
  private let isQuiet: Bool
  private let start = ContinuousClock.now

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  @Sendable func tell(_ stage: FlipStage) {
    switch stage {
    case .atDefault(let runs): say("nothing moved: \(runs) runs")
    case .screening(let directions, let runs):
      say("ends of ranges: \(directions) directions, \(runs) runs")
    case .searching(let directions, let runs, let most):
      say("on the way: \(directions) directions, \(runs) to \(most) runs")
    case .mapping(let cells, let runs):
      say("plane: \(cells) cells, \(runs) runs, then some more along the boundary")
    }
  }

  func finish(runs: Int) { say("\(runs) runs in all") }

  private func say(_ text: String) {
    guard !isQuiet else { return }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    Console.printMessage("\(text) (after \(String(format: "%.1f", seconds)) s)")
  }
}
