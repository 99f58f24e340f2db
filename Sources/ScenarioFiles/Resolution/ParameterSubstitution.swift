/// How the text of a scalar came about from one with parameters in it.
///
/// A reference, since nodes are copied often and few have one.
final class ParameterSubstitution: Sendable {
  /// The text with `${name}` in it.
  let written: String
  /// Where parameters were put in, in order.
  private let places: [Place]

  /// One parameter that was put in; columns are counted in Unicode scalars from 1.
  struct Place: Sendable {
    /// Where `${` stands in the text that was written.
    var written: Int
    /// Length of `${name}`.
    var writtenLength: Int
    /// Where the value stands in the text that is read.
    var read: Int
    /// Length of the value.
    var readLength: Int
  }

  init(written: String, places: [Place]) {
    self.written = written
    self.places = places
  }

  /// The column of the written text for one of the text that is read: inside a value, that of its
  /// parameter.
  func writtenColumn(of column: Int) -> Int {
    guard let last = places.last(where: { $0.read <= column }) else { return column }
    let isInside = column < last.read + last.readLength
    return isInside
      ? last.written : last.written + last.writtenLength + column - last.read - last.readLength
  }
}

/// Puts the values of `parameters` in the places that name them.
struct ParameterValues {
  private let values: [String: String]
  private var used: Set<String> = []
  private let entries: [SourceEntry]

  /// The sections whose values are never looked into: the parameters themselves, and what names keys.
  private static let untouched: Set<String> = ["parameters", "factors"]

  /// Reads the parameters of a scenario and reports those that cannot be one.
  private init(_ source: SourceNode, into collector: inout DiagnosticCollector) {
    entries = (source["parameters"]?.entries ?? []).filter { !$0.value.isNone }
    var values: [String: String] = [:]
    for entry in entries {
      guard entry.key.isScenarioName else {
        collector.report(
          "'\(entry.key)' cannot be a name", at: entry.keyLocation,
          expected: ValueKind.name.inWords)
        continue
      }
      guard let text = entry.value.scalar else { continue }
      if text.contains("${") {
        collector.report(
          "the parameter '\(entry.key)' holds another", at: entry.value.location,
          expected: "a value without ${…}")
      }
      values[entry.key] = text
    }
    self.values = values
  }

  /// The scenario with every parameter in its place; warns of those that have none.
  static func put(
    into source: SourceNode, _ collector: inout DiagnosticCollector
  ) -> SourceNode {
    guard let entries = source.entries else { return source }
    var parameters = ParameterValues(source, into: &collector)
    var result = source
    result.content = .map(
      entries.map { entry in
        guard !untouched.contains(entry.key) else { return entry }
        var copy = entry
        copy.value = parameters.put(into: entry.value, &collector)
        return copy
      })
    for entry in parameters.entries where !parameters.used.contains(entry.key) {
      collector.report(
        "the parameter '\(entry.key)' is used nowhere", at: entry.keyLocation,
        expected: "${\(entry.key)} in a value", severity: .warning)
    }
    return result
  }

  private mutating func put(
    into node: SourceNode, _ collector: inout DiagnosticCollector
  ) -> SourceNode {
    switch node.content {
    case .empty: return node
    case .scalar(let text, let style):
      guard text.utf8.contains(UInt8(ascii: "$")), text.contains("${") else { return node }
      return put(into: text, style, of: node, &collector)
    case .list(let elements):
      var copy = node
      copy.content = .list(elements.map { put(into: $0, &collector) })
      return copy
    case .map(let entries):
      var copy = node
      copy.content = .map(
        entries.map { entry in
          var copy = entry
          copy.value = put(into: entry.value, &collector)
          return copy
        })
      return copy
    }
  }

  private mutating func put(
    into text: String, _ style: SourceNode.ScalarStyle, of node: SourceNode,
    _ collector: inout DiagnosticCollector
  ) -> SourceNode {
    let scalars = Array(text.unicodeScalars)
    var read = String.UnicodeScalarView()
    var places: [ParameterSubstitution.Place] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "$", index + 1 < scalars.count, scalars[index + 1] == "{" else {
        read.append(scalars[index])
        index += 1
        continue
      }
      let end = scalars[index...].firstIndex(of: "}")
      let inner = scalars[(index + 2)..<max(index + 2, end ?? scalars.count)]
      let name = String(String.UnicodeScalarView(inner))
      let place = node.location(
        ofCharacter: index + 1, in: collector.text(named: node.location.file))
      guard let end, let value = value(of: name, at: place, &collector) else {
        if end == nil {
          collector.report("'${' has no '}' after it", at: place, expected: "a parameter: ${name}")
        }
        var broken = node
        broken.isBroken = true
        return broken
      }
      places.append(
        ParameterSubstitution.Place(
          written: index + 1, writtenLength: end + 1 - index, read: read.count + 1,
          readLength: value.unicodeScalars.count))
      read.append(contentsOf: value.unicodeScalars)
      index = end + 1
    }
    var copy = node
    copy.content = .scalar(String(read), style)
    copy.substitution = ParameterSubstitution(written: text, places: places)
    return copy
  }

  private mutating func value(
    of name: String, at place: SourceLocation, _ collector: inout DiagnosticCollector
  ) -> String? {
    if let value = values[name] {
      used.insert(name)
      return value
    }
    let names = entries.map(\.key)
    collector.reportAbsence(
      "there is no parameter '\(name)'", at: place,
      expected: names.isEmpty
        ? "a name under 'parameters'" : "one of \(names.plainList)",
      suggestion: NearestName.nearest(to: name, among: names))
    return nil
  }
}
