import Experiments
import Measures

extension Chart {
  /// How probable it is that a year costs more than an amount, a panel for each policy with the
  /// baseline behind.
  static func lossExceedance(_ context: ReportContext) -> Chart? {
    guard let table = context.package.table("loss_exceedance") else { return nil }
    // Amounts that hardly any year exceeds under any policy are a line at zero.
    let amounts = table.records.filter {
      context.shows($0.text("policy")) && ($0.number(probability) ?? 0) > least
    }.compactMap { $0.number("loss_usd") }
    guard let most = amounts.max(),
      let data = context.data(
        "loss_exceedance", columns: ["policy", "loss_usd", probability, low, high],
        where: { ($0.number("loss_usd") ?? 0) <= most && $0[probability] != .missing })
    else { return nil }
    let panels = context.panelOrder.filter { policy in
      data.records.contains { $0.text("policy") == policy }
    }
    let baseline = context.baseline.map(\.name).flatMap { panels.contains($0) ? $0 : nil }
    let behind =
      baseline.map { panels.count > 1 ? " Dashed: the same under \($0)." : "" } ?? ""
    return Chart(
      name: "loss-exceedance", title: "How probable is it that a year costs more?",
      caption: """
        Probability that incidents cost more in a year than the amount below, which grows tenfold from \
        mark to mark. Further left is better. Bands are 95 % intervals.\(behind)
        """,
      description: description(data.records, panels), data: data,
      layout: .panels(by: "policy", order: panels, height: 150), notes: context.noIntervals,
      marks: marks(baseline: panels.count > 1 ? baseline : nil))
  }

  private static let probability = "aggregate_exceedance_share"
  private static let low = "aggregate_low_share"
  private static let high = "aggregate_high_share"
  private static let least = 0.001

  private static func marks(baseline: String?) -> [(key: String, value: JSONValue)] {
    let x: JSONValue = [
      "field": "loss_usd", "type": "quantitative", "title": "Loss in a year, $",
      "scale": ["type": "log", "nice": false], "axis": ["format": "$~s", "grid": false],
    ]
    let title = "Probability of more"
    let y = VegaLite.quantity(probability, title: title, format: "~%", fromZero: true)
    let band: JSONValue = [
      "transform": [["filter": .string("isValid(datum.\(low))")]],
      "mark": ["type": "area", "color": ChartTheme.claimed, "opacity": 0.25],
      "encoding": [
        "x": x, "y": VegaLite.quantity(low, title: title, format: "~%", fromZero: true),
        "y2": ["field": .string(high)],
      ],
    ]
    let line: JSONValue = [
      "mark": [
        "type": "line", "color": ChartTheme.claimed, "strokeWidth": 2.5,
        "point": ["filled": true, "size": 40, "opacity": 0],
      ],
      "encoding": [
        "x": x, "y": y,
        "tooltip": VegaLite.tooltip([
          ("policy", "policy"), ("loss_usd", "loss, $"), (probability, "probability of more"),
          (low, "95 % from"), (high, "to"),
        ]),
      ],
    ]
    let behind = baseline.map { policy -> JSONValue in
      [
        "data": ["name": .string(Chart.rows)],
        "transform": [["filter": ["field": "policy", "equal": .string(policy)]]],
        "mark": [
          "type": "line", "color": ChartTheme.truth, "strokeWidth": 2, "strokeDash": [5, 3],
        ],
        "encoding": ["x": x, "y": y],
      ]
    }
    return [("layer", .array([band, behind, line].compactMap { $0 }))]
  }

  private static func description(_ records: [TableRow], _ panels: [String]) -> String {
    let words = panels.compactMap { policy -> String? in
      let rows = records.filter { $0.text("policy") == policy }
      guard let row = rows.first(where: { $0.number("loss_usd") == mentioned }) ?? rows.last,
        let share = row.number(probability), let amount = row.number("loss_usd")
      else { return nil }
      return """
        \(policy): more than \(HumanNumber.text(amount, .usd)) with probability \
        \(HumanNumber.text(share, .share))
        """
    }
    return "Probability that a year costs more than an amount, falling as the amount grows. "
      + words.joined(separator: "; ") + "."
  }

  /// The amount that the description mentions, in dollars.
  private static let mentioned = 1e6
}
