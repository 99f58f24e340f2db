import Experiments
import Measures
import Rainbow
import Reporting
import WorkplaceModel

/// Net effects of policies and their parts: policies are rows, parts are columns.
struct AttributionText {
  private let attribution: Attribution
  private let measures: [Measure]

  /// Takes an attribution and its measures, in its order.
  init(_ attribution: Attribution, measures: [Measure]) {
    self.attribution = attribution
    self.measures = measures
  }

  /// Tables, legend, and what they say.
  var text: String {
    (measures.flatMap(blocks) + [legend, findings]).joined(separator: "\n\n")
  }

  private func blocks(of measure: Measure) -> [String] {
    let rows = attribution.policies.compactMap { attribution[$0, measure.identifier] }
    let columns = AttributionPart.allCases.map { part in rows.map { part.estimate(in: $0) } }
    let all = columns.flatMap { $0 }
    let format = QuantityFormat(
      unit: measure.unit, values: all.map(\.mean), halfWidths: all.map { $0.halfWidth() })
    let table = FigureTable(
      rows: rows.map { FigureTable.Row(name: $0.policy) },
      columns: zip(AttributionPart.allCases, columns).map { part, estimates in
        FigureTable.Column(
          heading: part.heading, format: format,
          cells: estimates.map { FigureTable.Cell(estimate: $0, mark: $0.excludesZero ? "*" : "") })
      })
    let unit = format.unitText.isEmpty ? "" : ", \(format.unitText)"
    return table.blocks(title: "\(measure.title)\(unit): what each channel does to it")
  }

  private var legend: String {
    """
    Difference to the same people without the metric, on the same random numbers; \
    \(attribution.replications) replications; mean ± half-width of the 95 % interval; * it \
    excludes 0. The parts add up to the net effect; a channel's part is its mean over all orders \
    in which channels can be switched on.
    """.wrapped(to: 100).dim
  }

  private var found: AttributionFindings { AttributionFindings(attribution, measures: measures) }

  private var findings: String {
    (found.sentences + found.cautions)
      .map { "- \($0)".wrapped(to: 100, indent: "  ") }.joined(separator: "\n")
  }

  /// The same for programs; keys are stable.
  var document: JSONValue {
    [
      "experiment": "attribute",
      "replications": .integer(attribution.replications),
      "attributions": .array(
        attribution.attributions.map { attribution in
          [
            "policy": .string(attribution.policy),
            "measure": .string(attribution.measure),
            "unit": measures.first { $0.identifier == attribution.measure }
              .map { .string($0.unit.rawValue) } ?? .null,
            "acting": .array(attribution.acting.names.map { .string($0) }),
            "total": .object(attribution.total.members),
            "runningIt": .object(attribution.running.members),
            "channels": .object(
              Channels.each.map { ($0.names[0], Self.channel($0, of: attribution)) }),
          ]
        }),
      "findings": .array(
        (found.sentences + found.cautions).map { .string($0) }),
    ]
  }

  private static func channel(_ channel: Channels, of attribution: PolicyAttribution) -> JSONValue {
    let range = attribution.range(over: channel)
    return [
      "part": .object(attribution.part(of: channel).members),
      "alone": .object(attribution.alone(channel).members),
      "last": .object(attribution.last(channel).members),
      "least": range.map { .number($0.lowerBound) } ?? .null,
      "most": range.map { .number($0.upperBound) } ?? .null,
    ]
  }
}

/// One column of the table: what runs without any channel, a channel, or all of it.
enum AttributionPart: CaseIterable {
  case running, noise, redirection, gaming, risk, total

  /// The channel; nil for the first and the last.
  var channel: Channels? {
    switch self {
    case .noise: .noise
    case .redirection: .redirection
    case .gaming: .gaming
    case .risk: .risk
    case .running, .total: nil
    }
  }

  /// Words of the heading, line by line.
  var heading: [String] {
    switch self {
    case .running: ["running", "it"]
    case .noise: ["noise"]
    case .redirection: ["redirected", "effort"]
    case .gaming: ["gaming"]
    case .risk: ["risk"]
    case .total: ["net", "effect"]
    }
  }

  /// What it is called in a sentence.
  var name: String {
    switch self {
    case .running: "running it"
    case .noise: "noise"
    case .redirection: "redirected effort"
    case .gaming: "gaming"
    case .risk: "risk"
    case .total: "all of it"
    }
  }

  /// Its part in a net effect.
  func estimate(in attribution: PolicyAttribution) -> Estimate {
    switch self {
    case .running: attribution.running
    case .total: attribution.total
    default: attribution.part(of: channel ?? [])
    }
  }
}
