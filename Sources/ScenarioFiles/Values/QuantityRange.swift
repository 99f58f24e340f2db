/// The numbers that a quantity may take, in its canonical unit.
public struct QuantityRange: Sendable, Equatable {
  /// The smallest bound, if there is one.
  public let low: Double?
  /// The greatest bound, if there is one.
  public let high: Double?
  /// Whether the lower bound itself is excluded.
  public let excludesLow: Bool

  init(from low: Double? = nil, above excluded: Double? = nil, to high: Double? = nil) {
    self.low = low ?? excluded
    self.high = high
    excludesLow = excluded != nil
  }

  static let any = QuantityRange()
  static let positive = QuantityRange(above: 0)
  static let nonnegative = QuantityRange(from: 0)
  static let unit = QuantityRange(from: 0, to: 1)

  /// Whether a number lies in the range.
  public func contains(_ value: Double) -> Bool {
    if let low, excludesLow ? value <= low : value < low { return false }
    if let high, value > high { return false }
    return true
  }

  /// The range in words and in the unit of a dimension: "from 0 to 1", "more than 0 h".
  func inWords(_ dimension: QuantityDimension) -> String? {
    let lower = low.map { (excludesLow ? "more than " : "at least ") + dimension.text(of: $0) }
    switch (low, high) {
    case (nil, nil): return nil
    case (_, nil): return lower
    case (nil, let high?): return "at most \(dimension.text(of: high))"
    case (let low?, let high?):
      if excludesLow {
        return "more than \(dimension.text(of: low)) and at most \(dimension.text(of: high))"
      }
      return "from \(dimension.text(of: low)) to \(dimension.text(of: high))"
    }
  }
}
