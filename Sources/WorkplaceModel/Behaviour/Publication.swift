import Incentives

extension DecisionProblem {
  /// What is known at the start of a week: metric by metric, the published distribution and what
  /// the formula needs of other people; rule by rule, what is in force.
  struct Publication: Sendable {
    var distributions: [ScoreDistribution]
    var references: [MetricReference]
    var rewards: [RewardOutlook]
    var targets: [TargetOutlook]
  }

  /// What the scheme publishes after a week, for the next one.
  ///
  /// - Parameters:
  ///   - recent: values of each metric of the scheme, over the weeks that people remember.
  ///   - rules: thresholds in force.
  func publication(
    of panel: ObservationPanel, recent: [[Double]], rules: RuleStates
  ) -> Publication {
    let values = scheme.values(in: panel)
    return Publication(
      distributions: recent.map { ScoreDistribution($0) },
      references: scheme.references(in: panel, for: .next),
      rewards: scheme.rewards.indices.map { number in
        outlook(ofReward: number, values, teamOf: panel.teams, rules)
      },
      targets: scheme.targets.indices.map { number in
        outlook(ofTarget: number, values, teamOf: panel.teams, rules)
      })
  }

  private func outlook(
    ofReward number: Int, _ values: [[Double]], teamOf: [Int], _ rules: RuleStates
  ) -> RewardOutlook {
    let reward = scheme.rewards[number]
    let shares = rules.rewardShares(of: reward, values[reward.metric], teamOf: teamOf)
    return RewardOutlook(
      distribution: shares.distribution, groups: shares.groups,
      thresholds: rules.rewards[number].thresholds,
      remainder: 1 - futureCost(of: reward.ratchet, rules.rewards[number]))
  }

  private func outlook(
    ofTarget number: Int, _ values: [[Double]], teamOf: [Int], _ rules: RuleStates
  ) -> TargetOutlook {
    let target = scheme.targets[number]
    let state = rules.targets[number]
    let own = values[target.metric]
    let groupOf = target.scope.groups(teamOf: teamOf)
    let cost = futureCost(of: target.ratchet, state)
    guard target.goalShare != nil, let groupOf else {
      return TargetOutlook(
        groups: groupOf.map { GroupMeans(own, groupOf: $0) }, thresholds: state.thresholds,
        chances: [], remainders: Array(repeating: 1 - cost, count: teamOf.count))
    }
    // The threshold is each one's own to reach and moves with the mean of the group.
    let met = zip(own, state.thresholds).map { $0 >= $1 ? 1.0 : 0 }
    let others = GroupMeans(met, groupOf: groupOf)
    return TargetOutlook(
      groups: nil, thresholds: state.thresholds,
      chances: chances(of: target, met: met, others, groupOf: groupOf),
      remainders: teamOf.indices.map { 1 - cost / others.size(of: $0) })
  }

  /// How the goal of each employee's group depends on the employee, if the others do as last week.
  private func chances(
    of target: Target, met: [Double], _ groups: GroupMeans, groupOf: [Int]
  ) -> [GoalChance] {
    // Members who did alike last week see the same others: two chances for each group.
    var known: [Int: GoalChance] = [:]
    return groupOf.indices.map { index in
      let key = 2 * groupOf[index] + Int(met[index])
      if let chance = known[key] { return chance }
      let others = Int(groups.size(of: index)) - 1
      let meeting = groups.mean(with: 0, of: index) * Double(others + 1)
      let chance = target.goalChance(
        others: others, othersEach: others > 0 ? min(1, meeting / Double(others)) : 0)
      known[key] = chance
      return chance
    }
  }

  /// What a unit more this week costs later, for each unit it brings now; 0 in weeks that set no
  /// threshold.
  private func futureCost(of ratchet: Ratchet, _ state: RuleStates.State) -> Double {
    guard ratchet.setsThreshold(inWeek: state.weeks) else { return 0 }
    return ratchet.futureCost(
      horizon: behaviour.goals.planningHorizonWeeks, discount: behaviour.goals.weeklyDiscount)
  }
}
