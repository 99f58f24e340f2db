import Experiments

extension Chart {
  /// How scores are spread about the target, against the same people when nobody looks.
  static func bunching(_ context: ReportContext) -> Chart? {
    guard
      let data = context.data(
        "target_distribution",
        columns: [
          "policy", "metric", "threshold", "bin_low_ratio", "bin_high_ratio", "person_weeks",
          "unobserved_person_weeks",
        ])
    else { return nil }
    var metrics: [String: [String]] = [:]
    for row in data.records { metrics[row.text("policy"), default: []].append(row.text("metric")) }
    let several = metrics.mapValues { $0.uniqued.count > 1 }
    func panel(_ row: TableRow) -> String {
      let policy = row.text("policy")
      return several[policy] == true ? "\(policy), \(row.text("metric"))" : policy
    }
    let named = data.adding("shown_panel", "Policy, and metric where there are several", panel)
    let panels = context.panelOrder.flatMap { policy in
      named.records.filter { $0.text("policy") == policy }.map { $0.text("shown_panel") }.uniqued
    }
    return Chart(
      name: "bunching", title: "Do people stop right above the target?",
      caption: """
        Bars: person-weeks by score, as a multiple of the target (upright line). Dashed steps: the same \
        people and work where nobody looks. Bars that stand out right above the target, over a gap \
        right below it, are work or waste that the target made.
        """,
      description: description(named.records, panels), data: named,
      layout: .panels(by: "shown_panel", order: panels, height: height),
      notes: context.noIntervals, marks: marks(named.records))
  }

  private static func marks(_ records: [TableRow]) -> [(key: String, value: JSONValue)] {
    let title = "Score as a multiple of the target"
    let counts = ["person_weeks", "unobserved_person_weeks"]
    let most = records.flatMap { row in counts.compactMap { row.number($0) } }.max() ?? 1
    // The word stands above the highest bar.
    let axis = ValueAxis([0, 1.12 * most], height: height, fromZero: true)
    func y(_ field: String) -> JSONValue {
      axis.encoding(field, title: "Person-weeks", format: "~s")
    }
    let bars: JSONValue = [
      "mark": ["type": "bar", "color": ChartTheme.claimed, "opacity": 0.7],
      "encoding": [
        "x": VegaLite.quantity("bin_low_ratio", title: title, format: "~r"),
        "x2": ["field": "bin_high_ratio"], "y": y("person_weeks"), "y2": ["datum": 0],
        "tooltip": VegaLite.tooltip([
          ("policy", "policy"), ("metric", "metric"), ("threshold", "target"),
          ("bin_low_ratio", "from"), ("bin_high_ratio", "to"), ("person_weeks", "person-weeks"),
          ("unobserved_person_weeks", "where nobody looks"),
        ]),
      ],
    ]
    let unobserved: JSONValue = [
      "mark": [
        "type": "line", "interpolate": "step-after", "color": ChartTheme.truth, "strokeWidth": 2,
        "strokeDash": [5, 2],
      ],
      "encoding": [
        "x": VegaLite.quantity("bin_low_ratio", title: title, format: "~r"),
        "y": y("unobserved_person_weeks"),
      ],
    ]
    let once: JSONValue = [
      ["aggregate": [["op": "count", "as": "shown_rows"]], "groupby": ["shown_panel"]]
    ]
    let target: JSONValue = [
      "transform": once, "mark": ["type": "rule", "strokeWidth": 1.5, "color": ChartTheme.muted],
      "encoding": ["x": ["datum": 1, "type": "quantitative"]],
    ]
    let word: JSONValue = [
      "transform": once, "name": "target_ink",
      "mark": ["type": "text", "align": "left", "dx": 4, "dy": 6, "fontSize": 11],
      "encoding": [
        "x": ["datum": 1, "type": "quantitative"], "y": ["value": 0], "text": ["value": "target"],
      ],
    ]
    return [("layer", [bars, unobserved, target, word])]
  }

  private static let height = 150

  /// The bin right above the target, and the one right below it.
  private static func description(_ records: [TableRow], _ panels: [String]) -> String {
    let words = panels.compactMap { panel -> String? in
      let rows = records.filter { $0.text("shown_panel") == panel }
      guard let above = rows.first(where: { ($0.number("bin_low_ratio") ?? 0) >= 1 - 1e-9 }),
        let below = rows.last(where: { ($0.number("bin_high_ratio") ?? 2) <= 1 + 1e-9 })
      else { return nil }
      return "\(panel): \(bin(above)) right above, \(bin(below)) right below"
    }
    return "Person-weeks about the target, and in brackets where nobody looks. "
      + words.joined(separator: "; ") + "."
  }

  private static func bin(_ row: TableRow) -> String {
    let own = HumanNumber.text(row.number("person_weeks") ?? 0)
    return "\(own) (\(HumanNumber.text(row.number("unobserved_person_weeks") ?? 0)))"
  }
}
