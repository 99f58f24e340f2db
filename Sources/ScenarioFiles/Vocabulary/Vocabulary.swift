/// The language of scenario files: every key with its meaning, unit, default, range and source.
///
/// Declared once; decoding, messages, `goodhart explain`, `goodhart check` and the JSON Schema are
/// all made from it.
public enum Vocabulary {
  /// A key with the path at which it stands; `NAME` is a name that the file chooses.
  public struct Entry: Sendable {
    /// The path from the top of the file: `workforce.NAME.teamSize`.
    public let path: String
    /// The key.
    public let key: VocabularyKey
  }

  /// Every key of the language, parents before children.
  public static let entries: [Entry] = {
    var entries: [Entry] = []
    collect(root, path: "", into: &entries)
    return entries
  }()

  private static func collect(
    _ section: VocabularySection, path: String, into entries: inout [Entry]
  ) {
    for key in section.keys {
      let keyPath = path.isEmpty ? key.name : "\(path).\(key.name)"
      entries.append(Entry(path: keyPath, key: key))
      collect(key.kind, path: keyPath, into: &entries)
    }
  }

  private static func collect(_ kind: ValueKind, path: String, into entries: inout [Entry]) {
    switch kind {
    case .section(let section), .optionalSection(let section):
      collect(section, path: path, into: &entries)
    case .entries(let section, _): collect(section, path: "\(path).NAME", into: &entries)
    case .list(.section(let section), _): collect(section, path: "\(path)[]", into: &entries)
    case .alternatives(let kinds):
      // A list of the same maps has the same keys and is not repeated.
      if let section = kinds.lazy.compactMap(\.mapSection).first {
        collect(section, path: path, into: &entries)
      }
    default: break
    }
  }

  /// The path nearest to one that does not exist.
  public static func nearest(to path: String) -> String? {
    let last = path.split(separator: ".").last.map(String.init) ?? path
    return NearestName.nearest(to: path, among: entries.map(\.path))
      ?? NearestName.nearest(to: last, among: entries.map(\.key.name))
  }
}
