import ArgumentParser
import Experiments
import Foundation
import Incentives
import Measures
import Reporting
import ScenarioFiles
import WorkplaceModel

/// `goodhart attribute`: what of a policy's effect comes by which channel.
struct Attribute: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Split what a policy does by the channels through which it acts.",
    discussion: """
      A policy's net effect is the measure under it less the measure of the same people without \
      its metric, on the same random numbers. It is split into what adds up to it:

        running it          overhead, audits, rewards, dislike of being watched
        noise               luck in the metric decides who is ranked, paid, audited
        redirected effort   people work where it is measured
        gaming              people serve the metric instead of the work
        risk                what agents and defects break on the way

      The policy is simulated with every set of these channels switched on: sixteen worlds, and \
      two without the metric. What a channel does depends on which others act; its part is the \
      mean over all orders in which they can be added (its Shapley value), and the table of \
      results has what it does alone, last, least and most.

      Examples:

        goodhart attribute Scenarios/meshclaw-small.yaml
        goodhart attribute Scenarios/meshclaw.yaml --policies tokenBoard
        goodhart attribute Scenarios/meshclaw-small.yaml \\
          --measure net_value_usd,true_value_h,kendall_tau_b_coefficient

      goodhart list measures names every measure.
      """)

  @OptionGroup var options: ExperimentOptionGroup

  @Option(
    help: ArgumentHelp(
      "What is split: measures by name, separated by commas.",
      valueName: "names"))
  var measure: String = "net_value_usd"

  func validate() throws {
    if measureNames.isEmpty {
      throw ValidationError("--measure: expected names of measures separated by commas.")
    }
  }

  func run() async throws {
    let session = try ExperimentSession("attribute", options)
    let scenario = session.loaded.scenario
    let catalogue = MeasureCatalogue(scenario)
    let measures = try measureNames.map { try known($0, in: catalogue) }
    let subjects = AttributionSubject.subjects(
      of: scenario, named: options.study.policyNames.map(Set.init),
      readsDashboard: measures.contains(where: \.readsDashboard))
    guard !subjects.isEmpty else {
      throw ExitStatus.refusal(nothingToSplit(scenario))
    }
    let attribution = try await Attribution(
      of: subjects,
      measures: measures.compactMap { session.runs.position(of: $0.identifier) },
      replications: 0..<scenario.plannedReplications, from: session.runs)
    let text = AttributionText(attribution, measures: measures)
    let findings = AttributionFindings(attribution, measures: measures)
    try await session.finish(
      ExperimentSession.Report(
        tables: attribution.tables(catalogue),
        findings: [Finding](.finding, findings.sentences) + [Finding](.caution, findings.cautions),
        text: text.text, document: text.document,
        arguments: ["--measure", measureNames.joined(separator: ",")]))
  }

  private var measureNames: [String] {
    var known: Set<String> = []
    return measure.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty && known.insert($0).inserted }
  }

  private func known(_ name: String, in catalogue: MeasureCatalogue) throws -> Measure {
    guard let measure = catalogue.measure(name) else {
      let names = catalogue.measures.map(\.identifier)
      let hint =
        NearestName.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "goodhart list measures names them"
      throw ExitStatus.refusal("--measure: no measure is called '\(name)'; \(hint)")
    }
    guard !measure.needsCounterfactuals else {
      throw ExitStatus.refusal(
        "--measure: '\(name)' compares worlds with and without gaming by itself; expected a "
          + "measure of one world, such as net_value_usd")
    }
    return measure
  }

  private func nothingToSplit(_ scenario: Scenario) -> String {
    let names = options.study.policyNames ?? scenario.policies.map(\.name)
    return """
      nothing to split: \(names.joined(separator: ", ")) \(names.count == 1 ? "has" : "have") no \
      metric and no rule, so \(names.count == 1 ? "it is" : "each is") the world it would be held \
      against; expected a policy with a metric
      """
  }
}
