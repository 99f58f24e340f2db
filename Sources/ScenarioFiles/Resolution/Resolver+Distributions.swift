import Randomness

extension Resolver {
  /// A distribution with its canonical text.
  typealias Described = (distribution: Distribution, text: String)

  /// The distribution that a node describes, with values in the canonical unit of a dimension.
  ///
  /// A bare quantity is a constant. A map has one base (a family, `mixture`, `empirical`, `fitted`
  /// or `of`) and any of the modifiers `scale`, `shift`, `round`, `cap` and `limit`, which are
  /// applied in this order.
  mutating func resolve(
    _ node: SourceNode, asDistributionOf dimension: QuantityDimension, in range: QuantityRange,
    kind: ValueKind
  ) -> ResolvedNode? {
    guard let described = describe(node, dimension, kind: kind) else { return nil }
    guard isInside(range, described.distribution, at: node, dimension) else { return nil }
    return ResolvedNode(
      content: .distribution(described.distribution, canonical: described.text),
      location: node.location)
  }

  /// Whether every value of a distribution lies in a range; reports the bound that is crossed.
  private mutating func isInside(
    _ range: QuantityRange, _ distribution: Distribution, at node: SourceNode,
    _ dimension: QuantityDimension
  ) -> Bool {
    let support = distribution.support
    if let low = range.low, support.lowerBound < low {
      let bound = dimension.text(of: low)
      collector.report(
        "the values reach below \(bound)", at: node.location,
        expected: "\(range.inWords(dimension) ?? bound), as with 'cap: {min: \(bound)}'")
      return false
    }
    if let high = range.high, support.upperBound > high {
      let bound = dimension.text(of: high)
      collector.report(
        "the values reach above \(bound)", at: node.location,
        expected: "\(range.inWords(dimension) ?? bound), as with 'cap: {max: \(bound)}'")
      return false
    }
    return true
  }

  private mutating func describe(
    _ node: SourceNode, _ dimension: QuantityDimension, kind: ValueKind
  ) -> Described? {
    switch node.content {
    case .scalar(let text, _):
      guard let value = quantity(text, at: node, dimension, .any) else { return nil }
      return build(at: node) { () throws(DistributionError) in
        (try .constant(value), dimension.text(of: value))
      }
    case .map(let entries): return describe(entries, of: node, dimension)
    case .list, .empty:
      refuse(node, kind)
      return nil
    }
  }

  private mutating func describe(
    _ entries: [SourceEntry], of node: SourceNode, _ dimension: QuantityDimension
  ) -> Described? {
    let own: Set<String> = ["unit", "role"]
    let bases = entries.filter { DistributionWords.bases.contains($0.key) }
    let unknown = entries.filter {
      !DistributionWords.bases.contains($0.key) && !DistributionWords.modifiers.contains($0.key)
        && !own.contains($0.key)
    }
    for entry in unknown {
      collector.report(
        "unknown distribution '\(entry.key)'", at: entry.keyLocation,
        expected: "one of \(DistributionWords.all.plainList)",
        suggestion: NearestName.nearest(to: entry.key, among: DistributionWords.all))
    }
    guard bases.count == 1 else {
      if bases.count > 1 {
        collector.report(
          "'\(bases[1].key)' is a second distribution", at: bases[1].keyLocation,
          expected: "one; several are a 'mixture'")
      } else if unknown.isEmpty {
        collector.report(
          "no distribution is named", at: node.location,
          expected: "one of \(DistributionWords.bases.plainList)")
      }
      return nil
    }
    guard unknown.isEmpty, let base = base(bases[0], siblings: entries, dimension) else {
      return nil
    }
    return modify(base, by: entries, dimension)
  }

  private mutating func base(
    _ entry: SourceEntry, siblings: [SourceEntry], _ dimension: QuantityDimension
  ) -> Described? {
    switch entry.key {
    case "mixture": return mixture(entry.value, dimension)
    case "discrete": return discrete(entry.value, dimension)
    case "empirical": return empirical(entry.value, dimension)
    case "fitted":
      return fitted(entry.value, role: siblings.first { $0.key == "role" }?.value, dimension)
    case "of":
      return describe(entry.value, dimension, kind: .distribution(dimension, .any)).map {
        ($0.distribution, "of: \($0.text)")
      }
    default:
      guard let family = DistributionFamily.named(entry.key) else { return nil }
      return self.family(family, entry.value, dimension)
    }
  }

  private mutating func family(
    _ family: DistributionFamily, _ node: SourceNode, _ dimension: QuantityDimension
  ) -> Described? {
    guard let entries = node.entries, !entries.isEmpty else {
      collector.report(
        "found \(node.kindInWords)", at: node.location,
        expected: "the parameters of \(family.name): \(family.formsInWords)")
      return nil
    }
    let known = family.parameterNames
    var isValid = true
    for entry in entries where !known.contains(entry.key) {
      isValid = false
      collector.report(
        "\(family.name) has no parameter '\(entry.key)'", at: entry.keyLocation,
        expected: family.formsInWords,
        suggestion: NearestName.nearest(to: entry.key, among: known))
    }
    guard isValid else { return nil }
    let given = Set(entries.map(\.key))
    guard let form = family.forms.first(where: { Set($0.parameters.map(\.name)) == given }) else {
      collector.report(
        "\(family.name) cannot be had from \(entries.map(\.key).plainList)", at: node.location,
        expected: family.formsInWords)
      return nil
    }
    return build(form, of: family, from: node, dimension)
  }

  private mutating func build(
    _ form: DistributionFamily.Form, of family: DistributionFamily, from node: SourceNode,
    _ dimension: QuantityDimension
  ) -> Described? {
    var values: [Double] = []
    var texts: [String] = []
    for parameter in form.parameters {
      guard let source = node[parameter.name] else { return nil }
      let measure = parameter.measure == .value ? dimension : QuantityDimension.number
      guard let text = source.scalar else {
        refuse(source, .quantity(measure, .any))
        continue
      }
      guard let value = quantity(text, at: source, measure, .any) else { continue }
      values.append(value)
      texts.append("\(parameter.name): \(measure.text(of: value))")
    }
    guard values.count == form.parameters.count else { return nil }
    do {
      let distribution = try form.make(values)
      return (distribution, "\(family.name): {\(texts.joined(separator: ", "))}")
    } catch {
      let culprit = form.parameters.first { $0.libraryName == error.parameter }
      let place = culprit.flatMap { node[$0.name]?.location } ?? node.location
      let found = error.found.map { " is \($0)" } ?? ""
      let unit = dimension.units[0].spelled
      let hasUnit = culprit?.measure == .value && !unit.isEmpty
      collector.report(
        "\(family.name): \(culprit?.name ?? error.parameter)\(found)", at: place,
        expected: error.expected + (hasUnit ? " (in \(unit))" : ""))
      return nil
    }
  }

  /// What a closure builds, or nil after reporting the library's objection.
  mutating func build(
    at node: SourceNode, _ make: () throws(DistributionError) -> Described
  ) -> Described? {
    do {
      return try make()
    } catch {
      let found = error.found.map { " is \($0)" } ?? ""
      collector.report(
        "\(error.what): \(error.parameter)\(found)", at: node.location, expected: error.expected)
      return nil
    }
  }
}

/// The words that a distribution may be written with.
enum DistributionWords {
  static let bases =
    DistributionFamily.catalogue.map(\.name) + ["discrete", "mixture", "empirical", "fitted", "of"]
  static let modifiers = ["scale", "shift", "round", "cap", "limit"]
  static let all = bases + modifiers
}
