/// Why a text is not a metric formula, and where.
public struct FormulaError: Error, Sendable, Equatable {
  /// The whole formula.
  public let source: String

  /// The columns at fault, counted in characters from 1.
  public let columns: ClosedRange<Int>

  /// What is wrong.
  public let message: String

  /// What would have been valid there, if that can be said briefly.
  public let expected: String?

  /// The valid name that was probably meant.
  public let suggestion: String?

  init(
    source: String, columns: ClosedRange<Int>, message: String, expected: String? = nil,
    suggestion: String? = nil
  ) {
    self.source = source
    self.columns = columns
    self.message = message
    self.expected = expected
    self.suggestion = suggestion
  }

  /// What is wrong, what was expected and what was probably meant, in one line.
  public var summary: String {
    var text = message
    if let expected { text += "; expected \(expected)" }
    if let suggestion { text += "; did you mean '\(suggestion)'?" }
    return text
  }
}

extension FormulaError: CustomStringConvertible {
  /// The summary with its column, the formula, and a line of carets under the columns at fault.
  public var description: String {
    let line = String(source.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    let indent = String(repeating: " ", count: columns.lowerBound - 1)
    let carets = String(repeating: "^", count: columns.count)
    return "column \(columns.lowerBound): \(summary)\n  \(line)\n  \(indent)\(carets)"
  }
}

/// Numbers in error messages.
enum PlainNumber {
  /// The shortest text of a number, without a fraction if it is whole.
  static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
