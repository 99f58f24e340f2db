/// Values of one figure by policy and replication, those of one replication on common random
/// numbers; NaN where undefined.
public struct PairedValues: Sendable, Equatable {
  /// Names of the policies.
  public let policies: [String]
  /// By policy, then replication.
  public let values: [[Double]]
  /// Which direction is better.
  public let goal: Goal

  /// Which direction of a figure is better.
  public enum Goal: String, Sendable {
    /// The highest mean is the best.
    case highest
    /// The lowest mean is the best.
    case lowest

    /// What values are multiplied by so that more is better.
    public var sign: Double { self == .highest ? 1 : -1 }
  }

  /// Takes values.
  ///
  /// - Precondition: as many replications for each policy.
  public init(policies: [String], values: [[Double]], goal: Goal = .highest) {
    precondition(policies.count == values.count, "values for each policy")
    precondition(Set(values.map(\.count)).count <= 1, "pairs need as many values on either side")
    self.policies = policies
    self.values = values
    self.goal = goal
  }

  /// Replications, whether or not the figure is defined in them.
  public var replications: Int { values.first?.count ?? 0 }

  /// The mean of a policy and its precision.
  public func level(of policy: Int) -> Estimate { Estimate(values[policy]) }

  /// One policy less another, over the replications where both are defined.
  public func difference(_ first: Int, less second: Int) -> Estimate {
    Estimate(zip(values[first], values[second]).map { $0 - $1 })
  }

  /// How far a policy is better than another: the difference in the direction of the goal.
  public func advantage(of first: Int, over second: Int) -> Estimate {
    Estimate(zip(values[first], values[second]).map { goal.sign * ($0 - $1) })
  }

  /// The policies whose mean is defined, best first; equals in their order.
  public var order: [Int] {
    policies.indices
      .compactMap { policy in level(of: policy).mean.map { (policy, goal.sign * $0) } }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .map(\.0)
  }
}
