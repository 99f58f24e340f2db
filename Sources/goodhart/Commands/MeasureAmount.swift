import Foundation
import Measures

/// An amount of a measure as it is typed: `$20`, `2 %`, `0.5 h`, `3 Mtok`, or a plain number.
enum MeasureAmount {
  /// Reads an amount; nil if the text is none in the unit.
  ///
  /// A plain number is in the unit of the tables, a share thus between 0 and 1.
  static func value(of text: String, in unit: Measure.Unit) -> Double? {
    var rest = text.filter { !$0.isWhitespace }[...]
    if rest.hasPrefix("$") {
      guard unit == .usd else { return nil }
      rest = rest.dropFirst()
    }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Double(number), value.isFinite else { return nil }
    guard let factor = factors(of: unit)[String(rest.dropFirst(number.count))] else { return nil }
    return value * factor
  }

  /// An amount that makes sense in a unit, for messages.
  static func example(in unit: Measure.Unit) -> String {
    switch unit {
    case .usd: "'$20'"
    case .share: "'2 %'"
    case .hours: "'0.5 h'"
    case .tokens: "'3 Mtok'"
    case .weeks: "'2 weeks'"
    case .count, .ratio, .coefficient, .score, .perWeek: "0.1"
    }
  }

  /// What may stand behind the number, and what it multiplies by.
  private static func factors(of unit: Measure.Unit) -> [String: Double] {
    switch unit {
    case .usd: ["": 1, "k": 1e3, "M": 1e6]
    case .share: ["": 1, "%": 0.01]
    case .hours: ["": 1, "h": 1, "min": 1.0 / 60]
    case .tokens: ["": 1, "tok": 1, "tokens": 1, "ktok": 1e3, "Mtok": 1e6, "Gtok": 1e9]
    case .weeks: ["": 1, "week": 1, "weeks": 1]
    case .count, .ratio, .coefficient, .score, .perWeek: ["": 1]
    }
  }
}
