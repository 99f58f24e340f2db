/// A policy after reading: what holds from which week.
struct ResolvedPolicy: Sendable {
  /// What holds from one week on.
  struct Phase: Sendable {
    /// The first week in which it holds, as it was written.
    let start: ResolvedNode
    let location: SourceLocation
    let node: ResolvedNode

    /// The first week in which it holds.
    var startWeek: Int { start.whole }
  }

  let name: String
  let location: SourceLocation
  let title: ResolvedNode
  let phases: [Phase]
}

extension Resolver {
  /// Every policy, with inheritance and changes worked out.
  mutating func resolvePolicies(_ node: SourceNode?, in root: SourceNode) -> [ResolvedPolicy] {
    guard let node else {
      collector.reportAbsence(
        "missing key 'policies'", at: root.location,
        expected: "'policies': a map of names, each a policy")
      return []
    }
    guard node.entries != nil else {
      refuse(node, .entries(Vocabulary.policy, .atLeastOne))
      return []
    }
    let merged = PolicyInheritance.merge(node, into: &collector)
    let entries = (merged.entries ?? []).filter { !$0.value.isNone }
    if entries.isEmpty {
      collector.report("nothing is declared here", at: node.location, expected: "a policy")
    }
    return entries.compactMap { resolvePolicy($0) }
  }

  private mutating func resolvePolicy(_ entry: SourceEntry) -> ResolvedPolicy? {
    guard entry.key.isScenarioName else {
      collector.report(
        "'\(entry.key)' cannot be a name", at: entry.keyLocation, expected: ValueKind.name.inWords)
      return nil
    }
    guard entry.value.entries != nil || entry.value.isVoid else {
      refuse(entry.value, .section(Vocabulary.policy))
      return nil
    }
    reportUnknownKeys(of: entry.value.entries ?? [], in: Vocabulary.policy)
    let path = "policies.\(entry.key)"
    let titleKey = Vocabulary.policy.keys[0]
    let title = resolve(
      entry.value["title"], as: titleKey, path: "\(path).title", in: entry.keyLocation)
    var current = entry.value.keeping(Vocabulary.phase.keys.map(\.name))
    let beginning = ResolvedNode(content: .whole(0), location: entry.keyLocation)
    var phases = [phase(from: beginning, current, at: entry.keyLocation, path: path)]
    recordsDefaults = false
    defer { recordsDefaults = true }
    for change in changes(of: entry.value) {
      guard let week = week(of: change, after: phases.last?.startWeek ?? 0) else { continue }
      reportUnknownKeys(of: change.entries ?? [], in: Vocabulary.change)
      let overlay = change.keeping(Vocabulary.phase.keys.map(\.name))
      current = current.asMap.overlaid(by: overlay, as: .section(Vocabulary.phase))
      phases.append(
        phase(
          from: week, current, at: change.location, path: "\(path).changes[\(phases.count - 1)]"))
    }
    return ResolvedPolicy(
      name: entry.key, location: entry.keyLocation, title: title, phases: phases)
  }

  private mutating func phase(
    from start: ResolvedNode, _ node: SourceNode, at location: SourceLocation, path: String
  ) -> ResolvedPolicy.Phase {
    names[.metric] = (node["metrics"]?.entries ?? []).filter { !$0.value.isNone }.map(\.key)
    let resolved =
      resolve(node.asMap, as: Vocabulary.phase, path: path)
      ?? ResolvedNode(content: .map([]), location: location)
    return ResolvedPolicy.Phase(start: start, location: location, node: resolved)
  }

  private mutating func changes(of policy: SourceNode) -> [SourceNode] {
    guard let node = policy["changes"] else { return [] }
    guard let elements = node.elements else {
      refuse(node, .list(.section(Vocabulary.change), atLeast: 0))
      return []
    }
    return elements.filter { element in
      if element.entries != nil { return true }
      refuse(element, .section(Vocabulary.change))
      return false
    }
  }

  private mutating func week(of change: SourceNode, after previous: Int) -> ResolvedNode? {
    guard let node = change["at"] else {
      collector.report(
        "missing key 'at'", at: change.location, expected: "'at': a week such as 'week 20'")
      return nil
    }
    guard let value = resolve(node, as: .week, path: "at") else { return nil }
    guard value.whole > previous else {
      collector.report(
        "week \(value.whole) does not come after week \(previous)", at: node.location,
        expected: "changes in ascending weeks, the first in week 1 or later")
      return nil
    }
    return value
  }
}

extension SourceNode {
  /// A key without a value, read as a map without keys.
  fileprivate var asMap: SourceNode {
    guard isVoid else { return self }
    var copy = self
    copy.content = .map([])
    return copy
  }
}

extension ResolvedPolicy {
  /// The policy as one map of the canonical text, changes written out in full.
  var canonical: ResolvedNode {
    var entries = [entry("title", title)] + (phases.first?.node.entries ?? [])
    var changes: [ResolvedNode] = []
    for (before, phase) in zip(phases, phases.dropFirst()) {
      let children = phase.node.entries.map { child in
        child.key == "metrics" ? removing(metricsOf: before, from: child) : child
      }
      changes.append(
        ResolvedNode(content: .map([entry("at", phase.start)] + children), location: phase.location)
      )
    }
    entries.append(entry("changes", ResolvedNode(content: .list(changes), location: location)))
    return ResolvedNode(content: .map(entries), location: location)
  }

  /// Metrics of a phase, with those that the phase before had and this one has not as `none`.
  private func removing(metricsOf before: Phase, from metrics: ResolvedEntry) -> ResolvedEntry {
    var copy = metrics
    let kept = Set(metrics.value.entries.map(\.key))
    let gone = before.node["metrics"].entries.filter { !kept.contains($0.key) }.map { metric in
      entry(metric.key, ResolvedNode(content: .none, location: location))
    }
    copy.value.content = .map(metrics.value.entries + gone)
    return copy
  }

  private func entry(_ key: String, _ value: ResolvedNode) -> ResolvedEntry {
    ResolvedEntry(key: key, keyLocation: location, value: value)
  }
}
