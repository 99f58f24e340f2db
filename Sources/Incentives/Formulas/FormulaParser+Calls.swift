/// The arguments of a call as they were written.
struct FormulaCall {
  var function: FormulaFunction
  var columns: ClosedRange<Int>
  var arguments: [FormulaExpression] = []
  var weeks: (count: Int, columns: ClosedRange<Int>)?
  var group: (group: FormulaGroup, columns: ClosedRange<Int>)?
}

extension FormulaParser {
  /// Longest window that may be written, in weeks.
  static let windowLimit = 260

  /// Weeks that `streak` and `longest` look back at unless told otherwise.
  static let streakWeeks = 52

  /// A call of the function called `name`.
  mutating func call(_ name: String) throws(FormulaError) -> FormulaExpression {
    guard let function = FormulaFunction(rawValue: name) else { throw unknownFunction(name) }
    let start = nodes.count
    let word = current
    position += 1
    let open = current
    position += 1
    var call = FormulaCall(function: function, columns: word.columns)
    if current.kind == .sign(")") {
      throw error(
        "\(name) needs arguments", expected: function.usage,
        at: word.columns.lowerBound...current.columns.upperBound)
    }
    repeat {
      if try window(of: &call) { continue }
      if call.weeks != nil { throw error("the window comes last", expected: "')' or 'per'") }
      call.arguments.append(try choice())
    } while takeSign(",") != nil
    if takeName("per") != nil { call.group = try group() }
    let close = try expectSign(")", opened: open)
    call.columns = word.columns.lowerBound...close.columns.upperBound
    var result = try build(call)
    result.start = start
    result.columns = call.columns
    result.isLiteralWithUnit = false
    nodeColumns[Int(result.node)] = call.columns
    return result
  }

  /// Reads `4 weeks`, if that is what comes next.
  private mutating func window(of call: inout FormulaCall) throws(FormulaError) -> Bool {
    guard case .number(let count) = current.kind,
      following.kind == .name("weeks") || following.kind == .name("week")
    else { return false }
    let columns = current.columns.lowerBound...following.columns.upperBound
    if call.arguments.isEmpty {
      throw error("the window comes last", expected: call.function.usage, at: columns)
    }
    if call.weeks != nil { throw error("a second window", expected: "one window", at: columns) }
    guard count == count.rounded(), count >= 1, count <= Double(Self.windowLimit) else {
      throw error(
        "a window of \(PlainNumber.text(count)) weeks is not possible",
        expected: "a whole number from 1 to \(Self.windowLimit)", at: columns)
    }
    position += 2
    call.weeks = (Int(count), columns)
    return true
  }

  private mutating func group() throws(FormulaError) -> (FormulaGroup, ClosedRange<Int>) {
    let names = FormulaGroup.allCases.map(\.rawValue)
    guard case .name(let name) = current.kind else {
      throw error("'per' needs a group", expected: names.joined(separator: ", "))
    }
    guard let group = FormulaGroup(rawValue: name) else {
      let meant =
        name == "organization" || name == "company"
        ? "organisation"
        : name == "person" || name == "head" || name == "user"
          ? "employee" : NearestName.nearest(to: name, among: names)
      throw error(
        "'\(name)' is not a group", expected: names.joined(separator: ", "), suggestion: meant)
    }
    position += 1
    return (group, tokens[position - 1].columns)
  }

  private func unknownFunction(_ name: String) -> FormulaError {
    if Observable(name: name) != nil || DerivedObservable(rawValue: name) != nil {
      return error("'\(name)' is an observable and not a function", expected: "an operator")
    }
    if TruthQuantity(rawValue: name) != nil {
      return error("'\(name)' is not a function, and it is truth: no dashboard can see it")
    }
    let synonyms = [
      "average": "mean", "avg": "mean", "ln": "log", "zscore": "z", "stdev": "sd", "std": "sd",
      "deviation": "sd", "total": "sum", "cap": "min", "coalesce": "default", "previous": "lag",
      "fraction": "share", "level": "step", "tier": "step", "clamp": "clip",
    ]
    return error(
      "unknown function '\(name)'", expected: "a function",
      suggestion: synonyms[name]
        ?? NearestName.nearest(to: name, among: FormulaFunction.allCases.map(\.rawValue)))
  }
}
