import Foundation
import Measures

/// How the numbers of one measure are shown to people: one unit and one number of decimals for
/// all of them, so that they can be compared at a glance.
public struct QuantityFormat: Equatable, Sendable {
  /// What a number is divided by before it is shown.
  private let divisor: Double
  /// Digits after the point.
  private let decimals: Int
  /// The unit as it stands in a heading, such as `M tokens` or `%`; empty if there is none.
  public let unitText: String
  /// What stands before a number in a sentence.
  private let prefix: String
  /// What stands behind a number in a sentence.
  private let suffix: String

  /// Finds the format in which the largest of the numbers has three digits, and most of the
  /// half-widths do not vanish.
  ///
  /// - Parameters:
  ///   - unit: Unit of the measure.
  ///   - values: The numbers to be shown.
  ///   - halfWidths: Half-widths of their intervals.
  public init(unit: Measure.Unit, values: [Double?], halfWidths: [Double?]) {
    let largest = values.compactMap { $0 }.filter(\.isFinite).map(abs).max() ?? 0
    let scale = Self.scales.last { largest >= $0.from } ?? Self.scales[0]
    let usesScale = unit == .tokens || unit == .usd || unit == .count || unit == .score
    let divisor = unit == .share ? 0.01 : usesScale ? scale.divisor : 1
    let letter = usesScale ? scale.letter : ""
    let named = Self.names(of: unit)
    let parts = [named.sign, letter, named.word].filter { !$0.isEmpty }
    unitText = parts.joined(separator: " ")
    prefix = named.sign
    suffix = ([letter, named.word].filter { !$0.isEmpty }).map { " " + $0 }.joined()
    self.divisor = divisor
    let shown = largest / divisor
    let digits = shown >= 100 ? 0 : shown >= 10 ? 1 : 2
    let widths = halfWidths.compactMap { $0 }.filter { $0 > 0 }.map { $0 / divisor }.sorted()
    let typical = widths.isEmpty ? 1 : widths[widths.count / 2]
    decimals = typical < 0.5 * pow(10, -Double(digits)) ? digits + 1 : digits
  }

  /// The number without its unit; a dash if it is missing.
  public func digits(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    let text = String(format: "%.\(decimals)f", value / divisor)
    let isZero = !text.contains { $0.isNumber && $0 != "0" }
    return isZero ? text.replacing("-", with: "") : text.replacing("-", with: "−")
  }

  /// The number with its sign and without its unit; a dash if it is missing.
  public func signedDigits(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    let text = digits(value)
    return value > 0 && text != digits(0) ? "+" + text : text
  }

  /// The half-width as it stands behind a number; empty if it is missing.
  public func halfWidth(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return "±" + digits(value)
  }

  /// The number with its unit, for a sentence.
  public func phrase(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "an undefined value" }
    return (value < 0 ? "−" : "") + prefix + digits(abs(value)) + suffix
  }

  private static let scales: [(from: Double, divisor: Double, letter: String)] = [
    (0, 1, ""), (1e4, 1e3, "k"), (1e6, 1e6, "M"), (1e9, 1e9, "G"), (1e12, 1e12, "T"),
  ]

  private static func names(of unit: Measure.Unit) -> (sign: String, word: String) {
    switch unit {
    case .tokens: ("", "tokens")
    case .hours: ("", "h")
    case .usd: ("$", "")
    case .share: ("", "%")
    case .weeks: ("", "weeks")
    case .perWeek: ("", "a week")
    case .count, .ratio, .coefficient, .score: ("", "")
    }
  }
}
