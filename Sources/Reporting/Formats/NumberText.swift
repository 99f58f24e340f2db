/// How numbers are written in files: the shortest text that reads back as the same number.
public enum NumberText {
  /// The shortest round-trip text of a number; nil for NaN and infinities, which no file may hold.
  ///
  /// Whole numbers below 2^53 are written without fraction or exponent, so that a column of counts
  /// reads as integers.
  public static func shortest(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    if value == value.rounded(), abs(value) < 9_007_199_254_740_992 {
      return String(Int(value))
    }
    return value.description
  }
}
