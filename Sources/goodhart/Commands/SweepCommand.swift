import ArgumentParser
import Experiments
import Foundation
import Measures
import Reporting
import ScenarioFiles
import WorkplaceModel

/// `goodhart sweep`: every policy at many points of what is uncertain.
struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Vary assumptions and design parameters; say where policies win and what decides.",
    discussion: """
      Runs every policy at many points of the space that the factors span, on the same people, \
      work and luck at each, and tells which policy is best where, how much each factor matters, \
      and in which corner of the space the best policy loses.

      A factor is any key of the scenario, or a parameter that formulas name as ${name}:

        --vary behaviour.adoptionInertia='0 h..3 h'       between two ends
        --vary parameters.cap='10 Mtok..100 Mtok log'     in equal ratios
        --vary behaviour.decisionRule='logit, imitation'  one by one

      Designs, and what they can tell of k factors:

        sobol      shares of variance; groups of k + 2 rows
        morris     which factors can be left out, from few rows; groups of k + 1
        lhs        an even spread; coefficients of a regression
        factorial  every combination of --levels values of each

      Examples:

        goodhart sweep pilot.yaml --rows 40 --replications 2 \\
          --vary behaviour.adoptionInertia='0 h..3 h' \\
          --vary economics.hourValue='$50..$200'
        goodhart sweep pilot.yaml --design morris --rows 200 --measures headline
        goodhart sweep pilot.yaml --points points.csv    columns are keys
        goodhart sweep pilot.yaml --rows 2000 --dry-run  how long it would take

      Writes sweep.csv (a row for each point, policy and measure), points.csv, sensitivity.csv and \
      boxes.csv.
      """)

  @OptionGroup var options: ExperimentOptionGroup
  @OptionGroup var factorOptions: FactorOptionGroup
  @OptionGroup var designOptions: DesignOptionGroup

  @Option(
    help: ArgumentHelp(
      "What to keep: headline, all, or names separated by commas, the first of which decides who "
        + "wins. (default: \(SweepMeasures.usual.joined(separator: ", ")))",
      valueName: "names"))
  var measures: String?

  @Flag(help: "Print how many runs it takes and about how long; simulate one point only.")
  var dryRun = false

  func run() async throws {
    let session = try ExperimentSession("sweep", options)
    let measures = try SweepMeasures.named(measures, of: session.loaded.scenario)
    let design = try designOptions.design(factorOptions, of: session.loaded)
    let sweep = Sweep(
      design, replications: session.loaded.scenario.plannedReplications, measures: measures)
    if dryRun { return try await printCost(of: sweep, session) }
    let start = ContinuousClock.now
    let results = try await sweep.results(from: session.runs)
    let standing = SweepStanding(results)
    let seed = session.loaded.scenario.seed
    let text = SweepText(
      results, standing, scenario: session.loaded.scenario.name, seed: seed,
      seconds: (ContinuousClock.now - start) / .seconds(1))
    let findings = SweepFindings(results, standing, seed: seed)
    try await session.finish(
      ExperimentSession.Report(
        tables: results.tables(standing, seed: seed),
        findings: [Finding](.finding, findings.sentences) + [Finding](.caution, findings.cautions),
        text: text.text,
        document: SweepDocument(results, standing, seed: seed).document,
        arguments: arguments(design, measures)))
  }

  /// Says how many runs there are, and simulates a point to say how long they take.
  private func printCost(of sweep: Sweep, _ session: ExperimentSession) async throws {
    let policies = session.runs.policies
    let start = ContinuousClock.now
    _ = try await session.trialRuns.outcomes(
      of: policies.map { RunRequest(sweep.design.point(0), Arm($0), replication: 0) })
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let cells = sweep.design.pointCount * sweep.replications
    Console.printResult(
      SweepText.cost(
        points: sweep.design.pointCount, policies: policies.count,
        replications: sweep.replications, seconds: seconds * Double(cells)))
  }

  /// The words that make the same sweep of the resolved scenario.
  private func arguments(_ design: SweepDesign, _ measures: [SweptMeasure]) -> [String] {
    let factors = design.factors.flatMap { ["--vary", "\($0.path)=\($0.range.text)"] }
    return designOptions.words(insteadOf: factors)
      + ["--measures", measures.map(\.identifier).joined(separator: ",")]
  }
}

/// The measures that a sweep keeps.
enum SweepMeasures {
  /// Those kept unless others are asked for.
  static let usual = [
    "net_value_usd", "true_value_h", "gaming_token_share", "expected_annual_loss_usd",
    "cvar95_annual_loss_usd",
  ]

  /// The measures that an option names.
  ///
  /// - Throws: `ScenarioErrors` for a name that there is not.
  static func named(_ text: String?, of scenario: Scenario) throws -> [SweptMeasure] {
    let catalogue = MeasureCatalogue(scenario)
    let available = catalogue.measures.filter { !$0.needsCounterfactuals }
    switch text {
    case "all": return leading(with: usual[0], available)
    case "headline": return leading(with: usual[0], catalogue.headline)
    default: break
    }
    let names = text?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? usual
    return try names.map { name in
      let meant = catalogue.identifier(of: name)
      if let measure = available.first(where: { $0.identifier == meant }) {
        return SweptMeasure(measure)
      }
      let isLeftOut = catalogue.measure(name) != nil
      throw ScenarioErrors([
        ScenarioDiagnostic(
          location: nil,
          what: isLeftOut
            ? "--measures: '\(name)' needs counterfactuals, which a sweep does not simulate"
            : "--measures: there is no measure '\(name)'",
          expected: "headline, all, or names that 'goodhart list measures' prints",
          suggestion: isLeftOut
            ? nil : ScenarioDiagnostic.nearest(to: name, among: available.map(\.identifier)))
      ])
    }
  }

  private static func leading(with first: String, _ measures: [Measure]) -> [SweptMeasure] {
    (measures.filter { $0.identifier == first } + measures.filter { $0.identifier != first })
      .map { SweptMeasure($0) }
  }
}
