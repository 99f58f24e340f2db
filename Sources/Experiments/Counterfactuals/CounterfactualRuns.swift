/// What came of the counterfactuals of a study.
public struct CounterfactualRuns: Sendable {
  /// What was simulated beside the policies, by arm of the plan, then replication.
  private(set) var runs: [[PolicyRun]]
  private let plan: CounterfactualPlan

  init(_ plan: CounterfactualPlan, runs: [[PolicyRun]]) {
    self.plan = plan
    self.runs = runs
  }

  /// The counterfactuals that were wanted.
  public var kinds: [Counterfactual] { plan.places.map(\.counterfactual) }

  /// Replications simulated beside those of the policies.
  public var simulatedRuns: Int { runs.reduce(0) { $0 + $1.count } }

  /// Whether a policy and its counterfactual are one and the same.
  public func isItself(_ counterfactual: Counterfactual, policy: Int) -> Bool {
    place(counterfactual, policy: policy) == .policy(policy)
  }

  /// The runs of a policy's counterfactual, by replication; nil if it was not wanted.
  func runs(
    of counterfactual: Counterfactual, policy: Int, among policies: [[PolicyRun]]
  ) -> [PolicyRun]? {
    switch place(counterfactual, policy: policy) {
    case .policy(let index): policies[index]
    case .arm(let index): runs[index]
    case nil: nil
    }
  }

  /// Forgets what only a comparison needs.
  mutating func dropSketches() { runs = runs.map { $0.map(\.withoutSketches) } }

  private func place(_ counterfactual: Counterfactual, policy: Int) -> CounterfactualPlan.Place? {
    plan.places.first { $0.counterfactual == counterfactual }?.byPolicy[policy]
  }
}
