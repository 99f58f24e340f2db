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
  static func category(_ field: String, order: [String]) -> JSONValue {
    [
      "field": .string(field), "type": "nominal", "title": .null,
      "sort": .array(order.map { .string($0) }),
    ]
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
