import Experiments

extension Chart {
  /// Net value against gaming, a dot for each policy, whose size is what incidents are expected to
  /// cost.
  static func tradeOff(_ context: ReportContext) -> Chart? {
    let shown = context.policyNames.filter { policy in
      [value, people].allSatisfy { context.estimate($0, policy) != nil }
    }
    guard shown.count > 1,
      shown.contains(where: { (context.estimate(people, $0)?.number("mean") ?? 0) > 0 }),
      let data = context.data(
        "summary", columns: ["policy", "measure", "unit", "mean", "lower_95", "upper_95"],
        where: { row in
          [value, people, loss].contains(row.text("measure")) && shown.contains(row.text("policy"))
            && row["mean"] != .missing
        })
    else { return nil }
    let sides = PointLabel.sides(
      shown.map { policy in
        PointLabel.Point(
          name: policy, x: context.estimate(people, policy)?.number("mean") ?? 0,
          y: context.estimate(value, policy)?.number("mean") ?? 0)
      }, width: shown.count > mostNames ? 280 : 480, height: Double(height))
    let placed = data.adding("shown_side", "Where the name of the policy stands") {
      sides[$0.text("policy")]?.rawValue ?? ""
    }
    return Chart(
      name: "trade-off", title: "Net value against gaming",
      caption: """
        A dot for each policy: higher is worth more, further left is gamed by fewer. The larger the \
        dot, the more incidents are expected to cost in a year. Gaming is counted in people, since \
        some techniques burn no tokens. Lines are 95 % intervals.
        """ + (sides.count < shown.count ? " Names that would stand on others are left out." : ""),
      description: description(context, shown), data: placed, layout: .single(height: height),
      notes: context.cautions(about: [value, people, loss]),
      marks: marks(
        PointLabel.allCases.filter { sides.values.contains($0) },
        hasIntervals: placed.hasValues("lower_95")))
  }

  private static func description(_ context: ReportContext, _ policies: [String]) -> String {
    let words = policies.compactMap { policy -> String? in
      guard let value = context.words(value, policy), let people = context.words(people, policy)
      else { return nil }
      let loss = context.words(loss, policy).map { ", \($0) of loss expected a year" }
      return "\(policy): \(value) per person-week, \(people) of people game\(loss ?? "")"
    }
    return "Net value against the share of people who game. " + words.joined(separator: "; ") + "."
  }

  private static let height = 380
  /// With more policies, names are placed for a narrow picture.
  private static let mostNames = 8
  private static let value = "net_value_usd"
  private static let people = "gaming_people_share"
  private static let loss = "expected_annual_loss_usd"

  /// Puts the figures of a policy side by side; none is changed.
  private static var pivot: JSONValue {
    var steps: [JSONValue] = []
    var sides: [JSONValue] = []
    for (measure, name) in [(people, "x"), (value, "y"), (loss, "size")] {
      for (column, end) in [("mean", ""), ("lower_95", "_low"), ("upper_95", "_high")] {
        let own = "\(name)\(end)_own"
        let words = "datum.measure === '\(measure)' ? datum.\(column) : null"
        steps.append(["calculate": .string(words), "as": .string(own)])
        sides.append(["op": "max", "field": .string(own), "as": .string(name + end)])
      }
    }
    steps.append(["joinaggregate": .array(sides), "groupby": ["policy"]])
    steps.append(["filter": ["field": "measure", "equal": .string(value)]])
    return .array(steps)
  }

  private static func marks(
    _ used: [PointLabel], hasIntervals: Bool
  ) -> [(key: String, value: JSONValue)] {
    let x: JSONValue = [
      "field": "x", "type": "quantitative", "title": "People who game in a week",
      "axis": ["format": "~%", "grid": false],
      "scale": ["zero": true, "nice": false, "padding": 24],
    ]
    let y: JSONValue = [
      "field": "y", "type": "quantitative", "title": "Net value per person-week, $",
      "axis": ["format": "$~s", "tickCount": 6],
      "scale": ["zero": false, "nice": false, "padding": 30],
    ]
    let whiskers: JSONValue = ["type": "rule", "strokeWidth": 1.5, "color": ChartTheme.muted]
    func interval(_ axis: String, _ other: JSONValue, _ across: String) -> JSONValue {
      let encoding: [(key: String, value: JSONValue)] = [
        (axis, ["field": .string(axis + "_low"), "type": "quantitative"]),
        (axis + "2", ["field": .string(axis + "_high")]), (across, other),
      ]
      return [
        "transform": [["filter": .string("isValid(datum.\(axis)_low)")]], "mark": whiskers,
        "encoding": .object(encoding),
      ]
    }
    let dot: JSONValue = [
      "mark": [
        "type": "point", "filled": true, "opacity": 0.75, "color": ChartTheme.truth,
        "stroke": ChartTheme.truth,
      ],
      "encoding": [
        "x": x, "y": y,
        "size": [
          "field": "size", "type": "quantitative", "legend": .null,
          "scale": ["range": [30, 600], "zero": true],
        ],
        "tooltip": VegaLite.tooltip([
          ("policy", "policy"), ("x", "people gaming"), ("y", "net value, $"),
          ("y_low", "95 % from"), ("y_high", "to"), ("size", "expected annual loss, $"),
        ]),
      ],
    ]
    let names = used.map { side -> JSONValue in
      [
        "transform": [["filter": ["field": "shown_side", "equal": .string(side.rawValue)]]],
        "name": .string("\(side.rawValue)_ink"),
        "mark": [
          "type": "text", "align": .string(side.align), "dx": .integer(side.dx),
          "dy": .integer(side.dy), "fontWeight": "bold",
          "limit": .integer(PointLabel.longest),
        ],
        "encoding": ["x": x, "y": y, "text": ["field": "policy", "type": "nominal"]],
      ]
    }
    let intervals = hasIntervals ? [interval("x", y, "y"), interval("y", x, "x")] : []
    return [("transform", pivot), ("layer", .array(intervals + [dot] + names))]
  }
}
