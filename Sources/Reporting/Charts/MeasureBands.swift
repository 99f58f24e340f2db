import Experiments

/// A few measures in one unit, side by side for each policy: a point and an interval for each.
struct MeasureBands {
  /// The measures with their words, marks and colours.
  let marks: [Mark]
  /// Title of the axis, with the unit.
  let axis: String
  /// Whether the axis begins at zero.
  var fromZero = true

  /// How a measure is shown.
  struct Mark {
    let measure: String
    let words: String
    let color: JSONValue
    let shape: JSONValue
  }

  /// The rows of `summary`, with words; nil where none of the measures is defined.
  func data(_ context: ReportContext) -> ChartData? {
    let words = Dictionary(
      marks.map { ($0.measure, $0.words) }, uniquingKeysWith: { first, _ in first })
    return context.data(
      "summary", columns: ["policy", "measure", "unit", "mean", "lower_95", "upper_95"],
      where: { words[$0.text("measure")] != nil && $0["mean"] != .missing }
    )?.adding("shown_what", "What is shown") { words[$0.text("measure")] ?? "" }
  }

  /// A band for each policy, with a row in it for each measure.
  func layout(_ data: ChartData) -> Chart.Layout {
    let policies = Set(data.records.map { $0.text("policy") }).count
    return .single(height: policies * (14 + 15 * marks.count))
  }

  /// The layers of the chart.
  func layers(
    _ context: ReportContext, _ data: ChartData, format: String
  ) -> [(key: String, value: JSONValue)] {
    let names = marks.map(\.words)
    let x = VegaLite.quantity("mean", title: axis, format: format, fromZero: fromZero)
    let color = VegaLite.color("shown_what", names, marks.map(\.color))
    let side: JSONValue = [
      "field": "shown_what", "type": "nominal", "sort": .array(names.map { .string($0) }),
    ]
    let intervals: JSONValue = [
      "mark": ["type": "rule", "strokeWidth": 3, "opacity": 0.55],
      "encoding": [
        "x": VegaLite.quantity("lower_95", title: axis, format: format, fromZero: fromZero),
        "x2": ["field": "upper_95"], "color": color,
      ],
    ]
    let points: JSONValue = [
      "mark": ["type": "point", "filled": true, "size": 70, "opacity": 1],
      "encoding": [
        "x": x, "color": color,
        "shape": [
          "field": "shown_what", "type": "nominal", "legend": .null,
          "scale": VegaLite.scale(names, marks.map(\.shape)),
        ],
        "tooltip": VegaLite.tooltip([
          ("policy", "policy"), ("shown_what", "what"), ("mean", "mean"),
          ("lower_95", "95 % from"), ("upper_95", "to"),
        ]),
      ],
    ]
    // Marks at zero do not stand on names.
    let policies: JSONValue = [
      "field": "policy", "type": "nominal", "title": .null, "axis": ["labelPadding": 9],
      "scale": ["paddingInner": 0.45, "paddingOuter": 0.2],
      "sort": .array(context.policyNames.map { .string($0) }),
    ]
    let words = labels(data, order: context.policyNames)
    return [
      ("encoding", ["y": policies, "yOffset": side]),
      ("layer", .array((data.hasValues("lower_95") ? [intervals] : []) + [points] + words)),
    ]
  }

  /// Words beside the marks of the first policy that has all: where the mark is in the right half,
  /// to its left.
  private func labels(_ data: ChartData, order: [String]) -> [JSONValue] {
    let records = data.records
    let most = records.compactMap { $0.number("upper_95") ?? $0.number("mean") }.max() ?? 0
    let rows = order.lazy.map { policy in records.filter { $0.text("policy") == policy } }
    let labelled = rows.max { $0.count < $1.count } ?? []
    return labelled.map { row in
      let isRight = (row.number("mean") ?? 0) > most / 2
      let end = isRight ? "lower_95" : "upper_95"
      let field = row[end] == .missing ? "mean" : end
      return [
        "transform": [
          ["filter": ["field": "policy", "equal": .string(row.text("policy"))]],
          ["filter": ["field": "measure", "equal": .string(row.text("measure"))]],
        ],
        "name": .string("\(row.text("measure"))_ink"),
        "mark": [
          "type": "text", "align": isRight ? "right" : "left", "dx": isRight ? -9 : 9,
          "fontSize": 11,
        ],
        "encoding": [
          "x": ["field": .string(field), "type": "quantitative"],
          "text": ["field": "shown_what", "type": "nominal"],
        ],
      ]
    }
  }
}
