import Yams

/// Turns YAML text into nodes with places.
enum SourceReader {
  /// The tree of one file, or nil after reporting why there is none.
  static func read(
    _ text: String, named name: String, into collector: inout DiagnosticCollector
  ) -> SourceNode? {
    let source = SourceText(name: name, text: text)
    collector.add(source)
    do {
      guard let root = try Yams.compose(yaml: text) else {
        collector.report(
          "the file is empty", at: SourceLocation(file: name, line: 1, column: 1),
          expected: "a scenario; 'goodhart new' writes one to start from")
        return nil
      }
      return convert(root, in: source, into: &collector)
    } catch let error as YamlError {
      report(error, in: source, into: &collector)
    } catch {
      collector.report(
        "the file cannot be read as YAML: \(error)",
        at: SourceLocation(file: name, line: 1, column: 1))
    }
    return nil
  }

  /// The tree of a text that belongs to the program itself, such as a default.
  static func read(trusted text: String, named name: String) -> SourceNode {
    var collector = DiagnosticCollector()
    guard let node = read(text, named: name, into: &collector) else {
      preconditionFailure("\(name) is valid YAML: \(text)")
    }
    return node
  }

  private static func convert(
    _ node: Node, in source: SourceText, into collector: inout DiagnosticCollector
  ) -> SourceNode {
    let location = SourceLocation(
      file: source.name, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    switch node {
    case .scalar(let scalar):
      let style = style(of: scalar)
      if scalar.string.isEmpty, style == .plain {
        return SourceNode(content: .empty, location: location)
      }
      return SourceNode(content: .scalar(scalar.string, style), location: location)
    case .sequence(let sequence):
      let elements = sequence.map { convert($0, in: source, into: &collector) }
      return SourceNode(content: .list(elements), location: location)
    case .mapping(let mapping):
      var entries: [SourceEntry] = []
      for (key, value) in mapping {
        let place = SourceLocation(
          file: source.name, line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
        guard case .scalar(let scalar) = key, !scalar.string.isEmpty else {
          collector.report("a key that is not a word", at: place, expected: "a name")
          continue
        }
        let converted = convert(value, in: source, into: &collector)
        entries.append(SourceEntry(key: scalar.string, keyLocation: place, value: converted))
      }
      return SourceNode(content: .map(entries), location: location)
    case .alias:
      collector.report("an alias without an anchor", at: location, expected: "a value")
      return SourceNode(content: .empty, location: location)
    }
  }

  private static func style(of scalar: Node.Scalar) -> SourceNode.ScalarStyle {
    switch scalar.style {
    case .singleQuoted: .singleQuoted
    case .doubleQuoted: .doubleQuoted
    case .literal: .literal
    case .folded: .folded
    case .any, .plain: .plain
    }
  }
}
