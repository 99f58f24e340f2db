import Experiments
import Measures
import Rainbow
import Reporting
import WorkplaceModel

/// What `goodhart run` prints about a study.
struct StudyPresentation {
  private let results: StudyResults
  private let comparison: StudyComparison
  private let all: StudyComparison
  private let findings: Findings
  private let folder: String
  private let page: String?

  /// Arranges a study.
  ///
  /// - Parameters:
  ///   - results: What was found.
  ///   - selection: Which measures are told.
  ///   - folder: Where the results were written.
  ///   - page: Where their page was written, if it was.
  init(
    _ results: StudyResults, _ selection: StudyComparison.Selection, folder: String,
    page: String? = nil
  ) {
    self.results = results
    comparison = StudyComparison(results, selection)
    all = StudyComparison(results, .all)
    findings = Findings(all)
    self.folder = folder
    self.page = page
  }

  /// What weakens the figures.
  var cautions: [String] { findings.cautions + results.cautions }

  /// The study in the wanted form.
  func text(as format: OutputFormat) -> String {
    switch format {
    case .table: [policiesText, remainderText].joined(separator: "\n\n")
    case .csv: CSVWriter.text(of: comparison.table)
    case .json: document.text()
    }
  }

  /// What the policies' own runs say; known before anything else is simulated.
  var policiesText: String {
    var parts = [heading, ComparisonText(comparison).text]
    if !findings.sentences.isEmpty { parts.append(list("What it says", findings.sentences)) }
    if !cautions.isEmpty { parts.append(list("Mind", cautions)) }
    return parts.joined(separator: "\n\n")
  }

  /// What counterfactuals and variants say, and where the results are.
  var remainderText: String {
    var parts: [String] = []
    if let text = DistortionText(all).text {
      parts.append(text)
      let sentences = findings.distortionSentences
      if !sentences.isEmpty { parts.append(list("What that says", sentences)) }
    }
    parts += results.variants.compactMap { VariantText($0, best: all.best(among: $0)).text }
    if !parts.isEmpty { parts.append(summary) }
    parts.append(ResultsLine(folder: folder, page: page).text)
    return parts.joined(separator: "\n\n")
  }

  /// What to remember when the tables have scrolled away: a few lines.
  private var summary: String {
    var lines = ["In short".bold]
    let cautions =
      cautions.isEmpty
      ? [] : ["Mind \(Self.counted(cautions.count, "caution", "cautions")) above."]
    for item in findings.sentences.prefix(4) + findings.distortionSentences.prefix(2) + cautions {
      let wrapped = "- \(item)".wrapped(to: 100, indent: "  ").split(separator: "\n")
      if lines.count + wrapped.count <= Self.summaryLines { lines += wrapped.map(String.init) }
    }
    return lines.joined(separator: "\n")
  }

  /// With the line that names the folder, a summary is at most twelve lines long.
  private static let summaryLines = 10

  private var heading: String {
    let scenario = results.scenario
    let title = scenario.title.isEmpty ? scenario.name : "\(scenario.name): \(scenario.title)"
    let facts = [
      Self.counted(people, "person", "people"),
      Self.counted(scenario.horizonWeeks, "week", "weeks")
        + " after \(scenario.warmUpWeeks) of warm-up"
        + (results.warmUp == nil ? "" : ", found by MSER-5"),
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
      "recommendation": recommendation,
      "findings": .array(findings.sentences.map { .string($0) }),
      "distortionFindings": .array(findings.distortionSentences.map { .string($0) }),
      "cautions": .array(cautions.map { .string($0) }),
      "variants": .array(
        results.variants.map { VariantDocument($0, best: all.best(among: $0)).document }),
      "results": .string(folder),
    ]
  }

  private var recommendation: JSONValue {
    guard let recommendation = all.recommendation, let net = all.measure("net_value_usd") else {
      return .null
    }
    return recommendation.document(measure: net.measure)
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
    let flags = flags[policy]
    if !flags.isEmpty {
      members.append(
        (
          "flags",
          .array(
            flags.map { flag in
              [
                "flag": .string(flag.name), "statistic": .number(flag.statistic),
                "pHolm": .number(flag.probability), "words": .string(flag.words),
              ]
            })
        ))
    }
    if !distortions.isEmpty {
      let distortion = distortions[policy]
      let parts = [("metric", distortion.metric), ("gaming", distortion.gaming)]
      members.append(
        (
          "distortion",
          .object(
            parts.compactMap { name, estimate in
              estimate.map { (name, .object($0.members)) }
            })
        ))
    }
    return .object(members)
  }
}

extension Estimate {
  var members: [(key: String, value: JSONValue)] {
    [
      ("mean", mean.map { .number($0) } ?? .null),
      ("halfWidth95", halfWidth().map { .number($0) } ?? .null),
      ("replications", .integer(count)),
    ]
  }
}
