extension FormulaParser {
  /// Checks the arguments of a call and writes its nodes.
  mutating func build(_ call: FormulaCall) throws(FormulaError) -> FormulaExpression {
    for (index, argument) in call.arguments.enumerated() {
      let wantsCondition = call.function.takesCondition && index == 0
      if call.function == .missing, argument.type == .condition { continue }
      try require(
        argument, wantsCondition ? .condition : .number,
        wantsCondition
          ? "\(call.function.rawValue) counts when a condition holds"
          : "\(call.function.rawValue) works on numbers")
    }
    switch call.function {
    case .log, .sqrt, .exp, .abs, .floor, .missing: return try unary(call)
    case .min, .max:
      return call.weeks == nil && call.group == nil ? try extreme(call) : try aggregate(call)
    case .clip: return try clip(call)
    case .step: return try step(call)
    case .default: return try substitute(call)
    case .sum, .mean, .count, .share: return try aggregate(call)
    case .median, .quantile, .sd: return try spread(call)
    case .streak, .longest, .lag: return try run(call)
    case .z, .rank, .percentile: return try standing(call)
    }
  }

  // MARK: Plain functions

  private mutating func unary(_ call: FormulaCall) throws(FormulaError) -> FormulaExpression {
    try plain(call, count: 1...1)
    let operation: UnaryOperation =
      switch call.function {
      case .log: .logarithm
      case .sqrt: .squareRoot
      case .exp: .exponential
      case .abs: .magnitude
      case .floor: .floor
      default: .isMissing
      }
    let keepsUnit = call.function == .abs || call.function == .floor
    return try add(
      FormulaNode(operation: .unary(operation), first: call.arguments[0].node),
      type: call.function == .missing ? .condition : .number,
      unit: keepsUnit ? call.arguments[0].unit : "", columns: call.columns)
  }

  private mutating func extreme(_ call: FormulaCall) throws(FormulaError) -> FormulaExpression {
    if call.arguments.count == 1 {
      throw error(
        "\(call.function.rawValue) of one number needs a window or a group",
        expected: call.function.usage, at: call.columns)
    }
    var result = call.arguments[0]
    for argument in call.arguments.dropFirst() {
      try checkUnits(result, argument)
      result = try add(
        FormulaNode(
          operation: .binary(call.function == .min ? .minimum : .maximum), first: result.node,
          second: argument.node),
        type: .number, unit: FormulaUnit.sum(result.unit, argument.unit), columns: call.columns)
    }
    return result
  }

  private mutating func clip(_ call: FormulaCall) throws(FormulaError) -> FormulaExpression {
    try plain(call, count: 3...3)
    let (value, low, high) = (call.arguments[0], call.arguments[1], call.arguments[2])
    try checkUnits(value, low)
    try checkUnits(value, high)
    let raised = try add(
      FormulaNode(operation: .binary(.maximum), first: value.node, second: low.node),
      type: .number, unit: value.unit, columns: call.columns)
    return try add(
      FormulaNode(operation: .binary(.minimum), first: raised.node, second: high.node),
      type: .number, unit: value.unit, columns: call.columns)
  }

  private mutating func step(_ call: FormulaCall) throws(FormulaError) -> FormulaExpression {
    try plain(call, count: 2...64)
    let first = thresholds.count
    for argument in call.arguments.dropFirst() {
      guard argument.start == Int(argument.node),
        case .number(let threshold) = nodes[Int(argument.node)].operation
      else {
        throw error(
          "a threshold of step must be a plain number", expected: call.function.usage,
          at: argument.columns)
      }
      try checkUnits(call.arguments[0], argument)
      if thresholds.count > first, threshold <= thresholds[thresholds.count - 1] {
        throw error(
          "thresholds of step must rise", expected: call.function.usage, at: argument.columns)
      }
      thresholds.append(threshold)
    }
    return try add(
      FormulaNode(
        operation: .step(first: Int32(first), count: Int32(thresholds.count - first)),
        first: call.arguments[0].node),
      type: .number, unit: "", columns: call.columns)
  }

  private mutating func substitute(_ call: FormulaCall) throws(FormulaError) -> FormulaExpression {
    try plain(call, count: 2...2)
    try checkUnits(call.arguments[0], call.arguments[1])
    return try add(
      FormulaNode(
        operation: .binary(.substitute), first: call.arguments[0].node,
        second: call.arguments[1].node),
      type: .number, unit: FormulaUnit.sum(call.arguments[0].unit, call.arguments[1].unit),
      columns: call.columns)
  }

  // MARK: Windows and groups

  private mutating func aggregate(_ call: FormulaCall) throws(FormulaError) -> FormulaExpression {
    try count(call, 1...1)
    let argument = call.arguments[0]
    let unit = call.function == .share ? "" : call.function == .count ? "" : argument.unit
    switch (call.weeks, call.group) {
    case (let weeks?, nil):
      let operation: WindowOperation =
        switch call.function {
        case .sum: .sum
        case .mean: .mean
        case .min: .minimum
        case .max: .maximum
        case .count: .count
        default: .share
        }
      return try add(
        FormulaNode(
          operation: .window(operation, weeks: Int32(weeks.count)), first: argument.node),
        type: .number, unit: call.function == .count ? "weeks" : unit, columns: call.columns)
    case (nil, let group?):
      let operation: GroupOperation =
        switch call.function {
        case .sum: .sum
        case .mean: .mean
        case .min: .minimum
        case .max: .maximum
        case .count: .count
        default: .share
        }
      return try add(
        FormulaNode(operation: .group(operation, group.group), first: argument.node),
        type: .number, unit: call.function == .count ? "employees" : unit, columns: call.columns)
    case (nil, nil):
      throw error(
        "\(call.function.rawValue) needs a window or a group", expected: call.function.usage,
        at: call.columns)
    case (_?, let group?):
      let nested = "sum(sum(x, 4 weeks) per \(group.group.rawValue))"
      throw error(
        "a window and a group in one call", expected: "one inside the other, such as \(nested)",
        at: call.columns)
    }
  }

  private mutating func spread(_ call: FormulaCall) throws(FormulaError) -> FormulaExpression {
    try count(call, call.function == .quantile ? 2...2 : 1...1)
    try noWindow(call)
    guard let group = call.group else {
      throw error(
        "\(call.function.rawValue) needs a group", expected: call.function.usage,
        at: call.columns)
    }
    let argument = call.arguments[0]
    let operation: FormulaOperation
    switch call.function {
    case .sd: operation = .group(.deviation, group.group)
    case .median: operation = .quantile(0.5, group.group)
    default:
      let level = call.arguments[1]
      guard case .number(let share) = nodes[Int(level.node)].operation, (0...1).contains(share)
      else {
        throw error(
          "a quantile needs a plain number from 0 to 1", expected: call.function.usage,
          at: level.columns)
      }
      operation = .quantile(share, group.group)
    }
    return try add(
      FormulaNode(operation: operation, first: argument.node), type: .number, unit: argument.unit,
      columns: call.columns)
  }

  private mutating func run(_ call: FormulaCall) throws(FormulaError) -> FormulaExpression {
    try count(call, 1...1)
    if let group = call.group {
      throw error(
        "\(call.function.rawValue) looks at one employee's weeks and has no group",
        expected: call.function.usage, at: group.columns)
    }
    let operation: WindowOperation =
      call.function == .streak ? .streak : call.function == .longest ? .longest : .lag
    if operation == .lag, call.weeks == nil {
      throw error("lag needs a number of weeks", expected: call.function.usage, at: call.columns)
    }
    return try add(
      FormulaNode(
        operation: .window(operation, weeks: Int32(call.weeks?.count ?? Self.streakWeeks)),
        first: call.arguments[0].node),
      type: .number, unit: operation == .lag ? call.arguments[0].unit : "weeks",
      columns: call.columns)
  }

  private mutating func standing(_ call: FormulaCall) throws(FormulaError) -> FormulaExpression {
    try count(call, 1...1)
    try noWindow(call)
    let group = call.group?.group ?? .organisation
    if group == .employee, let columns = call.group?.columns {
      throw error(
        "nobody can be compared with nobody else", expected: "team, role or organisation",
        at: columns)
    }
    let operation: StandingOperation =
      call.function == .z ? .standardScore : call.function == .rank ? .rank : .percentile
    return try add(
      FormulaNode(operation: .standing(operation, group), first: call.arguments[0].node),
      type: .number, unit: operation == .standardScore ? "sd" : operation == .rank ? "rank" : "",
      columns: call.columns)
  }

  // MARK: Checks

  private func plain(_ call: FormulaCall, count allowed: ClosedRange<Int>) throws(FormulaError) {
    try noWindow(call)
    if let group = call.group {
      throw error(
        "\(call.function.rawValue) has no group", expected: call.function.usage, at: group.columns)
    }
    try count(call, allowed)
  }

  private func noWindow(_ call: FormulaCall) throws(FormulaError) {
    if let weeks = call.weeks {
      throw error(
        "\(call.function.rawValue) has no window", expected: call.function.usage,
        at: weeks.columns)
    }
  }

  private func count(_ call: FormulaCall, _ allowed: ClosedRange<Int>) throws(FormulaError) {
    if allowed.contains(call.arguments.count) { return }
    let given = call.arguments.count == 1 ? "1 argument" : "\(call.arguments.count) arguments"
    throw error(
      "\(call.function.rawValue) was given \(given)", expected: call.function.usage,
      at: call.columns)
  }
}
