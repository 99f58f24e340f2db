import Incentives
import Randomness

/// What is paid on Monday for the week before, and the thresholds that follow it.
extension Workplace {
  /// Pays the week, and lets thresholds follow it.
  mutating func pay(_ ledger: inout WeekLedger) {
    let values = problem.scheme.values(in: judged)
    rules.paid = rewards(values)
    ledger.bonusHours = rules.paid.reduce(0, +)
    rules.endWeek(values, teamOf: panel.teams)
  }

  /// Takes back what somebody who is caught earned in the week; the hours taken.
  mutating func clawBack(_ rule: AuditRule, from employee: Int) -> Double {
    let hours = rule.takenBack(of: rules.paid[employee])
    rules.paid[employee] -= hours
    return hours
  }

  /// Rewards for the week, in hours by employee.
  private func rewards(_ values: [[Double]]) -> [Double] {
    let scheme = problem.scheme
    var paid = [Double](repeating: 0, count: minds.count)
    let multipliers = rewardMultipliers()
    for (number, reward) in scheme.rewards.enumerated() {
      let hours = hours(of: reward, number, values[reward.metric])
      for index in paid.indices {
        if let gate = reward.gate, values[gate][index] != 1 { continue }
        paid[index] += multipliers[number] * hours[index]
      }
    }
    return paid
  }

  /// Hours that a reward pays each employee, before its gate and its weight.
  private func hours(of reward: Reward, _ number: Int, _ values: [Double]) -> [Double] {
    let shares = rules.rewardShares(of: reward, values, teamOf: panel.teams)
    let counted = shares.groups?.byEmployee ?? values.map(reward.counted)
    if case .tournament = reward.kind {
      guard let groups = shares.groups else { return Reward.prizes(reward.prizes, for: counted) }
      let prizes = Reward.prizes(reward.prizes, for: groups.means)
      return panel.teams.map { prizes[$0] }
    }
    let thresholds = rules.rewards[number].thresholds
    return counted.indices.map { index in
      let value = counted[index]
      guard !value.isNaN, !values[index].isNaN else { return 0 }
      // The mean standing of a group is what its members were given above.
      let isMean = shares.groups != nil && reward.paysStanding
      let basis = Reward.Basis(
        value: value, standing: isMean ? value : shares.distribution.normalScore(of: value),
        threshold: thresholds.isEmpty ? 0 : thresholds[index])
      return reward.prospect(basis).mean
    }
  }

  /// What each reward's declared worth is multiplied by this week: 1 where weights are known.
  ///
  /// Weights come from streams of their own purpose, so that every policy with as many rewards
  /// meets the same ones.
  private func rewardMultipliers() -> [Double] {
    let count = problem.scheme.rewards.count
    let weights = problem.scheme.weights
    guard let concentration = weights.concentration, count > 1 else {
      return Array(repeating: 1, count: count)
    }
    var stream =
      weights == .random(concentration: concentration)
      ? key.stream(.rewardWeights, entity: 1, index: weeksSimulated)
      : key.stream(.rewardWeights, entity: 0, index: 0)
    let draws = (0..<count).map { _ in stream.gamma(shape: concentration, scale: 1) }
    let sum = draws.reduce(0, +)
    return draws.map { sum > 0 ? Double(count) * $0 / sum : 1 }
  }

  /// What members who top up look at on the last day: the first threshold that they have to reach.
  func thresholdProbe(given publication: DecisionProblem.Publication) -> ThresholdProbe? {
    let scheme = problem.scheme
    func probe(_ metric: Int, _ thresholds: [Double]) -> ThresholdProbe {
      ThresholdProbe(
        formula: scheme.metrics[metric].formula, reference: publication.references[metric],
        thresholds: thresholds, dashboard: dashboard)
    }
    if let target = scheme.targets.first {
      return probe(target.metric, rules.targets[0].thresholds)
    }
    return scheme.rewards.firstIndex { $0.isLumpSum }.map {
      probe(scheme.rewards[$0].metric, rules.rewards[$0].thresholds)
    }
  }
}

extension Reward {
  /// Whether the reward is a lump sum at a threshold.
  var isLumpSum: Bool {
    if case .threshold = kind { true } else { false }
  }
}
