import Experiments
import Measures
import Rainbow
import Reporting
import WorkplaceModel

/// What `goodhart run` prints about a study.
struct StudyPresentation {
  private let results: StudyResults
  private let comparison: StudyComparison
  private let findings: Findings
  private let folder: String

  /// Arranges a study.
  ///
  /// - Parameters:
  ///   - results: What was found.
  ///   - selection: Which measures are told.
  ///   - folder: Where the results were written.
  init(_ results: StudyResults, _ selection: StudyComparison.Selection, folder: String) {
    self.results = results
    comparison = StudyComparison(results, selection)
    findings = Findings(StudyComparison(results, .all))
    self.folder = folder
  }

  /// What weakens the figures.
  var cautions: [String] { findings.cautions }

  /// The study in the wanted form.
  func text(as format: OutputFormat) -> String {
    switch format {
    case .table: table
    case .csv: CSVWriter.text(of: comparison.table)
    case .json: document.text()
    }
  }

  private var table: String {
    var parts = [heading, ComparisonText(comparison).text]
    if !findings.sentences.isEmpty { parts.append(list("What it says", findings.sentences)) }
    if !cautions.isEmpty { parts.append(list("Mind", cautions)) }
    parts.append("Results: \(folder)")
    return parts.joined(separator: "\n\n")
  }

  private var heading: String {
    let scenario = results.scenario
    let title = scenario.title.isEmpty ? scenario.name : "\(scenario.name): \(scenario.title)"
    let facts = [
      Self.counted(people, "person", "people"),
      Self.counted(scenario.horizonWeeks, "week", "weeks")
        + " after \(scenario.warmUpWeeks) of warm-up",
      "measured over the last \(scenario.evaluationWeeks)",
      Self.counted(scenario.replications, "replication", "replications"),
      "seed \(scenario.seed)",
    ]
    return title.wrapped(to: 100).bold + "\n" + facts.joined(separator: " · ").wrapped(to: 100)
  }

  private var people: Int { results.scenario.roles.map(\.count).reduce(0, +) }

  private func list(_ title: String, _ items: [String]) -> String {
    ([title.bold] + items.map { "- \($0)".wrapped(to: 100, indent: "  ") })
      .joined(separator: "\n")
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// The study for programs.
  private var document: JSONValue {
    let scenario = results.scenario
    return [
      "scenario": .string(scenario.name),
      "title": .string(scenario.title),
      "goodhart": .string(GoodhartVersion.current),
      "people": .integer(people),
      "weeks": .integer(scenario.horizonWeeks),
      "warmUpWeeks": .integer(scenario.warmUpWeeks),
      "evaluationWeeks": .integer(scenario.evaluationWeeks),
      "replications": .integer(scenario.replications),
      "seed": .string(String(scenario.seed)),
      "baseline": .string(comparison.policies[comparison.baseline]),
      "policies": .array(comparison.policies.indices.map(policyDocument)),
      "findings": .array(findings.sentences.map { .string($0) }),
      "cautions": .array(cautions.map { .string($0) }),
      "results": .string(folder),
    ]
  }

  private func policyDocument(_ policy: Int) -> JSONValue {
    [
      "name": .string(comparison.policies[policy]),
      "measures": .object(
        comparison.measures.map { compared in
          (compared.measure.identifier, compared.document(policy))
        }),
    ]
  }
}

extension ComparedMeasure {
  /// The measure under one policy for programs.
  fileprivate func document(_ policy: Int) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("unit", .string(measure.unit.rawValue))
    ]
    members += levels[policy].members
    if let difference = differences[policy] {
      members.append(
        (
          "difference",
          .object(
            difference.estimate.members + [
              ("p", difference.estimate.probabilityOfZero.map { .number($0) } ?? .null),
              ("pHolm", difference.adjustedProbability.map { .number($0) } ?? .null),
            ])
        ))
    }
    return .object(members)
  }
}

extension Estimate {
  fileprivate var members: [(key: String, value: JSONValue)] {
    [
      ("mean", mean.map { .number($0) } ?? .null),
      ("halfWidth95", halfWidth().map { .number($0) } ?? .null),
      ("replications", .integer(count)),
    ]
  }
}
