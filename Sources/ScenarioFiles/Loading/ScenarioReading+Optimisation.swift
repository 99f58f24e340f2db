import WorkplaceModel

extension ScenarioReading {
  /// What the design of a policy is searched for; nil where nothing is declared, or the policy is
  /// left out.
  mutating func optimisation(
    of root: inout ResolvedNode, without policies: [String]
  ) -> OptimisationDesign? {
    guard let place = root.entries.firstIndex(where: { $0.key == "optimize" }),
      root.entries[place].value.isMap
    else { return nil }
    let kept = root["policies"].entries.map(\.key)
    let dropped = policies.filter { !kept.contains($0) }
    var entries = root.entries
    guard !dropped.contains(entries[place].value["policy"].text) else {
      entries[place].value.content = .none
      root.content = .map(entries)
      return nil
    }
    let varied = entries[place].value["vary"].entries.filter { factor in
      !dropped.contains { factor.key.hasPrefix("policies.\($0).") }
    }
    entries[place].value.content = .map(
      entries[place].value.entries.map { entry in
        var copy = entry
        if entry.key == "vary" { copy.value.content = .map(varied) }
        return copy
      })
    root.content = .map(entries)
    for factor in varied { check(factor: factor, in: root) }
    let node = entries[place].value
    return OptimisationDesign(
      policy: node["policy"].text,
      factors: varied.compactMap { entry in
        if case .factor(let range) = entry.value.content { Factor(entry.key, range) } else { nil }
      },
      objective: node["maximize"].text,
      bounds: node["subjectTo"].entries.flatMap { bounds(of: $0) })
  }

  private mutating func bounds(of entry: ResolvedEntry) -> [OptimisationDesign.Bound] {
    let sides = [("atMost", true), ("atLeast", false)]
    let bounds = sides.compactMap { key, isUpper -> OptimisationDesign.Bound? in
      let text = entry.value[key].text
      guard text != "none" else { return nil }
      return OptimisationDesign.Bound(measure: entry.key, isUpper: isUpper, text: text)
    }
    if bounds.isEmpty {
      resolver.collector.report(
        "'\(entry.key)' has no bound", at: entry.keyLocation, expected: "atMost or atLeast")
    }
    return bounds
  }
}
