import Incentives
import WorkplaceModel

/// A world in which one thing about a policy is different and all else, chance included, is the
/// same.
///
/// The distance between a policy and its counterfactual is what the thing does; it is computed, not
/// inferred.
public enum Counterfactual: String, CaseIterable, Sendable {
  /// The metric is not there: nothing is shown, demanded, rewarded, promised or audited. The same
  /// permissions hold in the same weeks.
  case unobserved
  /// Everything is as under the policy, and no technique of gaming is available.
  case honest
}

extension Policy {
  /// The policy as it stands in a counterfactual.
  func under(_ counterfactual: Counterfactual) -> Policy {
    var policy = self
    switch counterfactual {
    case .honest:
      for index in phases.indices { policy.phases[index].channels.remove(.gaming) }
    case .unobserved:
      policy.phases = permissionPhases
    }
    return policy
  }

  /// The policy as it stands in an arm of an experiment.
  func under(_ arm: Arm) -> Policy {
    var policy = arm.isObserved ? self : under(.unobserved)
    for index in policy.phases.indices {
      policy.phases[index].channels.formIntersection(arm.channels)
    }
    return policy
  }

  /// Whether the counterfactual is the policy itself, so that there is nothing to run.
  ///
  /// Without gaming: where no metric has consequences, or gaming is impossible already, no profile
  /// that games is on the menu (`Menu`). Unobserved: where no phase has any rule.
  func equals(its counterfactual: Counterfactual) -> Bool {
    switch counterfactual {
    case .honest:
      phases.allSatisfy {
        !$0.channels.contains(.gaming) || $0.scheme.consequentialMetrics.isEmpty
      }
    case .unobserved: phases.allSatisfy { $0.scheme.isEmpty && $0.metricIndices.isEmpty }
    }
  }

  /// The phases of the policy without any rule: which permissions hold from which week on.
  ///
  /// Weeks in which nothing changes are left out, so that equal phases mean equal runs.
  private var permissionPhases: [PolicyPhase] {
    var result: [PolicyPhase] = []
    for phase in phases where result.last?.permissions.name != phase.permissions.name {
      result.append(
        PolicyPhase(
          startWeek: phase.startWeek, scheme: .none, metricIndices: [],
          permissions: phase.permissions))
    }
    return result
  }

  /// Whether two policies grant the same permissions in the same weeks.
  ///
  /// Within a scenario a permission profile is known by its name.
  func grantsAsMuch(as other: Policy) -> Bool {
    func grants(_ policy: Policy) -> [Grant] {
      policy.permissionPhases.map { Grant(startWeek: $0.startWeek, profile: $0.permissions.name) }
    }
    return grants(self) == grants(other)
  }

  private struct Grant: Equatable {
    var startWeek: Int
    var profile: String
  }
}

extension IncentiveScheme {
  /// Whether the scheme has no rule at all; what people would label or guess does not count.
  var isEmpty: Bool {
    var blank = IncentiveScheme.none
    blank.intentAccounting = intentAccounting
    blank.priorItCounts = priorItCounts
    return self == blank
  }
}
