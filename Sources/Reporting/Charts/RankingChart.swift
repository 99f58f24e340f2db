import Experiments

extension Chart {
  /// How well the leading metric ranks people over blocks of weeks, against the same metric at the
  /// baseline, a panel for each policy.
  static func ranking(_ context: ReportContext, _ figure: RankingFigure) -> Chart? {
    guard
      let data = context.data(
        "metric_quality",
        columns: [
          "policy", "metric", "first_week", "last_week", figure.column, figure.error,
          figure.baseline,
        ],
        where: { row in
          row["leading"].isTrue && row.text("period") == "block" && row[figure.column] != .missing
        })
    else { return nil }
    let records = data.records
    let values = ValueAxis(
      records.flatMap { row in
        let mean = row.number(figure.column) ?? 0
        let error = row.number(figure.error) ?? 0
        return [mean - error, mean + error, row.number(figure.baseline) ?? mean, figure.chance]
      }, height: height, fromZero: true)
    let last = records.compactMap { $0.number("last_week").map { Int($0) } }
    let first = records.compactMap { $0.number("first_week").map { Int($0) } }
    let weeks = WeekAxis(first: first.min() ?? 0, last: last.max() ?? 0, room: 0.52)
    let placed = placed(data, figure, values)
    let window = weeks.window(context.package.activity.facts)
    let panels = context.panelOrder.filter { policy in
      records.contains { $0.text("policy") == policy }
    }
    return Chart(
      name: figure.name, title: figure.title,
      caption: """
        \(figure.caption) Blocks of four weeks; “under pressure” is the policy's own metric while \
        people are judged by it, “baseline” the same metric where the baseline is in force. \
        Bands are ± 1 standard error.
        """,
      description: description(records, panels, figure), data: placed,
      layout: .panels(by: "policy", order: panels, height: height),
      notes: context.cautions(about: [figure.column]),
      marks: marks(placed, figure, weeks: weeks, values: values, window: window))
  }

  /// Adds where the names of the two lines stand.
  private static func placed(
    _ data: ChartData, _ figure: RankingFigure, _ values: ValueAxis
  ) -> ChartData {
    let records = data.records
    var ends: [String: Int] = [:]
    for (index, row) in records.enumerated() { ends[row.text("policy")] = index }
    var own = [String](repeating: "", count: records.count)
    var base = own
    for index in ends.values {
      let fields = [figure.column, figure.baseline]
      let pixels = fields.map { values.pixel(of: records[index].number($0) ?? 0) }
      let shifts = LabelShift.shifts(pixels)
      own[index] = "\(shifts[0])"
      if records[index][figure.baseline] != .missing { base[index] = "\(shifts[1])" }
    }
    let description = "How far the label at the end of a line is moved, in pixels"
    return data.adding("shown_own_end", description, own)
      .adding("shown_baseline_end", description, base)
  }

  private static func marks(
    _ data: ChartData, _ figure: RankingFigure, weeks: WeekAxis, values: ValueAxis,
    window: JSONValue?
  ) -> [(key: String, value: JSONValue)] {
    let x = weeks.encoding("last_week")
    func y(_ field: String) -> JSONValue {
      values.encoding(field, title: figure.axis, format: figure.format)
    }
    let error: JSONValue = [
      "transform": [
        ["filter": .string("isValid(datum['\(figure.error)'])")],
        [
          "calculate": .string("datum['\(figure.column)'] - datum['\(figure.error)']"),
          "as": "shown_low",
        ],
        [
          "calculate": .string("datum['\(figure.column)'] + datum['\(figure.error)']"),
          "as": "shown_high",
        ],
      ],
      "mark": ["type": "area", "opacity": 0.25, "color": ChartTheme.claimed],
      "encoding": ["x": x, "y": y("shown_low"), "y2": ["field": "shown_high"]],
    ]
    let chance: JSONValue = [
      "transform": [
        ["aggregate": [["op": "count", "as": "shown_rows"]], "groupby": ["policy"]]
      ],
      "mark": ["type": "rule", "color": ChartTheme.muted, "strokeDash": [2, 3]],
      "encoding": ["y": ["datum": .number(figure.chance), "type": "quantitative"]],
    ]
    let baseline: JSONValue = [
      "mark": [
        "type": "line", "color": ChartTheme.truth, "strokeDash": [6, 3], "strokeWidth": 2,
      ],
      "encoding": ["x": x, "y": y(figure.baseline)],
    ]
    let own: JSONValue = [
      "mark": [
        "type": "line", "color": ChartTheme.claimed, "strokeWidth": 2.5,
        "point": ["filled": true, "size": 30, "color": ChartTheme.claimed],
      ],
      "encoding": [
        "x": x, "y": y(figure.column),
        "tooltip": VegaLite.tooltip([
          ("policy", "policy"), ("metric", "metric"), ("first_week", "weeks from"),
          ("last_week", "to"), (figure.column, "under pressure"), (figure.error, "standard error"),
          (figure.baseline, "baseline"),
        ]),
      ],
    ]
    let labels =
      data.endLabels(
        shift: "shown_own_end", text: ["value": "under pressure"], x: x, y: y(figure.column))
      + data.endLabels(
        shift: "shown_baseline_end", text: ["value": "baseline"], x: x, y: y(figure.baseline))
    let shapes = [
      window, chance, data.hasValues(figure.error) ? error : nil,
      data.hasValues(figure.baseline) ? baseline : nil, own,
    ]
    return [("layer", .array(shapes.compactMap { $0 } + labels))]
  }

  private static func description(
    _ records: [TableRow], _ panels: [String], _ figure: RankingFigure
  ) -> String {
    let words = panels.compactMap { policy -> String? in
      let rows = records.filter { $0.text("policy") == policy }
      guard let first = rows.first?.number(figure.column),
        let last = rows.last?.number(figure.column)
      else { return nil }
      let base = rows.last?.number(figure.baseline).map {
        "; at the baseline \(HumanNumber.text($0, figure.unit)) at the end"
      }
      return """
        \(policy): from \(HumanNumber.text(first, figure.unit)) to \
        \(HumanNumber.text(last, figure.unit))\(base ?? "")
        """
    }
    return "\(figure.title) Under each policy from the first block to the last. "
      + words.joined(separator: ". ") + "."
  }

  private static let height = 150
}
