import ArgumentParser
import Experiments
import Foundation
import Incentives
import Measures
import Reporting
import ScenarioFiles

/// `goodhart select`: find the best policy with as few runs as it takes.
struct Select: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the best policy, with as many runs as it takes and no more.",
    discussion: """
      The replications of the scenario file do not count here: the procedure decides as it goes \
      which policies need more. Policies share people, work and luck, which makes it end sooner.

      --method kn (Kim and Nelson 2001) drops a policy as soon as it has fallen behind, until one \
      is left. If the best is better than the others by at least --indifference, it is found with \
      --confidence; if some are nearer, one of those is found. Differences of replications are \
      taken to be about normal.

      --method ocba (Chen and others 2000) spends a fixed --budget of runs where they tell most, \
      and estimates how likely the best mean is the best. It promises nothing.

      Examples:

        goodhart select pilot.yaml --indifference '$20'
        goodhart select pilot.yaml --indifference '$20' --confidence 99%
        goodhart select pilot.yaml --measure gaming_people_share --indifference '2 %'
        goodhart select pilot.yaml --method ocba --budget 200
      """)

  @OptionGroup var options: ExperimentOptionGroup

  @Option(help: "How runs are spent.")
  var method: SelectionMethod = .kn

  @Option(
    help: ArgumentHelp(
      "With kn: the smallest difference worth detecting, such as '$20' or '2 %'.",
      valueName: "amount"))
  var indifference: String?

  @Option(
    help: ArgumentHelp(
      "With kn: probability of selecting the best. (default: 95%)", valueName: "percent"))
  var confidence: String?

  @Option(help: ArgumentHelp("With ocba: runs of all policies together.", valueName: "n"))
  var budget: Int?

  @Option(
    help: ArgumentHelp(
      "Replications of every policy before anything is decided. (default: kn 10, ocba 5)",
      valueName: "n"))
  var first: Int?

  @Option(
    help: ArgumentHelp(
      "With kn: replications of a policy after which to give up. (default: 1000)", valueName: "n"))
  var max: Int?

  @Option(help: ArgumentHelp("The measure to select by.", valueName: "name"))
  var measure = "net_value_usd"

  @Option(help: "Which direction is better. (default: as the measure has it)")
  var goal: SelectionGoal?

  func validate() throws {
    if options.study.replications != nil {
      throw ValidationError(
        "--replications: the procedure decides how many there are; expected --first, --max or "
          + "--budget.")
    }
    switch method {
    case .kn:
      if budget != nil {
        throw ValidationError("--budget: belongs to --method ocba; kn takes --max.")
      }
      if indifference == nil {
        throw ValidationError(
          "--indifference: expected the smallest difference worth detecting, such as '$20'.")
      }
    case .ocba:
      let foreign = [
        ("indifference", indifference != nil), ("confidence", confidence != nil),
        ("max", max != nil),
      ]
      if let option = foreign.first(where: \.1)?.0 {
        throw ValidationError("--\(option): belongs to --method kn; ocba takes --budget.")
      }
      if budget == nil { throw ValidationError("--budget: expected a number of runs.") }
    }
    if let first, first < 2 {
      throw ValidationError("--first \(first): expected a whole number of at least 2.")
    }
    if let max, max < firstReplications {
      throw ValidationError(
        "--max \(max): expected at least the \(firstReplications) replications of --first.")
    }
    if let confidence, Self.share(confidence) == nil {
      throw ValidationError(
        "--confidence \(confidence): expected a percentage between 50 % and 100 %, such as 95%.")
    }
  }

  func run() async throws {
    let session = try ExperimentSession("select", options)
    let chosen = try chosenMeasure(in: MeasureCatalogue(session.loaded.scenario))
    let policies = session.runs.policies
    guard policies.count > 1 else {
      throw ValidationError(
        "the scenario has one policy, \(policies[0]); expected at least two to select from")
    }
    guard let position = session.runs.position(of: chosen.identifier) else { return }
    let goal = try direction(of: chosen)
    let arms = policies.map { Arm($0) }
    let setting: SelectionSetting
    let outcome: SelectionOutcome
    do {
      switch method {
      case .kn:
        let amount = try indifferenceAmount(of: chosen)
        let confidence = confidence.flatMap(Self.share) ?? 0.95
        let design = KimNelsonSelection.Design(
          policies: policies.count, indifference: amount, confidence: confidence,
          first: firstReplications, most: max ?? Self.standardMost)
        setting = .kimNelson(design)
        outcome = try await KimNelsonSelection(design)
          .finished(on: session.runs, measure: position, goal: goal, arms: arms).outcome
      case .ocba:
        let budget = budget ?? 0
        guard budget >= policies.count * firstReplications else {
          throw ValidationError(
            "--budget \(budget): expected at least \(policies.count * firstReplications), "
              + "\(firstReplications) for each of \(policies.count) policies")
        }
        let design = OptimalBudgetAllocation.Design(
          policies: policies.count, budget: budget, first: firstReplications)
        setting = .budget(design)
        outcome = try await OptimalBudgetAllocation(design)
          .finished(on: session.runs, measure: position, goal: goal, arms: arms).outcome
      }
    } catch let error as SelectionError {
      throw ExitStatus.refusal("\(error)")
    }
    let found = SelectionReport(
      outcome, setting, policies: policies, measure: chosen, goal: goal)
    try await session.finish(
      ExperimentSession.Report(
        tables: found.tables, findings: [Finding](.finding, found.sentences), text: found.text,
        document: found.document, arguments: arguments))
  }

  private var firstReplications: Int { first ?? (method == .kn ? 10 : 5) }

  private static let standardMost = 1000

  private func chosenMeasure(in catalogue: MeasureCatalogue) throws -> Measure {
    guard let chosen = catalogue.measure(measure) else {
      let names = catalogue.measures.map(\.identifier)
      let nearest = NearestName.nearest(to: measure, among: names)
      throw ValidationError(
        "--measure \(measure): no measure is called so"
          + (nearest.map { "; did you mean '\($0)'?" } ?? "")
          + " ('goodhart list measures' names all)")
    }
    guard !chosen.needsCounterfactuals else {
      throw ValidationError(
        "--measure \(measure): compares with runs that are not made here; expected a measure of "
          + "the policy itself, such as net_value_usd")
    }
    return chosen
  }

  private func direction(of measure: Measure) throws -> PairedValues.Goal {
    if let goal { return goal == .highest ? .highest : .lowest }
    switch measure.preference {
    case .higher: return .highest
    case .lower: return .lowest
    case .neutral:
      throw ValidationError(
        "--measure \(measure.identifier): neither more nor less is better by itself; expected "
          + "--goal highest or --goal lowest")
    }
  }

  private func indifferenceAmount(of measure: Measure) throws -> Double {
    let text = indifference ?? ""
    guard let amount = MeasureAmount.value(of: text, in: measure.unit), amount > 0 else {
      throw ValidationError(
        "--indifference \(text): expected an amount of \(measure.identifier) above 0, such as "
          + MeasureAmount.example(in: measure.unit))
    }
    return amount
  }

  /// A confidence such as `95%`, `95 %` or `0.95`.
  private static func share(_ text: String) -> Double? {
    guard let value = MeasureAmount.value(of: text, in: .share), value > 0.5, value < 1 else {
      return nil
    }
    return value
  }

  /// The words that make the results again.
  private var arguments: [String] {
    var words = ["--method", method.rawValue]
    let given: [(String, String?)] = [
      ("indifference", indifference), ("confidence", confidence),
      ("budget", budget.map { "\($0)" }), ("first", first.map { "\($0)" }),
      ("max", max.map { "\($0)" }), ("measure", measure), ("goal", goal?.rawValue),
    ]
    for (name, value) in given {
      guard let value else { continue }
      words += ["--\(name)", value]
    }
    return words
  }
}

/// How runs are spent.
enum SelectionMethod: String, CaseIterable, ExpressibleByArgument {
  /// Kim and Nelson's procedure.
  case kn
  /// Optimal computing budget allocation.
  case ocba
}

/// Which direction of a measure is better.
enum SelectionGoal: String, CaseIterable, ExpressibleByArgument {
  case highest
  case lowest
}
