import Experiments

extension Chart {
  /// How many replications a selection took of each policy, and what it found.
  static func replicationsSpent(_ context: ReportContext) -> Chart? {
    guard
      let rows = context.data(
        "selection",
        columns: [
          "policy", "measure", "unit", "replications_count", "mean", "in_play", "selected",
        ], where: { $0["replications_count"] != .missing })
    else { return nil }
    let first = rows.records.first
    let told = context.told(first?.text("measure") ?? "", unit: first?.text("unit") ?? "")
    let data = rows.adding("shown_verdict", "Mean and verdict") { row in
      "\(told.text(row.number("mean"))), \(verdict(row))"
    }.adding("shown_kind", "What became of it", verdict)
    let axis = "Replications"
    let x = VegaLite.quantity("replications_count", title: axis, format: "~s", fromZero: true)
    let tooltip = VegaLite.tooltip([
      ("policy", "policy"), ("replications_count", "replications"), ("mean", "mean"),
    ])
    return Chart(
      name: "replications-spent", title: "How long it took to tell each policy from the best",
      caption: """
        The longer its bar, the harder a policy was to tell from the best. Above each bar: its mean \
        of \(told.title.startingSmall).
        """,
      description: data.records.map {
        "\($0.text("policy")): \(Int($0.number("replications_count") ?? 0)) replications, "
          + $0.text("shown_verdict")
      }.joined(separator: "; ") + ".",
      data: data, layout: .bands(step: 40),
      notes: [
        "Means of policies dropped early rest on few replications, and that of the one selected is a little lucky."
      ],
      marks: [
        ("encoding", ["y": VegaLite.category("policy", order: context.policyNames)]),
        (
          "layer",
          [
            [
              "mark": ["type": "bar", "height": 12, "yOffset": 7],
              "encoding": [
                "x": x, "tooltip": tooltip,
                "color": VegaLite.color(
                  "shown_kind", ["selected", "still in play", "dropped"],
                  [ChartTheme.gain, ChartTheme.useful, ChartTheme.muted]),
              ],
            ],
            [
              "name": "ink",
              "mark": ["type": "text", "align": "left", "dy": -7, "fontSize": 11],
              "encoding": [
                "x": ["value": 2], "text": ["field": "shown_verdict", "type": "nominal"],
              ],
            ],
          ]
        ),
      ])
  }

  private static func verdict(_ row: TableRow) -> String {
    row["selected"].isTrue ? "selected" : row["in_play"].isTrue ? "still in play" : "dropped"
  }

  /// How the means settled while a selection went on.
  static func rounds(_ context: ReportContext) -> Chart? {
    guard
      let data = context.data(
        "rounds", columns: ["round", "policy", "replications_count", "mean", "in_play"],
        where: { $0["mean"] != .missing })
    else { return nil }
    let first = context.records("selection").first
    let told = context.told(first?.text("measure") ?? "", unit: first?.text("unit") ?? "")
    let names = context.policyNames.filter { policy in
      data.records.contains { $0.text("policy") == policy }
    }
    let lasting = names.filter { policy in
      data.records.contains { $0.text("policy") == policy && $0["in_play"].isTrue }
    }
    let most = data.records.compactMap { $0.number("replications_count") }.max() ?? 0
    return Chart(
      name: "selection-rounds", title: "How the means settled",
      caption: """
        The mean of \(told.title.startingSmall) of each policy after so many replications. A line \
        ends where its policy got no more; a mark without a line was dropped at the first look.
        """,
      description: """
        After the first round in play: \(lasting.joined(separator: ", ")). The longest line has \
        \(Int(most)) replications.
        """,
      data: data, layout: .single(height: 260), notes: [],
      marks: [
        (
          "encoding",
          [
            "x": VegaLite.quantity("replications_count", title: "Replications", format: "~s"),
            "y": VegaLite.quantity(
              "mean", title: told.axis, format: VegaLite.axisFormat(of: told.unit)),
            "color": VegaLite.policyColor(names, legend: VegaLite.lineLegend),
          ]
        ),
        (
          "layer",
          [
            [
              "mark": ["type": "line", "strokeWidth": 2],
              "encoding": [
                "strokeDash": VegaLite.policyDash(names, legend: VegaLite.lineLegend)
              ],
            ],
            [
              "mark": ["type": "point", "filled": true, "size": 30],
              "encoding": [
                "tooltip": VegaLite.tooltip([
                  ("policy", "policy"), ("replications_count", "replications"), ("mean", "mean"),
                ])
              ],
            ],
          ]
        ),
      ])
  }
}
