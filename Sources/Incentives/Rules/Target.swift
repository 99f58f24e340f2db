/// A threshold that somebody is expected to reach.
public struct Target: Sendable, Equatable {
  /// Index of the metric in the scheme.
  public var metric: Int

  /// The value to be reached, in the metric's unit; 0.5 for a metric that is a condition.
  public var threshold: Double

  /// Share of the team's or organisation's people who should reach it, if that is the goal.
  public var goalShare: Double?

  /// Whose value counts.
  public var scope: Scope

  /// Whether people below the threshold are flagged to their manager.
  public var isFlagged: Bool

  /// How the threshold follows results.
  public var ratchet: Ratchet

  /// Makes a target.
  ///
  /// - Parameters:
  ///   - metric: Index of the metric in the scheme.
  ///   - threshold: The value to be reached, by default that of a condition.
  ///   - goalShare: Share of people who should reach it, for example 0.80.
  ///   - scope: Whose value counts.
  ///   - isFlagged: Whether people below are flagged.
  ///   - ratchet: How the threshold follows results.
  public init(
    metric: Int, threshold: Double = 0.5, goalShare: Double? = nil, scope: Scope = .person,
    isFlagged: Bool = true, ratchet: Ratchet = .none
  ) {
    self.metric = metric
    self.threshold = threshold
    self.goalShare = goalShare
    self.scope = scope
    self.isFlagged = isFlagged
    self.ratchet = ratchet
  }
}

extension Target {
  /// Probability of reaching the threshold when the week's value is normal.
  ///
  /// - Parameters:
  ///   - mean: Expected value, in the metric's unit.
  ///   - deviation: Standard deviation of the week, in the same unit; 0 for a certain value.
  public func probabilityOfMeeting(mean: Double, deviation: Double) -> Double {
    guard deviation > 0 else { return mean >= threshold ? 1 : 0 }
    return StandardNormal.probability(below: (mean - threshold) / deviation)
  }

  /// Probability of reaching the threshold when the week's value is lognormal.
  ///
  /// - Parameters:
  ///   - median: Median value, in the metric's unit, at least 0.
  ///   - logDeviation: Standard deviation of its logarithm; 0 for a certain value.
  public func probabilityOfMeeting(median: Double, logDeviation: Double) -> Double {
    if threshold <= 0 { return 1 }
    guard median > 0 else { return 0 }
    guard logDeviation > 0 else { return median >= threshold ? 1 : 0 }
    return StandardNormal.probability(
      below: NumericFunctions.log(median / threshold) / logDeviation)
  }

  /// Probability that the group reaches its goal share.
  ///
  /// - Parameters:
  ///   - own: Probability that the employee reaches the threshold.
  ///   - others: How many others there are.
  ///   - othersEach: Probability that each of them does, independently.
  /// - Returns: The binomial tail; the own probability if there is no goal share.
  public func probabilityOfGoal(own: Double, others: Int, othersEach: Double) -> Double {
    goalChance(others: others, othersEach: othersEach).probability(own: own)
  }

  /// How the chance of the group's goal depends on an employee.
  ///
  /// - Parameters:
  ///   - others: How many others there are.
  ///   - othersEach: Probability that each of them reaches the threshold, independently.
  public func goalChance(others: Int, othersEach: Double) -> GoalChance {
    guard let goalShare else { return GoalChance(without: 0, pivotal: 1) }
    // A hair is taken off so that 80 % of 10 people are 8 people in spite of rounding.
    let needed = Int((goalShare * Double(others + 1) - 1e-9).rounded(.up))
    let each = BinomialDistribution.probabilities(among: others, each: othersEach)
    return GoalChance(
      without: min(1, needed <= others ? each[max(0, needed)...].reduce(0, +) : 0),
      pivotal: needed >= 1 ? each[needed - 1] : 0)
  }
}

/// How the chance that a group reaches its goal depends on one employee.
public struct GoalChance: Sendable, Equatable {
  /// Probability that the others are enough.
  public var without: Double

  /// Probability that exactly one is lacking, so that the employee decides.
  public var pivotal: Double

  /// Probability of the goal, given the own probability of reaching the threshold.
  public func probability(own: Double) -> Double { min(1, without + own * pivotal) }
}

/// Binomial probabilities.
enum BinomialDistribution {
  /// Probability of each number of successes, from none to `total`.
  static func probabilities(among total: Int, each probability: Double) -> [Double] {
    var all = [Double](repeating: 0, count: total + 1)
    guard probability > 0 else {
      all[0] = 1
      return all
    }
    guard probability < 1 else {
      all[total] = 1
      return all
    }
    let (success, failure) = (
      NumericFunctions.log(probability), NumericFunctions.log(1 - probability)
    )
    var ways = 0.0
    for count in 0...total {
      if count > 0 { ways += NumericFunctions.log(Double(total - count + 1) / Double(count)) }
      all[count] = NumericFunctions.exp(
        ways + Double(count) * success + Double(total - count) * failure)
    }
    return all
  }
}
