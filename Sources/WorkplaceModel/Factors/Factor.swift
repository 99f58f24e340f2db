import Foundation

/// Something that an experiment varies: a key of the scenario, and the values it takes.
public struct Factor: Sendable, Equatable {
  /// Path of the key: `behaviour.adoptionInertia`.
  public var path: String
  /// The values it takes.
  public var range: Range

  /// Creates a factor.
  public init(_ path: String, _ range: Range) {
    self.path = path
    self.range = range
  }

  /// The values that a factor takes.
  public enum Range: Sendable, Equatable {
    /// Every value between two ends.
    case interval(low: Double, high: Double, scale: Scale, notation: Notation)
    /// Values one by one, as YAML.
    case levels([String])
  }

  /// How an interval is divided.
  public enum Scale: String, Sendable, Equatable {
    case linear
    /// In equal ratios; both ends are positive.
    case logarithmic
  }

  /// How a number of an interval is written in a scenario.
  public struct Notation: Sendable, Equatable {
    /// What stands before the number: `$`, or nothing.
    public var prefix: String
    /// What stands behind it: `h`, `% / week`, or nothing.
    public var unit: String
    /// Whether only whole numbers make sense, so that others are rounded.
    public var isWhole: Bool

    /// Creates a notation; by default that of plain numbers.
    public init(prefix: String = "", unit: String = "", isWhole: Bool = false) {
      self.prefix = prefix
      self.unit = unit
      self.isWhole = isWhole
    }

    /// A number as it is written: the shortest text that reads back as the same number.
    public func text(of number: Double) -> String {
      var digits = "\(isWhole ? number.rounded() : number)"
      if digits.hasSuffix(".0") { digits.removeLast(2) }
      if digits == "-0" { digits = "0" }
      let sign = digits.hasPrefix("-") ? "-" : ""
      return sign + prefix + digits.dropFirst(sign.count) + (unit.isEmpty ? "" : " \(unit)")
    }
  }
}

extension Factor {
  /// The value at a position between 0, the low end, and 1, the high end, as YAML; of levels, the
  /// one whose equal share of the interval holds the position.
  public func text(at position: Double) -> String {
    switch range {
    case .levels(let levels):
      let index = min(levels.count - 1, max(0, Int(position * Double(levels.count))))
      return levels[index]
    case .interval(_, _, _, let notation): return notation.text(of: number(at: position) ?? 0)
    }
  }

  /// The number at a position of an interval, the ends being exact; nil for levels.
  public func number(at position: Double) -> Double? {
    guard case .interval(let low, let high, let scale, let notation) = range else { return nil }
    let number =
      switch (position, scale) {
      case (0, _): low
      case (1, _): high
      case (_, .linear): low + (high - low) * position
      case (_, .logarithmic): low * pow(high / low, position)
      }
    return notation.isWhole ? number.rounded() : number
  }

  /// The position of a number in an interval, outside of 0 to 1 where the number is outside of the
  /// interval; nil for levels.
  public func position(of number: Double) -> Double? {
    guard case .interval(let low, let high, let scale, _) = range else { return nil }
    switch scale {
    case .linear: return (number - low) / (high - low)
    case .logarithmic: return log(number / low) / log(high / low)
    }
  }
}
