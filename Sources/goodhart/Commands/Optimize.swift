import ArgumentParser
import Experiments
import Measures
import Reporting
import ScenarioFiles
import WorkplaceModel

/// `goodhart optimize`: search the design of a policy, then say honestly how good it is.
struct Optimize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Search for the best design of a policy within bounds on risk and gaming.",
    discussion: """
      Chooses keys of the scenario (weights, thresholds, audit rates, caps, who sees a board, what \
      agents may do) so that a measure is as great as possible while others keep their bounds. \
      What is searched for stands in the scenario under 'optimize', or is given by options.

      Designs that fill the space are tried on few replications, the best are climbed from with a \
      simplex and with moves of one key at a time, and the best that were met are told apart on \
      more. The best of many estimates is too good to be true: so the design found, the one of the \
      file and the baseline are run on fresh replications that played no part in the search, and \
      only these say what is gained and whether bounds hold.

      The budget is the number of simulated runs, fresh ones included. The Pareto front of value, \
      tail loss and gaming over all designs that were tried is written beside.

      Examples:

        goodhart optimize Scenarios/meshclaw-design.yaml
        goodhart optimize pilot.yaml --policy audited \\
          --vary 'policies.audited.audit.rate=0 % / week..30 % / week' \\
          --vary 'policies.audited.board.visibleTo=nobody, manager, organisation' \\
          --subject-to 'gaming_people_share<=10 %'
        goodhart optimize pilot.yaml --maximize true_value_h --budget 2000
        goodhart optimize pilot.yaml --subject-to 'cvar95_annual_loss_usd<=$2 M' \\
          --subject-to 'true_value_h>=20 h'

      goodhart list measures tells what can be made great or bounded; a bound is written in the \
      unit of its measure.
      """)

  @OptionGroup var options: ExperimentOptionGroup

  @Option(
    help: ArgumentHelp(
      "The policy to design. (default: the scenario's, or the only one beside the baseline)",
      valueName: "name"))
  var policy: String?

  @OptionGroup var factors: FactorOptionGroup

  @Option(
    help: ArgumentHelp(
      "The measure whose mean is to be great. (default: the scenario's, or net_value_usd)",
      valueName: "measure"))
  var maximize: String?

  @Option(
    name: .customLong("subject-to"),
    help: ArgumentHelp(
      "A bound on the mean of a measure, such as 'gaming_people_share<=10 %'; may be repeated. "
        + "(default: those of the scenario)", valueName: "bound"))
  var bounds: [String] = []

  @Option(help: ArgumentHelp("Runs to spend at most, fresh ones included.", valueName: "n"))
  var budget = 600

  @Option(
    help: ArgumentHelp(
      "Fresh replications at the end. (default: a twelfth of the budget)", valueName: "n"))
  var confirm: Int?

  func validate() throws {
    if let confirm, !(2...100_000).contains(confirm) {
      throw ValidationError("--confirm \(confirm): expected a whole number from 2 to 100000.")
    }
    if options.study.policies != nil {
      throw ValidationError(
        "--policies: one policy is designed and the baseline comes along; expected --policy NAME.")
    }
    do {
      _ = try plan
    } catch {
      throw ValidationError("--budget: \(error).")
    }
  }

  private var plan: SearchPlan {
    get throws(OptimisationError) { try SearchPlan(budget: budget, confirmation: confirm) }
  }

  func run() async throws {
    let session = try ExperimentSession("optimize", options)
    let question = try OptimisationQuestion(
      session.loaded, policy: policy, factors: factors, maximize: maximize, bounds: bounds)
    let plan = try plan
    if !options.quiet, !Invocation.current.isSilent {
      question.warnings.forEach { Console.printMessage("warning: \($0)") }
      Console.printMessage(OptimisationText.announcement(of: plan))
    }
    let results = try await Optimiser(
      question.problem, plan: plan, seed: session.loaded.scenario.seed
    ).run(session.runs)
    let presentation = OptimisationPresentation(results, question, session.loaded.scenario)
    let text = OptimisationText(presentation)
    try await session.finish(
      ExperimentSession.Report(
        tables: results.tables(presentation.catalogue),
        findings: [Finding](.finding, text.sentences), text: text.text,
        document: OptimisationDocument(presentation).document,
        arguments: arguments(for: question)))
  }

  /// The options that make the same results again.
  private func arguments(for question: OptimisationQuestion) -> [String] {
    var words = ["--policy", question.problem.policy, "--maximize", question.problem.objective]
    for factor in question.problem.factors {
      words += ["--vary", "\(factor.path)=\(factor.range.text)"]
    }
    for (constraint, text) in zip(question.problem.constraints, question.boundTexts) {
      words += [
        "--subject-to",
        "\(constraint.measure)\(constraint.side == .atMost ? "<=" : ">=")\(text)",
      ]
    }
    words += ["--budget", "\(budget)"]
    if let confirm { words += ["--confirm", "\(confirm)"] }
    return words
  }
}
