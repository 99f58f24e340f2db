import Incentives

/// What the metrics of a scheme bring an employee for a hypothetical week: status, career, rewards
/// and the cost of missed targets.
///
/// The rules are those of the scheme in force; nothing here knows a policy. Standing is the normal
/// score of the expected metric within last week's published distribution (fictitious play with a
/// window of one week).
struct Consequences: Sendable {
  private let scheme: IncentiveScheme
  private let behaviour: BehaviourParameters
  private let statusTables: [StatusTable]

  /// What a hypothetical week brings.
  struct Prospect: Sendable, Equatable {
    /// Expected worth in hours a week.
    var utility = 0.0
    /// Variance of the pay in it, hours squared: what a risk-averse employee dislikes.
    var payVariance = 0.0
    /// Standing on the most visible board, as a normal score; NaN without one.
    var standing = Double.nan
  }

  init(_ scheme: IncentiveScheme, behaviour: BehaviourParameters) {
    self.scheme = scheme
    self.behaviour = behaviour
    let preferences = StatusPreferences(
      badgeBonus: behaviour.badgeBonus, lossSlope: behaviour.lowRankSlope,
      lossAversion: behaviour.lossAversion)
    statusTables = scheme.leaderboards.map {
      StatusTable(board: $0, noise: behaviour.weekNoise, preferences: preferences)
    }
  }

  /// What a hypothetical week brings an employee.
  ///
  /// - Parameters:
  ///   - seen: the week as a dashboard would show it.
  ///   - index: the employee's number in the organisation.
  func prospect(
    of seen: Observation, _ employee: Employee, index: Int, mind: Mind,
    given publication: DecisionProblem.Publication
  ) -> Prospect {
    let belief = scheme.weightItCounts(credibility: mind.credibility.mean)
    var total = Prospect()
    var widest = 0.0
    for (number, board) in scheme.leaderboards.enumerated() {
      let visibility = board.visibility.weight
      guard visibility > 0 else { continue }
      let standing = standing(
        on: board.metric, of: seen, index: index, given: publication)
      if visibility > widest {
        widest = visibility
        total.standing = standing
      }
      total.utility +=
        visibility * employee.statusWeight * statusTables[number].value(normalScore: standing)
      if !scheme.rewards.contains(where: { $0.metric == board.metric }) {
        total.utility += belief * employee.careerWeight * standing
      }
    }
    for reward in scheme.rewards {
      let value = value(of: reward.metric, seen, index: index, given: publication)
      let standing = publication.distributions[reward.metric].normalScore(of: value)
      guard !value.isNaN, !standing.isNaN else { continue }
      let own = reward.expectedHours(value: value, standing: standing, noise: behaviour.weekNoise)
      total.utility += own / Double(sharers(of: reward, employee))
    }
    for target in scheme.targets {
      let value = value(of: target.metric, seen, index: index, given: publication)
      if target.isFlagged, !(value >= target.threshold) {
        total.utility -= belief * behaviour.flagCost
      }
    }
    return total
  }

  /// How many share a reward: each moves the mean of a group of n by one n-th (Kandel and Lazear
  /// 1992; MODEL 1.4).
  private func sharers(of reward: Reward, _ employee: Employee) -> Int {
    switch reward.scope {
    case .person: 1
    case .team: employee.teamSize
    case .organisation: employee.organisationSize
    }
  }

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

extension DecisionProblem {
  /// What is published at the start of a week: metric by metric, last week's distribution and what
  /// the formula needs of other people.
  struct Publication: Sendable {
    var distributions: [ScoreDistribution]
    var references: [MetricReference]
  }

  /// What the scheme publishes after a week, for the next one.
  ///
  /// - Parameter recent: values of each metric of the scheme, over the weeks that people remember.
  func publication(of panel: ObservationPanel, recent: [[Double]]) -> Publication {
    Publication(
      distributions: recent.map { ScoreDistribution($0) },
      references: scheme.metrics.map { $0.formula.reference(in: panel, for: .next) })
  }
}
