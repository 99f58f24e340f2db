import WorkplaceModel

extension ScenarioBuilder {
  /// What is run beside the policies.
  mutating func design(_ node: ResolvedNode) -> StudyDesign {
    let corners = node["corners"]
    return StudyDesign(
      counterfactuals: CounterfactualSelection(rawValue: node["counterfactuals"].text) ?? .all,
      showsCorners: node["robustness"].text == "corners",
      corners: CornerDesign(
        adoptionInertiaHours: levels(corners["adoptionInertia"], "adoptionInertia"),
        severityFactor: levels(corners["severity"], "severity"),
        promiseCredibility: levels(corners["promiseCredibility"], "promiseCredibility"),
        replications: corners["replications"].whole))
  }

  /// A low and a high level.
  private mutating func levels(_ node: ResolvedNode, _ name: String) -> CornerDesign.Levels {
    let numbers = node.elements.map(\.number)
    if !node.isBroken, !node.elements.contains(where: \.isBroken),
      numbers.count != 2 || numbers[0] >= numbers[1]
    {
      collector.report(
        "\(name) has levels \(numbers.map(\.plainText).plainList)", at: node.location,
        expected: "two levels, the lower first")
    }
    return CornerDesign.Levels(
      low: numbers.first ?? 0, high: numbers.count > 1 ? numbers[1] : numbers.first ?? 0)
  }
}
