import Randomness

extension Resolver {
  /// One of several distributions, chosen by weight.
  mutating func mixture(_ node: SourceNode, _ dimension: QuantityDimension) -> Described? {
    guard let elements = node.elements, !elements.isEmpty else {
      collector.report(
        "found \(node.kindInWords)", at: node.location,
        expected: "a list such as [{weight: 0.7, exponential: {mean: …}}, …]")
      return nil
    }
    var components: [(weight: Double, Distribution)] = []
    var texts: [String] = []
    for element in elements {
      guard let weightNode = element["weight"] else {
        collector.report(
          "missing key 'weight'", at: element.location, expected: "'weight': a number")
        continue
      }
      let law = resolve(
        element.removing(["weight"]), asDistributionOf: dimension, in: .any,
        kind: .distribution(dimension, .any))
      guard let weight = number(weightNode, .share), let law,
        case .distribution(let distribution, let text) = law.content
      else { continue }
      components.append((weight, distribution))
      texts.append("{weight: \(weight.plainText), \(text.dropFirst().dropLast())}")
    }
    guard components.count == elements.count else { return nil }
    return build(at: node) { () throws(DistributionError) in
      (try .mixture(components), "mixture: [\(texts.joined(separator: ", "))]")
    }
  }

  /// Listed values with weights.
  mutating func discrete(_ node: SourceNode, _ dimension: QuantityDimension) -> Described? {
    guard let entries = node.entries else {
      collector.report(
        "found \(node.kindInWords)", at: node.location,
        expected: "a map with 'values' and 'weights'")
      return nil
    }
    for entry in entries where entry.key != "values" && entry.key != "weights" {
      collector.report(
        "discrete has no parameter '\(entry.key)'", at: entry.keyLocation,
        expected: "values and weights",
        suggestion: NearestName.nearest(to: entry.key, among: ["values", "weights"]))
      return nil
    }
    guard let values = numbers(node["values"], in: node, "values", dimension),
      let weights = numbers(node["weights"], in: node, "weights", .share)
    else { return nil }
    guard values.count == weights.count else {
      collector.report(
        "\(values.count) values have \(weights.count) weights", at: node.location,
        expected: "one weight for each value")
      return nil
    }
    let valueTexts = values.map { dimension.text(of: $0) }.plainList
    let weightTexts = weights.map(\.plainText).plainList
    return build(at: node) { () throws(DistributionError) in
      (
        try .discrete(values: values, weights: weights),
        "discrete: {values: [\(valueTexts)], weights: [\(weightTexts)]}"
      )
    }
  }

  private mutating func numbers(
    _ node: SourceNode?, in owner: SourceNode, _ name: String, _ dimension: QuantityDimension
  ) -> [Double]? {
    guard let elements = node?.elements else {
      collector.report(
        "missing list '\(name)'", at: node?.location ?? owner.location,
        expected: "a list of numbers")
      return nil
    }
    let values = elements.compactMap { number($0, dimension) }
    return values.count == elements.count ? values : nil
  }

  /// A distribution fitted to measurements, from the carried table.
  mutating func fitted(
    _ node: SourceNode, role: SourceNode?, _ dimension: QuantityDimension
  ) -> Described? {
    let fits = CarriedTables.fits
    guard let key = node.scalar, fits.keys.contains(key) else {
      collector.report(
        "there is no fit \(node.kindInWords)", at: node.location,
        expected: "a key of the table of fits, such as request.total_tokens.agentic",
        suggestion: node.scalar.flatMap { NearestName.nearest(to: $0, among: fits.keys) })
      return nil
    }
    let roleName = role?.scalar ?? "default"
    guard let fit = fits.fit(of: key, role: roleName) else {
      collector.report(
        "'\(key)' has no fit in the role '\(roleName)'", at: role?.location ?? node.location,
        expected: "one of \(fits.roles(of: key).plainList)")
      return nil
    }
    guard let factor = fit.factor(to: dimension) else {
      collector.report(
        "'\(key)' is in the unit '\(fit.unit)'", at: node.location,
        expected: "a fit of \(dimension.name)")
      return nil
    }
    let suffix = roleName == "default" ? "" : ", role: \(roleName)"
    return build(at: node) { () throws(DistributionError) in
      (try fit.distribution().inUnit(factor), "fitted: \(key)\(suffix)")
    }
  }
}

extension Distribution {
  /// The distribution multiplied by a factor, itself when the factor is 1.
  func inUnit(_ factor: Double) throws(DistributionError) -> Distribution {
    factor == 1 ? self : try scaled(by: factor)
  }
}
