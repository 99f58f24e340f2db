/// What a quantity measures, in which unit it is kept, and how it may be written.
public struct Dimension: Sendable, Equatable {
  /// One way of writing the unit behind the number.
  struct Unit: Sendable, Equatable {
    /// The text behind the number, without spaces; empty when the number stands alone.
    let suffix: String
    /// The number is multiplied by this and then divided by `divisor`.
    let multiplier: Double
    let divisor: Double
    /// Whether `goodhart explain` and messages show it, or it is only understood.
    let isShown: Bool

    init(
      _ suffix: String, times multiplier: Double = 1, by divisor: Double = 1, hidden: Bool = false
    ) {
      self.suffix = suffix
      self.multiplier = multiplier
      self.divisor = divisor
      isShown = !hidden
    }
  }

  /// What it is, for messages: "a time".
  public let name: String
  /// Values as they may be written: "6 h, 3 min or 20 s".
  public let examples: String
  /// Whether the number is preceded by a dollar sign.
  let isMoney: Bool
  /// The first unit is the one that the scenario is kept in.
  let units: [Unit]

  init(_ name: String, examples: String, isMoney: Bool = false, units: [Unit]) {
    self.name = name
    self.examples = examples
    self.isMoney = isMoney
    self.units = units
  }

  /// Whether a number without a unit is a valid value.
  public var allowsPlainNumber: Bool { !isMoney && units.contains { $0.suffix.isEmpty } }

  /// A number in the canonical unit as it is written in a file.
  func text(of value: Double) -> String {
    let sign = isMoney ? "$" : ""
    let number = value < 0 ? "-\(sign)\((-value).plainText)" : "\(sign)\(value.plainText)"
    return units[0].suffix.isEmpty ? number : "\(number) \(units[0].spelled)"
  }
}

extension Dimension.Unit {
  /// The suffix with spaces for people: "/ week", "h/week", "% of pay".
  var spelled: String {
    if suffix == "%ofpay" { return "% of pay" }
    guard let slash = suffix.firstIndex(of: "/") else { return suffix }
    let before = suffix[..<slash]
    let after = suffix[suffix.index(after: slash)...]
    return before.isEmpty ? "/ \(after)" : before == "h" ? "h/\(after)" : "\(before) / \(after)"
  }
}

extension Double {
  /// The shortest decimal text that reads back as the same number, without a trailing ".0".
  var plainText: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
