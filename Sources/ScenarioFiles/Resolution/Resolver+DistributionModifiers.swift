import Randomness

extension Resolver {
  /// A base with its modifiers applied: scale, shift, round, cap, limit.
  mutating func modify(
    _ base: Described, by entries: [SourceEntry], _ dimension: QuantityDimension
  ) -> Described? {
    var result = base
    for modifier in DistributionWords.modifiers {
      guard let entry = entries.first(where: { $0.key == modifier }) else { continue }
      guard let next = apply(entry, to: result, dimension) else { return nil }
      result = next
    }
    let isBare = result.text.hasPrefix("{")
    return isBare ? result : (result.distribution, "{\(result.text)}")
  }

  private mutating func apply(
    _ entry: SourceEntry, to base: Described, _ dimension: QuantityDimension
  ) -> Described? {
    switch entry.key {
    case "scale":
      guard let factor = number(entry.value, .number) else { return nil }
      return build(at: entry.value) { () throws(DistributionError) in
        (try base.distribution.scaled(by: factor), "\(base.text), scale: \(factor.plainText)")
      }
    case "shift":
      guard let offset = number(entry.value, dimension) else { return nil }
      return build(at: entry.value) { () throws(DistributionError) in
        (
          try base.distribution.shifted(by: offset),
          "\(base.text), shift: \(dimension.text(of: offset))"
        )
      }
    case "round":
      guard let word = entry.value.scalar, word == "floor" || word == "ceil" else {
        refuse(entry.value, .choice(["floor", "ceil"]))
        return nil
      }
      return (
        base.distribution.rounded(word == "floor" ? .down : .up), "\(base.text), round: \(word)"
      )
    default: return bound(entry, base, dimension)
    }
  }

  private mutating func bound(
    _ entry: SourceEntry, _ base: Described, _ dimension: QuantityDimension
  ) -> Described? {
    var low: Double?
    var high: Double?
    if let bounds = entry.value.entries {
      for bound in bounds {
        guard bound.key == "min" || bound.key == "max" else {
          collector.report(
            "unknown key '\(bound.key)'", at: bound.keyLocation, expected: "'min' or 'max'")
          return nil
        }
        guard let value = number(bound.value, dimension) else { return nil }
        if bound.key == "min" { low = value } else { high = value }
      }
    } else {
      guard let value = number(entry.value, dimension) else { return nil }
      high = value
    }
    let texts = [
      low.map { "min: \(dimension.text(of: $0))" }, high.map { "max: \(dimension.text(of: $0))" },
    ]
    if entry.key == "cap", leavesNothing(of: base.distribution, low, high) {
      collector.report(
        "the cap leaves nothing of the distribution", at: entry.value.location,
        expected: "bounds that hold at least a millionth of it")
      return nil
    }
    let text = "\(base.text), \(entry.key): {\(texts.compactMap(\.self).joined(separator: ", "))}"
    return build(at: entry.value) { () throws(DistributionError) in
      let bounded =
        entry.key == "cap"
        ? try base.distribution.capped(min: low, max: high)
        : try base.distribution.clamped(min: low, max: high)
      return (bounded, text)
    }
  }

  private func leavesNothing(
    of distribution: Distribution, _ low: Double?, _ high: Double?
  ) -> Bool {
    let above = low.map { distribution.cumulative(below: $0) } ?? 0
    let below = high.map { distribution.cumulative($0) } ?? 1
    return above <= below && below - above < Distribution.leastMassOfCap
  }

  /// A number in the canonical unit of a dimension.
  mutating func number(_ node: SourceNode, _ dimension: QuantityDimension) -> Double? {
    guard let text = node.scalar else {
      refuse(node, .quantity(dimension, .any))
      return nil
    }
    return quantity(text, at: node, dimension, .any)
  }
}
