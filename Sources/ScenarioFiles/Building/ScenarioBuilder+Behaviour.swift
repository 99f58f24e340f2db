import WorkplaceModel

extension ScenarioBuilder {
  /// What drives the weekly choice.
  mutating func behaviour(_ node: ResolvedNode) -> BehaviourParameters {
    func number(_ key: String) -> Double { node[key].number }
    let shares = node["agentShares"].elements.map(\.number)
    if Set(shares).count < shares.count || shares != shares.sorted() || shares.count > 256 {
      collector.report(
        "the menu of shares is not in order", at: node["agentShares"].location,
        expected: "at most 256 different shares in ascending order")
    }
    var behaviour = BehaviourParameters(
      agentShares: shares, intrinsicWeight: number("intrinsicWeight"),
      misperception: number("misperception"), learningDrop: number("learningDrop"),
      learningGain: number("learningGain"), learningHours: number("learningHours"),
      adoptionInertia: number("adoptionInertia"), choicePrecision: number("choicePrecision"),
      weekNoise: number("weekNoise"), badgeBonus: number("badgeBonus"),
      lowRankSlope: number("lowRankSlope"), lossAversion: number("lossAversion"),
      flagCost: number("flagCost"),
      hassle: number("hassle"), mislabelSurcharge: number("mislabelSurcharge"),
      credibilityPriorWeight: number("credibilityPriorWeight"),
      credibilityGain: number("credibilityGain"), credibilityLoss: number("credibilityLoss"),
      auditLearning: number("auditLearning"),
      techniques: Technique.allCases.map { technique(node["techniques"][$0.name]) },
      contagionWithinTeam: number("contagionWithinTeam"),
      visibleItems: node["visibleItems"].whole, difficultySize: number("difficultySize"),
      difficultyValue: number("difficultyValue"),
      difficultyDefects: number("difficultyDefects"),
      agentDefectFactor: number("agentDefectFactor"), selfDetection: number("selfDetection"),
      cornerCutting: number("cornerCutting"),
      cornerCuttingDefects: number("cornerCuttingDefects"),
      reopenWindowWeeks: wholeWeeks(node["reopenWindow"], "reopenWindow"))
    behaviour.goals = goals(node)
    addChoice(node, to: &behaviour)
    addBlocks(node, to: &behaviour)
    return behaviour
  }

  private mutating func goals(_ node: ResolvedNode) -> GoalParameters {
    GoalParameters(
      gainLossWeight: node["goalWeight"].number,
      planningHorizonWeeks: wholeWeeks(node["planningHorizon"], "planningHorizon"),
      weeklyDiscount: node["weeklyDiscount"].number)
  }

  private func technique(_ node: ResolvedNode) -> TechniqueParameters {
    TechniqueParameters(
      hours: node["hours"].number, intensity: node["intensity"].number,
      hassleShare: node["hassleShare"].number, tokens: node["tokens"].number,
      usesPersonalYield: node["personalYield"].flag,
      changesPerMegatoken: node["changes"].number, discovery: node["discovery"].number,
      contagion: node["contagion"].number, forgetting: node["forgetting"].number)
  }
}
