/// Reads quantities with units, such as `6 h`, `3 / week`, `80 %` or `$0.60 / Mtok`.
///
/// Units are never guessed: a number that needs one is refused without it, and `day` is a working
/// day in rates (five a week) and 24 hours on the clock, as each dimension says.
enum QuantityParser {
  /// Why a text is not a quantity of a dimension.
  struct Failure: Error, Equatable {
    /// What is wrong.
    let what: String
    /// What would have been valid.
    let expected: String
    /// The spelling that was probably meant.
    var suggestion: String?
  }

  /// The value of a text in the dimension's canonical unit.
  ///
  /// - Throws: `Failure` saying what was expected.
  static func parse(_ text: String, as dimension: QuantityDimension) throws(Failure) -> Double {
    let expected = "\(dimension.name) such as \(dimension.examples)"
    var rest = Substring(text.filter { $0 != " " && $0 != "\u{a0}" })
    let isNegative = rest.hasPrefix("-")
    let hasDollar = rest.hasPrefix("$") || rest.hasPrefix("-$")
    if hasDollar {
      rest = rest.drop { $0 == "-" || $0 == "$" }
      if isNegative { rest = "-" + rest }
    }
    guard !text.hasSpacedDigits, let (number, suffix) = splitNumber(rest) else {
      throw Failure(what: "'\(text)' is not \(dimension.name)", expected: expected)
    }
    guard hasDollar == dimension.isMoney else {
      let what = hasDollar ? "'\(text)' is money" : "'\(text)' has no dollar sign"
      throw Failure(what: what, expected: expected)
    }
    guard let unit = dimension.units.first(where: { $0.suffix == suffix }) else {
      if suffix.isEmpty {
        throw Failure(what: "'\(text)' has no unit", expected: expected)
      }
      throw Failure(
        what: "'\(text)' has a unit that does not fit", expected: expected,
        suggestion: suggestion(for: text, suffix: suffix, in: dimension))
    }
    guard let value = unit.value(of: number), value.isFinite else {
      throw Failure(what: "the number in '\(text)' is too large", expected: expected)
    }
    return value
  }

  /// The number at the beginning of a text without spaces, and what follows it.
  static func splitNumber(_ text: Substring) -> (number: String, suffix: String)? {
    let scalars = Array(text.unicodeScalars)
    var end = 0
    func skipDigits() -> Bool {
      let start = end
      while end < scalars.count, ("0"..."9").contains(scalars[end]) { end += 1 }
      return end > start
    }
    if end < scalars.count, scalars[end] == "-" || scalars[end] == "+" { end += 1 }
    var hasDigits = skipDigits()
    if end < scalars.count, scalars[end] == "." {
      end += 1
      hasDigits = skipDigits() || hasDigits
    }
    guard hasDigits else { return nil }
    if end < scalars.count, scalars[end] == "e" || scalars[end] == "E" {
      let beforeExponent = end
      end += 1
      if end < scalars.count, scalars[end] == "-" || scalars[end] == "+" { end += 1 }
      if !skipDigits() { end = beforeExponent }
    }
    var digits = String(String.UnicodeScalarView(scalars[..<end]))
    if digits.hasSuffix(".") { digits.removeLast() }
    guard Double(digits) != nil else { return nil }
    return (digits, String(String.UnicodeScalarView(scalars[end...])))
  }

  /// The same text with the unit that differs least from the one written.
  private static func suggestion(
    for text: String, suffix: String, in dimension: QuantityDimension
  ) -> String? {
    let candidates = dimension.units.map(\.suffix).filter { !$0.isEmpty }
    guard let nearest = NearestName.nearest(to: suffix, among: candidates),
      let unit = dimension.units.first(where: { $0.suffix == nearest }),
      let end = text.firstIndex(where: { $0 == suffix.first })
    else { return nil }
    let number = text[..<end].trimmingSuffix { $0 == " " }
    return "\(number) \(unit.spelled)"
  }
}

extension String {
  /// Whether a space stands between two digits, so that it is unclear whether it is one number.
  fileprivate var hasSpacedDigits: Bool {
    let words = split(separator: " ")
    return zip(words, words.dropFirst()).contains { before, after in
      before.last?.isNumber ?? false && after.first?.isNumber ?? false
    }
  }
}

extension Substring {
  /// The text without the characters at its end that satisfy a condition.
  fileprivate func trimmingSuffix(_ isDropped: (Character) -> Bool) -> Substring {
    var copy = self
    while let last = copy.last, isDropped(last) { copy.removeLast() }
    return copy
  }
}
