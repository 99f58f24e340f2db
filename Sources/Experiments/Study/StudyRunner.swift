import Measures
import WorkplaceModel

/// Simulates every replication of a scenario under every policy, and what stands beside them.
///
/// A study has stages: the policies, their counterfactuals, and variants of the scenario. In each
/// stage a replication is warmed up once and the world, a value, is copied into every arm; later
/// stages warm up again, which costs little and keeps no world in memory between stages. Tasks run
/// in a group of bounded width; their results are put where they belong by index, so the same
/// figures come out for any number of threads. At most about two worlds for every thread are alive.
public enum StudyRunner {
  /// Runs a study.
  ///
  /// - Parameters:
  ///   - scenario: what is simulated.
  ///   - options: how.
  ///   - onProgress: called a few times a second from any thread, and once at the end; counts the
  ///     weeks of all stages.
  ///   - onPolicies: called once when the policies are done and later stages are not, with the
  ///     results so far; not called in a study of one stage.
  /// - Throws: ``StudyError`` for options that make no sense; `CancellationError` when the task is
  ///   cancelled, at most a simulated week later.
  public static func run(
    _ scenario: Scenario, options: StudyOptions = StudyOptions(),
    onProgress: @escaping @Sendable (StudyProgress) -> Void = { _ in },
    onPolicies: @Sendable (StudyResults) -> Void = { _ in }
  ) async throws -> StudyResults {
    guard options.threads >= 1 else { throw StudyError.noThreads(options.threads) }
    let scenario = try scenario.keeping(policies: options.policies)
    let counterfactuals = CounterfactualPlan(scenario, options.usableCounterfactuals)
    let policies = StudyPlan(scenario, options, arms: counterfactuals.policyArms)
    let beside = StudyPlan(scenario, options, arms: counterfactuals.arms)
    let variants = VariantStudy.studies(of: scenario, options)
    let variantPlans = variants.map { $0.plans(options) }
    let plans = [policies, beside] + variantPlans.flatMap { $0 }
    let meter = ProgressMeter(
      totalUnits: plans.reduce(0) { $0 + $1.weeks }, totalRuns: plans.reduce(0) { $0 + $1.runs },
      report: onProgress)

    var results = StudyResults(
      scenario: scenario, catalogue: policies.catalogue, options: options,
      runs: try await simulate([policies], meter)[0])
    if plans.dropFirst().contains(where: { $0.runs > 0 }) { onPolicies(results) }
    if !counterfactuals.places.isEmpty {
      results.add(
        CounterfactualRuns(counterfactuals, runs: try await simulate([beside], meter)[0]))
    }
    for (study, plans) in zip(variants, variantPlans) {
      results.variants.append(
        study.results(of: try await simulate(plans, meter), beside: results))
    }
    meter.finish()
    results.elapsedSeconds = meter.elapsedSeconds
    return results
  }

  /// Simulates plans side by side; runs by plan, arm and replication.
  private static func simulate(
    _ plans: [StudyPlan], _ meter: ProgressMeter
  ) async throws -> [[[PolicyRun]]] {
    var runs = plans.map { plan in
      [[PolicyRun?]](
        repeating: Array(repeating: nil, count: plan.replications), count: plan.arms.count)
    }
    try await withThrowingTaskGroup(of: (plan: Int, outcome: StudyPlan.Outcome).self) { group in
      var queue = JobQueue(plans)
      var running = 0
      while true {
        while running < (plans.first?.options.threads ?? 1), let entry = queue.next() {
          running += 1
          let plan = plans[entry.plan]
          group.addTask { (entry.plan, try plan.perform(entry.job, onWeek: meter.weekDone)) }
        }
        guard let (number, outcome) = try await group.next() else { break }
        running -= 1
        switch outcome {
        case .warm(let replication, let world):
          queue.add(plans[number].jobs(replication, from: world), plan: number)
        case .done(let replication, let arm, let run):
          runs[number][arm][replication] = run
          meter.runDone()
        }
      }
    }
    return runs.map { $0.map { $0.compactMap { $0 } } }
  }
}

extension Scenario {
  /// The scenario with the named policies and the baseline only.
  func keeping(policies names: [String]?) throws(StudyError) -> Scenario {
    guard let names else { return self }
    let known = policies.map(\.name)
    for name in names where !known.contains(name) {
      throw StudyError.unknownPolicy(name, known: known)
    }
    let baselineName = policies[baseline].name
    var kept = self
    kept.policies = policies.filter { names.contains($0.name) || $0.name == baselineName }
    kept.baseline = kept.policies.firstIndex { $0.name == baselineName } ?? 0
    return kept
  }
}
