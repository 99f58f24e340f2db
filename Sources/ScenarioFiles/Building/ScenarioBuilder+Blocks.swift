import WorkplaceModel

extension ScenarioBuilder {
  /// How people pick from the menu.
  func addChoice(_ node: ResolvedNode, to behaviour: inout BehaviourParameters) {
    behaviour.decisionRule = DecisionRule(rawValue: node["decisionRule"].text) ?? .logit
    behaviour.choiceInertia = node["choiceInertia"].number
    behaviour.rankMemoryWeeks = node["rankMemory"].whole
    let attraction = node["attraction"]
    behaviour.attraction = ExperienceWeightedAttraction(
      memory: attraction["memory"].number, forgone: attraction["forgone"].number,
      accumulation: attraction["accumulation"].number)
    behaviour.satisficing = Satisficing(
      tolerance: node["satisficing"]["tolerance"].number,
      adaptation: node["satisficing"]["adaptation"].number)
    behaviour.imitation = Imitation(
      rate: node["imitation"]["rate"].number, scale: node["imitation"]["scale"].number,
      trial: node["imitation"]["trial"].number)
  }

  /// Blocks that a scenario may have switched off.
  func addBlocks(_ node: ResolvedNode, to behaviour: inout BehaviourParameters) {
    func block(_ key: String) -> ResolvedNode? {
      let block = node[key]
      return block.isMap ? block : nil
    }
    behaviour.riskAversion = node["riskAversion"].number
    behaviour.effort = block("effort").map {
      EffortParameters(
        costSlope: $0["costSlope"].number, least: -$0["least"].number, most: $0["most"].number,
        discouragement: $0["discouragement"].number)
    }
    behaviour.peers = block("peers").map {
      PeerInfluence(
        pressure: $0["pressure"].number, conformity: $0["conformity"].number,
        normErosion: $0["normErosion"].number)
    }
    behaviour.crowdingOut = block("crowdingOut").map {
      CrowdingOut(rate: $0["rate"].number, recovery: $0["recovery"].number)
    }
    behaviour.fatigue = block("fatigue").map {
      Fatigue(
        decay: $0["decay"].number, overload: $0["overload"].number, stress: $0["stress"].number,
        valueLoss: $0["valueLoss"].number, inattention: $0["inattention"].number)
    }
    behaviour.trust = block("trust").map {
      Trust(
        recovery: $0["recovery"].number, violation: $0["violation"].number,
        falseAccusation: $0["falseAccusation"].number,
        unpunishedGaming: $0["unpunishedGaming"].number, control: $0["control"].number,
        legitimacy: $0["legitimacy"].number)
    }
    behaviour.attrition = block("attrition").map {
      Attrition(
        hazard: $0["hazard"].number, utilitySlope: $0["utilitySlope"].number,
        trustSlope: $0["trustSlope"].number, replacementHours: $0["replacement"].number,
        start: $0["start"].number, rampUpWeeks: $0["rampUp"].number)
    }
    behaviour.automation = block("automation").map {
      AutomationCapital(
        hours: $0["hours"].number, yield: $0["yield"].number,
        depreciation: $0["depreciation"].number, horizonWeeks: $0["horizon"].number)
    }
  }
}
