import Experiments
import Measures

extension Chart {
  /// What is lost by a policy in each corner of what is known least.
  static func cornerRegret(_ context: ReportContext) -> Chart? {
    guard let table = context.package.table("corners") else { return nil }
    let factors = CornerFactor.all.filter { table.position(of: $0.column) != nil }
    let levels = factors.map { factor in
      Levels(factor, Set(table.records.compactMap { $0.number(factor.column) }).sorted())
    }
    // Each panel has the worlds of one severity, whose effect is the greatest.
    let (panels, heads) = (levels.filter(\.factor.isPanel), levels.filter { !$0.factor.isPanel })
    return regret(
      context,
      RegretMap(
        table: "corners", name: "corner-regret",
        title: "What each policy loses against the best one, in other worlds",
        keys: factors.map(\.column), caption: levels.map(\.explanation).joined(separator: " "),
        world: { row in heads.map { $0.words(row) }.joined(separator: "|") },
        panel: { row in panels.map { $0.words(row) }.joined(separator: " ") },
        worldWords: { row in
          levels.map { $0.words(row).replacing("|", with: " ") }.joined(separator: ", ")
        }))
  }

  /// What is lost by a policy where people decide by another rule.
  static func ruleRegret(_ context: ReportContext) -> Chart? {
    regret(
      context,
      RegretMap(
        table: "decision_rules", name: "rule-regret",
        title: "What each policy loses against the best one, however people decide",
        keys: ["decision_rule"], caption: "Columns are rules by which people pick what they do.",
        world: { rules[$0.text("decision_rule")] ?? $0.text("decision_rule") },
        panel: { _ in "" },
        worldWords: { $0.text("decision_rule") }))
  }

  private static let rules = [
    "logit": "weigh|noisily", "bestResponse": "best|reply",
    "experienceWeighted": "learn by|doing", "imitation": "copy|others",
    "satisficing": "good|enough",
  ]

  private static func regret(_ context: ReportContext, _ map: RegretMap) -> Chart? {
    let columns =
      map.keys + [
        "policy", "net_value_usd", "n", "rank", "regret_usd", "regret_lower_95", "regret_upper_95",
      ]
    guard
      let known = context.data(map.table, columns: columns, where: { $0["regret_usd"] != .missing })
    else { return nil }
    let data =
      known.adding("shown_world", "The world in words", map.world)
      .adding("shown_panel", "What its panel has in common", map.panel)
      .adding("shown_regret", "The regret in words", words)
    let most = data.records.compactMap { $0.number("regret_usd") }.max() ?? 0
    let least = data.records.compactMap { $0.number("regret_usd") }.filter { $0 > 0 }.min() ?? 0
    // Regrets of very different size are told apart at both ends.
    let isWide = most > 8 * least
    let worlds = data.records.map { $0.text("shown_world") }.uniqued
    let panels = data.records.map { $0.text("shown_panel") }.uniqued
    let x: JSONValue = [
      "field": "shown_world", "type": "nominal", "title": .null,
      "sort": .array(worlds.map { .string($0) }),
      "axis": [
        "labelExpr": "split(datum.label, '|')", "labelAngle": 0,
        "labelOverlap": false, "labelFontSize": 11, "labelLimit": 90,
      ],
    ]
    let colour: JSONValue = [
      "field": "regret_usd", "type": "quantitative", "legend": .null,
      "scale": [
        "type": .string(isWide ? "sqrt" : "linear"), "interpolate": "rgb",
        "range": ChartTheme.shades,
        "domain": [0, .number(Swift.max(most, 1))],
      ],
    ]
    let tooltip = VegaLite.tooltip(
      map.keys.map { ($0, $0) } + [
        ("policy", "policy"), ("net_value_usd", "net value, $"), ("regret_usd", "regret, $"),
        ("regret_lower_95", "95 % from"), ("regret_upper_95", "to"),
      ])
    // Black or white, whichever has a contrast of at least 4.5 to 1 with the shade.
    let isDark = "datum.regret_usd > \(most * (isWide ? 0.47 : 0.68))"
    let count = data.records.compactMap { $0.number("n") }.min().map { Int($0) }
    return Chart(
      name: map.name, title: map.title,
      caption: """
        Regret: net value of the best policy of a world less that of the row's, $ per person-week. \
        “?”: its 95 % interval holds 0, so it may be as good. \(map.caption)
        """,
      description: description(context, data, map),
      data: data,
      layout: panels.count > 1
        ? .panels(by: "shown_panel", order: panels, height: 30 * context.policies.count)
        : .bands(step: 30),
      notes: count.map { $0 < 5 } ?? false
        ? ["Only \(count ?? 0) \(count == 1 ? "replication" : "replications") of each world."] : [],
      marks: [
        ("encoding", ["x": x, "y": VegaLite.category("policy", order: context.policyNames)]),
        (
          "layer",
          [
            [
              "mark": ["type": "rect", "stroke": "#ffffff", "strokeWidth": 1],
              "encoding": ["color": colour, "tooltip": tooltip],
            ],
            [
              "transform": [["filter": "datum.rank === 1"]],
              "mark": [
                "type": "rect", "fill": .null, "stroke": ChartTheme.gain, "strokeWidth": 3,
                "width": ["band": 0.94], "height": ["band": 0.86], "cornerRadius": 2,
              ],
            ],
            [
              "mark": ["type": "text", "fontSize": 11],
              "encoding": [
                "text": ["field": "shown_regret", "type": "nominal"],
                "color": [
                  "condition": ["test": .string(isDark), "value": "#ffffff"],
                  "value": "#000000",
                ],
              ],
            ],
          ]
        ),
      ])
  }

  private static func words(_ row: TableRow) -> String {
    guard row.number("rank") != 1 else { return "best" }
    let text = HumanNumber.text(row.number("regret_usd") ?? 0, .usd).replacing(" ", with: "")
    return (row.number("regret_lower_95") ?? 1) <= 0 ? text + "?" : text
  }

  private static func description(
    _ context: ReportContext, _ data: ChartData, _ map: RegretMap
  ) -> String {
    let best = data.records.filter { $0.number("rank") == 1 }
    let sentences = context.policyNames.compactMap { policy -> String? in
      let places = best.filter { $0.text("policy") == policy }.map(map.worldWords)
      return places.isEmpty
        ? nil : "\(policy) is the best in \(places.count): \(places.joined(separator: "; "))."
    }
    return "Regret of each policy in \(best.count) worlds. " + sentences.joined(separator: " ")
  }
}

/// What one map of regret shows.
private struct RegretMap {
  let table: String
  let name: String
  let title: String
  let keys: [String]
  let caption: String
  let world: (TableRow) -> String
  let panel: (TableRow) -> String
  let worldWords: (TableRow) -> String
}

/// One of the things that are known least, and how its two levels are called.
private struct CornerFactor: Sendable {
  let column: String
  let low: String
  let high: String
  let meaning: String
  let isPanel: Bool
  let text: @Sendable (Double) -> String

  static let all = [
    CornerFactor(
      column: "severity_factor_ratio", low: "Cheap incidents", high: "Dear incidents",
      meaning: "Every incident costs", isPanel: true, text: { HumanNumber.text($0) + " times" }),
    CornerFactor(
      column: "adoption_inertia_h", low: "easy|to adopt", high: "hard|to adopt",
      meaning: "Changing over to agents costs a beginner", isPanel: false,
      text: { HumanNumber.text($0, .hours) }),
    CornerFactor(
      column: "promise_credibility_share", low: "promise|doubted", high: "promise|believed",
      meaning: "Belief in the promise begins at", isPanel: false,
      text: { HumanNumber.text($0, .share) }),
  ]
}

/// The values that a factor has in the table, least first.
private struct Levels {
  let factor: CornerFactor
  let values: [Double]

  init(_ factor: CornerFactor, _ values: [Double]) {
    self.factor = factor
    self.values = values
  }

  func words(_ row: TableRow) -> String {
    row.number(factor.column) == values.first ? factor.low : factor.high
  }

  /// What the words stand for: `Every incident costs 0.1 times or 10 times (dear incidents) …`.
  var explanation: String {
    let amounts = values.map(factor.text).joined(separator: " or ")
    return "\(factor.meaning) \(amounts)\(factor.isPanel ? " as much" : "")."
  }
}
