/// A walk through a resolved scenario beside the vocabulary.
enum VocabularyWalk {
  /// One value that the scenario has for a key of the vocabulary.
  struct Stop {
    let node: ResolvedNode
    let key: VocabularyKey
    /// Where it stands.
    let path: String
    /// The same with `*` for the name of a policy: what one policy assumes about the world holds
    /// under another.
    let name: String
  }

  /// Stops at every key, after the keys within it.
  static func walk(through root: ResolvedNode, _ body: (Stop) -> Void) {
    walk(root, Vocabulary.root, at: "", named: "", body)
  }

  private static func walk(
    _ node: ResolvedNode, _ section: VocabularySection, at path: String, named name: String,
    _ body: (Stop) -> Void
  ) {
    for key in section.keys {
      guard let value = node.entries.first(where: { $0.key == key.name })?.value else { continue }
      let (path, name) = (join(path, key.name), join(name, key.name))
      walk(value, key.kind, at: path, named: name, body)
      body(Stop(node: value, key: key, path: path, name: name))
    }
  }

  private static func walk(
    _ node: ResolvedNode, _ kind: ValueKind, at path: String, named name: String,
    _ body: (Stop) -> Void
  ) {
    switch (kind, node.content) {
    case (.entries(let section, _), .map(let entries)):
      for entry in entries {
        let entryName = path == "policies" ? "*" : entry.key
        walk(
          entry.value, section, at: join(path, entry.key), named: join(name, entryName), body)
      }
    case (.list(.section(let section), _), .list(let elements)):
      for (index, element) in elements.enumerated() where element.isMap {
        walk(element, section, at: "\(path)[\(index)]", named: "\(name)[\(index)]", body)
      }
    case (_, .map):
      if let section = kind.mapSection { walk(node, section, at: path, named: name, body) }
    default: break
    }
  }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  /// One path for a key that several policies share: `policies.{a,b}.audit.detection`.
  static func sharedPath(of paths: [String]) -> String {
    guard paths.count > 1, let last = paths.last else { return paths.first ?? "" }
    let names = paths.map { $0.split(separator: ".")[1] }.joined(separator: ",")
    let rest = last.split(separator: ".").dropFirst(2).joined(separator: ".")
    return "policies.{\(names)}.\(rest)"
  }
}
