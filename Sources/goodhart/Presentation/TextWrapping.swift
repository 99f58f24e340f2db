extension String {
  /// The text broken between words into lines of at most this many characters; spaces before the
  /// first word of a line of the text stay.
  ///
  /// - Parameters:
  ///   - width: Characters to a line; a longer word stands alone on its line.
  ///   - indent: What the second and later lines begin with.
  func wrapped(to width: Int, indent: String = "") -> String {
    split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      let start = String(paragraph.prefix { $0 == " " })
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if line.isEmpty {
          line = (lines.isEmpty ? start : indent) + word
        } else if line.count + 1 + word.count <= width {
          line += " " + word
        } else {
          lines.append(line)
          line = indent + word
        }
      }
      return (lines + [line]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The text without spaces at its end.
  var withoutTrailingSpace: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
