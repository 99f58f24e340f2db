/// Small panels, one for each policy, with lines over weeks, their intervals and their names.
struct LinePanels {
  /// Rows with the columns policy, week, mean, lower_95 and upper_95, and one that names the lines.
  let data: ChartData
  /// The column that tells lines apart and names them.
  let lines: String
  /// The lines with their colours and dashes.
  let styles: [(line: String, color: JSONValue, dash: [Int])]
  let weeks: WeekAxis
  let values: ValueAxis
  /// Title of the vertical axis.
  let title: String
  /// How d3 writes ticks.
  let format: String

  /// Lines over weeks in the panels of a chart.
  init(
    _ data: ChartData, lines: String,
    styles: [(line: String, color: JSONValue, dash: [Int])], height: Int, fromZero: Bool,
    labelRoom: Double, title: String, format: String
  ) {
    let records = data.records
    // Intervals of shares near zero reach below it; they are cut there.
    let columns = fromZero ? ["mean", "upper_95"] : ["mean", "lower_95", "upper_95"]
    values = ValueAxis(
      records.flatMap { row in columns.compactMap { row.number($0) } }, height: height,
      fromZero: fromZero)
    let numbers = records.compactMap { $0.number("week").map { Int($0) } }
    weeks = WeekAxis(first: numbers.min() ?? 0, last: numbers.max() ?? 0, room: labelRoom)
    self.data = data.addingEnds(Self.shift, lines: lines, x: "week", y: "mean", axis: values)
    self.lines = lines
    self.styles = styles
    self.title = title
    self.format = format
  }

  /// The marks, over the shade of the evaluation window.
  func marks(window: JSONValue?) -> [(key: String, value: JSONValue)] {
    let x = weeks.encoding("week")
    let y = values.encoding("mean", title: title, format: format)
    let names = styles.map(\.line)
    let color = VegaLite.color(lines, names, styles.map(\.color))
    let dash: JSONValue = [
      "field": .string(lines), "type": "nominal", "legend": .null,
      "scale": VegaLite.scale(
        names, styles.map { .array($0.dash.map { .integer($0) }) }),
    ]
    let band: JSONValue = [
      "transform": [["filter": "isValid(datum.lower_95)"]],
      "mark": ["type": "area", "opacity": 0.22, "clip": true],
      "encoding": [
        "x": x, "color": color, "y": values.encoding("lower_95", title: title, format: format),
        "y2": ["field": "upper_95"],
      ],
    ]
    let line: JSONValue = [
      "mark": ["type": "line", "strokeWidth": 2],
      "encoding": ["x": x, "y": y, "color": color, "strokeDash": dash],
    ]
    let pointer: JSONValue = [
      "mark": ["type": "point", "filled": true, "size": 60, "opacity": 0],
      "encoding": [
        "x": x, "y": y,
        "tooltip": VegaLite.tooltip([
          ("policy", "policy"), ("week", "week"), (lines, "what"), ("mean", "mean"),
          ("lower_95", "95 % from"), ("upper_95", "to"),
        ]),
      ],
    ]
    let labels = data.endLabels(
      shift: Self.shift, text: ["field": .string(lines), "type": "nominal"], x: x, y: y)
    let shapes = [window, data.hasValues("lower_95") ? band : nil, line, pointer].compactMap { $0 }
    return [("layer", .array(shapes + labels))]
  }

  private static let shift = "shown_end"
}
