/// What a quantity measures, in which unit it is kept, and how it may be written.
public struct QuantityDimension: Sendable, Equatable {
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
  ///
  /// In another unit where that makes the number much shorter: 30 s rather than a long fraction of
  /// an hour. The text always reads back as exactly the same number.
  func text(of value: Double) -> String {
    let canonical = (number: units[0].number(of: value).plainText, unit: units[0])
    let candidates = units.dropFirst().filter(\.isShown).map { unit in
      (number: unit.number(of: value).plainText, unit: unit)
    }
    var best = canonical
    for candidate in candidates where candidate.number.count + 2 < canonical.number.count {
      let isShorter = candidate.number.count < best.number.count
      if isShorter, candidate.unit.value(of: candidate.number) == value { best = candidate }
    }
    let isNegative = best.number.hasPrefix("-")
    let sign = isMoney ? "$" : ""
    let number = (isNegative ? "-" : "") + sign + best.number.dropFirst(isNegative ? 1 : 0)
    return best.unit.suffix.isEmpty ? number : "\(number) \(best.unit.spelled)"
  }
}

extension QuantityDimension.Unit {
  /// The value in the canonical unit of a number written in this unit; nil when it is no number.
  ///
  /// Powers of ten are moved in the text, so that 95.7 % is exactly the number 0.957.
  func value(of number: String) -> Double? {
    if let exponent = decimalExponent, !number.contains(where: { $0 == "e" || $0 == "E" }) {
      return Double("\(number)e\(exponent)")
    }
    return Double(number).map { $0 * multiplier / divisor }
  }

  /// The number to be written in this unit for a value in the canonical unit.
  func number(of value: Double) -> Double {
    guard let exponent = decimalExponent else { return value * divisor / multiplier }
    let text = value.description
    if text.contains("e") { return value * divisor / multiplier }
    return Double("\(text)e\(-exponent)") ?? value
  }

  /// The power of ten between this unit and the canonical one, if it is one.
  private var decimalExponent: Int? {
    switch (multiplier, divisor) {
    case (1, 1): 0
    case (1e3, 1): 3
    case (1e6, 1): 6
    case (1e9, 1): 9
    case (1e12, 1): 12
    case (1, 100): -2
    case (1, 1e3): -3
    default: nil
    }
  }

  /// The suffix with spaces for people: "/ week", "h/week", "% of pay".
  var spelled: String {
    if suffix.hasSuffix("ofpay") { return suffix.replacing("ofpay", with: " of pay") }
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

  /// The number to three decimals, for messages.
  var roundedText: String {
    ((self * 1000).rounded() / 1000).plainText
  }
}
