import Measures
import WorkplaceModel

/// Simulates every replication of a scenario under every policy.
///
/// Each replication is warmed up once and the world, a value, is copied into every policy. Tasks
/// run in a group of bounded width; their results are put where they belong by index, so the same
/// figures come out for any number of threads. At most about two worlds for every thread are alive.
public enum StudyRunner {
  /// Runs a study.
  ///
  /// - Parameters:
  ///   - scenario: what is simulated.
  ///   - options: how.
  ///   - onProgress: called a few times a second from any thread, and once at the end.
  /// - Throws: ``StudyError`` for options that make no sense; `CancellationError` when the task is
  ///   cancelled, at most a simulated week later.
  public static func run(
    _ scenario: Scenario, options: StudyOptions = StudyOptions(),
    onProgress: @escaping @Sendable (StudyProgress) -> Void = { _ in }
  ) async throws -> StudyResults {
    guard options.threads >= 1 else { throw StudyError.noThreads(options.threads) }
    let scenario = try scenario.keeping(policies: options.policies)
    let plan = StudyPlan(scenario, options)
    let meter = ProgressMeter(
      totalUnits: plan.weeks, totalRuns: plan.policies * plan.replications, report: onProgress)
    let runs = try await simulate(plan, meter)
    meter.finish()
    return StudyResults(
      scenario: scenario, catalogue: plan.catalogue, options: options, runs: runs,
      elapsedSeconds: meter.elapsedSeconds)
  }

  private static func simulate(
    _ plan: StudyPlan, _ meter: ProgressMeter
  ) async throws -> [[PolicyRun]] {
    var runs = [[PolicyRun?]](
      repeating: Array(repeating: nil, count: plan.replications), count: plan.policies)
    try await withThrowingTaskGroup(of: StudyPlan.Outcome.self) { group in
      var queue = plan.makeQueue()
      var running = 0
      while true {
        while running < plan.options.threads, let job = queue.next() {
          running += 1
          group.addTask { try plan.perform(job, meter) }
        }
        guard let outcome = try await group.next() else { break }
        running -= 1
        switch outcome {
        case .warm(let replication, let world):
          queue.add(plan.jobs(replication, from: world))
        case .done(let replication, let policy, let run):
          runs[policy][replication] = run
          meter.runDone()
        }
      }
    }
    return runs.map { $0.compactMap { $0 } }
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
