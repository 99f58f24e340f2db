import Incentives
import WorkplaceModel

/// What a policy's own dashboard shows: the leading metric and the target.
///
/// The leading metric is what most depends on: the metric of the first reward; without rewards, of
/// the first board; without boards, of the first target; else the first metric. A policy that
/// changes is known by the last of its phases that measures anything.
///
/// A dashboard can be read under any policy, because every metric of a study is computed under
/// every policy. That is how a metric is compared with itself where nobody is rewarded by it.
public struct PolicyDashboard: Sendable, Equatable {
  /// Index of the leading metric in `Scenario.metrics`.
  public var metric: Int
  /// The first target; without targets what the first lump sum is paid for; nil without both.
  public var target: TargetLine?
  /// How those to be audited are picked; nil without audits.
  public var auditing: Auditing?

  /// How those to be audited are picked.
  public enum Auditing: Sendable, Equatable {
    /// Everybody with the same probability.
    case random
    /// From the top of the metric at this index of `Scenario.metrics`.
    case metric(Int)
  }

  /// A value that people are expected to reach.
  public struct TargetLine: Sendable, Equatable {
    /// Index of the target's metric in `Scenario.metrics`.
    public var metric: Int
    /// The value to be reached.
    public var threshold: Double
    /// Whether the metric is a condition, which is met or not.
    public var isCondition: Bool

    /// Creates a target line.
    public init(metric: Int, threshold: Double, isCondition: Bool) {
      self.metric = metric
      self.threshold = threshold
      self.isCondition = isCondition
    }
  }

  /// Creates a dashboard.
  public init(metric: Int, target: TargetLine? = nil, auditing: Auditing? = nil) {
    self.metric = metric
    self.target = target
    self.auditing = auditing
  }

  /// The dashboard of a policy; nil if the policy measures nothing.
  public init?(of policy: Policy, in scenario: Scenario) {
    guard let phase = policy.phases.last(where: { !$0.metricIndices.isEmpty }) else { return nil }
    let scheme = phase.scheme
    let leading =
      scheme.rewards.first?.metric ?? scheme.leaderboards.first?.metric ?? scheme.targets.first?
      .metric
      ?? 0
    metric = phase.metricIndices[leading]
    target = scheme.firstThreshold.map { index, threshold in
      let metric = phase.metricIndices[index]
      return TargetLine(
        metric: metric, threshold: threshold,
        isCondition: scenario.metrics[metric].formula.isCondition)
    }
    auditing = scheme.audit.map { rule in
      switch rule.selection {
      case .random: .random
      case .topOfMetric(let metric): .metric(phase.metricIndices[metric])
      }
    }
  }
}

extension IncentiveScheme {
  /// What people are first of all asked to reach: the metric's index in the scheme and the value.
  fileprivate var firstThreshold: (metric: Int, threshold: Double)? {
    if let target = targets.first { return (target.metric, target.threshold) }
    for reward in rewards {
      if case .threshold(let threshold) = reward.kind { return (reward.metric, threshold) }
    }
    return nil
  }
}

/// What a dashboard adds up over person-weeks.
public struct DashboardTotals: Sendable, Equatable {
  /// Sum of the leading metric.
  public var score = 0.0
  /// Person-weeks with a value of the leading metric.
  public var scored = 0.0
  /// Person-weeks with a value of the target's metric.
  public var targetScored = 0.0
  /// Person-weeks at or above the threshold.
  public var targetMet = 0.0
  /// Person-weeks between the threshold and 1.1 times it; NaN for conditions.
  public var targetNear = 0.0

  /// Nothing yet.
  public init() {}

  /// What a dashboard reads in one week.
  public init(_ dashboard: PolicyDashboard, of ledger: WeekLedger) {
    for score in ledger.scores[dashboard.metric] where !score.isNaN {
      self.score += score
      scored += 1
    }
    guard let target = dashboard.target else { return }
    for score in ledger.scores[target.metric] where !score.isNaN {
      targetScored += 1
      if score >= target.threshold { targetMet += 1 }
      if score >= target.threshold, score <= 1.1 * target.threshold { targetNear += 1 }
    }
    if target.isCondition || target.threshold <= 0 { targetNear = .nan }
  }

  /// Adds the totals of other weeks.
  public static func += (sum: inout DashboardTotals, addend: DashboardTotals) {
    sum.score += addend.score
    sum.scored += addend.scored
    sum.targetScored += addend.targetScored
    sum.targetMet += addend.targetMet
    sum.targetNear += addend.targetNear
  }
}
