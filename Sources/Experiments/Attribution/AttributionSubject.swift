import WorkplaceModel

/// A policy whose net effect is split, and the world without its metric that it is held against.
public struct AttributionSubject: Sendable, Equatable {
  /// Name of the policy.
  public var policy: String
  /// The channels that can act under it; the others are left alone, and have no part.
  public var acting: Channels
  /// The run without the metric, with every channel: the policy unobserved, or another policy that
  /// is the same.
  public var reference: Arm
  /// The channels that are switched off in the reference too where they are off in the policy,
  /// because they act without a metric as well.
  public var shared: Channels

  /// Creates a subject.
  public init(_ policy: String, acting: Channels, reference: Arm? = nil, shared: Channels = .risk) {
    self.policy = policy
    self.acting = acting
    self.reference = reference ?? Arm(policy, isObserved: false)
    self.shared = shared
  }

  /// The arm of the policy with some channels.
  func arm(with channels: Channels) -> Arm {
    Arm(policy, channels: channels.union(Channels.all.subtracting(acting)))
  }

  /// The arm it is held against with the same channels.
  func referenceArm(with channels: Channels) -> Arm {
    var arm = reference
    arm.channels = channels.union(Channels.all.subtracting(acting.intersection(shared)))
    return arm
  }
}

extension AttributionSubject {
  /// The subjects of a scenario: policies with their own effect, each with the cheapest reference.
  ///
  /// Unobserved, policies with the same permissions are the same, so they share one reference: a
  /// policy without a metric if there is one. A dashboard that is read without its metric is each
  /// policy's own, and luck gets into it there too; so measures of dashboards are held against the
  /// policy's own unobserved world, with the same switch for noise.
  ///
  /// - Parameters:
  ///   - names: the policies wanted; nil for all.
  ///   - readsDashboard: whether a measure reads the dashboard.
  /// - Returns: In the order of the scenario, without policies that equal their reference.
  public static func subjects(
    of scenario: Scenario, named names: Set<String>? = nil, readsDashboard: Bool
  ) -> [AttributionSubject] {
    scenario.policies.compactMap { policy in
      guard names?.contains(policy.name) ?? true, !policy.equals(its: .unobserved) else {
        return nil
      }
      return AttributionSubject(
        policy.name, acting: policy.actingChannels(in: scenario),
        reference: readsDashboard ? nil : policy.reference(in: scenario),
        shared: readsDashboard ? [.risk, .noise] : .risk)
    }
  }
}

extension Policy {
  /// The arm that is the policy unobserved.
  fileprivate func reference(in scenario: Scenario) -> Arm? {
    let twins = scenario.policies.filter { $0.grantsAsMuch(as: self) }
    if let plain = twins.first(where: { $0.equals(its: .unobserved) }) { return Arm(plain.name) }
    return twins.first.map { Arm($0.name, isObserved: false) }
  }
}
