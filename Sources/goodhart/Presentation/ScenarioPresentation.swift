import Incentives
import Rainbow
import Reporting
import ScenarioFiles
import WorkplaceModel

/// What `goodhart check` prints about a valid scenario.
struct ScenarioPresentation {
  private let loaded: LoadedScenario
  private var scenario: Scenario { loaded.scenario }

  /// Takes a scenario that was read.
  init(_ loaded: LoadedScenario) { self.loaded = loaded }

  /// The scenario in the wanted form.
  func text(as format: PlainOutputFormat) -> String {
    switch format {
    case .table: table
    case .json: document.text()
    }
  }

  private var table: String {
    var parts = [([heading] + facts.map(line)).joined(separator: "\n")]
    if !loaded.warnings.isEmpty {
      parts.append(
        (["Warnings".bold] + loaded.warnings.map(\.rendered)).joined(separator: "\n"))
    }
    parts += Self.shownConfidences.compactMap(defaults)
    parts.append("Valid; defaults used: \(loaded.usedDefaults.confidenceSummary).")
    return parts.joined(separator: "\n\n")
  }

  private var heading: String {
    (scenario.title.isEmpty ? scenario.name : "\(scenario.name): \(scenario.title)")
      .wrapped(to: 100).bold
  }

  /// What will be simulated, a name and a text each.
  private var facts: [(name: String, text: String)] {
    [
      ("people", scenario.roles.map(Self.text).joined(separator: "; ")),
      ("work", scenario.workKinds.map(\.name).joined(separator: ", ")),
      ("agents", scenario.platform.name + platformLimit),
      (
        "time",
        "\(scenario.horizonWeeks) weeks after \(scenario.warmUpWeeks) of warm-up, measured over "
          + "the last \(scenario.evaluationWeeks)"
      ),
      ("chance", "\(scenario.replications) replications, seed \(scenario.seed)"),
    ]
      + scenario.policies.enumerated().map { index, policy in
        ("policy", text(policy, isBaseline: index == scenario.baseline))
      }
      + scenario.metrics.map { ("metric", "\($0.name) = \($0.formula.source)") }
      + loaded.sourceFiles.map { ("read", $0) }
  }

  private var platformLimit: String {
    scenario.platform.concurrency.map { ", at most \($0) requests at once" } ?? ""
  }

  private static func text(_ role: Role) -> String {
    "\(role.count) \(role.name) in teams of \(role.teamSize), "
      + "\(NumberText.shortest(role.hoursPerWeek) ?? "") h a week"
  }

  private func text(_ policy: Policy, isBaseline: Bool) -> String {
    let changes = policy.phases.dropFirst().map { "changes in week \($0.startWeek)" }
    let notes = (isBaseline ? ["baseline"] : []) + changes
    let suffix = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
    let title = policy.title.isEmpty || policy.title == policy.name ? "" : ": \(policy.title)"
    return policy.name + suffix + title
  }

  private func line(_ fact: (name: String, text: String)) -> String {
    let name = fact.name + String(repeating: " ", count: max(0, Self.nameWidth - fact.name.count))
    let indent = String(repeating: " ", count: Self.nameWidth)
    return name
      + fact.text.wrapped(to: 100 - Self.nameWidth).replacing("\n", with: "\n" + indent)
  }

  /// The defaults of one confidence with their sources; nil if there are none.
  private func defaults(_ confidence: Confidence) -> String? {
    let used = loaded.usedDefaults.filter { $0.confidence == confidence }
    guard !used.isEmpty else { return nil }
    let title = "Defaults, \(confidence.rawValue) (\(used.count))".bold
    let lines = used.map { entry in
      "  \(entry.path) = \(entry.value)\n"
        + "      \(entry.source)".wrapped(to: 100, indent: "      ").dim
    }
    return ([title] + lines).joined(separator: "\n")
  }

  private static let nameWidth = 9

  /// Settings by convention claim no fact and are left to `explain`.
  private static let shownConfidences: [Confidence] = [.measured, .derived, .assumed]

  /// The scenario for programs.
  private var document: JSONValue {
    [
      "scenario": .string(scenario.name),
      "title": .string(scenario.title),
      "weeks": .integer(scenario.horizonWeeks),
      "warmUpWeeks": .integer(scenario.warmUpWeeks),
      "evaluationWeeks": .integer(scenario.evaluationWeeks),
      "replications": .integer(scenario.replications),
      "seed": .string(String(scenario.seed)),
      "people": .array(
        scenario.roles.map { role in
          [
            "role": .string(role.name), "count": .integer(role.count),
            "teamSize": .integer(role.teamSize),
          ]
        }),
      "work": .array(scenario.workKinds.map { .string($0.name) }),
      "policies": .array(
        scenario.policies.enumerated().map { index, policy in
          [
            "name": .string(policy.name), "title": .string(policy.title),
            "baseline": .bool(index == scenario.baseline),
          ]
        }),
      "metrics": .array(
        scenario.metrics.map { ["name": .string($0.name), "formula": .string($0.formula.source)] }),
      "sources": .array(loaded.sourceFiles.map { .string($0) }),
      "warnings": .array(loaded.warnings.map { .string($0.headline) }),
      "defaults": .array(
        loaded.usedDefaults.map { entry in
          [
            "key": .string(entry.path), "value": .string(entry.value),
            "meaning": .string(entry.meaning), "source": .string(entry.source),
            "confidence": .string(entry.confidence.rawValue),
          ]
        }),
    ]
  }
}
