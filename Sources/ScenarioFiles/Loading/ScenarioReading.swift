import Measures
import WorkplaceModel

/// The steps from a text to a scenario: read, inherit, override, resolve, build.
struct ScenarioReading {
  var resolver = Resolver()
  private let overrides: ScenarioOverrides
  /// Names of everything that is set by the command line or an experiment and stands in no file.
  private var options: [String]

  init(overrides: ScenarioOverrides) {
    self.overrides = overrides
    options = overrides.layers.map(\.option)
  }

  /// Goes on from what was read before, with some keys set otherwise.
  init(_ origin: ScenarioOrigin, settings: [(path: String, value: String)], by option: String) {
    overrides = ScenarioOverrides(policies: origin.policies, settings: settings, option: option)
    options = origin.options + overrides.layers.map(\.option)
    resolver.collector = origin.collector
    resolver.dataFiles = origin.dataFiles
    resolver.samples = origin.samples
  }

  /// The scenario of a text, or nil with the reasons in the resolver's collector.
  mutating func read(_ text: String, named name: String) -> LoadedScenario? {
    merged(text, named: name).flatMap { read($0) }
  }

  /// The scenario of a tree that has everything it inherits from other files.
  mutating func read(_ tree: SourceNode) -> LoadedScenario? {
    var written = tree
    applyOverrides(to: &written)
    let source = ParameterValues.put(into: written, &resolver.collector)
    declareNames(of: source)
    let policies = resolver.resolvePolicies(source["policies"], in: source)
    resolver.names[.metric] = nil
    guard var root = resolveRoot(source) else { return nil }
    let kept = keep(policies, baseline: root["compare"]["baseline"].text)
    var builder = ScenarioBuilder(root: root, policies: kept, collector: resolver.collector)
    let canBuild = !root["workforce"].entries.isEmpty && !root["work"].entries.isEmpty
    var scenario = canBuild ? builder.build() : nil
    resolver.collector = builder.collector
    insert(kept, into: &root)
    scenario?.design.factors = factors(of: &root, without: policies.map(\.name))
    scenario?.design.optimisation = optimisation(of: &root, without: policies.map(\.name))
    guard !resolver.collector.hasErrors, let scenario else { return nil }
    let origin = ScenarioOrigin(
      tree: written, collector: resolver.collector.withoutFindings, options: options,
      policies: overrides.policies, dataFiles: resolver.dataFiles, samples: resolver.samples)
    return LoadedScenario(
      scenario: scenario, usedDefaults: resolver.usedDefaults,
      warnings: resolver.collector.sorted, sourceFiles: filesRead, root: root, origin: origin)
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
    resolver.collector.texts.map(\.name).filter { !options.contains($0) }
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
    resolver.names[.measure] = MeasureCatalogue.common.names
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

  /// What experiments vary: paths that exist, save those of policies that are left out.
  private mutating func factors(
    of root: inout ResolvedNode, without policies: [String]
  ) -> [Factor] {
    guard let place = root.entries.firstIndex(where: { $0.key == "factors" }) else { return [] }
    let kept = root["policies"].entries.map(\.key)
    let dropped = policies.filter { !kept.contains($0) }.map { "policies.\($0)." }
    var entries = root.entries
    let written = entries[place].value.entries.filter { entry in
      !dropped.contains { entry.key.hasPrefix($0) }
    }
    entries[place].value.content = .map(written)
    root.content = .map(entries)
    for entry in written { check(factor: entry, in: root) }
    return written.compactMap { entry in
      if case .factor(let range) = entry.value.content { Factor(entry.key, range) } else { nil }
    }
  }

  /// Reports a factor whose path does not exist, or is no number where it takes a range of them.
  mutating func check(factor entry: ResolvedEntry, in root: ResolvedNode) {
    guard case .factor(let range) = entry.value.content else { return }
    do {
      let kind = try root.kind(at: entry.key)
      if case .interval = range, !kind.isLeaf {
        resolver.collector.report(
          "'\(entry.key)' is not a number", at: entry.value.location, expected: kind.inWords)
      }
    } catch {
      resolver.collector.reportAbsence(
        error.what, at: entry.keyLocation, expected: error.expected,
        suggestion: error.suggestion)
    }
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
