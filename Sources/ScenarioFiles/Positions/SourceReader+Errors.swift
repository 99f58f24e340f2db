import Yams

extension SourceReader {
  /// Reports what the YAML reader did not understand.
  static func report(
    _ error: YamlError, in source: SourceText, into collector: inout DiagnosticCollector
  ) {
    func place(_ mark: Mark) -> SourceLocation {
      SourceLocation(file: source.name, line: mark.line, column: mark.column)
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      let circumstance = context.map { " \($0.text) from line \($0.mark.line)" } ?? ""
      collector.report("not valid YAML: \(problem)\(circumstance)", at: place(mark))
    case .composer(let context, let problem, let mark, _):
      let circumstance = context.map { "\($0.text), " } ?? ""
      collector.report("not valid YAML: \(circumstance)\(problem)", at: place(mark))
    case .duplicatedKeysInMapping(let duplicates, let context):
      for key in duplicates.sorted() {
        let location = secondOccurrence(of: key, from: context.mark.line, in: source)
        collector.report("the key '\(key)' occurs twice", at: location, expected: "each key once")
      }
    case .reader(let problem, _, _, _):
      let location = SourceLocation(file: source.name, line: 1, column: 1)
      collector.report("the file is not text: \(problem)", at: location, expected: "UTF-8")
    default:
      let location = SourceLocation(file: source.name, line: 1, column: 1)
      collector.report("not valid YAML: \(error)", at: location)
    }
  }

  /// Where a key of the mapping that begins on a line is written for the second time.
  ///
  /// The YAML reader says only where the mapping begins.
  private static func secondOccurrence(
    of key: String, from line: Int, in source: SourceText
  ) -> SourceLocation {
    var found: [SourceLocation] = []
    for number in line...max(line, source.lines.count) {
      guard let text = source.line(number) else { break }
      for column in columns(of: key, in: text) {
        let location = SourceLocation(file: source.name, line: number, column: column)
        let isSibling = found.first.map { $0.line == number || $0.column == column } ?? true
        if isSibling { found.append(location) }
        if found.count == 2 { return location }
      }
    }
    return found.first ?? SourceLocation(file: source.name, line: line, column: 1)
  }

  /// Columns at which a line has the key followed by a colon.
  private static func columns(of key: String, in text: String) -> [Int] {
    let line = Array(text.unicodeScalars)
    let wanted = Array(key.unicodeScalars) + [":"]
    let separators: Set<Unicode.Scalar> = [" ", "{", ",", "\"", "'"]
    guard line.count >= wanted.count else { return [] }
    return (0...(line.count - wanted.count)).filter { start in
      let fits = line[start..<(start + wanted.count)].elementsEqual(wanted)
      return fits && (start == 0 || separators.contains(line[start - 1]))
    }.map { $0 + 1 }
  }
}
