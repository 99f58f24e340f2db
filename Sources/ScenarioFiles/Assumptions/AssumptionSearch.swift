/// Walks through a resolved scenario beside the vocabulary and collects its assumptions.
struct AssumptionSearch {
  /// What was found so far.
  private(set) var found = LoadedScenario.Assumptions()
  private let defaults: Set<String>
  /// Where among ``found`` the assumptions stand that policies may share, by key and value.
  private var shared: [String: Int] = [:]

  /// - Parameter defaults: paths of the values that were left to their defaults.
  init(defaults: Set<String>) { self.defaults = defaults }

  /// Searches a resolved scenario.
  mutating func search(_ root: ResolvedNode) {
    VocabularyWalk.walk(through: root) { take($0.node, $0.key, at: $0.path, named: $0.name) }
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
}

extension Assumption {
  /// The same, set in one more policy.
  fileprivate func also(at key: String) -> Assumption {
    let keys = keys + [key]
    return Assumption(
      path: VocabularyWalk.sharedPath(of: keys), keys: keys, meaning: meaning, source: source,
      confidence: confidence,
      isDefault: isDefault, value: value, usual: usual, notation: notation)
  }
}
