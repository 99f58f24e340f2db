/// Reads a metric formula and checks its types.
///
/// A recursive-descent parser that writes nodes in postfix order, so that every operand stands
/// before its user and every part of the formula is a contiguous run of nodes. Grammar, from the
/// loosest to the tightest binding:
///
///     formula     = choice
///     choice      = filtered [ "if" disjunction [ "else" choice ] ]
///     filtered    = disjunction { "where" disjunction }
///     disjunction = conjunction { "or" conjunction }
///     conjunction = negation { "and" negation }
///     negation    = "not" negation | comparison
///     comparison  = sum [ ("<" | "<=" | ">" | ">=" | "=" | "!=") sum ]
///     sum         = product { ("+" | "-") product }
///     product     = signed { ("*" | "/") signed }
///     signed      = "-" signed | power
///     power       = primary [ "^" signed ]
///     primary     = number [ suffix ] | "$" number [ scale ] | name | call | "(" choice ")"
///     call        = name "(" choice { "," choice } [ "," weeks ] [ "per" group ] ")"
struct FormulaParser {
  /// Most nodes that a formula may have.
  static let nodeLimit = 512
  /// Deepest nesting that a formula may have.
  static let depthLimit = 64

  let source: String
  let roles: [String]
  var tokens: [FormulaToken]
  var position = 0
  var depth = 0
  var nodes: [FormulaNode] = []
  var nodeColumns: [ClosedRange<Int>] = []
  var thresholds: [Double] = []

  init(_ source: String, roles: [String]) throws(FormulaError) {
    var lexer = FormulaLexer(source)
    tokens = try lexer.tokens()
    self.source = source
    self.roles = roles
  }

  /// Parses the whole formula.
  mutating func parse() throws(FormulaError) -> FormulaExpression {
    if current.kind == .end {
      throw error("the formula is empty", expected: "a number or a condition")
    }
    let result = try choice()
    guard current.kind == .end else { throw leftOver() }
    if case .label = result.type { throw labelOutsideWhere(result) }
    return result
  }

  // MARK: Choices and conditions

  mutating func choice() throws(FormulaError) -> FormulaExpression {
    try enter()
    defer { depth -= 1 }
    let value = try filtered()
    guard takeName("if") != nil else { return value }
    try require(value, .number, "what is chosen must be a number")
    let condition = try disjunction()
    try require(condition, .condition, "'if' needs a condition")
    let otherwise: FormulaExpression
    if takeName("else") != nil {
      otherwise = try choice()
      try require(otherwise, .number, "what is chosen must be a number")
    } else {
      otherwise = try add(
        FormulaNode(operation: .number(0)), type: .number, unit: "",
        columns: condition.columns.upperBound...condition.columns.upperBound)
    }
    return try add(
      FormulaNode(
        operation: .choose, first: value.node, second: condition.node, third: otherwise.node),
      type: .number, unit: FormulaUnit.sum(value.unit, otherwise.unit),
      columns: span(value, otherwise), start: value.start)
  }

  private mutating func filtered() throws(FormulaError) -> FormulaExpression {
    var value = try disjunction()
    while takeName("where") != nil {
      let condition = try disjunction()
      value = try apply(filter: condition, to: value)
    }
    return value
  }

  mutating func disjunction() throws(FormulaError) -> FormulaExpression {
    var left = try conjunction()
    while takeName("or") != nil {
      let right = try conjunction()
      left = try combine(.or, left, right)
    }
    return left
  }

  private mutating func conjunction() throws(FormulaError) -> FormulaExpression {
    var left = try negation()
    while takeName("and") != nil {
      let right = try negation()
      left = try combine(.and, left, right)
    }
    return left
  }

  private mutating func negation() throws(FormulaError) -> FormulaExpression {
    guard let token = takeName("not") else { return try comparison() }
    try enter()
    defer { depth -= 1 }
    let operand = try negation()
    let columns = token.columns.lowerBound...operand.columns.upperBound
    if case .label(let productive, rest: -1) = operand.type {
      return FormulaExpression(
        node: -1, start: operand.start, type: .label(productive: !productive, rest: -1), unit: "",
        columns: columns)
    }
    try require(operand, .condition, "'not' needs a condition")
    return try add(
      FormulaNode(operation: .unary(.not), first: operand.node), type: .condition, unit: "",
      columns: columns, start: operand.start)
  }

  private mutating func comparison() throws(FormulaError) -> FormulaExpression {
    if let attribute = try attributeComparison() { return attribute }
    let left = try sum()
    guard let operation = comparisonSign() else { return left }
    position += 1
    let right = try sum()
    try require(left, .number, "only numbers can be compared")
    try require(right, .number, "only numbers can be compared")
    try checkUnits(left, right)
    if comparisonSign() != nil {
      throw error("comparisons cannot be chained", expected: "'a < b and b < c'")
    }
    return try add(
      FormulaNode(operation: .binary(operation), first: left.node, second: right.node),
      type: .condition, unit: "", columns: span(left, right), start: left.start)
  }

  // MARK: Arithmetic

  private mutating func sum() throws(FormulaError) -> FormulaExpression {
    var left = try product()
    while let token = takeSign("+") ?? takeSign("-") {
      let right = try product()
      try requireNumbers(left, right, around: token)
      try checkUnits(left, right)
      left = try add(
        FormulaNode(
          operation: .binary(token.kind == .sign("+") ? .add : .subtract), first: left.node,
          second: right.node),
        type: .number, unit: FormulaUnit.sum(left.unit, right.unit), columns: span(left, right),
        start: left.start)
    }
    return left
  }

  private mutating func product() throws(FormulaError) -> FormulaExpression {
    var left = try signed()
    while let token = takeSign("*") ?? takeSign("/") {
      let right = try signed()
      try requireNumbers(left, right, around: token)
      let isProduct = token.kind == .sign("*")
      left = try add(
        FormulaNode(
          operation: .binary(isProduct ? .multiply : .divide), first: left.node,
          second: right.node),
        type: .number,
        unit: isProduct
          ? FormulaUnit.product(left.unit, right.unit)
          : FormulaUnit.quotient(left.unit, right.unit),
        columns: span(left, right), start: left.start)
    }
    return left
  }

  private mutating func signed() throws(FormulaError) -> FormulaExpression {
    guard let token = takeSign("-") else { return try power() }
    try enter()
    defer { depth -= 1 }
    let operand = try signed()
    try require(operand, .number, "only a number has an opposite")
    return try add(
      FormulaNode(operation: .unary(.negate), first: operand.node), type: .number,
      unit: operand.unit, columns: token.columns.lowerBound...operand.columns.upperBound,
      start: operand.start)
  }

  private mutating func power() throws(FormulaError) -> FormulaExpression {
    let base = try primary()
    guard let token = takeSign("^") else { return base }
    try enter()
    defer { depth -= 1 }
    let exponent = try signed()
    try requireNumbers(base, exponent, around: token)
    return try add(
      FormulaNode(operation: .binary(.power), first: base.node, second: exponent.node),
      type: .number, unit: base.unit.isEmpty ? "" : FormulaUnit.mixed,
      columns: span(base, exponent), start: base.start)
  }

  private mutating func primary() throws(FormulaError) -> FormulaExpression {
    let token = current
    switch token.kind {
    case .number, .sign("$"):
      return try numberWithUnit()
    case .name(let name):
      return try named(name)
    case .sign("("):
      position += 1
      var inner = try choice()
      let close = try expectSign(")", opened: token)
      inner.columns = token.columns.lowerBound...close.columns.upperBound
      return inner
    case .text(let text):
      throw error(
        "text '\(text)' can only be compared with an attribute",
        expected: "intent = '\(text)' or role = '\(text)'")
    case .sign, .end:
      throw error("unexpected \(token.described)", expected: "a number, a name or '('")
    }
  }
}
