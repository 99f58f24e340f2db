/// What a sweep found: every measure kept, by point, policy and replication.
public struct SweepResults: Sendable {
  /// The sweep.
  public let sweep: Sweep
  /// Names of the policies.
  public let policies: [String]
  /// Index of the policy that the others are compared with.
  public let baseline: Int
  /// By point, policy, replication, then measure.
  private var values: [Double] = []

  init(sweep: Sweep, policies: [String], baseline: Int) {
    self.sweep = sweep
    self.policies = policies
    self.baseline = baseline
    values.reserveCapacity(sweep.runCount(policies: policies.count) * sweep.measures.count)
  }

  /// Appends the outcomes of further points.
  mutating func append(_ outcomes: [RunOutcome], _ positions: [Int]) {
    for outcome in outcomes {
      for position in positions { values.append(outcome.measures[position]) }
    }
  }

  /// How many points there are.
  public var pointCount: Int { sweep.design.pointCount }

  /// Values of a measure at a point, by replication; NaN where undefined.
  public func values(of measure: Int, policy: Int, point: Int) -> [Double] {
    let count = sweep.measures.count
    let first = ((point * policies.count + policy) * sweep.replications) * count + measure
    return (0..<sweep.replications).map { values[first + $0 * count] }
  }

  /// What the replications say about a measure at a point.
  public func estimate(of measure: Int, policy: Int, point: Int) -> Estimate {
    Estimate(values(of: measure, policy: policy, point: point))
  }

  /// The measure under a policy less the same under the baseline, paired.
  public func difference(of measure: Int, policy: Int, point: Int) -> Estimate {
    difference(of: measure, policy: policy, from: baseline, point: point)
  }

  /// The measure under a policy less the same under another, paired.
  public func difference(of measure: Int, policy: Int, from other: Int, point: Int) -> Estimate {
    PairedDifference(
      policy: values(of: measure, policy: policy, point: point),
      baseline: values(of: measure, policy: other, point: point)
    ).estimate
  }

  /// Means of a measure over replications, by point; NaN where it is undefined in all of them.
  public func means(of measure: Int, policy: Int) -> [Double] {
    (0..<pointCount).map { estimate(of: measure, policy: policy, point: $0).mean ?? .nan }
  }

  /// How many values of a measure are undefined.
  public func undefinedCount(of measure: Int, policy: Int) -> Int {
    (0..<pointCount).reduce(0) { count, point in
      count + values(of: measure, policy: policy, point: point).count { $0.isNaN }
    }
  }
}
