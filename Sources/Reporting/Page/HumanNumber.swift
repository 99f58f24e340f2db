import Foundation
import Measures

/// Numbers as people read them.
enum HumanNumber {
  /// Three or four significant digits, with thousands grouped by letters: `152 M`, `0.0213`.
  static func text(_ value: Double) -> String {
    let size = abs(value)
    let scaled: (divisor: Double, letter: String) =
      switch size {
      case 1e12...: (1e12, " T")
      case 1e9...: (1e9, " G")
      case 1e6...: (1e6, " M")
      case 1e4...: (1e3, " k")
      default: (1, "")
      }
    let shown = size / scaled.divisor
    // A difference of rounding errors is nothing.
    if size < 1e-9 { return "0" }
    let decimals: Int =
      switch shown {
      case 100...: 0
      case 10...: 1
      case 1...: 2
      default: min(6, 2 - Int(log10(shown).rounded(.down)))
      }
    var digits = String(format: "%.\(decimals)f", shown)
    if digits.contains(".") {
      while digits.hasSuffix("0") { digits.removeLast() }
      if digits.hasSuffix(".") { digits.removeLast() }
    }
    return (value < 0 ? "−" : "") + digits + scaled.letter
  }

  /// A number with its unit: `87.2 %`, `$2.46 k`, `25.2 h`.
  static func text(_ value: Double, _ unit: Measure.Unit) -> String {
    switch unit {
    case .share: text(value * 100) + " %"
    case .usd: (value < 0 ? "−" : "") + "$" + text(abs(value))
    case .hours: text(value) + " h"
    case .tokens: text(value) + " tokens"
    case .weeks: text(value) + " weeks"
    case .perWeek: text(value) + " a week"
    case .count, .ratio, .coefficient, .score: text(value)
    }
  }
}
