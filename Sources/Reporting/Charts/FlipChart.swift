import Experiments
import Measures

extension Chart {
  /// How far each assumption may move before another policy is the better one.
  static func flips(_ context: ReportContext) -> Chart? {
    guard let table = context.package.table("flips") else { return nil }
    let names = FlipWords.names(context)
    let found = ChartData(
      table,
      columns: [
        "assumption", "direction", "unit", "default_value", "end_value", "scale", "boundary_value",
        "boundary_near_value", "boundary_far_value", "distance_share", "distance_near_share",
        "distance_far_share", "probability_share", "overtaken_by", "overtaken_by_share",
      ], where: { $0["boundary_value"] != .missing && $0["distance_share"] != .missing }
    ).sorted { ($0.number("distance_share") ?? 0) < ($1.number("distance_share") ?? 0) }
    guard !found.isEmpty else { return nil }
    let most =
      found.records.flatMap { row in
        ["distance_share", "distance_far_share"].compactMap { row.number($0) }
      }.max() ?? 1
    let data = found.adding("shown_move", "What moves, and from where to where") { row in
      let words = FlipWords(row, names)
      return words.lines("\(words.amount("default_value")) → \(words.amount("boundary_value"))")
    }.adding("shown_then", "What is better then") { "then \($0.text("overtaken_by"))" }
      .adding("shown_side", "Where it is written") { row in
        (row.number("distance_share") ?? 0) < most / 2 ? "right" : "left"
      }
    let order = data.records.map { $0.text("shown_move") }
    let axis = "Share of the usual range moved"
    func x(_ field: String) -> JSONValue {
      [
        "field": .string(field), "type": "quantitative", "title": .string(axis),
        "axis": ["format": "~%"], "scale": ["domain": [0, .number(1.1 * most)], "nice": false],
      ]
    }
    let tooltip = VegaLite.tooltip([
      ("assumption", "assumption"), ("default_value", "default"), ("boundary_value", "boundary"),
      ("boundary_near_value", "95 % from"), ("boundary_far_value", "to"), ("unit", "unit"),
      ("probability_share", "probability"), ("overtaken_by", "overtaken by"),
    ])
    return Chart(
      name: "flips", title: "What would change the recommendation",
      caption: """
        Each row moves one assumption, everything else staying as it is, until another policy is \
        better. Left is fragile. Lines are 95 % intervals, dashed where they reach beyond the range.
        """,
      description: description(data, names), data: data, layout: .bands(step: 46, by: "shown_move"),
      notes: [],
      marks: [
        (
          "encoding",
          [
            "y": VegaLite.category(
              "shown_move", order: order,
              axis: [
                "labelExpr": "split(datum.label, '|')", "labelLimit": 180, "labelOverlap": false,
              ])
          ]
        ),
        (
          "layer",
          .array(
            intervals(data, x) + [
              [
                "mark": [
                  "type": "point", "filled": true, "size": 100, "opacity": 1, "shape": "diamond",
                  "color": ChartTheme.loss,
                ],
                "encoding": ["x": x("distance_share"), "tooltip": tooltip],
              ],
              [
                "name": "ink",
                "mark": [
                  "type": "text", "align": VegaLite.alignment, "dy": -12, "fontSize": 11,
                ],
                "encoding": [
                  "x": x("distance_share"), "text": ["field": "shown_then", "type": "nominal"],
                ],
              ],
            ])
        ),
      ])
  }

  /// Intervals of boundaries: those that end in the range, and those that reach beyond it.
  private static func intervals(_ data: ChartData, _ x: (String) -> JSONValue) -> [JSONValue] {
    // A layer without rows has no scale, which Vega warns of.
    let known = data.records.filter { $0["distance_near_share"] != .missing }
    let color: JSONValue = ["value": ChartTheme.loss]
    var layers: [JSONValue] = []
    if known.contains(where: { $0["distance_far_share"] != .missing }) {
      layers.append([
        "transform": [["filter": "isValid(datum.distance_far_share)"]],
        "mark": ["type": "rule", "strokeWidth": 4, "opacity": 0.55],
        "encoding": [
          "x": x("distance_near_share"), "x2": ["field": "distance_far_share"], "color": color,
        ],
      ])
    }
    if known.contains(where: { $0["distance_far_share"] == .missing }) {
      layers.append([
        "transform": [["filter": "!isValid(datum.distance_far_share)"]],
        "mark": ["type": "rule", "strokeWidth": 3, "opacity": 0.6, "strokeDash": [5, 4]],
        "encoding": [
          "x": x("distance_near_share"), "x2": ["value": "width"], "color": color,
        ],
      ])
    }
    return layers
  }

  private static func description(_ data: ChartData, _ names: [String: String]) -> String {
    let sentences = data.records.map { row -> String in
      let words = FlipWords(row, names)
      let interval = words.interval.isEmpty ? "" : " (\(words.interval))"
      return """
        \(words.move) from \(words.amount("default_value")) to \(words.amount("boundary_value"))\
        \(interval): then \(row.text("overtaken_by")) is better
        """
    }
    return sentences.joined(separator: "; ") + "."
  }

  /// How far the recommended policy stays ahead at the ends of usual ranges, smallest lead first.
  static func leadsAtEnds(_ context: ReportContext) -> Chart? {
    guard let table = context.package.table("flips") else { return nil }
    let names = FlipWords.names(context)
    let all = ChartData(
      table,
      columns: [
        "assumption", "direction", "unit", "default_value", "end_value", "status", "lead_at_end",
        "best_other_at_end",
      ], where: { $0["lead_at_end"] != .missing && $0.text("status") != "ineffective" }
    ).sorted { ($0.number("lead_at_end") ?? 0) < ($1.number("lead_at_end") ?? 0) }
    let few = all.first(mostLeads)
    guard !few.isEmpty else { return nil }
    let data = few.adding("shown_move", "What moves, and to where") { row in
      let words = FlipWords(row, names)
      return words.lines("to \(words.amount("end_value"))")
    }.adding("shown_next", "The next best policy there") {
      "before \($0.text("best_other_at_end"))"
    }
    let axis = "Lead at the end of the range"
    let x = VegaLite.quantity("lead_at_end", title: axis, format: "~s", fromZero: true)
    return Chart(
      name: "flip-ends", title: "How far ahead the recommended policy stays",
      caption: """
        Each row moves one assumption to the end of its usual range, everything else staying as it \
        is. The smallest leads of the first look, which has few replications, in the unit of the measure; \
        left of 0 another policy is ahead.
        """,
      description: data.records.map {
        "\(FlipWords($0, names).move): \(HumanNumber.text($0.number("lead_at_end") ?? 0))"
      }.joined(separator: "; ") + ".",
      data: data, layout: .bands(step: 46, by: "shown_move"),
      notes: all.rows.count > few.rows.count
        ? [
          "\(all.rows.count - few.rows.count) further directions with greater leads are in flips.csv."
        ]
        : [],
      marks: [
        (
          "encoding",
          [
            "y": VegaLite.category(
              "shown_move", order: data.records.map { $0.text("shown_move") },
              axis: [
                "labelExpr": "split(datum.label, '|')", "labelLimit": 180, "labelOverlap": false,
              ])
          ]
        ),
        (
          "layer",
          [
            [
              "mark": ["type": "bar", "height": 12, "yOffset": 6],
              "encoding": [
                "x": x,
                "color": [
                  "condition": ["test": "datum.lead_at_end < 0", "value": ChartTheme.loss],
                  "value": ChartTheme.gain,
                ],
                "tooltip": VegaLite.tooltip([
                  ("assumption", "assumption"), ("end_value", "end of the range"),
                  ("lead_at_end", "lead"), ("best_other_at_end", "next best"),
                ]),
              ],
            ],
            [
              "name": "ink",
              "mark": ["type": "text", "align": "left", "dy": -8, "fontSize": 11],
              "encoding": [
                "x": ["value": 2], "text": ["field": "shown_next", "type": "nominal"],
              ],
            ],
          ]
        ),
      ])
  }

  private static let mostLeads = 12
}
