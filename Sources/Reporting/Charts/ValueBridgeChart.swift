import Experiments
import Measures

extension Chart {
  /// From the baseline's net value to that of each policy, part by part.
  static func valueBridge(_ context: ReportContext) -> Chart? {
    guard let table = context.package.table("value_bridge") else { return nil }
    let shown = visibleParts(table.records.filter { context.shows($0.text("policy")) })
    guard
      let data = context.data(
        "value_bridge",
        columns: ["policy", "part", "title", difference, "lower_95", "upper_95"],
        where: { shown.contains($0.text("part")) && $0[difference] != .missing })
    else { return nil }
    let totals = totals(context)
    let worded = data.adding("shown_part", "The part and its amount") { row in
      "\(row.text("title")) \(signed(row.number(difference) ?? 0))"
    }.adding("shown_total", "All parts together") { row in
      "Together \(totals[row.text("policy")].map(signed) ?? "")"
    }
    let parts = worded.records.map { $0.text("part") }.uniqued
    let panels = context.panelOrder.filter { policy in
      worded.records.contains { $0.text("policy") == policy }
    }
    let baseline = context.baseline?.name ?? "the baseline"
    return Chart(
      name: "value-bridge", title: "What makes a policy worth more or less than \(baseline)?",
      caption: """
        Difference in net value to \(baseline) in dollars per person-week, part by part: each bar \
        begins where the one above ends. Blue with + is good, orange with − is bad; the last bar is \
        all together. Thin lines are 95 % intervals of a part. Parts too small to see are left out.
        """,
      description: description(worded.records, panels, totals), data: worded,
      layout: .panels(by: "policy", order: panels, height: 32 * (parts.count + 1)),
      notes: context.cautions(about: ["net_value_usd"]),
      marks: [
        ("transform", running),
        ("layer", layers(parts, hasIntervals: worded.hasValues("lower_95"))),
      ])
  }

  private static let difference = "difference_usd"
  private static let together = "shown_together"

  /// The parts that can be seen beside the largest under some policy.
  private static func visibleParts(_ rows: [TableRow]) -> Set<String> {
    let sizes = rows.map { abs($0.number(difference) ?? 0) }
    let most = sizes.max() ?? 0
    return Set(zip(rows, sizes).filter { $0.1 > 0.002 * most }.map { $0.0.text("part") })
  }

  /// The differences of net value to the baseline, as `comparisons` has them.
  private static func totals(_ context: ReportContext) -> [String: Double] {
    let rows = context.records("comparisons").filter {
      $0.text("measure") == "net_value_usd"
    }
    return Dictionary(
      rows.compactMap { row in row.number("difference").map { (row.text("policy"), $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Puts each bar where the one above ends.
  private static let running: JSONValue = [
    [
      "window": [["op": "sum", "field": .string(difference), "as": "shown_end"]],
      "groupby": ["policy"],
    ],
    ["calculate": "datum.shown_end - datum.difference_usd", "as": "shown_start"],
    ["calculate": "datum.shown_start + datum.lower_95", "as": "shown_low"],
    ["calculate": "datum.shown_start + datum.upper_95", "as": "shown_high"],
  ]

  private static func layers(_ parts: [String], hasIntervals: Bool) -> JSONValue {
    let x: JSONValue = [
      "field": "shown_start", "type": "quantitative", "title": "$ per person-week",
      "axis": ["format": "$~s"],
    ]
    let y: JSONValue = [
      "field": "part", "type": "nominal", "axis": .null,
      "sort": .array((parts + [together]).map { .string($0) }),
    ]
    let all: JSONValue = [
      [
        "aggregate": [["op": "sum", "field": .string(difference), "as": "shown_sum"]],
        "groupby": ["policy", "shown_total"],
      ], ["calculate": .string("'\(together)'"), "as": "part"],
    ]
    func bar(_ color: JSONValue) -> JSONValue {
      ["type": "bar", "height": 11, "yOffset": 7, "color": color]
    }
    let steps: JSONValue = [
      "mark": bar(ChartTheme.gain),
      "encoding": [
        "x": x, "x2": ["field": "shown_end"], "y": y,
        "color": [
          "condition": ["test": "datum.difference_usd < 0", "value": ChartTheme.loss],
          "value": ChartTheme.gain,
        ],
        "tooltip": VegaLite.tooltip([
          ("policy", "policy"), ("title", "part"), (difference, "$ per person-week"),
          ("lower_95", "95 % from"), ("upper_95", "to"),
        ]),
      ],
    ]
    let intervals: JSONValue = [
      "transform": [["filter": "isValid(datum.lower_95)"]],
      "mark": ["type": "rule", "yOffset": 7, "strokeWidth": 1.5, "color": ChartTheme.muted],
      "encoding": [
        "x": ["field": "shown_low", "type": "quantitative"], "x2": ["field": "shown_high"], "y": y,
      ],
    ]
    let total: JSONValue = [
      "transform": all, "mark": bar(ChartTheme.muted),
      "encoding": [
        "x": ["field": "shown_sum", "type": "quantitative"], "x2": ["datum": 0], "y": y,
      ],
    ]
    let zero: JSONValue = [
      "transform": all, "mark": ["type": "rule", "color": ChartTheme.muted],
      "encoding": ["x": ["datum": 0, "type": "quantitative"]],
    ]
    func words(_ field: String, _ weight: JSONValue, _ transform: JSONValue) -> JSONValue {
      [
        "transform": transform, "name": .string("\(field)_ink"),
        "mark": [
          "type": "text", "align": "left", "yOffset": -7, "fontSize": 11, "fontWeight": weight,
        ],
        "encoding": [
          "x": ["value": 0], "y": y, "text": ["field": .string(field), "type": "nominal"],
        ],
      ]
    }
    let texts = [words("shown_part", "normal", []), words("shown_total", "bold", all)]
    return .array([zero, steps, total] + (hasIntervals ? [intervals] : []) + texts)
  }

  /// An amount with its sign.
  private static func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + HumanNumber.text(value, .usd)
  }

  private static func description(
    _ records: [TableRow], _ panels: [String], _ totals: [String: Double]
  ) -> String {
    let words = panels.map { policy in
      let parts = records.filter { $0.text("policy") == policy }.map { $0.text("shown_part") }
      let total = totals[policy].map { ", together \(signed($0))" } ?? ""
      return "\(policy): \(parts.joined(separator: ", "))\(total)"
    }
    return "Differences to the baseline per person-week. " + words.joined(separator: ". ") + "."
  }
}
