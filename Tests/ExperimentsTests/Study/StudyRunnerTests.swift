import Measures
import Synchronization
import Testing
import WorkplaceModel

@testable import Experiments

@Suite struct StudyRunnerTests {
  @Test func `the number of threads changes no byte of any table`() async throws {
    let one = try await TinyStudy.common.value
    let three = try await TinyStudy.results(
      options: StudyOptions(threads: 3, keepEmployeeWeeks: true))
    #expect(one.fingerprint == three.fingerprint)
    for (left, right) in zip(one.tables(), three.tables()) {
      #expect(left.allRows == right.allRows, "\(left.name)")
    }
    #expect(one.tables().count == 13)
  }

  @Test func `figures are the same without the warm-state fork`() async throws {
    let forked = try await TinyStudy.common.value
    let unforked = try await TinyStudy.results(options: StudyOptions(forkWarmState: false))
    #expect(forked.fingerprint == unforked.fingerprint)
    for (left, right) in zip(forked.tables(), unforked.tables()) {
      #expect(left.allRows == right.allRows, "\(left.name)")
    }
  }

  @Test func `a policy added to the study changes no row of the others`() async throws {
    let before = try await TinyStudy.common.value
    let after = try await TinyStudy.results(adding: TinyStudy.audited)
    #expect(after.scenario.policies.count == 4)
    for (left, right) in zip(
      before.tablesOfSinglePolicies(), after.tablesOfSinglePolicies())
    {
      #expect(left.columns == right.columns)
      for policy in before.scenario.policies.map(\.name) {
        #expect(left.rows(of: policy) == right.rows(of: policy), "\(left.name) of \(policy)")
      }
    }
  }

  @Test func `independent random numbers are a policy's own`() async throws {
    let options = StudyOptions(commonRandomNumbers: false)
    let before = try await TinyStudy.results(options: options)
    let after = try await TinyStudy.results(adding: TinyStudy.audited, options: options)
    #expect(before.runs[1].map(\.fingerprint) == after.runs[1].map(\.fingerprint))
    let common = try await TinyStudy.common.value
    #expect(before.runs[0][0].fingerprint != common.runs[0][0].fingerprint)
    let table = common.varianceReduction(against: before)
    #expect(table.rows.count == 2 * common.catalogue.headline.count)
  }

  @Test func `the baseline is kept among chosen policies`() async throws {
    let all = try await TinyStudy.common.value
    let some = try await TinyStudy.results(options: StudyOptions(policies: ["outcome"]))
    #expect(some.scenario.policies.map(\.name) == ["noMetric", "outcome"])
    #expect(some.comparisons().allRows == all.comparisons().rows(of: "outcome"))
  }

  @Test func `an unknown policy is refused by name`() async throws {
    let scenario = try TinyStudy.scenario()
    await #expect(
      throws: StudyError.unknownPolicy(
        "bord", known: ["noMetric", "board", "outcome"])
    ) {
      try await StudyRunner.run(scenario, options: StudyOptions(policies: ["bord"]))
    }
    await #expect(throws: StudyError.noThreads(0)) {
      try await StudyRunner.run(scenario, options: StudyOptions(threads: 0))
    }
  }

  @Test func `progress ends with all the work done`() async throws {
    let last = Mutex<ExperimentProgress?>(nil)
    let reports = Mutex(0)
    _ = try await StudyRunner.run(TinyStudy.scenario(), options: StudyOptions(threads: 2)) {
      progress in
      last.withLock { $0 = progress }
      reports.withLock { $0 += 1 }
    }
    let end = try #require(last.withLock { $0 })
    // Two replications of one warm-up week and three policies of four weeks.
    #expect(end.expectedWeeks == 2 * (1 + 3 * 4))
    #expect(end.doneWeeks == end.expectedWeeks)
    #expect(end.finishedRuns == 6)
    #expect(end.fraction == 1)
    #expect(reports.withLock { $0 } >= 2)
  }

  @Test func `a cancelled study stops`() async throws {
    let scenario = try TinyStudy.scenario()
    let study = Task { try await StudyRunner.run(scenario) }
    study.cancel()
    await #expect(throws: CancellationError.self) { try await study.value }
  }

  @Test func `with the metric removed nobody games`() async throws {
    let results = try await TinyStudy.common.value
    let estimate = try #require(
      results.estimate(of: "gaming_people_share", policy: "noMetric"))
    #expect(estimate.mean == 0)
    #expect(estimate.standardDeviation == 0)
  }

  @Test func `a metric is compared with itself under the baseline`() async throws {
    let results = try await TinyStudy.common.value
    let tau = try #require(results.catalogue.position(of: "kendall_tau_b_coefficient"))
    let difference = results.difference(of: tau, policy: 1)
    let metric = 0
    let baseline = Estimate(results.runs[0].map { $0.record.windowQualities[metric].kendallTauB })
    #expect(difference.baseline.mean == baseline.mean)
    #expect(results.estimate(of: tau, policy: 0).mean == nil)
  }
}
