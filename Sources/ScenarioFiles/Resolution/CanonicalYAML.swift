import Incentives
import WorkplaceModel

/// Writes a resolved scenario as YAML: every key, in the order of the vocabulary, in canonical
/// units; the same scenario always gives the same text, and the text reads back as the same
/// scenario.
enum CanonicalYAML {
  /// The text of a resolved map.
  static func text(of node: ResolvedNode) -> String {
    var lines: [String] = []
    write(node.entries, indentation: 0, into: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func write(
    _ entries: [ResolvedEntry], indentation: Int, into lines: inout [String]
  ) {
    let indent = String(repeating: " ", count: indentation)
    for entry in entries {
      let key = "\(indent)\(entry.key):"
      switch entry.value.content {
      case _ where entry.value.written != nil: lines.append("\(key) \(flow(entry.value))")
      case .map(let children) where !children.isEmpty:
        lines.append(key)
        write(children, indentation: indentation + 2, into: &lines)
      case .list(let elements) where elements.contains(where: \.isMap):
        lines.append(key)
        write(elements, indentation: indentation + 2, into: &lines)
      default: lines.append("\(key) \(flow(entry.value))")
      }
    }
  }

  private static func write(
    _ elements: [ResolvedNode], indentation: Int, into lines: inout [String]
  ) {
    for element in elements {
      guard element.isMap, !element.entries.isEmpty else {
        lines.append(String(repeating: " ", count: indentation) + "- \(flow(element))")
        continue
      }
      var block: [String] = []
      write(element.entries, indentation: indentation + 2, into: &block)
      let dash = String(repeating: " ", count: indentation) + "- "
      block[0] = dash + block[0].dropFirst(indentation + 2)
      lines += block
    }
  }

  /// The text of a value on one line.
  static func flow(_ node: ResolvedNode) -> String {
    if let written = node.written { return written }
    return switch node.content {
    case .none: "none"
    case .text(let text): text.quotedForYAML
    case .scalar(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .whole(let whole): "\(whole)"
    case .number(let number, let dimension): dimension.text(of: number)
    case .distribution(_, let text): text
    case .formula(let formula, _): formula.source.quotedForYAML
    case .factor(let range): range.text.quotedForYAML
    case .list(let elements): "[\(elements.map(flow).plainList)]"
    case .map(let entries):
      "{\(entries.map { "\($0.key): \(flow($0.value))" }.plainList)}"
    }
  }
}

extension String {
  /// The text as a YAML scalar: plain when it is a simple word or words, in double quotes otherwise.
  var quotedForYAML: String {
    let isPlain =
      first.map { $0.isLetter } ?? false
      && unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/": true
        case " ": true
        default: false
        }
      } && last != " "
    if isPlain { return self }
    var quoted = "\""
    for scalar in unicodeScalars {
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
