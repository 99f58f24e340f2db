extension FormulaParser {
  /// Words that are never names of anything.
  static let keywords = ["and", "or", "not", "if", "else", "where", "per", "week", "weeks"]

  var current: FormulaToken { tokens[position] }

  var following: FormulaToken { tokens[min(position + 1, tokens.count - 1)] }

  // MARK: Tokens

  mutating func takeSign(_ sign: String) -> FormulaToken? {
    guard current.kind == .sign(sign) else { return nil }
    position += 1
    return tokens[position - 1]
  }

  mutating func takeName(_ name: String) -> FormulaToken? {
    guard current.kind == .name(name) else { return nil }
    position += 1
    return tokens[position - 1]
  }

  mutating func expectSign(
    _ sign: String, opened: FormulaToken
  ) throws(FormulaError) -> FormulaToken {
    if let token = takeSign(sign) { return token }
    if current.kind == .end {
      throw error("'(' is not closed", expected: "')'", at: opened.columns)
    }
    throw leftOver(expected: "an operator or ')'")
  }

  /// The comparison at the current token, if it is one.
  func comparisonSign() -> BinaryOperation? {
    guard case .sign(let sign) = current.kind else { return nil }
    return switch sign {
    case "<": .less
    case "<=": .lessOrEqual
    case ">": .greater
    case ">=": .greaterOrEqual
    case "=": .equal
    case "!=": .notEqual
    default: nil
    }
  }

  mutating func enter() throws(FormulaError) {
    depth += 1
    if depth > Self.depthLimit {
      throw error("the formula is nested too deeply", expected: "at most \(Self.depthLimit) levels")
    }
  }

  // MARK: Nodes

  mutating func add(
    _ node: FormulaNode, type: FormulaExpression.ValueType, unit: String,
    columns: ClosedRange<Int>, start: Int? = nil
  ) throws(FormulaError) -> FormulaExpression {
    guard nodes.count < Self.nodeLimit else {
      throw error(
        "the formula is too long", expected: "at most \(Self.nodeLimit) operations", at: columns)
    }
    nodes.append(node)
    nodeColumns.append(columns)
    return FormulaExpression(
      node: Int32(nodes.count - 1), start: start ?? nodes.count - 1, type: type, unit: unit,
      columns: columns)
  }

  func span(_ first: FormulaExpression, _ last: FormulaExpression) -> ClosedRange<Int> {
    let low = min(first.columns.lowerBound, last.columns.lowerBound)
    return low...max(first.columns.upperBound, last.columns.upperBound)
  }

  // MARK: Types and units

  func require(
    _ expression: FormulaExpression, _ type: FormulaExpression.ValueType, _ reason: String
  ) throws(FormulaError) {
    if expression.type == type { return }
    if case .label = expression.type { throw labelOutsideWhere(expression) }
    let hint =
      type == .number
      ? "a number (write '1 if condition' to turn a condition into one)"
      : "a condition such as 'active_days >= 1'"
    throw error(
      "\(reason), this is \(expression.type.described)", expected: hint, at: expression.columns)
  }

  func requireNumbers(
    _ left: FormulaExpression, _ right: FormulaExpression, around token: FormulaToken
  ) throws(FormulaError) {
    try require(left, .number, "\(token.described) needs numbers")
    try require(right, .number, "\(token.described) needs numbers")
  }

  func checkUnits(
    _ left: FormulaExpression, _ right: FormulaExpression
  ) throws(FormulaError) {
    guard left.unit != right.unit, !left.unit.isEmpty, !right.unit.isEmpty else { return }
    guard left.isLiteralWithUnit || right.isLiteralWithUnit else { return }
    guard left.unit != FormulaUnit.mixed, right.unit != FormulaUnit.mixed else { return }
    let (literal, other) = right.isLiteralWithUnit ? (right, left) : (left, right)
    throw error(
      "a number of \(literal.unit) stands beside \(other.unit)", expected: "\(other.unit)",
      at: literal.columns)
  }

  /// Joins two conditions; labels may be joined by `and` only.
  mutating func combine(
    _ operation: BinaryOperation, _ left: FormulaExpression, _ right: FormulaExpression
  ) throws(FormulaError) -> FormulaExpression {
    let word = operation == .and ? "and" : "or"
    switch (left.type, right.type) {
    case (.condition, .condition):
      return try add(
        FormulaNode(operation: .binary(operation), first: left.node, second: right.node),
        type: .condition, unit: "", columns: span(left, right), start: left.start)
    case (.label(let productive, let rest), .condition),
      (.condition, .label(let productive, let rest)):
      guard operation == .and else { throw labelOutsideWhere(left.node < 0 ? left : right) }
      let condition = left.node < 0 ? right : left
      var joined = condition.node
      if rest >= 0 {
        joined =
          try add(
            FormulaNode(operation: .binary(.and), first: rest, second: condition.node),
            type: .condition, unit: "", columns: span(left, right)
          ).node
      }
      return FormulaExpression(
        node: -1, start: min(left.start, right.start),
        type: .label(productive: productive, rest: joined), unit: "", columns: span(left, right))
    case (.label, .label):
      throw labelOutsideWhere(right)
    default:
      try require(left, .condition, "'\(word)' needs conditions")
      try require(right, .condition, "'\(word)' needs conditions")
      preconditionFailure("one of the operands is not a condition")
    }
  }

  // MARK: Errors

  func error(
    _ message: String, expected: String? = nil, suggestion: String? = nil,
    at columns: ClosedRange<Int>? = nil
  ) -> FormulaError {
    FormulaError(
      source: source, columns: columns ?? current.columns, message: message, expected: expected,
      suggestion: suggestion)
  }

  func labelOutsideWhere(_ expression: FormulaExpression) -> FormulaError {
    error(
      "an intent label selects tokens and cannot stand alone",
      expected: "one label after 'where', joined to conditions by 'and' only",
      at: expression.columns)
  }

  /// The error for a token at which nothing can go on.
  func leftOver(expected: String = "an operator or the end") -> FormulaError {
    if case .name(let name) = current.kind {
      let operators = ["and", "or", "if", "else", "where", "per"]
      let meant = NearestName.nearest(to: name, among: operators)
      return error(
        "unexpected '\(name)'", expected: expected, suggestion: meant == name ? nil : meant)
    }
    if current.kind == .sign(")") {
      return error("')' closes nothing", expected: "an operator or the end")
    }
    return error("unexpected \(current.described)", expected: expected)
  }
}
