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

  /// Share γ of last week's surplus by which the threshold moves; 0 for a fixed target.
  public var ratchet: Double

  /// Makes a target.
  ///
  /// - Parameters:
  ///   - metric: Index of the metric in the scheme.
  ///   - threshold: The value to be reached, by default that of a condition.
  ///   - goalShare: Share of people who should reach it, for example 0.80.
  ///   - scope: Whose value counts.
  ///   - isFlagged: Whether people below are flagged.
  ///   - ratchet: How far the threshold follows results, from 0 to 1.
  public init(
    metric: Int, threshold: Double = 0.5, goalShare: Double? = nil, scope: Scope = .person,
    isFlagged: Bool = true, ratchet: Double = 0
  ) {
    self.metric = metric
    self.threshold = threshold
    self.goalShare = goalShare
    self.scope = scope
    self.isFlagged = isFlagged
    self.ratchet = ratchet
  }

  /// The threshold that follows a week with the given mean.
  ///
  /// T′ = T + γ(M̄ − T) (Weitzman 1980).
  public func threshold(after mean: Double) -> Double {
    threshold + ratchet * (mean - threshold)
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
    guard let goalShare else { return own }
    // A hair is taken off so that 80 % of 10 people are 8 people in spite of rounding.
    let needed = Int((goalShare * Double(others + 1) - 1e-9).rounded(.up))
    var enough = 0.0
    for met in 0...others {
      let probability = BinomialDistribution.probability(of: met, among: others, each: othersEach)
      if met >= needed { enough += probability }
      if met == needed - 1 { enough += own * probability }
    }
    return min(1, enough)
  }
}

/// Binomial probabilities for groups of ordinary size.
enum BinomialDistribution {
  /// Probability that exactly `count` of `total` succeed.
  static func probability(of count: Int, among total: Int, each probability: Double) -> Double {
    guard probability > 0 else { return count == 0 ? 1 : 0 }
    guard probability < 1 else { return count == total ? 1 : 0 }
    var logarithm =
      Double(count) * NumericFunctions.log(probability)
      + Double(total - count) * NumericFunctions.log(1 - probability)
    for index in 0..<min(count, total - count) {
      logarithm += NumericFunctions.log(Double(total - index) / Double(index + 1))
    }
    return NumericFunctions.exp(logarithm)
  }
}
