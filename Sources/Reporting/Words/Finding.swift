import Experiments

/// One thing that results say in plain words.
public struct Finding: Sendable, Equatable {
  /// What a finding is about.
  public enum Kind: String, Sendable, CaseIterable {
    /// What was found.
    case finding
    /// What weakens it.
    case caution
    /// What the metric and gaming did, against the same people without.
    case distortion
    /// What holds in variants of the scenario.
    case variant
  }

  /// What it is about.
  public var kind: Kind
  /// The sentence.
  public var words: String

  /// Creates a finding.
  public init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }
}

extension [Finding] {
  /// Sentences of one kind.
  public init(_ kind: Finding.Kind, _ sentences: [String]) {
    self = sentences.map { Finding(kind, $0) }
  }

  /// What a study says: as `goodhart run` prints it, the recommendation first.
  public init(_ results: StudyResults) {
    let comparison = StudyComparison(results, .all)
    let findings = Findings(comparison)
    self =
      [Finding](.finding, findings.sentences)
      + [Finding](.caution, findings.cautions + results.cautions)
      + [Finding](.distortion, findings.distortionSentences)
      + results.variants.flatMap { variants in
        [Finding](
          .variant, VariantFindings(variants, best: comparison.best(among: variants)).sentences)
      }
  }

  /// One row for each finding, most important first.
  var table: ResultTable {
    ResultTable(
      name: "findings", title: "What the results say in plain words.",
      columns: [
        .init("finding", .integer, "Number of the finding, from 1."),
        .init(
          "kind", .text,
          "finding; caution, what weakens findings; distortion, what the metric and gaming did; "
            + "variant, what holds in variants of the scenario."),
        .init("words", .text, "The finding."),
      ], primaryKey: ["finding"],
      rows: enumerated().map { index, finding in
        [.integer(index + 1), .text(finding.kind.rawValue), .text(finding.words)]
      })
  }
}

extension StudyComparison {
  /// The policy that the study finds best, as variants of its scenario number it.
  public func best(among variants: VariantResults) -> Int? {
    recommendation.map(\.best) ?? (variants.policies.count == 1 ? 0 : nil)
  }
}
