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
  ///   - archive: where finished runs are kept and looked up; nil to keep none.
  ///   - mode: what happens to runs that the archive does not have.
  ///   - onProgress: called a few times a second from any thread, and once at the end; counts the
  ///     weeks of all stages.
  ///   - onPolicies: called once when the policies are done and later stages are not, with the
  ///     results so far; not called in a study of one stage.
  /// - Throws: ``StudyError`` for options that make no sense; ``MissingRuns``; ``ShardDone``; what the
  ///   archive throws; `CancellationError` when the task is cancelled, at most a simulated week later.
  public static func run(
    _ scenario: Scenario, options: StudyOptions = StudyOptions(),
    archive: (any RunArchive)? = nil, mode: SimulatedRuns.Mode = .simulating,
    onProgress: @escaping @Sendable (ExperimentProgress) -> Void = { _ in },
    onPolicies: @Sendable (StudyResults) -> Void = { _ in }
  ) async throws -> StudyResults {
    guard options.threads >= 1 else { throw StudyError.noThreads(options.threads) }
    let start = ContinuousClock.now
    var scenario = try scenario.keeping(policies: options.policies)
    let meter = ExperimentMeter(policies: scenario.policies.map(\.name), report: onProgress)
    let warmUp = try await WarmUpFinding.search(for: scenario, threads: options.threads)
    if let warmUp { scenario.warmUpWeeks = warmUp.weeks }
    let counterfactuals = CounterfactualPlan(scenario, options.usableCounterfactuals)
    let work = StageWork(
      archive: archive, kept: try archive?.addresses() ?? [], mode: mode,
      threads: options.threads, meter: meter)
    let found = try await PreciseReplications.find(scenario, options, counterfactuals, work)
    if let found { scenario.replications = found.count }
    let variants = VariantStudy.studies(of: scenario, options)
    let stages = stages(of: scenario, options, counterfactuals, variants)
    // The policies have been simulated already where their precision was looked at.
    try work.prepare(found == nil ? stages : Array(stages.dropFirst()))
    if case .shard = mode {
      for stage in stages { _ = try await work.runs(of: stage) }
      try archive?.seal()
      throw ShardDone()
    }

    func policyRuns() async throws -> [[PolicyRun]] {
      if let found { return found.runs }
      return try await work.runs(of: stages[0])[0]
    }
    var results = StudyResults(
      scenario: scenario, catalogue: stages[0].plans[0].catalogue, options: options,
      runs: try await policyRuns())
    results.warmUp = warmUp
    results.precisionCaution = found?.caution
    if stages.dropFirst().contains(where: { $0.plans.contains { $0.runs > 0 } }) {
      onPolicies(results)
    }
    if !counterfactuals.places.isEmpty {
      results.add(
        CounterfactualRuns(counterfactuals, runs: try await work.runs(of: stages[1])[0]))
    }
    for (study, stage) in zip(variants, stages.dropFirst(2)) {
      results.variants.append(
        study.results(of: try await work.runs(of: stage), beside: results))
    }
    meter.finish()
    results.elapsedSeconds = (ContinuousClock.now - start) / .seconds(1)
    return results
  }

  /// Runs of all stages of a study.
  public static func runCount(_ scenario: Scenario, _ options: StudyOptions) -> Int {
    guard let scenario = try? scenario.keeping(policies: options.policies) else { return 0 }
    let stages = stages(
      of: scenario, options, CounterfactualPlan(scenario, options.usableCounterfactuals),
      VariantStudy.studies(of: scenario, options))
    return stages.reduce(0) { $0 + $1.plans.reduce(0) { $0 + $1.runs } }
  }

  private static func stages(
    of scenario: Scenario, _ options: StudyOptions, _ counterfactuals: CounterfactualPlan,
    _ variants: [VariantStudy]
  ) -> [StudyStage] {
    let policies = StudyPlan(scenario, options, arms: counterfactuals.policyArms)
    let beside = StudyPlan(scenario, options, arms: counterfactuals.arms)
    var stages = [StudyStage("policies", [policies], firstCell: 0)]
    stages.append(stages[0].next("counterfactuals", [beside]))
    for study in variants {
      stages.append(stages[stages.count - 1].next(study.kind.rawValue, study.plans(options)))
    }
    return stages
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
