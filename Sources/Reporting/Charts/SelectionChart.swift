import Experiments
import Measures

extension Chart {
  /// How far each policy is from the best of the others, with intervals that hold for all at once.
  static func selection(_ context: ReportContext) -> Chart? {
    guard
      let rows = context.data(
        "selection",
        columns: [
          "policy", "measure", "unit", "mean", "n", "probability_best_share", "best_other",
          "difference", "lower", "upper", "confidence_share", "verdict", "more_replications_count",
        ], where: { $0["difference"] != .missing })
    else { return nil }
    let first = rows.records.first
    let told = context.told(first?.text("measure") ?? "", unit: first?.text("unit") ?? "")
    let data =
      rows.adding("shown_verdict", "The verdict in words") { words($0, told) }
    let axis = "\(told.axis): ahead of the best of the others"
    let format = VegaLite.axisFormat(of: told.unit)
    let verdicts = ["pick", "contender", "behind", "undefined"]
    let colour = VegaLite.color(
      "verdict", verdicts,
      [ChartTheme.gain, ChartTheme.useful, ChartTheme.muted, ChartTheme.muted])
    let tooltip = VegaLite.tooltip([
      ("policy", "policy"), ("mean", "mean"), ("difference", "ahead by"), ("lower", "from"),
      ("upper", "to"), ("probability_best_share", "probability best"),
    ])
    func x(_ field: String) -> JSONValue {
      VegaLite.quantity(field, title: axis, format: format, fromZero: true)
    }
    let confidence =
      first?.number("confidence_share").map { HumanNumber.text($0, .share) } ?? "95 %"
    return Chart(
      name: "selection", title: "How far each policy is from the best of the others",
      caption: """
        Right of 0 is ahead. Lines are intervals of the difference that hold for all policies at \
        once, with \(confidence) confidence; a policy whose line ends at 0 or left of it is surely \
        not the best.
        """,
      description: data.records.map { "\($0.text("policy")): \($0.text("shown_verdict"))" }
        .joined(separator: "; ") + ".",
      data: data, layout: .bands(step: 42),
      notes: notes(data) + context.flags([first?.text("measure") ?? ""]),
      marks: [
        ("encoding", ["y": VegaLite.category("policy", order: context.policyNames)]),
        (
          "layer",
          VegaLite.layers([
            [
              "mark": ["type": "rule", "strokeDash": [3, 3], "color": ChartTheme.muted],
              "encoding": ["x": ["datum": 0], "y": .null],
            ],
            data.hasValues("lower")
              ? [
                "mark": ["type": "rule", "strokeWidth": 3, "opacity": 0.6, "yOffset": 6],
                "encoding": ["x": x("lower"), "x2": ["field": "upper"], "color": colour],
              ] : nil,
            [
              "mark": ["type": "point", "filled": true, "size": 100, "opacity": 1, "yOffset": 6],
              "encoding": [
                "x": x("difference"), "color": colour, "tooltip": tooltip,
                "shape": [
                  "field": "verdict", "type": "nominal", "legend": .null,
                  "scale": VegaLite.scale(verdicts, ["diamond", "square", "circle", "cross"]),
                ],
              ],
            ],
            [
              "name": "ink",
              "mark": [
                "type": "text", "align": "left", "dy": -10, "fontSize": 11,
              ],
              "encoding": [
                "x": ["value": 2], "text": ["field": "shown_verdict", "type": "nominal"],
              ],
            ],
          ])
        ),
      ])
  }

  private static func words(_ row: TableRow, _ told: ToldMeasure) -> String {
    let probability = row.number("probability_best_share")
      .map { "probability " + RecommendationText.text(ofProbability: $0) }
    let amount = told.text(abs(row.number("difference") ?? 0))
    switch row.text("verdict") {
    case "pick":
      return (["pick: \(amount) ahead"] + [probability].compactMap { $0 })
        .joined(separator: ", ")
    case "contender":
      return ["may be the best", probability].compactMap { $0 }.joined(separator: ": ")
    case "behind": return "\(amount) behind \(row.text("best_other"))"
    default: return row.text("verdict")
    }
  }

  private static func notes(_ data: ChartData) -> [String] {
    let few = data.records.compactMap { $0.number("n") }.min().map { Int($0) } ?? 0
    let more = data.records.filter { $0.text("verdict") == "contender" }
      .compactMap { $0.number("more_replications_count") }.max()
    return [
      few < 5 ? "Only \(few) \(few == 1 ? "replication: no intervals" : "replications")." : nil,
      more.map {
        "About \(Int($0)) more \($0 == 1 ? "replication" : "replications") would tell contenders apart."
      },
    ].compactMap { $0 }
  }
}
