/// Lays policies of one file over the policies they extend.
struct PolicyInheritance {
  private let written: [SourceEntry]
  private var finished: [String: SourceNode] = [:]

  private init(_ written: [SourceEntry]) {
    self.written = written
  }

  /// The policies with everything they inherit, in the order of the file.
  ///
  /// - Parameter node: the map of policies.
  static func merge(_ node: SourceNode, into collector: inout DiagnosticCollector) -> SourceNode {
    guard let entries = node.entries else { return node }
    var inheritance = PolicyInheritance(entries)
    var merged = node
    merged.content = .map(
      entries.map { entry in
        var copy = entry
        copy.value = inheritance.policy(entry, chain: [entry.key], into: &collector)
        return copy
      })
    return merged
  }

  private mutating func policy(
    _ entry: SourceEntry, chain: [String], into collector: inout DiagnosticCollector
  ) -> SourceNode {
    if let known = finished[entry.key] { return known }
    let own = entry.value.removing(["extends"])
    guard let node = entry.value["extends"], !node.isNone else {
      finished[entry.key] = own
      return own
    }
    let name = node.scalar ?? ""
    if chain.contains(name) {
      let circle = (chain.drop { $0 != name } + [name]).joined(separator: " -> ")
      collector.report(
        "this policy extends itself: \(circle)", at: node.location, expected: "no circle")
      return own
    }
    guard let base = written.first(where: { $0.key == name }) else {
      let names = written.map(\.key).filter { $0 != entry.key }
      collector.reportAbsence(
        "there is no policy \(node.kindInWords)", at: node.location,
        expected: names.isEmpty ? "another policy" : "one of \(names.plainList)",
        suggestion: NearestName.nearest(to: name, among: names))
      finished[entry.key] = own
      return own
    }
    // A title says what is particular about a policy, so it is not inherited.
    let inherited = policy(base, chain: chain + [name], into: &collector).removing(["title"])
    let merged = inherited.overlaid(by: own, as: .section(Vocabulary.policy))
    finished[entry.key] = merged
    return merged
  }
}
