import WorkplaceModel

/// The steps from a text to a scenario: read, inherit, override, resolve, build, write out.
struct ScenarioReading {
  var resolver = Resolver()
  let overrides: ScenarioOverrides

  init(overrides: ScenarioOverrides) {
    self.overrides = overrides
  }

  /// The scenario of a text, or nil with the reasons in the resolver's collector.
  mutating func read(_ text: String, named name: String) -> LoadedScenario? {
    guard var source = merged(text, named: name) else { return nil }
    applyOverrides(to: &source)
    declareNames(of: source)
    let policies = resolver.resolvePolicies(source["policies"], in: source)
    resolver.names[.metric] = nil
    guard var root = resolveRoot(source) else { return nil }
    let kept = keep(policies, baseline: root["compare"]["baseline"].text)
    var builder = ScenarioBuilder(root: root, policies: kept, collector: resolver.collector)
    let canBuild = !root["workforce"].entries.isEmpty && !root["work"].entries.isEmpty
    let scenario = canBuild ? builder.build() : nil
    resolver.collector = builder.collector
    guard !resolver.collector.hasErrors, let scenario else { return nil }
    insert(kept, into: &root)
    return LoadedScenario(
      scenario: scenario, resolvedYAML: CanonicalYAML.text(of: root),
      policyYAML: kept.map { CanonicalYAML.text(of: $0.canonical) },
      usedDefaults: resolver.usedDefaults, warnings: resolver.collector.sorted,
      sourceFiles: filesRead)
  }

  private mutating func merged(_ text: String, named name: String) -> SourceNode? {
    guard let root = SourceReader.read(text, named: name, into: &resolver.collector) else {
      return nil
    }
    guard root.entries != nil else {
      resolver.collector.report(
        "found \(root.kindInWords)", at: root.location, expected: "a scenario: a map of keys")
      return nil
    }
    return FileInheritance.merge(root, chain: [name.normalisedPath], into: &resolver.collector)
  }

  /// Scenario files, then data files; what the command line set was never a file.
  private var filesRead: [String] {
    let options = overrides.layers.map(\.option)
    return resolver.collector.texts.map(\.name).filter { !options.contains($0) }
      + resolver.dataFiles
  }

  private mutating func applyOverrides(to source: inout SourceNode) {
    for layer in overrides.layers {
      guard
        let value = SourceReader.read(
          layer.value, named: layer.option, into: &resolver.collector)
      else { continue }
      let overlay = layer.path.split(separator: ".").reversed().reduce(value) { inner, key in
        let entry = SourceEntry(key: String(key), keyLocation: inner.location, value: inner)
        return SourceNode(content: .map([entry]), location: inner.location)
      }
      source = source.overlaid(by: overlay, as: .section(Vocabulary.root))
    }
  }

  private mutating func declareNames(of source: SourceNode) {
    func names(_ key: String) -> [String] {
      (source[key]?.entries ?? []).filter { !$0.value.isNone }.map(\.key)
    }
    resolver.roleNames = names("workforce")
    resolver.names[.workKind] = names("work")
    resolver.names[.policy] = names("policies")
    let profiles = names("permissions")
    resolver.names[.permissions] = profiles.contains("broad") ? profiles : ["broad"] + profiles
    resolver.names[.tool] = ToolName.all.map(\.name)
  }

  /// The top of the file without its policies, with the one platform and the profile `broad` that
  /// always exist.
  private mutating func resolveRoot(_ source: SourceNode) -> ResolvedNode? {
    resolver.reportUnknownKeys(of: source.entries ?? [], in: Vocabulary.root)
    let known = Vocabulary.root.keys.map(\.name).filter { $0 != "policies" }
    var completed = source.keeping(known)
    completed.ensure("broad", in: "permissions")
    if (completed["agents"]?.entries ?? []).allSatisfy(\.value.isNone) {
      completed.ensure("assistant", in: "agents")
    }
    return resolver.resolve(
      completed, as: Vocabulary.root.without(["extends", "policies"]), path: "")
  }

  private mutating func keep(_ policies: [ResolvedPolicy], baseline: String) -> [ResolvedPolicy] {
    guard let wanted = overrides.policies else { return policies }
    let names = policies.map(\.name)
    for name in wanted where !names.contains(name) {
      resolver.collector.report(
        "--policies: there is no policy '\(name)'", at: nil,
        expected: "one of \(names.plainList)",
        suggestion: NearestName.nearest(to: name, among: names))
    }
    let base = baseline == "first" ? names.first : baseline
    return policies.filter { wanted.contains($0.name) || $0.name == base }
  }

  /// Puts the policies where the vocabulary has them.
  private func insert(_ policies: [ResolvedPolicy], into root: inout ResolvedNode) {
    let entries = policies.map { policy in
      ResolvedEntry(key: policy.name, keyLocation: policy.location, value: policy.canonical)
    }
    let node = ResolvedNode(content: .map(entries), location: root.location)
    let entry = ResolvedEntry(key: "policies", keyLocation: root.location, value: node)
    let place = root.entries.firstIndex { $0.key == "compare" } ?? root.entries.count
    root.content = .map(root.entries[..<place] + [entry] + root.entries[place...])
  }
}

extension SourceNode {
  /// Adds an empty named map to a map of this one unless it is there.
  fileprivate mutating func ensure(_ name: String, in key: String) {
    guard let entries else { return }
    let empty = SourceNode(content: .map([]), location: location)
    let added = SourceEntry(key: name, keyLocation: location, value: empty)
    guard let index = entries.firstIndex(where: { $0.key == key }) else {
      let value = SourceNode(content: .map([added]), location: location)
      content = .map(entries + [SourceEntry(key: key, keyLocation: location, value: value)])
      return
    }
    var value = entries[index].value
    switch value.content {
    case .map(let children) where !children.contains(where: { $0.key == name }):
      value.content = .map([added] + children.filter { !$0.value.isNone })
    case .empty: value.content = .map([added])
    default: return
    }
    var copy = entries
    copy[index].value = value
    content = .map(copy)
  }
}
