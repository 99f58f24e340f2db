/// A JSON value whose members keep their order, so that the same value always gives the same text.
indirect enum JSONText: Sendable {
  case string(String)
  case number(Double)
  case flag(Bool)
  case null
  case array([JSONText])
  case object([(String, JSONText)])

  /// The value as text, two spaces to a level.
  func rendered(indentation: Int = 0) -> String {
    let inner = String(repeating: "  ", count: indentation + 1)
    let outer = String(repeating: "  ", count: indentation)
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let number): return number.plainText
    case .flag(let flag): return flag ? "true" : "false"
    case .null: return "null"
    case .array(let elements):
      if elements.allSatisfy(\.isScalar) {
        return "[\(elements.map { $0.rendered() }.plainList)]"
      }
      let lines = elements.map { inner + $0.rendered(indentation: indentation + 1) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(outer)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { name, value in
        "\(inner)\(Self.quoted(name)): \(value.rendered(indentation: indentation + 1))"
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(outer)}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension JSONText {
  /// The value of a default as editors show it.
  init(_ node: SourceNode) {
    switch node.content {
    case .empty: self = .null
    case .scalar(let text, _):
      if text == "true" || text == "false" {
        self = .flag(text == "true")
      } else if let number = Double(text), number.isFinite {
        self = .number(number)
      } else {
        self = .string(text)
      }
    case .list(let elements): self = .array(elements.map { JSONText($0) })
    case .map(let entries): self = .object(entries.map { ($0.key, JSONText($0.value)) })
    }
  }
}
