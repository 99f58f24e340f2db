/// Why a text is not a quantity.
public struct QuantityMistake: Error, Sendable, Equatable {
  /// What is wrong.
  public let what: String
  /// What would have been valid.
  public let expected: String
  /// The spelling that was probably meant.
  public let suggestion: String?
}

extension QuantityDimension {
  /// The number that a text such as `10 %` or `$2 M` stands for, in the unit in which quantities of
  /// this dimension are kept.
  ///
  /// - Throws: ``QuantityMistake``.
  public func value(of text: String) throws(QuantityMistake) -> Double {
    do {
      return try QuantityParser.parse(text, as: self)
    } catch {
      throw QuantityMistake(
        what: error.what, expected: error.expected, suggestion: error.suggestion)
    }
  }
}
