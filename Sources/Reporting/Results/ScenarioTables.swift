import Experiments
import Incentives
import Measures
import ScenarioFiles
import WorkplaceModel

/// What every results folder says about the scenario itself, whatever was done with it, so that the
/// folder can be read without the program.
struct ScenarioTables {
  private let loaded: LoadedScenario

  /// Takes a scenario.
  init(_ loaded: LoadedScenario) { self.loaded = loaded }

  /// The tables in order.
  var all: [ResultTable] { [policies, measures, assumptions] }

  private var scenario: Scenario { loaded.scenario }

  /// One row for each policy: what it is.
  var policies: ResultTable {
    ResultTable(
      name: "policies", title: "What each policy is.",
      columns: [
        .init("policy", .text, "Name of the policy."),
        .init("title", .text, "One line for people."),
        .init("baseline", .boolean, "Whether the others are compared with it."),
        .init("description", .text, "The policy in one to three sentences."),
        .init("metrics", .text, "Titles of what it measures, separated by semicolons."),
        .init("formulas", .text, "Formulas of the metrics in the same order."),
      ], primaryKey: ["policy"], rows: scenario.policies.indices.map(policyRow))
  }

  private func policyRow(_ index: Int) -> [ResultTable.Cell] {
    let policy = scenario.policies[index]
    let description = PolicyDescription(
      policy, baseline: scenario.policies[scenario.baseline],
      paidHours: loaded.number(at: "economics.paidHours", prefix: "", unit: "h/week"))
    let indices = policy.phases.flatMap(\.metricIndices)
      .reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    let metrics = indices.map { scenario.metrics[$0] }
    return [
      .text(policy.name), Self.cell(policy.title), .boolean(index == scenario.baseline),
      .text(description.text), Self.cell(metrics.map(\.title).joined(separator: "; ")),
      Self.cell(metrics.map(\.formula.source).joined(separator: "; ")),
    ]
  }

  /// One row for each measure: what it means.
  var measures: ResultTable {
    ResultTable(
      name: "measures", title: "What every measure means, in the order of tables.",
      columns: [
        .init("measure", .text, "Identifier of the measure."),
        .init("title", .text, "Name for people."),
        .init("unit", .text, "Unit of its values."),
        .init("group", .text, "What it tells about."),
        .init("preference", .text, "Whether higher or lower is better; neutral if neither is."),
        .init("headline", .boolean, "Whether it is one of the headline measures."),
        .init("weekly", .boolean, "Whether it has a value for every single week."),
        .init("definition", .text, "The formula in words."),
        .init("source", .text, "Where it comes from."),
      ], primaryKey: ["measure"],
      rows: MeasureCatalogue(scenario).measures.map { measure in
        [
          .text(measure.identifier), .text(measure.title), .text(measure.unit.rawValue),
          .text(measure.group.rawValue), .text(measure.preference.rawValue),
          .boolean(measure.isHeadline), .boolean(measure.isWeekly), .text(measure.definition),
          .text(measure.source),
        ]
      })
  }

  /// One row for each value of the scenario that claims a fact.
  var assumptions: ResultTable {
    ResultTable(
      name: "assumptions", title: "Every value that claims a fact, and how well it is known.",
      columns: [
        .init("key", .text, "Path of the key; in braces the policies that have the same value."),
        .init("value", .text, "The value, as the resolved scenario writes it."),
        .init("default", .boolean, "Whether it is the default of the scenario language."),
        .init(
          "confidence", .text,
          "How well the default is known: measured, derived from other measurements, assumed."),
        .init("usual_range", .text, "Where values of real organisations lie."),
        .init("meaning", .text, "What the key means."),
        .init("source", .text, "Where the default comes from."),
      ], primaryKey: ["key"],
      rows: loaded.factualValues.map { fact in
        [
          .text(fact.path), .text(fact.value), .boolean(fact.isDefault),
          .text(fact.confidence.rawValue), Self.cell(fact.usualRange ?? ""),
          .text(fact.meaning), .text(fact.source),
        ]
      })
  }

  private static func cell(_ text: String) -> ResultTable.Cell {
    text.isEmpty ? .missing : .text(text)
  }
}
