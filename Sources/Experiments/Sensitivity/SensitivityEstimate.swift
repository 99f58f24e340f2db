/// A sensitivity index with an interval that says how far it can be trusted.
public struct SensitivityEstimate: Sendable, Equatable {
  /// The index; nil where it is undefined, as for an output that never varies.
  public var value: Double?
  /// The confidence interval; nil where there is none, as with a single row.
  public var interval: ClosedRange<Double>?

  /// Creates an estimate.
  public init(_ value: Double?, _ interval: ClosedRange<Double>? = nil) {
    self.value = value
    self.interval = interval
  }

  /// Whether the interval excludes 0.
  public var differsFromZero: Bool { interval.map { !$0.contains(0) } ?? false }
}
