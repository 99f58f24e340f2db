import Experiments
import Measures

extension Chart {
  /// How tokens are spread over people, told apart by what they were burnt for; a panel for each
  /// policy.
  static func tokenShares(_ context: ReportContext) -> Chart? {
    guard
      let data = context.data(
        "token_shares",
        columns: [
          "policy", "group", "work_share", "gaming_share", "share", "lower_95", "upper_95",
        ], where: { $0["share"] != .missing })
    else { return nil }
    let records = data.records
    let groups = records.map { $0.text("group") }.uniqued
    let panels = context.panelOrder.filter { policy in
      records.contains { $0.text("policy") == policy }
    }
    return Chart(
      name: "token-shares", title: "How tokens are spread over people, and what they are burnt for",
      caption: """
        Share of all tokens in the weeks that count, by people in order of how many they burn. If all \
        burnt alike, the top 1 % would have 1 % and the next 9 % would have 9 %. The part at the end \
        of a bar is burnt for the metric alone. Lines are 95 % intervals of the whole bar.
        """,
      description: description(records, panels), data: data,
      layout: .panels(by: "policy", order: panels, height: 28 * groups.count),
      notes: context.cautions(about: ["gaming_token_share"]),
      marks: [
        (
          "encoding",
          [
            "y": [
              "field": "group", "type": "nominal", "title": .null,
              "sort": .array(groups.map { .string($0) }),
            ]
          ]
        ),
        ("layer", .array(bars + (data.hasValues("lower_95") ? [interval] : []) + labels(records))),
      ])
  }

  private static var bars: [JSONValue] {
    let tooltip = VegaLite.tooltip([
      ("policy", "policy"), ("group", "people"), ("share", "share of tokens"),
      ("work_share", "for work"), ("gaming_share", "for the metric"), ("lower_95", "95 % from"),
      ("upper_95", "to"),
    ])
    let work: JSONValue = [
      "mark": ["type": "bar", "color": ChartTheme.truth],
      "encoding": [
        "x": VegaLite.quantity(
          "work_share", title: "Share of all tokens", format: "~%", fromZero: true),
        "tooltip": tooltip,
      ],
    ]
    let gaming: JSONValue = [
      "mark": ["type": "bar", "color": ChartTheme.claimed],
      "encoding": [
        "x": VegaLite.quantity(
          "work_share", title: "Share of all tokens", format: "~%", fromZero: true),
        "x2": ["field": "share"], "tooltip": tooltip,
      ],
    ]
    return [work, gaming]
  }

  private static let interval: JSONValue = [
    "transform": [["filter": "isValid(datum.lower_95)"]],
    "mark": ["type": "rule", "strokeWidth": 2, "color": ChartTheme.muted],
    "encoding": [
      "x": ["field": "lower_95", "type": "quantitative"], "x2": ["field": "upper_95"],
    ],
  ]

  /// Words in the longest part of each kind, where they have room.
  private static func labels(_ records: [TableRow]) -> [JSONValue] {
    [("work_share", "work"), ("gaming_share", "gaming")].compactMap { column, words in
      let longest = records.max { ($0.number(column) ?? 0) < ($1.number(column) ?? 0) }
      guard let longest, (longest.number(column) ?? 0) > 0.2 else { return nil }
      return [
        "transform": [
          ["filter": ["field": "policy", "equal": .string(longest.text("policy"))]],
          ["filter": ["field": "group", "equal": .string(longest.text("group"))]],
        ],
        "mark": [
          "type": "text", "align": "left", "dx": 5, "color": "white", "fontWeight": "bold",
        ],
        "encoding": [
          "x": column == "work_share"
            ? ["datum": 0, "type": "quantitative"]
            : ["field": "work_share", "type": "quantitative"],
          "text": ["value": .string(words)],
        ],
      ]
    }
  }

  private static func description(_ records: [TableRow], _ panels: [String]) -> String {
    let words = panels.map { policy in
      let rows = records.filter { $0.text("policy") == policy }.map { row in
        let gaming = HumanNumber.text(row.number("gaming_share") ?? 0, .share)
        let share = HumanNumber.text(row.number("share") ?? 0, .share)
        return "\(row.text("group")) of people \(share), \(gaming) of all for the metric"
      }
      return "\(policy): \(rows.joined(separator: "; "))"
    }
    return "Shares of tokens by groups of people. " + words.joined(separator: ". ") + "."
  }

  /// How many tokens the top of the people burn, by policy, where nothing more is known.
  static func tokenConcentration(_ context: ReportContext) -> Chart? {
    let bands = MeasureBands(
      marks: [
        .init(
          measure: "top_percent_tokens_share", words: "top 1 %", color: ChartTheme.claimed,
          shape: "diamond"),
        .init(
          measure: "top_decile_tokens_share", words: "top 10 %", color: ChartTheme.truth,
          shape: "circle"),
      ], axis: "Share of all tokens")
    guard let data = bands.data(context) else { return nil }
    let words = context.policyNames.compactMap { policy -> String? in
      guard let top = context.words("top_percent_tokens_share", policy),
        let decile = context.words("top_decile_tokens_share", policy)
      else { return nil }
      return "\(policy): top 1 % \(top), top 10 % \(decile)"
    }
    return Chart(
      name: "token-shares", title: "How many of all tokens a few people burn",
      caption: """
        Share of tokens that the top hundredth and the top tenth of people burn over four weeks. If \
        all burnt alike it would be 1 % and 10 %. Lines are 95 % intervals.
        """,
      description: "Shares of tokens by policy. " + words.joined(separator: "; ") + ".",
      data: data, layout: bands.layout(data),
      notes: context.cautions(about: bands.marks.map(\.measure)),
      marks: bands.layers(context, data, format: "~%"))
  }
}
