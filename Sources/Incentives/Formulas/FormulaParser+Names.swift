extension FormulaParser {
  /// A number, with an optional unit.
  mutating func numberWithUnit() throws(FormulaError) -> FormulaExpression {
    let first = current
    let dollar = takeSign("$") != nil
    guard case .number(var value) = current.kind else {
      throw error("unexpected \(current.described)", expected: "a number after '$'")
    }
    var columns = first.columns.lowerBound...current.columns.upperBound
    position += 1
    var unit = dollar ? "usd" : ""
    if let percent = takeSign("%") {
      value /= 100
      columns = columns.lowerBound...percent.columns.upperBound
    } else if case .name(let name) = current.kind, !Self.keywords.contains(name) {
      let suffix = NumberSuffix.named(name)
      guard let suffix, !dollar || NumberSuffix.isScale(name) else {
        let names = NumberSuffix.all.map(\.name) + Self.keywords
        throw error(
          "'\(name)' is not a unit", expected: dollar ? "k, M, G or T" : "a unit or an operator",
          suggestion: dollar ? nil : NearestName.nearest(to: name, among: names))
      }
      value *= suffix.factor
      if !dollar { unit = suffix.unit }
      columns = columns.lowerBound...current.columns.upperBound
      position += 1
    }
    guard value.isFinite else {
      throw error("the number is too large", expected: "a number below 1e308", at: columns)
    }
    var result = try add(
      FormulaNode(operation: .number(value)), type: .number, unit: unit, columns: columns)
    result.isLiteralWithUnit = !unit.isEmpty
    return result
  }

  /// An observable, a truth value or a call.
  mutating func named(_ name: String) throws(FormulaError) -> FormulaExpression {
    let token = current
    if following.kind == .sign("("), !Self.keywords.contains(name) { return try call(name) }
    if let observable = Observable(name: name) {
      position += 1
      return try add(
        FormulaNode(operation: .observable(observable)), type: .number, unit: observable.unit,
        columns: token.columns)
    }
    if let derived = DerivedObservable(rawValue: name) {
      position += 1
      return try add(
        FormulaNode(operation: .derived(derived)), type: .number, unit: derived.unit,
        columns: token.columns)
    }
    if name == "true" || name == "false" {
      position += 1
      return try add(
        FormulaNode(operation: .number(name == "true" ? 1 : 0)), type: .condition, unit: "",
        columns: token.columns)
    }
    throw unknown(name)
  }

  /// `intent = 'label'` or `role = 'name'`, if one begins here.
  mutating func attributeComparison() throws(FormulaError) -> FormulaExpression? {
    guard case .name(let name) = current.kind, name == "intent" || name == "role" else {
      return nil
    }
    let start = current
    position += 1
    guard current.kind == .sign("=") || current.kind == .sign("!=") else {
      throw error(
        "'\(name)' is text and can only be compared", expected: "\(name) = '…'", at: start.columns)
    }
    let isEqual = current.kind == .sign("=")
    position += 1
    let example = name == "intent" ? "'productive'" : "'\(roles.first ?? "developer")'"
    guard case .text(let text) = current.kind else {
      throw error(
        "'\(name)' is compared with \(current.described)",
        expected: "text in quotes, such as \(example)")
    }
    let token = current
    position += 1
    let columns = start.columns.lowerBound...token.columns.upperBound
    return name == "intent"
      ? try intent(text, isEqual: isEqual, token: token, columns: columns)
      : try role(text, isEqual: isEqual, token: token, columns: columns)
  }

  private func intent(
    _ text: String, isEqual: Bool, token: FormulaToken, columns: ClosedRange<Int>
  ) throws(FormulaError) -> FormulaExpression {
    guard text == "productive" || text == "other" else {
      throw error(
        "'\(text)' is not an intent label", expected: "'productive' or 'other'",
        suggestion: NearestName.nearest(to: text, among: ["productive", "other"]),
        at: token.columns)
    }
    return FormulaExpression(
      node: -1, start: nodes.count,
      type: .label(productive: (text == "productive") == isEqual, rest: -1), unit: "",
      columns: columns)
  }

  private mutating func role(
    _ text: String, isEqual: Bool, token: FormulaToken, columns: ClosedRange<Int>
  ) throws(FormulaError) -> FormulaExpression {
    guard let index = roles.firstIndex(of: text) else {
      throw error(
        "'\(text)' is not a role",
        expected: roles.isEmpty ? "a scenario with roles" : roles.joined(separator: ", "),
        suggestion: NearestName.nearest(to: text, among: roles), at: token.columns)
    }
    let role = try add(
      FormulaNode(operation: .role), type: .number, unit: "", columns: columns)
    let number = try add(
      FormulaNode(operation: .number(Double(index))), type: .number, unit: "", columns: columns)
    return try add(
      FormulaNode(
        operation: .binary(isEqual ? .equal : .notEqual), first: role.node, second: number.node),
      type: .condition, unit: "", columns: columns, start: role.start)
  }

  /// Restricts a value to the rows, or to the labelled tokens, that a condition selects.
  mutating func apply(
    filter condition: FormulaExpression, to value: FormulaExpression
  ) throws(FormulaError) -> FormulaExpression {
    try require(value, .number, "'where' selects parts of a number")
    var value = value
    var filter = condition.node
    if case .label(let productive, let rest) = condition.type {
      try relabel(value, productive: productive)
      value.columns = span(value, condition)
      filter = rest
      if rest < 0 { return value }
    } else {
      try require(condition, .condition, "'where' needs a condition")
    }
    return try add(
      FormulaNode(operation: .binary(.keep), first: value.node, second: filter),
      type: .number, unit: value.unit, columns: span(value, condition), start: value.start)
  }

  /// Replaces total tokens by the column of one label.
  private mutating func relabel(
    _ value: FormulaExpression, productive: Bool
  ) throws(FormulaError) {
    var replaced = false
    for index in value.start...Int(value.node) {
      switch nodes[index].operation {
      case .derived(.totalTokens):
        nodes[index].operation =
          productive ? .observable(.productiveLabelTokens) : .otherLabelTokens
        replaced = true
      case .derived(let derived):
        throw notSplitByIntent(derived.name, index)
      case .observable(let observable):
        throw notSplitByIntent(observable.name, index)
      default:
        continue
      }
    }
    if !replaced {
      throw error(
        "nothing here is recorded by intent", expected: "total_tokens", at: value.columns)
    }
  }

  private func notSplitByIntent(_ name: String, _ index: Int) -> FormulaError {
    error(
      "\(name) is not recorded by intent",
      expected: "total_tokens (put other terms outside: '(total_tokens where …) / x')",
      at: nodeColumns[index])
  }

  private func unknown(_ name: String) -> FormulaError {
    if let truth = TruthQuantity(rawValue: name) {
      return error(
        "\(name) is truth: no dashboard can see it; nearest observable: "
          + truth.nearestObservable.name)
    }
    if let function = FormulaFunction(rawValue: name) {
      return error("'\(name)' is a function", expected: function.usage)
    }
    if Self.keywords.contains(name) {
      return error("unexpected '\(name)'", expected: "a number, a name or '('")
    }
    if name == "team" || name == "organisation" || name == "employee" {
      return error("'\(name)' is a group and not a number", expected: "sum(x per \(name))")
    }
    let names =
      DerivedObservable.allCases.map(\.name) + Observable.names + ["intent", "role"]
    return error(
      "unknown name '\(name)'", expected: "an observable",
      suggestion: NearestName.nearest(to: name, among: names)
        ?? NearestName.nearest(to: name, among: FormulaFunction.allCases.map(\.rawValue)))
  }
}
