/// What a dashboard sees of one employee in one week.
///
/// A flat value of fixed size, one `Double` for each ``Observable`` in the observable's own unit.
/// It is copied without allocation or reference counting, so choice models may make hypothetical
/// weeks freely.
public struct Observation: Sendable {
  /// How many observables there are.
  static let width = 46

  var values: InlineArray<46, Double>

  /// Makes a week in which nothing was observed: every value is zero.
  public init() {
    values = InlineArray(repeating: 0)
  }

  /// Makes a week from the values that are not zero.
  ///
  /// - Parameter values: Pairs of observable and value; the last of repeated observables counts.
  public init(_ values: KeyValuePairs<Observable, Double>) {
    self.init()
    for (observable, value) in values { self[observable] = value }
  }

  /// The value of an observable, in its unit.
  ///
  /// - Complexity: O(1)
  public subscript(observable: Observable) -> Double {
    get { values[observable.rawValue] }
    set { values[observable.rawValue] = newValue }
  }

  /// Tokens of all four classes.
  public var totalTokens: Double {
    self[.freshInputTokens] + self[.cacheReadTokens] + self[.cacheWriteTokens]
      + self[.outputTokens]
  }

  /// Tokens of the three input classes.
  public var inputTokens: Double {
    self[.freshInputTokens] + self[.cacheReadTokens] + self[.cacheWriteTokens]
  }

  /// Tokens of all classes but cache reads.
  public var nonCacheTokens: Double {
    self[.freshInputTokens] + self[.cacheWriteTokens] + self[.outputTokens]
  }

  /// Adds every value of another observation, for example of a part of the week.
  public static func += (sum: inout Observation, addend: Observation) {
    for index in 0..<width { sum.values[index] += addend.values[index] }
  }
}

extension Observation: Equatable {
  /// Whether all values are equal; a missing value (NaN) equals nothing.
  public static func == (first: Observation, second: Observation) -> Bool {
    for index in 0..<width where first.values[index] != second.values[index] { return false }
    return true
  }
}
