/// Gaming beside honest work that the metric does not move: what is left of a weekly choice where
/// the channel of redirection is switched off.
///
/// The week is chosen in two steps. First the honest part, share of agent work, building and effort,
/// as it would be without the metric: by the honest utilities alone, with the same uniforms, amid
/// surroundings in which nobody is seen to be ranked or to game. Then techniques, with the metric in
/// force, among the profiles that have this honest part. Where no technique is available either,
/// the week is exactly the one without the metric.
extension DecisionProblem {
  /// Chooses techniques for a week whose honest part is settled.
  ///
  /// Habits, aspirations and attractions of this choice are those of techniques; peers are copied
  /// in their techniques.
  ///
  /// - Parameters:
  ///   - honest: the honest part, as chosen by the problem without the metric.
  ///   - luck: the luck of the week, with a uniform of its own for this choice.
  func decideTechniques(
    beside honest: Decision, _ situation: Situation, luck: ChoiceLuck
  ) -> Decision {
    let employee = situation.employee
    let outlook = outlook(of: situation, effort: honest.effort)
    func profile(_ techniques: TechniqueSet) -> ActionProfile {
      ActionProfile(
        agentShareIndex: honest.profile.agentShareIndex, techniques: techniques,
        builds: honest.profile.builds)
    }
    var candidates: [Int] = []
    var utilities: [Double] = []
    var last: Int?
    for (entry, techniques) in menu.techniqueSets.enumerated()
    where employee.considers(profile(techniques), knowing: situation.mind.known) {
      if techniques == situation.mind.profile.techniques { last = candidates.count }
      candidates.append(entry)
      utilities.append(utility(of: profile(techniques), situation, outlook))
    }
    var memory = ChoiceMemory(
      ofTechniques: situation.mind,
      entries: choice.hasAttractions ? menu.techniqueSets.count : 0)
    let picked = choice.choose(
      among: utilities, entries: candidates, last: last, memory: &memory, luck: luck)
    var techniques = menu.techniqueSets[candidates[picked]]
    var utility = utilities[picked]
    if let peer = situation.surroundings.peerProfile?.techniques, peer != techniques,
      !(peer.rawValue != 0 && employee.neverGames), menu.techniqueSets.contains(peer)
    {
      let mine = last.map { utilities[$0] } ?? utility
      let theirs = self.utility(of: profile(peer), situation, outlook)
      if behaviour.imitation.copies(gain: theirs - mine, uniform: luck.copying) {
        techniques = peer
        utility = theirs
      }
    }
    return Decision(
      profile: profile(techniques), effort: honest.effort, effortCost: honest.effortCost,
      utility: utility - honest.effortCost, honestUtility: honest.utility,
      attractions: honest.attractions, experience: honest.experience, techniqueMemory: memory)
  }
}

extension Situation {
  /// The situation as it would be without the metric: in other surroundings, with what was honest
  /// of last week as the habit.
  func honest(amid surroundings: Surroundings) -> Situation {
    var mind = mind
    mind.profile = mind.profile.honestPart
    return Situation(
      employee: employee, index: index, mind: mind, surroundings: surroundings,
      publication: publication, guards: guards)
  }
}
