import Foundation

extension Factor.Range {
  /// Why a text is no range of values.
  public struct Failure: Error, Equatable {
    /// What is wrong.
    public let what: String
    /// What would have been valid.
    public let expected: String
    /// Where in the text, counted in Unicode scalars from 1.
    public let column: Int
    /// The spelling that was probably meant.
    public var suggestion: String?
  }

  /// Reads a range as people write it.
  ///
  /// - `0 h..3 h`: every value between two ends, which are in the same unit.
  /// - `1 % / week..50 % / week log`: the same in equal ratios.
  /// - `nobody, manager, organisation`: values one by one, as YAML; commas inside of brackets and
  ///   quotes do not part them.
  ///
  /// How numbers are written is taken from the ends.
  ///
  /// - Throws: ``Failure`` with the column at fault.
  public init(_ text: String) throws(Failure) {
    let parts = text.splitAtTopLevelCommas
    guard parts.count == 1 else {
      self = .levels(try Self.levels(parts))
      return
    }
    guard let dots = text.range(of: "..") else {
      let word = text.trimmed
      throw Failure(
        what: word.isEmpty ? "there is no range" : "'\(word)' is one value",
        expected: Self.examples, column: 1 + text.leadingSpaces)
    }
    let high = text[dots.upperBound...]
    guard !high.hasPrefix(".") else {
      throw Failure(
        what: "there are three dots", expected: "two, as in 0 h..3 h",
        column: text.column(of: high))
    }
    self = try Self.interval(text[..<dots.lowerBound], high, of: text)
  }

  /// The range as it is written.
  public var text: String {
    switch self {
    case .levels(let levels): levels.joined(separator: ", ")
    case .interval(let low, let high, let scale, let notation):
      notation.text(of: low) + ".." + notation.text(of: high)
        + (scale == .logarithmic ? " log" : "")
    }
  }

  private static let examples =
    "two ends such as 0 h..3 h, in equal ratios such as 1 %..50 % log, or values such as 1, 2, 4"

  private static func levels(
    _ parts: [(text: Substring, column: Int)]
  ) throws(Failure) -> [String] {
    var levels: [String] = []
    for part in parts {
      let level = part.text.trimmed
      let column = part.column + part.text.leadingSpaces
      guard !level.isEmpty else {
        throw Failure(
          what: "a value is missing", expected: "a value between commas", column: column)
      }
      guard !levels.contains(level) else {
        throw Failure(what: "'\(level)' occurs twice", expected: "each value once", column: column)
      }
      levels.append(level)
    }
    return levels
  }

  private static func interval(
    _ first: Substring, _ second: Substring, of text: String
  ) throws(Failure) -> Self {
    var last = second
    let scale = scale(takenFrom: &last)
    let low = try end(first, of: text)
    let high = try end(last, of: text)
    guard low.notation.isSameUnit(as: high.notation) else {
      throw Failure(
        what: "'\(first.trimmed)' and '\(last.trimmed)' are not in the same unit",
        expected: "the unit at both ends, such as 0 h..3 h", column: text.column(of: last))
    }
    guard low.number < high.number else {
      throw Failure(
        what: "the range from '\(first.trimmed)' to '\(last.trimmed)' is empty",
        expected: "the lower end first", column: text.column(of: first))
    }
    guard scale == .linear || low.number > 0 else {
      throw Failure(
        what: "equal ratios cannot begin at '\(first.trimmed)'",
        expected: "a positive lower end before 'log'", column: text.column(of: first))
    }
    return .interval(
      low: low.number, high: high.number, scale: scale, notation: high.notation)
  }

  /// Takes the word that says how an interval is divided off the end of a text.
  private static func scale(takenFrom text: inout Substring) -> Factor.Scale {
    for (word, scale) in [(" log", Factor.Scale.logarithmic), (" linear", .linear)] {
      var copy = text
      while copy.last == " " { copy.removeLast() }
      guard copy.hasSuffix(word) else { continue }
      text = copy.dropLast(word.count)
      return scale
    }
    return .linear
  }

  private static func end(_ text: Substring, of whole: String) throws(Failure) -> WrittenNumber {
    if let number = WrittenNumber(text) { return number }
    let word = text.trimmed
    throw Failure(
      what: word.isEmpty ? "an end is missing" : "'\(word)' is not a number with a unit",
      expected: "ends such as 0 h..3 h", column: whole.column(of: text))
  }
}

/// A number with what stands around it: `-$5 k`, `10 % / week`.
public struct WrittenNumber: Sendable, Equatable {
  /// The number.
  public let number: Double
  /// What stands before and behind it; whether only whole numbers make sense is not known.
  public let notation: Factor.Notation

  /// Reads a text; nil unless it begins with a finite number, save signs of sense and of money.
  public init?(_ text: some StringProtocol) {
    var rest = Substring(text.trimmed)
    var sign = ""
    var prefix = ""
    while let first = rest.first, "-+$".contains(first) {
      if first == "$" { prefix = "$" } else { sign = String(first) }
      rest = Substring(rest.dropFirst().trimmed)
    }
    let digits = rest.leadingNumber
    guard let number = Double(sign + digits), number.isFinite else { return nil }
    self.number = number
    notation = Factor.Notation(prefix: prefix, unit: rest.dropFirst(digits.count).trimmed)
  }
}

extension Factor.Notation {
  /// Whether two notations differ in spaces only.
  fileprivate func isSameUnit(as other: Factor.Notation) -> Bool {
    prefix == other.prefix && unit.filter { $0 != " " } == other.unit.filter { $0 != " " }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }

  fileprivate var leadingSpaces: Int { prefix { $0 == " " }.count }

  /// The decimal number without a sign at the beginning; empty if there is none.
  fileprivate var leadingNumber: String {
    let mantissa = String(prefix { $0.isASCII && $0.isNumber || $0 == "." })
    let rest = dropFirst(mantissa.count)
    guard let mark = rest.first, mark == "e" || mark == "E" else { return mantissa }
    let signed = rest.dropFirst()
    let sign = signed.first.map { "+-".contains($0) } ?? false ? signed.prefix(1) : ""
    let digits = signed.dropFirst(sign.count).prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? mantissa : mantissa + "\(mark)\(sign)\(digits)"
  }
}

extension String {
  /// Column of the first character of a part that is not a space.
  fileprivate func column(of part: Substring) -> Int {
    1 + unicodeScalars.distance(from: startIndex, to: part.startIndex) + part.leadingSpaces
  }

  /// The parts between commas that stand outside of brackets and quotes, with their columns.
  fileprivate var splitAtTopLevelCommas: [(text: Substring, column: Int)] {
    var parts: [(text: Substring, column: Int)] = []
    var start = startIndex
    var depth = 0
    var quote: Character?
    for index in indices {
      let character = self[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "{[(".contains(character) {
        depth += 1
      } else if "}])".contains(character) {
        depth -= 1
      } else if character == ",", depth == 0 {
        parts.append(
          (self[start..<index], 1 + unicodeScalars.distance(from: startIndex, to: start)))
        start = self.index(after: index)
      }
    }
    parts.append((self[start...], 1 + unicodeScalars.distance(from: startIndex, to: start)))
    return parts
  }
}
