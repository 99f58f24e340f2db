import WorkplaceModel

/// Which counterfactuals a study runs, each only once.
///
/// A policy that is its own counterfactual is not run again. Unobserved, policies with the same
/// permissions are the same and share one run, which is that of a policy without a metric if the
/// study has one. Honest, every policy is run for itself: what a metric makes people do without
/// gaming differs from policy to policy.
struct CounterfactualPlan: Sendable {
  /// The policies, each with those that compare themselves with it.
  private(set) var policyArms: [StudyPlan.Arm] = []
  /// What has to be simulated beside the policies.
  private(set) var arms: [StudyPlan.Arm] = []
  /// Where the runs of each counterfactual are found, by policy; only of those that are wanted.
  private(set) var places: [(counterfactual: Counterfactual, byPolicy: [Place])] = []

  /// Where runs are found.
  enum Place: Sendable, Equatable {
    /// They are those of a policy of the study.
    case policy(Int)
    /// They are those of an arm of the plan.
    case arm(Int)
  }

  init(_ scenario: Scenario, _ selection: CounterfactualSelection) {
    for counterfactual in Self.wanted(by: selection) {
      let places = scenario.policies.indices.map { place(counterfactual, of: $0, in: scenario) }
      self.places.append((counterfactual, places))
    }
    policyArms = scenario.policies.enumerated().map { index, policy in
      StudyPlan.Arm(
        policy: policy, index: index,
        serves: places.isEmpty
          ? [] : scenario.policies.indices.filter { $0 == index || usesPolicy(index, $0) })
    }
    for index in arms.indices {
      arms[index].serves = scenario.policies.indices.filter { policy in
        places.contains { $0.byPolicy[policy] == .arm(index) }
      }
    }
  }

  /// Whether a counterfactual of a policy is another policy's run.
  private func usesPolicy(_ run: Int, _ policy: Int) -> Bool {
    places.contains { $0.byPolicy[policy] == .policy(run) }
  }

  private static func wanted(by selection: CounterfactualSelection) -> [Counterfactual] {
    switch selection {
    case .all: [.unobserved, .honest]
    case .honest: [.honest]
    case .none: []
    }
  }

  private mutating func place(
    _ counterfactual: Counterfactual, of index: Int, in scenario: Scenario
  ) -> Place {
    let policy = scenario.policies[index]
    if policy.equals(its: counterfactual) { return .policy(index) }
    if counterfactual == .unobserved {
      let twin = scenario.policies.firstIndex {
        $0.equals(its: .unobserved) && $0.grantsAsMuch(as: policy)
      }
      if let twin { return .policy(twin) }
      let known = arms.firstIndex {
        $0.counterfactual == .unobserved && $0.policy.grantsAsMuch(as: policy)
      }
      if let known { return .arm(known) }
    }
    arms.append(
      StudyPlan.Arm(
        policy: policy.under(counterfactual), index: index, counterfactual: counterfactual))
    return .arm(arms.count - 1)
  }
}
