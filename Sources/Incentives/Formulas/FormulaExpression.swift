/// A parsed part of a formula.
struct FormulaExpression {
  /// What the part stands for.
  enum ValueType: Equatable {
    case number
    case condition
    /// A comparison of the intent label, with the node of a further condition or -1.
    case label(productive: Bool, rest: Int32)

    var described: String {
      switch self {
      case .number: "a number"
      case .condition: "a condition"
      case .label: "a comparison of labels"
      }
    }
  }

  /// Index of the node, or -1 for a label.
  var node: Int32
  /// Index of the first node that belongs to the part.
  var start: Int
  var type: ValueType
  var unit: String
  var columns: ClosedRange<Int>
  /// Whether the part is a number written with a unit.
  var isLiteralWithUnit = false
}

/// Loose arithmetic of unit names.
///
/// It labels results and catches comparisons of hours with dollars. An empty name is a pure
/// number; "points" is anything mixed.
enum FormulaUnit {
  static let mixed = "points"

  static func sum(_ first: String, _ second: String) -> String {
    if first == second || second.isEmpty { return first }
    return first.isEmpty ? second : mixed
  }

  static func product(_ first: String, _ second: String) -> String {
    if second.isEmpty { return first }
    if first.isEmpty { return second }
    let halves = first.split(separator: "/")
    if halves.count == 2, halves[1] == second { return String(halves[0]) }
    return mixed
  }

  static func quotient(_ first: String, _ second: String) -> String {
    if second.isEmpty { return first }
    if first == second { return first == mixed ? mixed : "" }
    if first == mixed || second == mixed || first.contains("/") || second.contains("/") {
      return mixed
    }
    return "\(first.isEmpty ? "1" : first)/\(second)"
  }
}

/// A suffix that may follow a number.
struct NumberSuffix {
  var factor: Double
  var unit: String

  private static let scales: [(String, Double)] = [
    ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12),
  ]

  private static let plain: [(String, NumberSuffix)] = [
    ("h", .init(factor: 1, unit: "hours")), ("hours", .init(factor: 1, unit: "hours")),
    ("hour", .init(factor: 1, unit: "hours")), ("min", .init(factor: 1 / 60, unit: "hours")),
    ("day", .init(factor: 1, unit: "days")), ("days", .init(factor: 1, unit: "days")),
    ("tok", .init(factor: 1, unit: "tokens")), ("tokens", .init(factor: 1, unit: "tokens")),
    ("usd", .init(factor: 1, unit: "usd")), ("lines", .init(factor: 1, unit: "lines")),
    ("points", .init(factor: 1, unit: "points")),
  ]

  /// Every suffix with its name.
  static let all: [(name: String, suffix: NumberSuffix)] =
    scales.map { ($0.0, NumberSuffix(factor: $0.1, unit: "")) }
    + scales.map { ($0.0 + "tok", NumberSuffix(factor: $0.1, unit: "tokens")) }
    + plain.map { ($0.0, $0.1) }

  static func named(_ name: String) -> NumberSuffix? {
    all.first { $0.name == name }?.suffix
  }

  static func isScale(_ name: String) -> Bool {
    scales.contains { $0.0 == name }
  }
}
