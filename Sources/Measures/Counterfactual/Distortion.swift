import WorkplaceModel

/// What a policy does, by comparison with the same replication without its incentives, and without
/// gaming.
///
/// The runs share every random draw (common random numbers) and differ in one thing each:
///
/// - *policy*: the policy as it is;
/// - *unobserved*: nobody sees the metric: no board, target, reward, promise or audit, the same
///   permissions. What differs from it is the doing of the metric;
/// - *honest*: the policy as it is, with gaming techniques unavailable. What differs from it is the
///   doing of gaming.
///
/// Every figure is over the evaluation window unless it says otherwise, and NaN where it is
/// undefined: those that read the metric for a policy that measures nothing, those that need the
/// honest run without one.
public struct Distortion: Sendable {
  /// The run under the policy.
  public let policy: RunSketch
  /// The same replication with gaming techniques unavailable.
  public let honest: RunSketch?
  /// The same replication with the metric unobserved.
  public let unobserved: RunSketch

  /// Compares a run with its counterfactuals.
  ///
  /// - Parameters:
  ///   - policy: the run under the policy.
  ///   - honest: the same with gaming techniques unavailable; nil if it was not run.
  ///   - unobserved: the same with the metric unobserved; the run itself for a policy that measures
  ///     nothing.
  /// - Precondition: all sketches are of the same scenario and policy index.
  public init(policy: RunSketch, honest: RunSketch?, unobserved: RunSketch) {
    precondition(
      policy.people.count == unobserved.people.count && policy.weeks.count == unobserved.weeks.count
        && policy.dashboard == unobserved.dashboard,
      "a counterfactual is recorded with the scenario and policy it belongs to")
    self.policy = policy
    self.honest = honest
    self.unobserved = unobserved
  }
}
