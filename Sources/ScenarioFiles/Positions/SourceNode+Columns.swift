extension SourceNode {
  /// The place of the n-th character of a scalar, counted from 1.
  ///
  /// Exact for scalars written on one line and for literal blocks; the beginning of the value where
  /// YAML has folded several lines into one.
  func location(ofCharacter column: Int, in source: SourceText?) -> SourceLocation {
    guard case .scalar(let text, let style) = content, column >= 1 else { return location }
    let value = substitution?.written ?? text
    let column = substitution?.writtenColumn(of: column) ?? column
    var place = location
    let before = Array(value.unicodeScalars.prefix(column - 1))
    switch style {
    case .plain:
      guard isOnOneLine(value, in: source) else { return location }
      place.column += before.count
    case .singleQuoted:
      place.column += 1 + before.count + before.count { $0 == "'" }
    case .doubleQuoted:
      place.column += 1 + before.count + before.count { $0 == "\"" || $0 == "\\" }
    case .literal:
      let lines = value.unicodeScalars.prefix(column - 1).split(
        separator: "\n", omittingEmptySubsequences: false)
      place.line += lines.count
      let written = source?.line(place.line) ?? ""
      let indentation = written.prefix { $0 == " " }.count
      place.column = 1 + indentation + (lines.last?.count ?? 0)
    case .folded:
      return location
    }
    return place
  }

  private func isOnOneLine(_ value: String, in text: SourceText?) -> Bool {
    guard let line = text?.line(location.line) else { return false }
    let rest = String(line.unicodeScalars.dropFirst(location.column - 1))
    return rest.hasPrefix(value)
  }
}
