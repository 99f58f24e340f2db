/// Within which people a quantity is added up or compared.
enum FormulaGroup: String, CaseIterable, Sendable, Hashable {
  case employee
  case team
  case role
  case organisation
}

/// Arithmetic of one number.
enum UnaryOperation: UInt8, Sendable, Hashable {
  case negate, logarithm, squareRoot, exponential, magnitude, floor
  case not, isMissing

  /// The result; undefined results are missing (NaN), and missing stays missing.
  @inline(__always)
  func callAsFunction(_ x: Double) -> Double {
    switch self {
    case .negate: -x
    case .logarithm: x > 0 ? NumericFunctions.log(x) : .nan
    case .squareRoot: x >= 0 ? x.squareRoot() : .nan
    case .exponential: NumericFunctions.finite(NumericFunctions.exp(x))
    case .magnitude: abs(x)
    case .floor: x.rounded(.down)
    case .not: x.isNaN ? .nan : (x == 0 ? 1 : 0)
    case .isMissing: x.isNaN ? 1 : 0
    }
  }
}

/// Arithmetic, comparison and logic of two numbers; conditions are 1 and 0.
enum BinaryOperation: UInt8, Sendable, Hashable {
  case add, subtract, multiply, divide, power, minimum, maximum
  case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
  case and, or
  /// The first if the second holds, else missing.
  case keep
  /// The first, or the second where the first is missing.
  case substitute

  /// The result; undefined results are missing (NaN), and missing spreads, except that `and` and
  /// `or` follow Kleene's three-valued logic.
  @inline(__always)
  func callAsFunction(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: b == 0 ? .nan : a / b
    case .power: NumericFunctions.finite(NumericFunctions.power(a, b))
    case .minimum: a.isNaN || b.isNaN ? .nan : (b < a ? b : a)
    case .maximum: a.isNaN || b.isNaN ? .nan : (b > a ? b : a)
    case .less: a.isNaN || b.isNaN ? .nan : (a < b ? 1 : 0)
    case .lessOrEqual: a.isNaN || b.isNaN ? .nan : (a <= b ? 1 : 0)
    case .greater: a.isNaN || b.isNaN ? .nan : (a > b ? 1 : 0)
    case .greaterOrEqual: a.isNaN || b.isNaN ? .nan : (a >= b ? 1 : 0)
    case .equal: a.isNaN || b.isNaN ? .nan : (a == b ? 1 : 0)
    case .notEqual: a.isNaN || b.isNaN ? .nan : (a != b ? 1 : 0)
    case .and: a == 0 || b == 0 ? 0 : (a.isNaN || b.isNaN ? .nan : 1)
    case .or: a == 1 || b == 1 ? 1 : (a.isNaN || b.isNaN ? .nan : 0)
    case .keep: b == 1 ? a : .nan
    case .substitute: a.isNaN ? b : a
    }
  }
}

/// How the last weeks of one employee are put together.
enum WindowOperation: UInt8, Sendable, Hashable {
  case sum, mean, minimum, maximum, count, share
  /// Consecutive weeks up to this one in which a condition held.
  case streak
  /// Longest run of such weeks.
  case longest
  /// The value so many weeks ago.
  case lag
}

/// How one week of several employees is put together.
enum GroupOperation: UInt8, Sendable, Hashable {
  case sum, mean, minimum, maximum, count, share, deviation

  /// Whether an employee's own part can be exchanged without looking at the others again.
  var isAdditive: Bool {
    switch self {
    case .sum, .mean, .count, .share: true
    case .minimum, .maximum, .deviation: false
    }
  }
}

/// How an employee is placed among the others.
enum StandingOperation: UInt8, Sendable, Hashable {
  case standardScore, rank, percentile
}

/// What a node of a formula does with its operands.
enum FormulaOperation: Sendable, Hashable {
  case number(Double)
  case observable(Observable)
  case derived(DerivedObservable)
  /// Tokens of sessions that were not labelled productive.
  case otherLabelTokens
  case role
  case unary(UnaryOperation)
  case binary(BinaryOperation)
  /// How many of the thresholds at these positions are reached.
  case step(first: Int32, count: Int32)
  /// The first operand if the second holds, else the third.
  case choose
  case window(WindowOperation, weeks: Int32)
  case group(GroupOperation, FormulaGroup)
  case quantile(Double, FormulaGroup)
  case standing(StandingOperation, FormulaGroup)
}

/// One node of a formula; operands are indices of earlier nodes.
struct FormulaNode: Sendable, Hashable {
  var operation: FormulaOperation
  var first: Int32 = -1
  var second: Int32 = -1
  var third: Int32 = -1

  var operands: [Int] { [first, second, third].filter { $0 >= 0 }.map(Int.init) }
}
