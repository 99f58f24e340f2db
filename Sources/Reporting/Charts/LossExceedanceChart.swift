import Experiments
import Foundation
import Measures

extension Chart {
  /// How probable it is that a year costs more than an amount, a panel for each policy with the
  /// baseline behind.
  static func lossExceedance(_ context: ReportContext) -> Chart? {
    guard let table = context.package.table("loss_exceedance") else { return nil }
    // Where every year costs more under all policies, or none does, lines are flat.
    let amounts = table.records.filter { row in
      context.shows(row.text("policy"))
        && row.number(probability).map { $0 > 0.001 && $0 < 0.999 } == true
    }.compactMap { $0.number("loss_usd") }
    guard let least = amounts.min(), let most = amounts.max(), least > 0, least < most,
      let data = context.data(
        "loss_exceedance", columns: ["policy", "loss_usd", probability, low, high],
        where: { row in
          row[probability] != .missing
            && row.number("loss_usd").map { $0 >= least && $0 <= most } == true
        })
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
        Probability that incidents cost more in a year than an amount, on a logarithmic axis. Further \
        left is better. Bands are 95 % intervals.\(behind)
        """,
      description: description(data.records, panels), data: data,
      layout: .panels(by: "policy", order: panels, height: 150), notes: context.noIntervals,
      marks: marks(data, baseline: panels.count > 1 ? baseline : nil, amounts: least...most))
  }

  private static let probability = "aggregate_exceedance_share"
  private static let low = "aggregate_low_share"
  private static let high = "aggregate_high_share"

  private static func marks(
    _ data: ChartData, baseline: String?, amounts: ClosedRange<Double>
  ) -> [(key: String, value: JSONValue)] {
    let powers = (0...15).map { pow(10, Double($0)) }.filter(amounts.contains)
    let x: JSONValue = [
      "field": "loss_usd", "type": "quantitative", "title": "Loss in a year, $",
      "scale": ["type": "log", "nice": false],
      "axis": [
        "values": .array(powers.map { .number($0) }), "tickCount": .integer(powers.count + 1),
        "format": "$~s", "grid": false,
      ],
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
        "data": ["name": .string(ChartData.name)],
        "transform": [["filter": ["field": "policy", "equal": .string(policy)]]],
        "mark": [
          "type": "line", "color": ChartTheme.truth, "strokeWidth": 2, "strokeDash": [5, 3],
        ],
        "encoding": ["x": x, "y": y],
      ]
    }
    return [("layer", .array([data.hasValues(low) ? band : nil, behind, line].compactMap { $0 }))]
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
