extension SourceNode {
  /// Whether parameters stand anywhere in it.
  var holdsParameters: Bool {
    switch content {
    case .empty: false
    case .scalar: substitution != nil
    case .list(let elements): elements.contains(where: \.holdsParameters)
    case .map(let entries): entries.contains(where: \.value.holdsParameters)
    }
  }

  /// The node as YAML on one line, as it was written before parameters were put in.
  var flowYAML: String {
    switch content {
    case .empty: ""
    case .scalar(let text, let style):
      (substitution?.written ?? text).flowScalar(isPlain: style == .plain)
    case .list(let elements): "[\(elements.map(\.flowYAML).plainList)]"
    case .map(let entries):
      "{\(entries.map { "\($0.key.flowScalar(isPlain: true)): \($0.value.flowYAML)" }.plainList)}"
    }
  }
}

extension String {
  /// The text as a scalar inside of brackets: as it is if it was written without quotes and reads
  /// back as the same text there.
  fileprivate func flowScalar(isPlain: Bool) -> String {
    let marks: Set<Unicode.Scalar> = ["{", "}", "[", "]", ",", "#", ":", "\"", "'", "&", "*", "!"]
    let openings: Set<Unicode.Scalar> = ["-", "?", "|", ">", "%", "@", "`", " "]
    let isSafe =
      isPlain && !isEmpty && !unicodeScalars.contains { marks.contains($0) || $0.value < 32 }
      && !(unicodeScalars.first.map { openings.contains($0) } ?? false) && last != " "
    return isSafe ? self : quotedForYAML
  }
}
