import Experiments
import Measures

extension Chart {
  /// The designs that a search tried, by gain in the objective and change of another axis; a chart
  /// for each other axis.
  static func paretoFronts(_ context: ReportContext) -> [Chart] {
    guard let table = context.package.table("pareto") else { return [] }
    let records = table.records
    let axes = records.map { $0.text("measure") }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard let objective = axes.first, axes.count > 1 else { return [] }
    return axes.dropFirst().compactMap { front(context, table, objective, $0) }
  }

  private static let (across, upwards) = ("across", "upwards")

  private static func front(
    _ context: ReportContext, _ table: ResultTable, _ objective: String, _ other: String
  ) -> Chart? {
    let designs = Designs(context)
    let data = ChartData(
      table,
      columns: [
        "front", "design", "feasible", "measure", "unit", "better", "mean", "n", "change",
        "change_lower_95", "change_upper_95",
      ], where: { [objective, other].contains($0.text("measure")) && $0["change"] != .missing }
    ).adding("shown_role", "What the design is", designs.role)
      .adding("shown_axis", "Where the measure is drawn") { row in
        row.text("measure") == objective ? upwards : across
      }
    let role = { (row: TableRow) in row.text("shown_role") }
    guard data.records.contains(where: { $0.text("measure") == other }) else { return nil }
    let units = Dictionary(
      data.records.map { ($0.text("measure"), $0.text("unit")) },
      uniquingKeysWith: { first, _ in first })
    let gain = context.told(objective, unit: units[objective] ?? "")
    let cost = context.told(other, unit: units[other] ?? "")
    let better = Dictionary(
      data.records.map { ($0.text("measure"), $0.text("better")) },
      uniquingKeysWith: { first, _ in first })
    let present = Designs.roles.filter { role in
      data.records.contains { $0.text("shown_role") == role.words }
    }
    let words = present.map(\.words)
    let colour = VegaLite.color("shown_role", words, present.map(\.colour), legend: true)
    func axis(_ field: String, _ told: ToldMeasure, _ measure: String) -> JSONValue {
      [
        "field": .string(field), "type": "quantitative",
        "title": .string("\(told.axis): change (\(better[measure] ?? "") is better)"),
        "axis": ["format": .string(VegaLite.axisFormat(of: told.unit))],
        "scale": ["zero": true, "nice": true],
      ]
    }
    let place: JSONValue = ["x": axis(across, cost, other), "y": axis(upwards, gain, objective)]
    return Chart(
      name: "pareto-\(KeyWords.identifier(other))",
      title: "What the search found between \(gain.title.startingSmall) and "
        + cost.title.startingSmall,
      caption: """
        Every mark is a design, by what it changes against the design of the file on the same \
        replications. No design surpasses one of the front in all axes at once. The figures are the \
        search's, and too good for designs that luck favoured.
        """,
      description: description(data, gain, objective, cost, other, role),
      data: data, layout: .single(height: 320),
      notes: data.records.contains { role($0) == Designs.chosen && !$0["feasible"].isTrue }
        ? ["In the search the design found does not keep well clear of every bound."] : [],
      marks: [
        (
          "transform",
          [
            [
              "pivot": "shown_axis", "value": "change",
              "groupby": ["design", "front", "feasible", "shown_role"],
            ],
            ["filter": "isValid(datum.across) && isValid(datum.upwards)"],
          ]
        ),
        ("encoding", place),
        (
          "layer",
          [
            [
              "mark": ["type": "point", "filled": true, "opacity": 0.9],
              "encoding": [
                "color": colour,
                "shape": [
                  "field": "shown_role", "type": "nominal", "legend": ["title": .null],
                  "scale": VegaLite.scale(words, present.map(\.shape)),
                ],
                "size": [
                  "condition": [
                    "test": [
                      "field": "shown_role",
                      "oneOf": [.string(Designs.chosen), .string(Designs.start)],
                    ],
                    "value": 200,
                  ],
                  "value": 55,
                ],
                "order": ["field": "front", "type": "quantitative", "sort": "descending"],
                "tooltip": VegaLite.tooltip([
                  ("design", "design"), ("front", "front"), ("feasible", "keeps the bounds"),
                  (upwards, gain.title), (across, cost.title),
                ]),
              ],
            ]
          ]
        ),
      ])
  }

  private static func description(
    _ data: ChartData, _ gain: ToldMeasure, _ objective: String, _ cost: ToldMeasure,
    _ other: String, _ role: (TableRow) -> String
  ) -> String {
    func change(_ measure: String) -> Double? {
      data.records.first { role($0) == Designs.chosen && $0.text("measure") == measure }?
        .number("change")
    }
    let count = Set(data.records.compactMap { $0.number("design") }).count
    return """
      \(count) designs. The design found changes \(gain.title.startingSmall) by \
      \(gain.signed(change(objective))) and \(cost.title.startingSmall) by \
      \(cost.signed(change(other))) in the search.
      """
  }

  /// How the search went on: every design in the order in which it was first tried.
  static func searchProgress(_ context: ReportContext) -> Chart? {
    guard let table = context.package.table("search"),
      let objective = table.records.first?.text("measure")
    else { return nil }
    let designs = Designs(context)
    let data = ChartData(
      table,
      columns: [
        "design", "stage", "feasible", "chosen", "measure", "unit", "mean", "n", "lower_95",
        "upper_95",
      ], where: { $0.text("measure") == objective && $0["mean"] != .missing }
    ).adding("shown_role", "What the design is", designs.role)
    guard data.rows.count > 1 else { return nil }
    let told = context.told(objective, unit: data.records.first?.text("unit") ?? "")
    let present = Designs.roles.filter { role in
      data.records.contains { $0.text("shown_role") == role.words }
    }
    let words = present.map(\.words)
    let axis = told.axis
    let format = VegaLite.axisFormat(of: told.unit)
    let colour = VegaLite.color("shown_role", words, present.map(\.colour), legend: true)
    return Chart(
      name: "search-progress", title: "How the search went on",
      caption: """
        Mean of \(told.title.startingSmall) of every design, in the order in which they were first \
        tried: first spread over the space, then near the best. Lines are 95 % intervals.
        """,
      description: "\(data.rows.count) designs, of which "
        + "\(data.records.count { $0["feasible"].isTrue }) keep all bounds in the search.",
      data: data, layout: .single(height: 260), notes: [],
      marks: [
        (
          "encoding",
          [
            "x": VegaLite.quantity("design", title: "Design, by number", format: "~d"),
            "color": colour,
          ]
        ),
        (
          "layer",
          VegaLite.layers([
            data.hasValues("lower_95")
              ? [
                "mark": ["type": "rule", "opacity": 0.5],
                "encoding": [
                  "y": VegaLite.quantity("lower_95", title: axis, format: format),
                  "y2": ["field": "upper_95"],
                ],
              ] : nil,
            [
              "mark": ["type": "point", "filled": true, "opacity": 1],
              "encoding": [
                "y": VegaLite.quantity("mean", title: axis, format: format),
                "shape": [
                  "field": "shown_role", "type": "nominal", "legend": ["title": .null],
                  "scale": VegaLite.scale(words, present.map(\.shape)),
                ],
                "size": ["condition": ["test": "datum.chosen", "value": 200], "value": 55],
                "tooltip": VegaLite.tooltip([
                  ("design", "design"), ("stage", "stage"), ("mean", "mean"),
                  ("lower_95", "95 % from"), ("upper_95", "to"), ("n", "replications"),
                ]),
              ],
            ],
          ])
        ),
      ])
  }
}

/// What each design of a search is: the one found, the file's, on the front, or surpassed.
private struct Designs {
  private let chosenNumbers: Set<Double>
  private let fronts: [Double: Double]

  init(_ context: ReportContext) {
    chosenNumbers = Set(
      context.records("search").filter { $0["chosen"].isTrue }.compactMap { $0.number("design") })
    fronts = Dictionary(
      context.records("pareto").compactMap { row in
        row.number("design").flatMap { design in row.number("front").map { (design, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  func role(_ row: TableRow) -> String {
    guard let design = row.number("design") else { return "" }
    if chosenNumbers.contains(design) { return Self.chosen }
    if design == 0 { return Self.start }
    if !row["feasible"].isTrue { return "breaks a bound" }
    return fronts[design] == 1 ? "on the front" : "surpassed"
  }

  static let chosen = "design found"
  static let start = "design of the file"

  static let roles: [(words: String, colour: JSONValue, shape: JSONValue)] = [
    (chosen, ChartTheme.gain, "diamond"), (start, ChartTheme.claimed, "square"),
    ("on the front", ChartTheme.useful, "circle"), ("surpassed", ChartTheme.muted, "circle"),
    ("breaks a bound", ChartTheme.muted, "cross"),
  ]
}
