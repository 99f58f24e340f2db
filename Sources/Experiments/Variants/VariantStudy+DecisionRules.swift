import WorkplaceModel

extension VariantStudy {
  /// The rules by which people decide that a scenario asks to be compared; nil if it asks for none.
  ///
  /// The rule of the scenario itself is not simulated again.
  static func decisionRules(of scenario: Scenario) -> VariantStudy? {
    guard !scenario.comparedRules.isEmpty else { return nil }
    return VariantStudy(
      kind: .decisionRules,
      factors: [
        VariantFactor(
          column: .init("decision_rule", .text, "How people decide."), title: "decision rule")
      ],
      variants: scenario.comparedRules.enumerated().map { number, rule in
        var changed = scenario
        changed.behaviour.decisionRule = rule
        return Variant(
          levels: [.text(rule.rawValue)], name: rule.rawValue, scenario: changed,
          trajectory: number, isUnchanged: rule == scenario.behaviour.decisionRule)
      }, replications: scenario.replications)
  }
}
