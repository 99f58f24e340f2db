import WorkplaceModel

/// The usual range of a key as two numbers in one unit.
struct UsualRange: Equatable {
  /// The ends, in ``notation``.
  let ends: ClosedRange<Double>
  let notation: Factor.Notation
  /// The unit of the numbers; nil for whole numbers.
  let unit: QuantityDimension.Unit?

  /// Reads a text of the vocabulary, such as `0 to 50 %`, `5 s to 3 min`, `$20 to $500` or
  /// `0.25 to 4 times the default`.
  ///
  /// The first number has the unit of the second unless it has one of its own; the second decides
  /// the unit of the range. What follows a semicolon is a remark.
  ///
  /// - Parameters:
  ///   - text: the range in words.
  ///   - dimension: what the numbers measure; nil for whole numbers.
  ///   - value: the default in the canonical unit, for ranges that are told as its multiples.
  /// - Returns: nil where the words are about something else, such as the mean of a distribution.
  init?(_ text: String, as dimension: QuantityDimension?, around value: Double) {
    let claim = text.prefix { $0 != ";" }
    let words = claim.split(separator: " ")
    guard let to = words.firstIndex(of: "to"), to > 0, to < words.count - 1 else { return nil }
    let low = words[..<to].joined(separator: " ")
    let high = words[(to + 1)...].joined(separator: " ")
    guard let dimension else {
      guard let least = Double(low), let most = Double(high), least < most else { return nil }
      self.init(ends: least...most, unit: nil, prefix: "")
      return
    }
    if high.hasSuffix(Self.multiples) {
      let text = dimension.text(of: value)
      guard let least = Double(low), let most = Double(high.dropLast(Self.multiples.count)),
        let unit = Self.unit(of: text, in: dimension), value > 0, least < most
      else { return nil }
      let number = unit.number(of: value)
      self.init(ends: least * number...most * number, unit: unit, dimension)
      return
    }
    guard let unit = Self.unit(of: high, in: dimension) else { return nil }
    let hasUnit = QuantityParser.splitNumber(Self.bare(low)).map { !$0.suffix.isEmpty } ?? false
    let completed = hasUnit ? low : "\(low) \(unit.spelled)"
    guard let least = try? QuantityParser.parse(completed, as: dimension),
      let most = try? QuantityParser.parse(high, as: dimension), least < most
    else { return nil }
    self.init(ends: unit.number(of: least)...unit.number(of: most), unit: unit, dimension)
  }

  private static let multiples = " times the default"

  private init(
    ends: ClosedRange<Double>, unit: QuantityDimension.Unit, _ dimension: QuantityDimension
  ) {
    self.init(ends: ends, unit: unit, prefix: dimension.isMoney ? "$" : "")
  }

  private init(ends: ClosedRange<Double>, unit: QuantityDimension.Unit?, prefix: String) {
    self.ends = ends
    self.unit = unit
    notation = Factor.Notation(
      prefix: prefix, unit: unit?.spelled ?? "", isWhole: unit == nil)
  }

  /// The unit that a number is written in.
  private static func unit(
    of text: String, in dimension: QuantityDimension
  ) -> QuantityDimension.Unit? {
    QuantityParser.splitNumber(bare(text)).flatMap { dimension.unit(written: $0.suffix) }
  }

  private static func bare(_ text: String) -> Substring {
    Substring(text.filter { $0 != " " && $0 != "$" })
  }
}
