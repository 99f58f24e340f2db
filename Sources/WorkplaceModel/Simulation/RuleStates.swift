import Incentives

/// What moves in the rules of a scheme: thresholds that follow results, and how long each rule has
/// been in force.
struct RuleStates: Sendable {
  /// One rule.
  struct State: Sendable {
    /// Threshold for each employee, the same for members of a group that counts as one; empty for
    /// a rule without a threshold.
    var thresholds: [Double] = []
    /// Weeks that the rule has been in force.
    var weeks = 0
  }

  private(set) var scheme = IncentiveScheme.none
  private(set) var targets: [State] = []
  private(set) var rewards: [State] = []
  /// Rewards paid for the latest week, in hours by employee.
  var paid: [Double] = []

  /// Puts the rules of a scheme into force; those that were in force go on as they are.
  mutating func enter(_ next: IncentiveScheme, people: Int) {
    guard next != scheme else { return }
    let before = self
    func fresh(_ threshold: Double?) -> State {
      State(thresholds: threshold.map { Array(repeating: $0, count: people) } ?? [])
    }
    targets = next.targets.map { target in
      before.state(of: target, in: next) ?? fresh(target.threshold)
    }
    rewards = next.rewards.map { reward in
      before.state(of: reward, in: next) ?? fresh(reward.threshold)
    }
    scheme = next
  }

  private func state(of target: Target, in next: IncentiveScheme) -> State? {
    let place = scheme.targets.firstIndex { old in
      var moved = old
      moved.metric = target.metric
      return moved == target && scheme.metrics[old.metric] == next.metrics[target.metric]
    }
    return place.map { targets[$0] }
  }

  private func state(of reward: Reward, in next: IncentiveScheme) -> State? {
    let place = scheme.rewards.firstIndex { old in
      var moved = old
      moved.metric = reward.metric
      moved.gate = reward.gate
      return moved == reward && scheme.metrics[old.metric] == next.metrics[reward.metric]
    }
    return place.map { rewards[$0] }
  }

  /// Ends a week: thresholds follow where the week sets them.
  ///
  /// - Parameter values: values of the scheme's metrics for the week, by metric and employee.
  mutating func endWeek(_ values: [[Double]], teamOf: [Int]) {
    for (number, target) in scheme.targets.enumerated() {
      targets[number].endWeek(
        target.ratchet, values: values[target.metric],
        groupOf: target.scope.groups(teamOf: teamOf))
    }
    for (number, reward) in scheme.rewards.enumerated() {
      rewards[number].endWeek(
        reward.ratchet, values: values[reward.metric].map(reward.counted),
        groupOf: reward.scope.groups(teamOf: teamOf))
    }
  }

  /// The values in which a reward places people or groups, and the groups that share it.
  func rewardShares(
    of reward: Reward, _ values: [Double], teamOf: [Int]
  ) -> (distribution: ScoreDistribution, groups: GroupMeans?) {
    let counted = values.map(reward.counted)
    let distribution = ScoreDistribution(counted)
    guard let groupOf = reward.scope.groups(teamOf: teamOf) else { return (distribution, nil) }
    if reward.paysStanding {
      let standings = counted.map { distribution.normalScore(of: $0) }
      return (distribution, GroupMeans(standings, groupOf: groupOf))
    }
    let groups = GroupMeans(counted, groupOf: groupOf)
    return (reward.isContest ? ScoreDistribution(groups.means) : distribution, groups)
  }
}

extension RuleStates.State {
  fileprivate mutating func endWeek(_ ratchet: Ratchet, values: [Double], groupOf: [Int]?) {
    defer { weeks += 1 }
    guard ratchet.setsThreshold(inWeek: weeks), !thresholds.isEmpty else { return }
    let results = groupOf.map { GroupMeans(values, groupOf: $0).byEmployee } ?? values
    for index in thresholds.indices {
      thresholds[index] = ratchet.threshold(after: thresholds[index], value: results[index])
    }
  }
}

extension Reward {
  /// Whether the reward pays a mean of standings rather than of values to a group.
  var paysStanding: Bool { kind == .bonus || kind == .promotion }
}
