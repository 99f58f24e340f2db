/// Walks through a resolved scenario beside the vocabulary and collects its assumptions.
struct AssumptionSearch {
  /// What was found so far.
  private(set) var found = LoadedScenario.Assumptions()
  private let defaults: Set<String>
  /// Where among ``found`` the assumptions stand that policies may share, by key and value.
  private var shared: [String: Int] = [:]

  /// - Parameter defaults: paths of the values that were left to their defaults.
  init(defaults: Set<String>) { self.defaults = defaults }

  /// Visits the keys of a section.
  ///
  /// - Parameters:
  ///   - path: where the section stands.
  ///   - name: the same with `*` for the name of a policy: what one policy assumes about the world
  ///     holds under another.
  mutating func visit(
    _ node: ResolvedNode, _ section: VocabularySection, at path: String, named name: String
  ) {
    for key in section.keys {
      guard let value = node.entries.first(where: { $0.key == key.name })?.value else { continue }
      let (path, name) = (Self.join(path, key.name), Self.join(name, key.name))
      visit(value, key.kind, at: path, named: name)
      take(value, key, at: path, named: name)
    }
  }

  private mutating func visit(
    _ node: ResolvedNode, _ kind: ValueKind, at path: String, named name: String
  ) {
    switch (kind, node.content) {
    case (.entries(let section, _), .map(let entries)):
      for entry in entries {
        let entryName = path == "policies" ? "*" : entry.key
        visit(
          entry.value, section, at: Self.join(path, entry.key), named: Self.join(name, entryName))
      }
    case (.list(.section(let section), _), .list(let elements)):
      for (index, element) in elements.enumerated() where element.isMap {
        visit(element, section, at: "\(path)[\(index)]", named: "\(name)[\(index)]")
      }
    case (_, .map):
      if let section = kind.mapSection { visit(node, section, at: path, named: name) }
    default: break
    }
  }

  private mutating func take(
    _ node: ResolvedNode, _ key: VocabularyKey, at path: String, named name: String
  ) {
    guard key.confidence == .assumed || key.confidence == .derived, let usual = key.usualRange
    else { return }
    let value: Double
    var dimension: QuantityDimension?
    switch node.content {
    case .number(let number, let ownDimension): (value, dimension) = (number, ownDimension)
    case .whole(let whole): value = Double(whole)
    case .distribution: return leave(name, "is a distribution")
    case .list: return leave(name, "is a list, which is set as a whole")
    case .text(let text): return leave(name, "is '\(text)', which is no number")
    default: return
    }
    if path.contains("[") { return leave(name, "stands in a list, which is set as a whole") }
    guard let range = UsualRange(usual, as: dimension, around: value) else {
      return leave(name, "has a usual range that is about something else: \(usual)")
    }
    if name != path {
      let fact = "\(name)=\(value)"
      if let place = shared[fact] {
        found.varied[place] = found.varied[place].also(at: path)
        return
      }
      shared[fact] = found.varied.count
    }
    found.varied.append(
      Assumption(
        path: path, keys: [path], meaning: key.meaning, source: key.source,
        confidence: key.confidence, isDefault: defaults.contains(path),
        value: range.unit?.number(of: value) ?? value, usual: range.ends,
        notation: range.notation))
  }

  private mutating func leave(_ path: String, _ reason: String) {
    let fixed = FixedAssumption(path: path, reason: reason)
    if !found.fixed.contains(fixed) { found.fixed.append(fixed) }
  }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}

extension Assumption {
  /// The same, set in one more policy.
  fileprivate func also(at key: String) -> Assumption {
    let keys = keys + [key]
    let names = keys.map { $0.split(separator: ".")[1] }.joined(separator: ",")
    let rest = key.split(separator: ".").dropFirst(2).joined(separator: ".")
    return Assumption(
      path: "policies.{\(names)}.\(rest)", keys: keys, meaning: meaning, source: source,
      confidence: confidence,
      isDefault: isDefault, value: value, usual: usual, notation: notation)
  }
}
