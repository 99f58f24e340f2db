import Measures
import WorkplaceModel

/// How long a world without any metric takes until it is steady, found by MSER-5 in a pilot.
public struct WarmUpFinding: Sendable, Equatable {
  /// Weeks of warm-up.
  public var weeks: Int
  /// Whether the pilot was too short to tell, so that the longest warm-up allowed was taken.
  public var isTooShort: Bool
  /// How it was looked for.
  public var search: WarmUpSearch

  /// Looks at the mean of a weekly measure over the replications of a pilot.
  ///
  /// - Parameter series: the measure by replication, then week.
  init(_ search: WarmUpSearch, series: [[Double]]) {
    let weeks = series.map(\.count).min() ?? 0
    let means = (0..<weeks).map { week in
      series.reduce(0) { $0 + $1[week] } / Double(series.count)
    }
    let found = MarginalStandardError(means)
    self.search = search
    isTooShort = found?.isTooShort ?? true
    self.weeks = isTooShort ? search.pilotWeeks / 2 : found?.truncation ?? 0
  }

  /// Runs the pilot of a scenario; nil if its warm-up is declared.
  static func search(for scenario: Scenario, threads: Int) async throws -> WarmUpFinding? {
    guard let search = scenario.design.warmUpSearch else { return nil }
    let plan = StudyPlan.pilot(scenario, search)
    let work = StageWork(
      archive: nil, kept: [], mode: .simulating, threads: threads,
      meter: ExperimentMeter(policies: scenario.policies.map(\.name), report: { _ in }))
    let runs = try await work.runs(of: StudyStage("pilot", [plan], firstCell: 0))
    return WarmUpFinding(search, series: plan.weekly(search.measure, in: runs[0][0]))
  }

  /// What weakens the finding, in one sentence; nil if nothing does.
  public var caution: String? {
    guard isTooShort else { return nil }
    return """
      in a pilot of \(search.pilotWeeks) weeks \(search.measure) does not become steady enough for \
      MSER-5 to tell from when on; \(weeks) weeks of warm-up were taken, the longest allowed: let \
      warmUp.upTo be longer
      """
  }
}

extension StudyPlan {
  /// The pilot of a scenario: the permissions of the baseline without its metric, from the first
  /// week on.
  static func pilot(_ scenario: Scenario, _ search: WarmUpSearch) -> StudyPlan {
    var pilot = scenario
    pilot.warmUpWeeks = 0
    pilot.horizonWeeks = search.pilotWeeks
    pilot.evaluationWeeks = search.pilotWeeks
    var policy = scenario.policies[scenario.baseline]
    policy.phases = Array(policy.phases.prefix(1))
    return StudyPlan(
      pilot, StudyOptions(),
      arms: [Arm(policy: policy.under(.unobserved), index: scenario.baseline)],
      replications: search.replications)
  }

  /// The values of a weekly measure in runs of the plan's only arm, by replication, then week.
  func weekly(_ measure: String, in runs: [PolicyRun]) -> [[Double]] {
    guard let column = catalogue.weeklyMeasures.firstIndex(where: { $0.identifier == measure })
    else { return [] }
    return runs.map { $0.record.weekly.map { $0[column] } }
  }
}
