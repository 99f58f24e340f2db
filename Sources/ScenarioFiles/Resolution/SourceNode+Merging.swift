extension SourceNode {
  /// This node with another one laid over it.
  ///
  /// Maps are merged key by key where the vocabulary knows their keys or they hold named entries;
  /// everything else (numbers, lists, distributions) is replaced as a whole, so that half of an
  /// inherited distribution never survives in a new one. Every part keeps the place where it was
  /// written. The word `none` takes an inherited named entry away.
  func overlaid(by over: SourceNode, as kind: ValueKind) -> SourceNode {
    guard let below = entries, let above = over.entries, kind.mergesMaps else { return over }
    if case .entries(let section, .sole) = kind, let renamed = renamed(by: over, section) {
      return renamed
    }
    var merged = over
    var result = below
    for entry in above {
      if let index = result.firstIndex(where: { $0.key == entry.key }) {
        result[index].value = result[index].value.overlaid(
          by: entry.value, as: kind.kind(of: entry.key))
        result[index].keyLocation = entry.keyLocation
      } else {
        result.append(entry)
      }
    }
    merged.content = .map(result.filter { !(kind.hasNamedEntries && $0.value.isNone) })
    return merged
  }

  /// The one inherited entry under the new name given by the one entry above it.
  private func renamed(by over: SourceNode, _ section: VocabularySection) -> SourceNode? {
    guard let below = entries, let above = over.entries, below.count == 1, above.count == 1,
      below[0].key != above[0].key, !above[0].value.isNone
    else { return nil }
    var result = above[0]
    result.value = below[0].value.overlaid(by: result.value, as: .section(section))
    var merged = over
    merged.content = .map([result])
    return merged
  }
}

extension ValueKind {
  /// Whether maps of this kind are merged key by key.
  fileprivate var mergesMaps: Bool {
    switch self {
    case .entries, .table, .named: true
    default: mapSection.map { !$0.isReplacedWhole } ?? false
    }
  }

  fileprivate var hasNamedEntries: Bool {
    switch self {
    case .entries, .table, .named: true
    default: false
    }
  }

  /// The kind of the value of a key.
  fileprivate func kind(of key: String) -> ValueKind {
    switch self {
    case .entries(let section, _): .section(section)
    case .table(_, let value), .named(let value): value
    default: mapSection?.key(named: key)?.kind ?? .text
    }
  }
}
