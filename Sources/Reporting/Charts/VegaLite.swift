import Measures

/// Pieces of Vega-Lite specifications that charts share.
///
/// Source of the notation: the Vega-Lite 6 documentation.
enum VegaLite {
  /// A quantity on an axis.
  ///
  /// - Parameters:
  ///   - field: the column.
  ///   - title: title of the axis, with the unit; nil for none.
  ///   - format: how d3 writes the ticks; see ``axisFormat(of:)``.
  static func quantity(
    _ field: String, title: String? = nil, format: String? = nil, fromZero: Bool = false
  ) -> JSONValue {
    var axis: [(key: String, value: JSONValue)] = []
    if let format { axis.append(("format", .string(format))) }
    return .object([
      ("field", .string(field)), ("type", "quantitative"),
      ("title", title.map { .string($0) } ?? .null), ("axis", .object(axis)),
      ("scale", ["zero": .bool(fromZero)]),
    ])
  }

  /// A category on an axis, in a given order, named by a label.
  ///
  /// - Parameter axis: how the axis differs from the usual one.
  static func category(_ field: String, order: [String], axis: JSONValue? = nil) -> JSONValue {
    .object(
      [
        ("field", .string(field)), ("type", "nominal"), ("title", .null),
        ("sort", .array(order.map { .string($0) })),
      ] + (axis.map { [("axis", $0)] } ?? []))
  }

  /// A category told by colour; the legend is left out where labels stand in the chart itself.
  static func color(
    _ field: String, _ domain: [String], _ range: [JSONValue], legend: Bool = false
  ) -> JSONValue {
    .object([
      ("field", .string(field)), ("type", "nominal"),
      ("scale", scale(domain, range)), ("legend", legend ? ["title": .null] : .null),
    ])
  }

  /// A scale from names to values.
  static func scale(_ domain: [String], _ range: [JSONValue]) -> JSONValue {
    ["domain": .array(domain.map { .string($0) }), "range": .array(range)]
  }

  /// The policies of a chart, each with its colour.
  static func policyColor(_ policies: [String], legend: JSONValue) -> JSONValue {
    [
      "field": "policy", "type": "nominal", "legend": legend,
      "scale": scale(policies, policies.indices.map { .string(ChartTheme.category($0)) }),
    ]
  }

  /// The policies of a chart, each with its dash, so that lines are not told by colour alone.
  static func policyDash(_ policies: [String], legend: JSONValue) -> JSONValue {
    [
      "field": "policy", "type": "nominal", "legend": legend,
      "scale": scale(
        policies, policies.indices.map { .array(ChartTheme.dash($0).map { .integer($0) }) }),
    ]
  }

  /// Layers, without a layer of intervals where no row has one: a scale without values is warned of.
  static func layers(_ layers: [JSONValue?]) -> JSONValue { .array(layers.compactMap { $0 }) }

  /// Writes words to the side of a place that a row's `shown_side` tells.
  static let alignment: JSONValue = ["expr": "datum.shown_side === 'right' ? 'left' : 'right'"]

  /// A legend of lines.
  static let lineLegend: JSONValue = ["title": .null, "symbolType": "stroke", "symbolSize": 300]

  /// What is shown when a mark is pointed at: columns with titles, numbers exact.
  static func tooltip(_ columns: [(field: String, title: String)]) -> JSONValue {
    .array(
      columns.map { ["field": .string($0.field), "title": .string($0.title)] })
  }

  /// How d3 writes amounts of a unit on an axis.
  static func axisFormat(of unit: Measure.Unit) -> String {
    switch unit {
    case .share: "~%"
    case .usd: "$~s"
    case .tokens, .count, .score: "~s"
    case .hours, .ratio, .coefficient, .weeks, .perWeek: "~r"
    }
  }

  /// How a unit is called on an axis.
  static func axisUnit(of unit: Measure.Unit) -> String {
    switch unit {
    case .share: "%"
    case .usd: "$"
    case .tokens: "tokens"
    case .hours: "h"
    case .weeks: "weeks"
    case .perWeek: "a week"
    case .count, .ratio, .coefficient, .score: ""
    }
  }
}
