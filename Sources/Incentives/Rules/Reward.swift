/// Something of value that depends on a metric.
public struct Reward: Sendable, Equatable {
  /// How the reward depends on the metric.
  public enum Kind: Sendable, Hashable {
    /// Pay in proportion to standing, in standard deviations from the mean.
    case bonus
    /// A better chance of promotion in proportion to standing.
    case promotion
    /// Pay for every unit of the metric.
    case pieceRate
    /// A prize for those in the top share.
    case prize(topShare: Double)
  }

  /// Index of the metric in the scheme.
  public var metric: Int

  /// How the reward depends on the metric.
  public var kind: Kind

  /// Worth in hours of pay each week: per standard deviation of standing for a bonus or a
  /// promotion, per unit of the metric for a piece rate, in all for a prize.
  public var weightHours: Double

  /// Whose value counts.
  public var scope: Scope

  /// Makes a reward.
  ///
  /// - Parameters:
  ///   - metric: Index of the metric in the scheme.
  ///   - kind: How the reward depends on the metric.
  ///   - weightHours: Worth in hours of pay each week, at least 0.
  ///   - scope: Whose value counts.
  public init(metric: Int, kind: Kind, weightHours: Double, scope: Scope = .person) {
    self.metric = metric
    self.kind = kind
    self.weightHours = weightHours
    self.scope = scope
  }

  /// Makes a bonus of a share of pay for every standard deviation of standing.
  ///
  /// - Parameters:
  ///   - shareOfPay: For example 0.08.
  ///   - weeklyHours: Hours of pay in a week.
  ///   - metric: Index of the metric in the scheme.
  ///   - scope: Whose value counts.
  public static func bonus(
    shareOfPay: Double, weeklyHours: Double, metric: Int, scope: Scope = .person
  ) -> Reward {
    Reward(metric: metric, kind: .bonus, weightHours: shareOfPay * weeklyHours, scope: scope)
  }
}

extension Reward {
  /// Expected worth in hours of pay.
  ///
  /// - Parameters:
  ///   - value: The metric's value in its unit; used by piece rates only.
  ///   - standing: Mean standing in standard deviations; used by all others.
  ///   - noise: Standard deviation of the standing; matters for prizes only, since the others are
  ///     linear.
  public func expectedHours(value: Double, standing: Double, noise: Double = 0) -> Double {
    switch kind {
    case .bonus, .promotion:
      return weightHours * standing
    case .pieceRate:
      return weightHours * value
    case .prize(let topShare):
      let board = Leaderboard(metric: metric, badgeShare: topShare)
      return weightHours * board.badgeProbability(normalScore: standing, noise: noise)
    }
  }
}
