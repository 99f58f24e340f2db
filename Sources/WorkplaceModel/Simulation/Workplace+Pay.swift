import Incentives

/// What is paid on Monday for the week before.
extension Workplace {
  /// Rewards paid for the week, in hours of pay.
  func bonusHours() -> Double {
    var total = 0.0
    for reward in problem.scheme.rewards {
      let values = problem.scheme.metrics[reward.metric].formula.values(in: panel)
      let distribution = ScoreDistribution(values)
      for value in values where !value.isNaN {
        total += reward.expectedHours(
          value: value, standing: distribution.normalScore(of: value))
      }
    }
    return total
  }
}
