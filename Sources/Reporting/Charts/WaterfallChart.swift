import Experiments
import Measures

extension Chart {
  /// How the net effect of each policy adds up from what runs it and the channels by which it acts;
  /// a chart for each measure that was split.
  static func waterfalls(_ context: ReportContext) -> [Chart] {
    let measures = context.records("attribution").map { $0.text("measure") }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    // The measure that decides comes first.
    let deciding = measures.filter { $0 == "net_value_usd" }
    return (deciding + measures.filter { $0 != "net_value_usd" })
      .compactMap { waterfall(context, $0) }
  }

  private static func waterfall(_ context: ReportContext, _ measure: String) -> Chart? {
    guard
      let rows = context.data(
        "attribution",
        columns: [
          "policy", "measure", "unit", "part", "mean", "lower_95", "upper_95", "replications",
        ], where: { $0.text("measure") == measure && $0["mean"] != .missing })
    else { return nil }
    let told = context.told(measure, unit: rows.records.first?.text("unit") ?? "")
    let spans = Span.of(rows)
    let extremes: [Double] = spans.values.flatMap { [$0.low, $0.high] } + [0]
    let middle = ((extremes.min() ?? 0) + (extremes.max() ?? 0)) / 2
    func span(_ row: TableRow) -> Span? { spans["\(row.text("policy"))\n\(row.text("part"))"] }
    let data =
      rows.adding("shown_part", "The part in words") { ChannelWords.name(of: $0.text("part")) }
      .adding("shown_amount", "The amount in words") { told.signed($0.number("mean")) }
      .adding("shown_kind", "Whether it is good") { kind($0, told) }
      .adding("shown_side", "Where its amount is written") { row in
        span(row).map { ($0.low + $0.high) / 2 < middle ? "right" : "left" } ?? "right"
      }
    let policies = context.policyNames.filter { policy in
      data.records.contains { $0.text("policy") == policy }
    }
    let parts = ChannelWords.order.map(ChannelWords.name)
    let isSingle = policies.count == 1
    let format = VegaLite.axisFormat(of: told.unit)
    let axis = "\(told.axis): change"
    let colour = VegaLite.color(
      "shown_kind", ["good", "bad", "whole"], [ChartTheme.gain, ChartTheme.loss, ChartTheme.muted])
    let few = data.records.compactMap { $0.number("replications") }.min() ?? 0
    let tooltip = VegaLite.tooltip([
      ("policy", "policy"), ("shown_part", "part"), ("mean", "mean"), ("lower_95", "95 % from"),
      ("upper_95", "to"),
    ])
    return Chart(
      name: "attribution-\(KeyWords.identifier(measure))",
      title: "What the effect of each policy on \(told.title.startingSmall) is made of",
      caption: """
        Every bar begins where the one above it ended, and together they make the net effect: the \
        policy against the same people without its metric. Lines are 95 % intervals of the parts.
        """,
      description: description(data, policies, told), data: data,
      layout: isSingle
        ? .bands(step: 42, by: "shown_part")
        : .panels(by: "policy", order: policies, height: 42 * parts.count),
      notes: (few < 5
        ? ["Only \(Int(few)) \(few == 1 ? "replication: no intervals" : "replications")."] : [])
        + context.flags([measure]),
      marks: [
        ("transform", transform),
        ("encoding", ["y": VegaLite.category("shown_part", order: parts)]),
        (
          "layer",
          VegaLite.layers([
            [
              "mark": ["type": "bar", "height": 14, "yOffset": 4, "opacity": 0.8],
              "encoding": [
                "x": VegaLite.quantity("begin", title: axis, format: format, fromZero: true),
                "x2": ["field": "end"], "color": colour, "tooltip": tooltip,
              ],
            ],
            data.hasValues("lower_95")
              ? [
                "mark": [
                  "type": "rule", "strokeWidth": 2, "color": ChartTheme.interval, "yOffset": 4,
                ],
                "encoding": [
                  "x": VegaLite.quantity("low", title: axis, format: format, fromZero: true),
                  "x2": ["field": "high"],
                ],
              ] : nil,
            [
              "name": "ink",
              "mark": [
                "type": "text", "align": VegaLite.alignment, "dy": -15, "fontSize": 11,
                "baseline": "middle",
              ],
              "encoding": [
                "x": VegaLite.quantity("label", title: axis, format: format, fromZero: true),
                "text": ["field": "shown_amount", "type": "nominal"],
              ],
            ],
          ])
        ),
      ])
  }

  /// Puts every part where the one before it ended, and the total at zero.
  private static let transform: JSONValue = [
    [
      "window": [["op": "sum", "field": "mean", "as": "sum"]], "frame": [.null, 0],
      "groupby": ["policy"],
    ],
    ["calculate": "datum.part === 'total' ? 0 : datum.sum - datum.mean", "as": "begin"],
    ["calculate": "datum.begin + datum.mean", "as": "end"],
    ["calculate": "datum.begin + datum.lower_95", "as": "low"],
    ["calculate": "datum.begin + datum.upper_95", "as": "high"],
    [
      "calculate":
        "datum.shown_side === 'right' ? min(datum.begin, datum.end) : max(datum.begin, datum.end)",
      "as": "label",
    ],
  ]

  private static func kind(_ row: TableRow, _ told: ToldMeasure) -> String {
    guard row.text("part") != "total" else { return "whole" }
    let isUp = (row.number("mean") ?? 0) >= 0
    return isUp == (told.preference != .lower) ? "good" : "bad"
  }

  private static func description(
    _ data: ChartData, _ policies: [String], _ told: ToldMeasure
  ) -> String {
    policies.map { policy in
      let parts = data.records.filter { $0.text("policy") == policy }.map {
        "\($0.text("shown_part").startingSmall) \(told.signed($0, "mean", "lower_95", "upper_95"))"
      }
      return "\(policy): \(parts.joined(separator: ", "))."
    }.joined(separator: " ")
  }
}

/// From where to where the bar of a part reaches.
private struct Span {
  let low: Double
  let high: Double

  /// By policy and part.
  static func of(_ data: ChartData) -> [String: Span] {
    var ends: [String: Double] = [:]
    var spans: [String: Span] = [:]
    for row in data.records {
      let (policy, part) = (row.text("policy"), row.text("part"))
      let begin = part == "total" ? 0 : ends[policy] ?? 0
      let end = begin + (row.number("mean") ?? 0)
      ends[policy] = end
      spans["\(policy)\n\(part)"] = Span(low: min(begin, end), high: max(begin, end))
    }
    return spans
  }
}

/// The channels by which a policy acts, as people read them.
enum ChannelWords {
  /// The parts of a net effect in the order in which they are added.
  static let order = ["running_it", "noise", "redirection", "gaming", "risk", "total"]

  /// A part in words.
  static func name(of part: String) -> String {
    switch part {
    case "running_it": "Running it"
    case "noise": "Luck"
    case "redirection": "Redirected effort"
    case "gaming": "Gaming"
    case "risk": "Harm"
    case "total": "Net effect"
    case "none": "None"
    default: part
    }
  }

  /// A set of channels in words: `noise+gaming` is `luck, gaming`.
  static func names(of channels: String) -> String {
    channels.split(separator: "+").map { name(of: String($0)).startingSmall }
      .joined(separator: ", ")
  }
}
