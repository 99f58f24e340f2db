/// A key that two resolved scenarios have with different values.
public struct ScenarioDifference: Sendable, Equatable, CustomStringConvertible {
  /// Path of the key.
  public var path: String
  /// Its value in the first; nil if the key is not there.
  public var old: String?
  /// Its value in the second.
  public var new: String?

  /// `path: old -> new`, for people.
  public var description: String {
    "\(path): \(old ?? "not there") -> \(new ?? "not there")"
  }

  /// What differs between two resolved scenarios, key by key, in the order of the second.
  ///
  /// What only the first has comes last. A block that one of them lacks is one difference.
  public static func between(_ first: String, _ second: String) -> [ScenarioDifference] {
    var collector = DiagnosticCollector()
    guard let old = SourceReader.read(first, named: "old", into: &collector),
      let new = SourceReader.read(second, named: "new", into: &collector)
    else { return [] }
    return between(old, new, path: "")
  }

  private static func between(
    _ old: SourceNode, _ new: SourceNode, path: String
  ) -> [ScenarioDifference] {
    guard let before = old.entries, let after = new.entries else {
      let (was, is_) = (old.flow, new.flow)
      return was == is_ ? [] : [ScenarioDifference(path: path, old: was, new: is_)]
    }
    func below(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    let changed = after.flatMap { entry in
      old[entry.key].map { between($0, entry.value, path: below(entry.key)) }
        ?? [ScenarioDifference(path: below(entry.key), old: nil, new: entry.value.brief)]
    }
    let gone = before.filter { new[$0.key] == nil }.map {
      ScenarioDifference(path: below($0.key), old: $0.value.brief, new: nil)
    }
    return changed + gone
  }
}

extension SourceNode {
  /// The value on one line.
  fileprivate var flow: String {
    switch content {
    case .empty: ""
    case .scalar(let text, _): text
    case .list(let elements): "[" + elements.map(\.flow).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }

  /// The value on one short line.
  fileprivate var brief: String {
    let flow = flow
    return flow.count <= 40 ? flow : String(flow.prefix(39)) + "…"
  }
}
