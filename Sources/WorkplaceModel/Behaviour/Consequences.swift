import Incentives

/// What the metrics of a scheme bring an employee for a hypothetical week: status, career, rewards
/// and the cost of missed targets.
///
/// The rules are those of the scheme in force; nothing here knows a policy. Standing is the normal
/// score of the expected metric within the published distribution (fictitious play).
struct Consequences: Sendable {
  private let scheme: IncentiveScheme
  private let behaviour: BehaviourParameters
  private let statusTables: [StatusTable]
  /// Prizes of tournaments by standing, one for each reward; nil for other kinds.
  private let prizeTables: [PrizeTable?]
  private let goals: [GoalUtility]

  /// What a hypothetical week brings.
  struct Prospect: Sendable, Equatable {
    /// Expected worth in hours a week.
    var utility = 0.0
    /// Expected rewards alone, in hours of pay: what a claw-back can take.
    var pay = 0.0
    /// Variance of the pay, hours squared, over the week's noise and over weights that nobody
    /// knows: what a risk-averse employee dislikes.
    var payVariance = 0.0
    /// How much likelier than the average an audit is.
    var auditTargeting = 1.0
    /// Standing on the most visible board, as a normal score; NaN without one.
    var standing = Double.nan
  }

  /// Prepares what does not change from week to week.
  init(_ scheme: IncentiveScheme, behaviour: BehaviourParameters, roles: [Role]) {
    self.scheme = scheme
    self.behaviour = behaviour
    let preferences = StatusPreferences(
      badgeBonus: behaviour.badgeBonus, lossSlope: behaviour.lowRankSlope,
      lossAversion: behaviour.lossAversion)
    statusTables = scheme.leaderboards.map {
      StatusTable(board: $0, noise: behaviour.weekNoise, preferences: preferences)
    }
    let people = roles.reduce(0) { $0 + $1.count }
    let teams = roles.reduce(0) { $0 + ($1.count + $1.teamSize - 1) / $1.teamSize }
    prizeTables = scheme.rewards.map { reward in
      guard case .tournament = reward.kind else { return nil }
      let rivals = reward.scope == .person ? people : teams
      return PrizeTable(
        PrizeContest(prizes: reward.prizes, contestants: max(rivals, 1)),
        noise: behaviour.weekNoise)
    }
    goals = scheme.targets.map { target in
      // A condition is met or not: there is no distance to gain or lose.
      let isCondition = scheme.metrics[target.metric].formula.isCondition
      return GoalUtility(
        bonusHours: target.isFlagged ? behaviour.flagCost : 0,
        gainLossWeight: isCondition ? 0 : behaviour.goals.gainLossWeight,
        lossAversion: behaviour.lossAversion)
    }
  }

  /// What a hypothetical week brings an employee.
  ///
  /// - Parameters:
  ///   - seen: the week as a dashboard would show it.
  ///   - index: the employee's number in the organisation.
  /// - Complexity: O(rules), plus O(log employees) for each placing; allocates nothing.
  func prospect(
    of seen: Observation, _ employee: Employee, index: Int, mind: Mind,
    given publication: DecisionProblem.Publication
  ) -> Prospect {
    let belief = scheme.weightItCounts(credibility: mind.credibility.mean)
    var total = Prospect()
    var widest = 0.0
    for number in scheme.leaderboards.indices {
      let board = scheme.leaderboards[number]
      let visibility = board.visibility.weight
      guard visibility > 0 else { continue }
      let standing = standing(on: board.metric, of: seen, index: index, given: publication)
      if visibility > widest {
        widest = visibility
        total.standing = standing
      }
      total.utility +=
        visibility * employee.statusWeight * statusTables[number].value(normalScore: standing)
      if !isRewarded(board.metric) {
        total.utility += belief * employee.careerWeight * standing
      }
    }
    addRewards(for: seen, index: index, given: publication, to: &total)
    for number in scheme.targets.indices {
      total.utility += belief * worth(ofTarget: number, seen, index: index, given: publication)
    }
    if let audit = scheme.audit, case .topOfMetric(let metric) = audit.selection {
      total.auditTargeting = audit.targeting(
        standing: standing(on: metric, of: seen, index: index, given: publication),
        noise: behaviour.weekNoise)
    }
    return total
  }

  private func isRewarded(_ metric: Int) -> Bool {
    for reward in scheme.rewards where reward.metric == metric { return true }
    return false
  }

  // MARK: Rewards

  private func addRewards(
    for seen: Observation, index: Int, given publication: DecisionProblem.Publication,
    to total: inout Prospect
  ) {
    guard !scheme.rewards.isEmpty else { return }
    var pay = 0.0
    var squares = 0.0
    var noise = 0.0
    for number in scheme.rewards.indices {
      let prospect = prospect(ofReward: number, seen, index: index, given: publication)
      pay += prospect.mean
      squares += prospect.mean * prospect.mean
      noise += prospect.variance
      total.utility += prospect.mean * publication.rewards[number].remainder
    }
    let weighed = scheme.weights.prospect(
      sum: pay, squares: squares, noise: noise, count: scheme.rewards.count)
    total.pay = weighed.mean
    total.payVariance = weighed.variance
  }

  private func prospect(
    ofReward number: Int, _ seen: Observation, index: Int,
    given publication: DecisionProblem.Publication
  ) -> PayProspect {
    let reward = scheme.rewards[number]
    if let gate = reward.gate, value(of: gate, seen, index: index, given: publication) != 1 {
      return PayProspect()
    }
    let outlook = publication.rewards[number]
    var counted = reward.counted(
      value(of: reward.metric, seen, index: index, given: publication))
    guard !counted.isNaN else { return PayProspect() }
    var basis = Reward.Basis(value: counted, noise: behaviour.weekNoise)
    if let groups = outlook.groups {
      let size = groups.size(of: index)
      if reward.paysStanding {
        let own = outlook.distribution.normalScore(of: counted)
        basis.standing = groups.mean(with: own, of: index)
      } else {
        counted = groups.mean(with: counted, of: index)
        basis.value = counted
        if reward.isContest { basis.standing = outlook.distribution.normalScore(of: counted) }
      }
      // Groups that compete are as uncertain on their own scale as people are on theirs.
      if !reward.isContest { basis.noise /= size.squareRoot() }
    } else {
      basis.standing = outlook.distribution.normalScore(of: counted)
    }
    if !outlook.thresholds.isEmpty {
      basis.threshold = outlook.thresholds[index]
      basis.distance = outlook.distribution.distance(of: counted, from: basis.threshold)
    }
    basis.valueNoise = basis.noise * outlook.distribution.spread
    if let table = prizeTables[number] { return table.prospect(standing: basis.standing) }
    return reward.prospect(basis)
  }

  // MARK: Targets

  /// What is felt about a target: nothing if it is met as expected, the cost of missing it below.
  private func worth(
    ofTarget number: Int, _ seen: Observation, index: Int,
    given publication: DecisionProblem.Publication
  ) -> Double {
    let target = scheme.targets[number]
    let goal = goals[number]
    let outlook = publication.targets[number]
    var value = value(of: target.metric, seen, index: index, given: publication)
    var noise = behaviour.weekNoise
    if let groups = outlook.groups, !value.isNaN {
      value = groups.mean(with: value, of: index)
      noise /= groups.size(of: index).squareRoot()
    }
    let threshold = outlook.thresholds[index]
    var worth = -goal.bonusHours
    var meeting = 0.0
    if scheme.metrics[target.metric].formula.isCondition {
      if value >= threshold { (worth, meeting) = (0, 1) }
    } else if !value.isNaN {
      let distance = publication.distributions[target.metric].distance(of: value, from: threshold)
      worth += goal.expectedUtility(mean: distance, deviation: noise)
      meeting =
        noise > 0
        ? StandardNormal.probability(below: distance / noise) : distance >= 0 ? 1 : 0
    }
    if !outlook.chances.isEmpty {
      worth -= behaviour.flagCost * (1 - outlook.chances[index].probability(own: meeting))
    }
    return worth * outlook.remainders[index]
  }

  // MARK: Values

  private func value(
    of metric: Int, _ seen: Observation, index: Int, given publication: DecisionProblem.Publication
  ) -> Double {
    scheme.metrics[metric].formula.value(
      of: seen, employee: index, in: publication.references[metric])
  }

  /// Expected normal score; a missing value stands in the middle.
  private func standing(
    on metric: Int, of seen: Observation, index: Int, given publication: DecisionProblem.Publication
  ) -> Double {
    let score = publication.distributions[metric].normalScore(
      of: value(of: metric, seen, index: index, given: publication))
    return score.isNaN ? 0 : score
  }
}
