/// What an organisation measures, shows, demands, rewards, promises and audits.
///
/// Rules as data: numbers and indices into ``metrics``. What people do with them is the workplace
/// model's business.
public struct IncentiveScheme: Sendable, Equatable {
  /// The metrics; all other rules refer to them by index.
  public var metrics: [Metric]

  /// Published rankings.
  public var leaderboards: [Leaderboard]

  /// Thresholds to be reached.
  public var targets: [Target]

  /// Things of value that depend on metrics.
  public var rewards: [Reward]

  /// The promise not to use metrics in reviews, if one was made.
  public var promise: Promise?

  /// How sessions are audited, if they are.
  public var audit: AuditRule?

  /// Whether employees must label their sessions by intent.
  public var intentAccounting: Bool

  /// Whether people know how much each reward weighs.
  public var weights: RewardWeights

  /// Belief that a metric counts where nothing is rewarded and nothing promised; default 0.5.
  ///
  /// An assumption: people guess that what is measured may be used.
  public var priorItCounts: Double

  /// Makes a scheme; whatever is left out does not exist.
  public init(
    metrics: [Metric] = [], leaderboards: [Leaderboard] = [], targets: [Target] = [],
    rewards: [Reward] = [], promise: Promise? = nil, audit: AuditRule? = nil,
    intentAccounting: Bool = false, weights: RewardWeights = .disclosed, priorItCounts: Double = 0.5
  ) {
    self.metrics = metrics
    self.leaderboards = leaderboards
    self.targets = targets
    self.rewards = rewards
    self.promise = promise
    self.audit = audit
    self.intentAccounting = intentAccounting
    self.weights = weights
    self.priorItCounts = priorItCounts
  }

  /// No metric and no rule.
  public static let none = IncentiveScheme()
}

extension IncentiveScheme {
  /// Whether anything is measured at all.
  public var hasMetric: Bool { !metrics.isEmpty }

  /// Belief ρ that metrics count for pay or career, from 0 to 1.
  ///
  /// 1 if a reward rests on a metric; 1 − c under a promise that the employee believes with
  /// credibility c; ``priorItCounts`` if nobody says anything; 0 without a metric.
  public func weightItCounts(credibility: Double) -> Double {
    if !hasMetric { return 0 }
    if !rewards.isEmpty { return 1 }
    return promise == nil ? priorItCounts : 1 - credibility
  }

  /// The observables that some metric looks at.
  public var observedDependencies: ObservableSet {
    metrics.reduce(into: []) { $0.formUnion($1.formula.dependencies) }
  }

  /// The formulas of all metrics, in order; what an ``ObservationPanel`` is made for.
  public var formulas: [MetricFormula] { metrics.map(\.formula) }

  /// The values of all metrics for the panel's current week, metric by metric.
  public func values(in panel: ObservationPanel) -> [[Double]] {
    metrics.map { $0.formula.values(in: panel) }
  }

  /// What-if references of all metrics, metric by metric.
  public func references(
    in panel: ObservationPanel, for week: ReferenceWeek = .same
  ) -> [MetricReference] {
    metrics.map { $0.formula.reference(in: panel, for: week) }
  }
}
