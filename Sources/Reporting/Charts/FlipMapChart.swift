import Experiments
import Foundation
import Measures

extension Chart {
  /// Which policy is best where two assumptions move together, and the line where that changes.
  static func flipMap(_ context: ReportContext) -> Chart? {
    guard let table = context.package.table("flip_map") else { return nil }
    let cells = ChartData(
      table, columns: ["x_value", "y_value", "policy", "mean", "probability_of_best_share"]
    ) { $0["is_best"].isTrue }
    guard !cells.isEmpty else { return nil }
    let data = cells.adding("shown_probability", "How likely it is the best, in percent") { row in
      row.number("probability_of_best_share").map { HumanNumber.text(($0 * 100).rounded()) } ?? ""
    }
    let found = Set(data.records.map { $0.text("policy") })
    let winners =
      context.policyNames.filter(found.contains)
      + found.subtracting(context.policyNames).sorted()
    let lines = context.package.table("flip_boundary").map { boundary in
      ChartData(
        boundary, columns: ["line", "kind", "corner", "x_value", "y_value", "overtaken_by"]
      )
      .adding("shown_kind", "What it parts") { kinds[$0.text("kind")] ?? $0.text("kind") }
    }
    let (x, y) = (MapAxis(table, "x_value"), MapAxis(table, "y_value"))
    let place: JSONValue = ["x": x.encoding, "y": y.encoding]
    let legend: JSONValue = [
      "title": .null, "symbolType": "stroke", "symbolSize": 300, "orient": "bottom", "columns": 1,
    ]
    var layers: [JSONValue] = [
      [
        "mark": ["type": "point", "filled": true, "shape": "square", "size": 620, "opacity": 0.9],
        "encoding": [
          "color": VegaLite.policyColor(winners, legend: ["title": .null]),
          "tooltip": VegaLite.tooltip([
            ("x_value", x.title), ("y_value", y.title), ("policy", "best"), ("mean", "its mean"),
            ("probability_of_best_share", "probability best"),
          ]),
        ],
      ]
    ]
    if let lines, !lines.isEmpty {
      layers.append([
        "data": ["values": lines.values],
        "mark": ["type": "line", "strokeWidth": 2.5, "color": .string(ChartTheme.categories[3])],
        "encoding": [
          "detail": ["field": "line", "type": "nominal"],
          "order": ["field": "corner", "type": "quantitative"],
          "strokeDash": [
            "field": "shown_kind", "type": "nominal", "legend": legend,
            "scale": VegaLite.scale(
              kindOrder.compactMap { kinds[$0] }, [[1, 0], [6, 4], [2, 3]]),
          ],
        ],
      ])
    }
    layers.append([
      "mark": ["type": "text", "fontSize": 11, "color": "#ffffff", "fontWeight": "bold"],
      "encoding": ["text": ["field": "shown_probability", "type": "nominal"]],
    ])
    return Chart(
      name: "flip-map", title: "Which policy is best where two assumptions move together",
      caption: """
        Squares are the values that were simulated, in the colour of the best policy; the number is \
        the probability in percent that it is. Lines show where the recommended policy is overtaken.
        """,
      description: description(data, winners, x, y), data: data, layout: .single(height: 340),
      notes: [], marks: [("encoding", place), ("layer", .array(layers))],
      overlays: [lines].compactMap { $0 }.filter { !$0.isEmpty })
  }

  private static let kindOrder = ["estimate", "near", "far"]
  private static let kinds = [
    "estimate": "overtaken on average", "near": "may be overtaken", "far": "surely overtaken",
  ]

  private static func description(
    _ data: ChartData, _ winners: [String], _ x: MapAxis, _ y: MapAxis
  ) -> String {
    let words = winners.map { policy in
      "\(policy) at \(data.records.count { $0.text("policy") == policy })"
    }
    return """
      \(x.title) across, \(y.title) upwards. Of \(data.rows.count) pairs of values, best are: \
      \(words.joined(separator: ", ")).
      """
  }
}

/// One of the two assumptions of a map.
private struct MapAxis {
  let title: String
  let encoding: JSONValue

  init(_ table: ResultTable, _ column: String) {
    title = Self.title(table.columns.first { $0.name == column }?.description ?? "", column)
    let values = Set(table.records.compactMap { $0.number(column) }).sorted()
    let isLogarithmic = Self.isGeometric(values)
    let padding: JSONValue =
      isLogarithmic
      ? ["type": "log", "nice": false, "padding": 20]
      : [
        "zero": false, "nice": false, "padding": 20,
      ]
    encoding = [
      "field": .string(column), "type": "quantitative", "title": .string(title),
      "axis": ["format": isLogarithmic ? "~r" : "~s", "grid": false], "scale": padding,
    ]
  }

  /// `Value of economics.hourValue, in $.` as `hour value ($)`.
  private static func title(_ description: String, _ column: String) -> String {
    guard description.hasPrefix("Value of "), let comma = description.range(of: ", in ") else {
      return column
    }
    let path = String(description[..<comma.lowerBound].dropFirst(9))
    let unit = description[comma.upperBound...].dropLast()
    let name = KeyWords.short([path])[path] ?? path
    return unit == "plain numbers" ? name : "\(name) (\(unit))"
  }

  /// Whether neighbours have equal ratios rather than equal differences.
  private static func isGeometric(_ values: [Double]) -> Bool {
    guard values.count > 2, let least = values.first, least > 0 else { return false }
    let steps = zip(values, values.dropFirst())
    let ratios = steps.map { $1 / $0 }
    let differences = steps.map { $1 - $0 }
    func spread(_ list: [Double]) -> Double { (list.max() ?? 1) / (list.min() ?? 1) }
    return spread(ratios) < spread(differences)
  }
}
