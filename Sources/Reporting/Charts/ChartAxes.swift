/// The vertical axis of small panels.
///
/// Its scale is known here, so that words can be placed on it.
struct ValueAxis {
  let low: Double
  let high: Double
  /// Height of the panel in pixels.
  let height: Int

  /// An axis for values, with a little room above and below.
  init(_ values: [Double], height: Int, fromZero: Bool) {
    let least = values.min() ?? 0
    let most = values.max() ?? 1
    let bottom = fromZero ? min(0, least) : least
    let room = most > bottom ? 0.06 * (most - bottom) : 0.05
    low = fromZero && least >= 0 ? 0 : bottom - room
    high = most + room
    self.height = height
  }

  /// Pixels from the top.
  func pixel(of value: Double) -> Double { (high - value) / (high - low) * Double(height) }

  /// A column on this axis.
  func encoding(_ field: String, title: String? = nil, format: String) -> JSONValue {
    [
      "field": .string(field), "type": "quantitative",
      "title": title.map { .string($0) } ?? .null,
      "axis": ["format": .string(format), "tickCount": 4],
      "scale": ["domain": [.number(low), .number(high)], "nice": false, "zero": false],
    ]
  }
}

/// The weeks of panels, with room at the right for the names of lines.
struct WeekAxis {
  let first: Int
  let last: Int
  /// Room for names as a share of the width of the lines.
  let room: Double

  /// A column of weeks on this axis.
  func encoding(_ field: String) -> JSONValue {
    [
      "field": .string(field), "type": "quantitative", "title": "Week",
      // Vega keeps the first and last of the values where they are more than the ticks asked for.
      "axis": [
        "values": .array(ticks.map { .integer($0) }), "tickCount": .integer(ticks.count + 1),
        "grid": false, "format": "d",
      ],
      "scale": [
        "domain": [.integer(first), .number(Double(last) + room * Double(max(1, last - first)))],
        "nice": false, "zero": false,
      ],
    ]
  }

  /// Three to five weeks that are easy to say.
  var ticks: [Int] {
    let step = Self.steps.first { (last - first) / $0 <= 4 } ?? max(1, (last - first) / 4)
    return Array(stride(from: (first + step - 1) / step * step, through: last, by: step))
  }

  /// A shade behind the weeks over which measures are averaged; nil where that is not known, or
  /// those are all.
  func window(_ facts: RecordedActivity.Facts) -> JSONValue? {
    guard let horizon = facts.horizonWeeks, let evaluated = facts.evaluationWeeks,
      evaluated < horizon, (first...last).contains(horizon - evaluated)
    else { return nil }
    return [
      "transform": [
        ["aggregate": [["op": "count", "as": "shown_rows"]], "groupby": ["policy"]]
      ],
      "mark": ["type": "rect", "color": ChartTheme.muted, "opacity": 0.16],
      "encoding": [
        "x": ["datum": .integer(horizon - evaluated), "type": "quantitative"],
        "x2": ["datum": .integer(last)],
      ],
    ]
  }

  /// What the shade is.
  static let windowWords = "The weeks over which all other figures are averaged are shaded."

  private static let steps = [1, 2, 4, 5, 10, 13, 20, 26, 52, 104]
}
