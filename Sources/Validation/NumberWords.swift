import Foundation

/// Numbers for people.
enum NumberWords {
  /// A number with so many significant digits, without exponent where that is readable.
  static func text(_ value: Double, significantDigits digits: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "undefined" : value < 0 ? "−∞" : "∞" }
    guard value != 0 else { return "0" }
    let magnitude = Int(log10(abs(value)).rounded(.down))
    if magnitude < -6 || magnitude > 9 { return String(format: "%.\(digits - 1)e", value) }
    return String(format: "%.\(max(0, digits - 1 - magnitude))f", value)
  }
}
