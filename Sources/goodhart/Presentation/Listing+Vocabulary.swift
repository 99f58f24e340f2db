import Incentives
import Measures
import Randomness
import ScenarioFiles
import WorkplaceModel

extension Listing {
  /// What a metric formula may name.
  static var observables: Listing {
    Listing(
      columns: ["name", "unit", "read from", "definition"],
      rows: Observable.allCases.map { [$0.name, $0.unit, $0.telemetrySource, $0.definition] }
        + DerivedObservable.allCases.map { [$0.name, $0.unit, "a sum", $0.definition] })
  }

  /// Ways of raising a metric without the value it stands for.
  static var techniques: Listing {
    Listing(
      columns: ["name", "burns tokens", "summary"],
      rows: Technique.allCases.map { [$0.name, $0.burnsTokens ? "yes" : "no", $0.summary] })
  }

  /// Families of distributions with their parameters.
  static var distributions: Listing {
    Listing(
      columns: ["name", "parameters", "drawn by", "summary"],
      rows: Distribution.catalogue.map { family in
        [
          family.name,
          family.formsInFiles.map { $0.joined(separator: " ") }.joined(separator: " | "),
          family.sampler, family.summary,
        ]
      })
  }

  /// What a run reports.
  init(_ catalogue: MeasureCatalogue) {
    self.init(
      columns: ["name", "unit", "about", "headline", "title"],
      rows: catalogue.measures.map {
        [
          $0.identifier, $0.unit.rawValue, $0.group.rawValue, $0.isHeadline ? "yes" : "no",
          $0.title,
        ]
      })
  }

  /// What a scenario compares.
  init(policiesOf scenario: Scenario?) {
    let policies = scenario?.policies ?? []
    self.init(
      columns: ["name", "baseline", "metrics", "permissions", "title"],
      rows: policies.enumerated().map { index, policy in
        let phases = policy.phases
        return [
          policy.name, index == scenario?.baseline ? "yes" : "no",
          Self.distinct(phases.flatMap { $0.scheme.metrics.map(\.name) }),
          Self.distinct(phases.map(\.permissions.name)), policy.title,
        ]
      })
  }

  /// What a scenario measures.
  init(metricsOf scenario: Scenario?) {
    let policies = scenario?.policies ?? []
    self.init(
      columns: ["name", "policies", "formula"],
      rows: (scenario?.metrics ?? []).enumerated().map { index, metric in
        let users = policies.filter { policy in
          policy.phases.contains { $0.metricIndices.contains(index) }
        }
        return [metric.name, Self.distinct(users.map(\.name)), metric.formula.source]
      })
  }

  /// The scenario files below a folder with their titles.
  init(scenariosIn folder: String) {
    self.init(
      columns: ["file", "name", "title"],
      rows: ScenarioCatalogue.listings(in: folder).map { [$0.path, $0.name, $0.title] })
  }

  private static func distinct(_ names: [String]) -> String {
    var seen: [String] = []
    for name in names where !seen.contains(name) { seen.append(name) }
    return seen.isEmpty ? "none" : seen.joined(separator: ", ")
  }
}
