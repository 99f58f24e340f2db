extension Resolver {
  /// The values of all keys of a section, in the order of the vocabulary.
  mutating func resolve(
    _ node: SourceNode, as section: VocabularySection, path: String
  ) -> ResolvedNode? {
    let written: [SourceEntry]
    switch node.content {
    case .map(let entries): written = entries
    case .empty: written = []
    case .scalar, .list:
      refuse(node, .section(section))
      return nil
    }
    reportUnknownKeys(of: written, in: section)
    var entries: [ResolvedEntry] = []
    for key in section.keys {
      let entry = written.first { $0.key == key.name }
      let keyPath = path.isEmpty ? key.name : "\(path).\(key.name)"
      let value = resolve(entry?.value, as: key, path: keyPath, in: node.location)
      entries.append(
        ResolvedEntry(
          key: key.name, keyLocation: entry?.keyLocation ?? node.location, value: value))
    }
    return ResolvedNode(content: .map(entries), location: node.location)
  }

  mutating func reportUnknownKeys(
    of written: [SourceEntry], in section: VocabularySection
  ) {
    let names = section.keys.map(\.name)
    for entry in written where section.key(named: entry.key) == nil {
      collector.report(
        "unknown key '\(entry.key)'", at: entry.keyLocation,
        expected: "one of \(names.plainList)",
        suggestion: NearestName.nearest(to: entry.key, among: names))
    }
  }

  /// Named maps, in the order of the file.
  mutating func resolve(
    _ node: SourceNode, asEntriesOf section: VocabularySection, _ rule: EntryRule, kind: ValueKind,
    path: String
  ) -> ResolvedNode? {
    let written: [SourceEntry]
    switch node.content {
    case .map(let entries): written = entries.filter { !$0.value.isNone }
    case .empty: written = []
    case .scalar, .list:
      refuse(node, kind)
      return nil
    }
    var entries: [ResolvedEntry] = []
    for entry in written {
      guard entry.key.isScenarioName else {
        collector.report(
          "'\(entry.key)' cannot be a name", at: entry.keyLocation,
          expected: ValueKind.name.inWords)
        continue
      }
      guard let value = resolve(entry.value, as: section, path: "\(path).\(entry.key)") else {
        continue
      }
      entries.append(
        ResolvedEntry(key: entry.key, keyLocation: entry.keyLocation, value: value))
    }
    if case .atLeastOne = rule, written.isEmpty {
      collector.report("nothing is declared here", at: node.location, expected: section.name)
      return nil
    }
    if case .sole = rule, written.count > 1 {
      collector.report(
        "'\(written[1].key)' is a second entry", at: written[1].keyLocation,
        expected: "only one: \(section.name)")
    }
    return ResolvedNode(content: .map(entries), location: node.location)
  }

  /// Values for names that the file chooses, in its order.
  mutating func resolve(
    _ node: SourceNode, asNamesOf value: ValueKind, kind: ValueKind, path: String
  ) -> ResolvedNode? {
    guard let written = node.entries ?? (node.isVoid ? [] : nil) else {
      refuse(node, kind)
      return nil
    }
    var entries: [ResolvedEntry] = []
    for entry in written where !entry.value.isNone {
      guard let resolved = resolve(entry.value, as: value, path: "\(path).\(entry.key)") else {
        continue
      }
      entries.append(
        ResolvedEntry(key: entry.key, keyLocation: entry.keyLocation, value: resolved))
    }
    return ResolvedNode(content: .map(entries), location: node.location)
  }

  /// Values for names that are declared elsewhere.
  mutating func resolve(
    _ node: SourceNode, asTableOf value: ValueKind, by space: NameSpace, kind: ValueKind,
    path: String
  ) -> ResolvedNode? {
    guard let written = node.entries ?? (node.isVoid ? [] : nil) else {
      refuse(node, kind)
      return nil
    }
    var entries: [ResolvedEntry] = []
    for entry in written {
      check(entry.key, in: space, at: entry.keyLocation)
      guard let resolved = resolve(entry.value, as: value, path: "\(path).\(entry.key)") else {
        continue
      }
      entries.append(
        ResolvedEntry(key: entry.key, keyLocation: entry.keyLocation, value: resolved))
    }
    return ResolvedNode(content: .map(entries), location: node.location)
  }

  /// Reports a name that is not declared.
  mutating func check(_ name: String, in space: NameSpace, at location: SourceLocation) {
    guard let known = names[space], !known.contains(name) else { return }
    collector.reportAbsence(
      "there is no \(space.rawValue) '\(name)'", at: location,
      expected: space == .measure
        ? "one that 'goodhart list measures' names"
        : known.isEmpty ? "a declared \(space.rawValue)" : "one of \(known.plainList)",
      suggestion: NearestName.nearest(to: name, among: known))
  }

  /// The elements of a list.
  mutating func resolve(
    _ node: SourceNode, asListOf element: ValueKind, atLeast least: Int, kind: ValueKind,
    path: String
  ) -> ResolvedNode? {
    guard let written = node.elements else {
      refuse(node, kind)
      return nil
    }
    guard written.count >= least else {
      collector.report(
        "the list has \(written.count) elements", at: node.location,
        expected: "at least \(least)")
      return nil
    }
    var elements: [ResolvedNode] = []
    for (index, value) in written.enumerated() {
      if let value = resolve(value, as: element, path: "\(path)[\(index)]") {
        elements.append(value)
      }
    }
    return elements.count == written.count
      ? ResolvedNode(content: .list(elements), location: node.location) : nil
  }

  /// The alternative that fits the shape of what was written.
  mutating func resolve(
    _ node: SourceNode, asOneOf kinds: [ValueKind], kind: ValueKind, path: String
  ) -> ResolvedNode? {
    if let text = node.scalar {
      let words = kinds.flatMap(\.words)
      if words.contains(text) {
        let content = text == "none" ? ResolvedNode.Content.none : .text(text)
        return ResolvedNode(content: content, location: node.location)
      }
      if let candidate = kinds.first(where: { $0.accepts(text) })
        ?? kinds.onlyElement(where: \.isNumeric, if: text.contains(where: \.isNumber))
      {
        return resolve(node, as: candidate, path: path)
      }
      collector.report(
        "found '\(text)'", at: node.location, expected: kind.inWords,
        suggestion: NearestName.nearest(to: text, among: words))
      return nil
    }
    let fitting = kinds.first { candidate in
      switch (candidate, node.content) {
      case (.section, .map), (.list, .list): true
      default: false
      }
    }
    if let fitting { return resolve(node, as: fitting, path: path) }
    refuse(node, kind)
    return nil
  }
}

extension ValueKind {
  /// The words of a choice.
  fileprivate var words: [String] {
    if case .choice(let words) = self { words } else { [] }
  }

  /// Whether the kind is written with digits.
  fileprivate var isNumeric: Bool {
    switch self {
    case .quantity, .whole, .topShare: true
    default: false
    }
  }

  /// Whether a scalar can be of this kind at all, whatever its range.
  fileprivate func accepts(_ text: String) -> Bool {
    switch self {
    case .quantity(let dimension, _): (try? QuantityParser.parse(text, as: dimension)) != nil
    case .whole: Int(text) != nil
    case .reference: true
    case .topOfMetric: text.hasPrefix("top of ")
    case .week: text.hasPrefix("week ") || Int(text) != nil
    default: false
    }
  }
}

extension [ValueKind] {
  /// The only element that satisfies a condition, if there is exactly one and a premise holds.
  fileprivate func onlyElement(
    where condition: (ValueKind) -> Bool, if premise: Bool
  ) -> ValueKind? {
    let fitting = filter(condition)
    return premise && fitting.count == 1 ? fitting.first : nil
  }
}
