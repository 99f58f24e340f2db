/// A value of a scenario that claims something about the world, and how well it is known.
public struct FactualValue: Sendable, Equatable {
  /// Where it stands: `behaviour.adoptionInertia`; `policies.{a,b}.audit.detection` where several
  /// policies have the same.
  public let path: String
  /// The value as the resolved scenario writes it.
  public let value: String
  /// Whether it is the default of the language, written or not.
  public let isDefault: Bool
  /// How well the default is known.
  public let confidence: Confidence
  /// Where values of real organisations lie, in words; nil when nothing is known.
  public let usualRange: String?
  /// What the key means.
  public let meaning: String
  /// Where the default comes from.
  public let source: String
}

extension LoadedScenario {
  /// Every value whose key claims a fact, measured, derived or assumed, in the order of the
  /// language; conventions claim none.
  ///
  /// The same for a scenario and for its resolved text.
  public var factualValues: [FactualValue] {
    var found: [(stop: VocabularyWalk.Stop, value: String, paths: [String])] = []
    var shared: [String: Int] = [:]
    VocabularyWalk.walk(through: root) { stop in
      guard stop.key.confidence != .convention, !stop.node.isMap || stop.key.kind.isLeaf else {
        return
      }
      let value = CanonicalYAML.flow(stop.node)
      let isPolicys = stop.name != stop.path
      if isPolicys, let place = shared["\(stop.name)=\(value)"] {
        found[place].paths.append(stop.path)
        return
      }
      if isPolicys { shared["\(stop.name)=\(value)"] = found.count }
      found.append((stop, value, [stop.path]))
    }
    return found.map { stop, value, paths in
      var plain = stop.node
      plain.written = nil
      return FactualValue(
        path: VocabularyWalk.sharedPath(of: paths), value: value,
        isDefault: CanonicalYAML.flow(plain) == Resolver.canonicalDefault(of: stop.key),
        confidence: stop.key.confidence, usualRange: stop.key.usualRange,
        meaning: stop.key.meaning, source: stop.key.source)
    }
  }
}
