import Experiments

/// The findings as a table and as a page.
public struct FactReport: Sendable {
  private let facts: [StylisedFact]
  private let findings: [FactFinding]
  private let replications: String

  /// Takes facts and what was found.
  public init(_ facts: [StylisedFact], _ findings: [FactFinding]) {
    self.facts = facts
    self.findings = findings
    let counts = findings.map(\.count)
    replications = "\(counts.max() ?? 0)"
  }

  /// A row for every figure.
  public var table: ResultTable {
    ResultTable(
      name: "stylised-facts", title: "Stylised facts: expected, obtained, verdict.",
      columns: [
        .init("fact", .text, "Number of the fact."),
        .init("statement", .text, "The fact in one sentence."),
        .init("claim", .text, "The figure."),
        .init("unit", .text, "Its unit."),
        .init("scenario", .text, "Scenario files below Scenarios."),
        .init("expected", .text, "Expected sign, zero, or in band."),
        .init("band_lower", .number, "Lower end of the expected band."),
        .init("band_upper", .number, "Upper end of the expected band."),
        .init("mean", .number, "Mean over replications."),
        .init("lower_95", .number, "Lower end of its 95 % interval."),
        .init("upper_95", .number, "Upper end of its 95 % interval."),
        .init("n", .integer, "Replications."),
        .init("verdict", .text, "holds, size differs, or fails."),
        .init("remark", .text, "Why it deviates, where known."),
        .init("source", .text, "Who found the fact."),
      ],
      primaryKey: ["fact", "claim"],
      rows: findings.map { finding in
        let fact = facts.first { $0.number == finding.fact }
        return [
          .text(finding.fact), .text(fact?.statement ?? ""), .text(finding.claim),
          .text(finding.unit), .text(finding.scenario), .text(finding.expected.rawValue),
          .init(finding.band?.lowerBound), .init(finding.band?.upperBound), .init(finding.mean),
          .init(finding.interval?.lowerBound), .init(finding.interval?.upperBound),
          .integer(finding.count), .text(finding.verdict.rawValue),
          finding.remark.map { .text($0) } ?? .missing, .text(fact?.source ?? ""),
        ]
      })
  }

  /// The page in Markdown.
  public var page: String {
    var lines = [
      "# Stylised facts", "",
      "What is known about metrics and must come out of the model by itself, at the shipped "
        + "defaults. Written by `Scripts/facts`; the same figures stand in `stylised-facts.csv`.",
      "", summary, "",
      "*holds*: the sign is right at 95 % over replications and the size lies in the band. *size "
        + "differs*: the sign is right, the size is not. *fails*: the sign is not right at 95 %, or "
        + "the figure is not where it must be. With \(replications) replications at fixed seeds, a "
        + "figure without any effect would pass a sign by luck once in forty seeds.",
    ]
    for fact in facts {
      let ofFact = findings.filter { $0.fact == fact.number }
      guard !ofFact.isEmpty else { continue }
      lines += [
        "", "## \(fact.number). \(fact.statement)", "", "Source: \(fact.source).", "",
        "| figure | expected | obtained (95 %) | verdict |", "|---|---|---|---|",
      ]
      lines += ofFact.map(row)
      let deviating = ofFact.filter { $0.verdict != .holds && $0.remark != nil }
      if !deviating.isEmpty { lines.append("") }
      lines += deviating.map { "*\($0.claim)*: \($0.remark ?? "")" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How many of each verdict.
  public var summary: String {
    func count(_ verdict: FactVerdict) -> Int { findings.count { $0.verdict == verdict } }
    let names = Set(findings.map(\.fact))
    return "\(names.count) facts, \(findings.count) figures: \(count(.holds)) hold, "
      + "\(count(.sizeDiffers)) have the right sign and another size, \(count(.fails)) fail."
  }

  private func row(_ finding: FactFinding) -> String {
    let unit = finding.unit.isEmpty ? "" : ", \(finding.unit)"
    var expected =
      switch finding.expected {
      case .positive: "above 0"
      case .negative: "below 0"
      case .zero: "0"
      case .inBand: ""
      }
    if let band = finding.band {
      expected +=
        (expected.isEmpty ? "" : ", ") + "\(text(band.lowerBound)) to \(text(band.upperBound))"
    }
    var obtained = finding.mean.map(text) ?? "undefined"
    if let interval = finding.interval, interval.lowerBound < interval.upperBound {
      obtained += " (\(text(interval.lowerBound)) to \(text(interval.upperBound)))"
    }
    let verdict =
      finding.verdict == .holds ? finding.verdict.rawValue : "**\(finding.verdict.rawValue)**"
    return "| \(finding.claim)\(unit) | \(expected) | \(obtained) | \(verdict) |"
  }

  /// Three significant digits.
  private func text(_ value: Double) -> String { NumberWords.text(value, significantDigits: 3) }
}
