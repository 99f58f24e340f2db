import Experiments

extension Chart {
  /// What the contenders are worth on the way from the default to the end of each range.
  static func flipProfiles(_ context: ReportContext) -> Chart? {
    let names = FlipWords.names(context)
    let ways = ways(context)
    guard !ways.isEmpty,
      let rows = context.data(
        "flip_profile",
        columns: [
          "assumption", "direction", "distance_share", "value", "policy", "mean",
          "standard_deviation", "count",
        ], where: { row in row["mean"] != .missing && ways.contains { $0.isWay(of: row) } })
    else { return nil }
    let titles = ways.map { way in
      let words = FlipWords(way, names)
      return "\(words.move) to \(words.amount("end_value"))"
    }
    let data = rows.adding("shown_way", "What moves") { row in
      zip(ways, titles).first { $0.0.isWay(of: row) }?.1 ?? ""
    }
    let policies = context.policyNames.filter { policy in
      data.records.contains { $0.text("policy") == policy }
    }
    return Chart(
      name: "flip-profiles", title: "What the contenders are worth on the way",
      caption: """
        Mean of the measure while one assumption moves from its default (left) to the end of its \
        usual range (right). The recommendation changes where lines cross; marks are the values \
        that were simulated. Each panel has its own scale.
        """,
      description: "A line for each of \(policies.joined(separator: ", ")) while "
        + titles.joined(separator: "; ") + ".",
      data: data, layout: .panels(by: "shown_way", order: titles, height: 190), notes: [],
      marks: [
        (
          "encoding",
          [
            "x": VegaLite.quantity(
              "distance_share", title: "Share of the usual range moved", format: "~%"),
            "y": VegaLite.quantity("mean", title: nil, format: "~s"),
            "color": VegaLite.policyColor(policies, legend: VegaLite.lineLegend),
          ]
        ),
        (
          "layer",
          [
            [
              "mark": ["type": "line", "strokeWidth": 2],
              "encoding": [
                "strokeDash": VegaLite.policyDash(policies, legend: VegaLite.lineLegend)
              ],
            ],
            [
              "mark": ["type": "point", "filled": true, "size": 30],
              "encoding": [
                "tooltip": VegaLite.tooltip([
                  ("policy", "policy"), ("value", "value"), ("mean", "mean"),
                ])
              ],
            ],
          ]
        ),
      ], freeScales: ["x", "y"])
  }

  /// The directions with the nearest boundaries; where there are few, others that were searched.
  private static func ways(_ context: ReportContext) -> [TableRow] {
    let searched = context.records("flip_profile")
    let known = context.records("flips").filter { row in searched.contains { $0.isWay(of: row) } }
    return Array(
      known.enumerated().sorted { left, right in
        let (first, second) = (
          left.element.number("distance_share") ?? 9, right.element.number("distance_share") ?? 9
        )
        return (first, left.offset) < (second, right.offset)
      }.map(\.element).prefix(6))
  }
}

extension TableRow {
  /// Whether it is about the same assumption and direction.
  fileprivate func isWay(of other: TableRow) -> Bool {
    text("assumption") == other.text("assumption") && text("direction") == other.text("direction")
  }
}
