import Experiments
import Measures

extension Chart {
  /// What the design found is worth on runs that the search never saw.
  static func confirmation(_ context: ReportContext) -> Chart? {
    guard let table = context.package.table("confirmation"),
      let objective = table.records.first?.text("measure")
    else { return nil }
    let names = ConfirmationWords.levels
    let data = ChartData(
      table,
      columns: ["design", "measure", "unit", "mean", "n", "lower_95", "upper_95"],
      where: { row in
        row.text("measure") == objective && row["mean"] != .missing
          && names.contains { $0.name == row.text("design") }
      }
    ).adding("shown_design", "The design in words") { row in
      names.first { $0.name == row.text("design") }?.words ?? row.text("design")
    }
    guard !data.isEmpty else { return nil }
    let told = context.told(objective, unit: data.records.first?.text("unit") ?? "")
    let format = VegaLite.axisFormat(of: told.unit)
    let words = names.map(\.words)
    func x(_ field: String) -> JSONValue {
      VegaLite.quantity(field, title: told.axis, format: format)
    }
    let colour = VegaLite.color(
      "shown_design", words,
      [ChartTheme.gain, ChartTheme.claimed, ChartTheme.useful, ChartTheme.muted])
    return Chart(
      name: "confirmation", title: "What the design is worth on runs the search never saw",
      caption: """
        Means with 95 % intervals on fresh replications, and what the search had promised. Paired \
        differences, which are surer, are in the table below.
        """,
      description: data.records.map {
        "\($0.text("shown_design")): \(told.text($0, "mean", "lower_95", "upper_95"))"
      }.joined(separator: "; ") + ".",
      data: data, layout: .bands(step: 34, by: "shown_design"), notes: [],
      marks: [
        (
          "encoding",
          [
            "y": VegaLite.category(
              "shown_design", order: words, axis: ["labelLimit": 200]), "color": colour,
          ]
        ),
        (
          "layer",
          VegaLite.layers([
            data.hasValues("lower_95")
              ? [
                "mark": ["type": "rule", "strokeWidth": 3, "opacity": 0.6],
                "encoding": ["x": x("lower_95"), "x2": ["field": "upper_95"]],
              ] : nil,
            [
              "mark": ["type": "point", "filled": true, "size": 100, "opacity": 1],
              "encoding": [
                "x": x("mean"),
                "shape": [
                  "field": "shown_design", "type": "nominal", "legend": .null,
                  "scale": VegaLite.scale(words, ["diamond", "square", "circle", "cross"]),
                ],
                "tooltip": VegaLite.tooltip([
                  ("shown_design", "design"), ("mean", "mean"), ("lower_95", "95 % from"),
                  ("upper_95", "to"), ("n", "replications"),
                ]),
              ],
            ],
          ])
        ),
      ])
  }
}

/// The rows of `confirmation` in words.
enum ConfirmationWords {
  /// Rows about designs.
  static let levels: [(name: String, words: String)] = [
    ("chosen", "design found"), ("start", "design of the file"), ("baseline", "baseline"),
    ("search of chosen", "promised by the search"),
  ]
  /// Rows about paired differences.
  static let gains: [(name: String, words: String)] = [
    ("chosen less start", "found less file"), ("chosen less baseline", "found less baseline"),
  ]
}
