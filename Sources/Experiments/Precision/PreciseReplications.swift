import Measures
import WorkplaceModel

/// The replications of the policies that a precision takes.
struct PreciseReplications {
  /// How many suffice, or the most allowed.
  var count: Int
  /// The runs of the policies, by arm, then replication.
  var runs: [[PolicyRun]]
  /// What is said where the most allowed did not suffice.
  var caution: String?

  /// Simulates the policies until a figure is known as precisely as the scenario asks; nil if it
  /// does not ask.
  ///
  /// The number is the smallest that suffices, whatever was simulated at a time.
  ///
  /// - Throws: ``StudyError/adaptive`` for a shard, which cannot know how many others make.
  static func find(
    _ scenario: Scenario, _ options: StudyOptions, _ counterfactuals: CounterfactualPlan,
    _ work: StageWork
  ) async throws -> PreciseReplications? {
    guard let target = scenario.design.precision else { return nil }
    guard work.mode.needsOutcomes else { throw StudyError.adaptive }
    let stopping = SequentialStopping(target)
    var count = min(target.first, target.most)
    var done = 0
    var runs: [[PolicyRun]] = []
    while true {
      let plan = StudyPlan(
        scenario, options, arms: counterfactuals.policyArms, replications: count)
      let stage = StudyStage("policies", [plan], firstCell: 0)
      try work.prepare([stage], from: done)
      runs = try await work.runs(of: stage, beginningWith: runs)[0]
      done = count
      let series = series(of: target, runs, scenario, plan.catalogue)
      if let enough = stopping.sufficientCount(series) {
        return PreciseReplications(count: enough, runs: runs.map { Array($0.prefix(enough)) })
      }
      let expected = stopping.expectedCount(series)
      if done >= target.most {
        return PreciseReplications(
          count: done, runs: runs, caution: caution(target, stopping.unboundedCount(series)))
      }
      count = min(expected, 2 * done, target.most)
    }
  }

  private static func series(
    of target: PrecisionTarget, _ runs: [[PolicyRun]], _ scenario: Scenario,
    _ catalogue: MeasureCatalogue
  ) -> [SequentialStopping.Series] {
    guard let measure = catalogue.position(of: target.measure) else { return [] }
    let results = StudyResults(
      scenario: scenario, catalogue: catalogue, options: StudyOptions(), runs: runs)
    // A policy under which the measure is never defined cannot be known, and holds nothing up.
    let policies = scenario.policies.indices.filter { policy in
      results.values(of: measure, policy: policy).contains { !$0.isNaN }
    }
    switch target.quantity {
    case .level:
      return policies.map { .init(results.values(of: measure, policy: $0)) }
    case .difference:
      return policies.filter { $0 != scenario.baseline }.map { policy in
        let baseline = results.baselineValues(of: measure, against: policy)
        let values = results.values(of: measure, policy: policy)
        return .init(zip(values, baseline).map { $0 - $1 }, relativeTo: baseline)
      }
    }
  }

  private static func caution(_ target: PrecisionTarget, _ wanted: Int) -> String {
    """
    \(target.most) replications, the most allowed, do not make \(target.measure) as precise as asked \
    under every policy; about \(wanted) would
    """
  }
}
