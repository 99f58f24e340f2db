/// A JSON document whose members keep the order they were given in, so that the same value always
/// prints the same bytes.
public enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number; NaN and infinities print as `null`, since JSON has none.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// Whether two documents have the same values in the same order.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.text() == right.text()
  }

  /// The document indented by two spaces, without a final line feed.
  public func text() -> String {
    var text = ""
    append(to: &text, indent: "")
    return text
  }

  /// The document on one line, without a final line feed.
  public func line() -> String {
    var text = ""
    appendLine(to: &text)
    return text
  }

  private func appendLine(to text: inout String) {
    switch self {
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.appendLine(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.append(quoted: member.key, to: &text)
        text += ":"
        member.value.appendLine(to: &text)
      }
      text += "}"
    case .null, .bool, .integer, .number, .string: append(to: &text, indent: "")
    }
  }

  private func append(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += NumberText.shortest(value) ?? "null"
    case .string(let value): Self.append(quoted: value, to: &text)
    case .array(let values):
      Self.append(values.map { (key: nil, value: $0) }, between: ("[", "]"), to: &text, indent)
    case .object(let members):
      Self.append(
        members.map { (key: $0.key, value: $0.value) }, between: ("{", "}"), to: &text, indent)
    }
  }

  private static func append(
    _ members: [(key: String?, value: JSONValue)],
    between brackets: (open: String, close: String),
    to text: inout String,
    _ indent: String
  ) {
    if members.isEmpty {
      text += brackets.open + brackets.close
      return
    }
    text += brackets.open
    let inner = indent + "  "
    for (index, member) in members.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + inner
      if let key = member.key {
        append(quoted: key, to: &text)
        text += ": "
      }
      member.value.append(to: &text, indent: inner)
    }
    text += "\n" + indent + brackets.close
  }

  /// RFC 8259, section 7: quotation mark, reverse solidus and control characters are escaped.
  private static func append(quoted value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// Creates a string.
  public init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  /// Creates an integer.
  public init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSONValue: ExpressibleByFloatLiteral {
  /// Creates a number.
  public init(floatLiteral value: Double) { self = .number(value) }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// Creates an array.
  public init(arrayLiteral values: JSONValue...) { self = .array(values) }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// Creates an object whose members keep this order.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { (key: $0.0, value: $0.1) })
  }
}
