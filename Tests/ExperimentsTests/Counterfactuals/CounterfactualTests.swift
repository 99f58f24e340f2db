import Measures
import Synchronization
import Testing
import WorkplaceModel

@testable import Experiments

@Suite struct CounterfactualTests {
  private static let board = "  again: {extends: board}"
  private static let tight = """
      tight: {extends: board, permissions: leastPrivilege}
      tighter: {extends: outcome, permissions: leastPrivilege}
    """
  private static let unavailable = "  clean: {extends: board, gaming: unavailable}"

  @Test func `what must be equal is simulated once`() throws {
    let scenario = try TinyStudy.scenario()
    // Three policies: noMetric is its own counterfactual twice and the unobserved one of the
    // others; those are run honestly for themselves.
    #expect(CounterfactualPlan(scenario, .all).arms.map(\.counterfactual) == [.honest, .honest])
    #expect(CounterfactualPlan(scenario, .honest).arms.count == 2)
    #expect(CounterfactualPlan(scenario, .none).arms.isEmpty)
    // Two policies under other permissions share an unobserved run.
    let more = CounterfactualPlan(try TinyStudy.scenario(adding: Self.tight), .all)
    #expect(more.arms.count { $0.counterfactual == .unobserved } == 1)
    #expect(more.arms.count { $0.counterfactual == .honest } == 4)
    // Where gaming is impossible already, the policy is honest.
    let clean = CounterfactualPlan(try TinyStudy.scenario(adding: Self.unavailable), .all)
    #expect(clean.arms.count == 2)
  }

  @Test func `a policy without a metric is its own counterfactual, to the last bit`() async throws {
    let results = try await TinyStudy.counterfactual.value
    for part in DistortionPart.allCases {
      #expect(results.isUndistorted(policy: 0, part: part))
      for measure in results.catalogue.measures.indices {
        let difference = try #require(results.distortion(of: measure, policy: 0, part: part))
        #expect(difference.estimate.mean ?? 0 == 0)
      }
    }
  }

  @Test func `without gaming nobody games, and unobserved is what no metric is`() async throws {
    let results = try await TinyStudy.counterfactual.value
    let gaming = try #require(results.catalogue.position(of: "gaming_people_share"))
    let tokens = try #require(results.catalogue.position(of: "tokens_per_person_week_tokens"))
    for policy in 1...2 {
      for counterfactual in Counterfactual.allCases {
        let values = results.values(of: gaming, policy: policy, under: counterfactual)
        #expect(try #require(values).allSatisfy { $0 == 0 })
      }
      #expect(
        results.values(of: tokens, policy: policy, under: .unobserved)
          == results.values(of: tokens, policy: 0))
    }
  }

  @Test func `the honest run is the policy that a file calls gaming unavailable`() async throws {
    let results = try await TinyStudy.results(
      adding: Self.unavailable, options: StudyOptions(counterfactuals: .honest))
    let clean = try #require(results.policyIndex("clean"))
    let runs = try #require(
      results.counterfactuals?.runs(of: .honest, policy: 1, among: results.runs))
    #expect(runs.map(\.fingerprint) == results.runs[clean].map(\.fingerprint))
  }

  @Test func `the two parts add up to the whole`() async throws {
    let results = try await TinyStudy.counterfactual.value
    let value = try #require(results.catalogue.position(of: "net_value_usd"))
    func mean(_ part: DistortionPart) throws -> Double {
      try #require(results.distortion(of: value, policy: 1, part: part)?.estimate.mean)
    }
    #expect(abs(try mean(.metric) - mean(.gaming) - mean(.response)) < 1e-9)
    // The baseline has no metric, so the metric's doing is the difference to it.
    let difference = results.difference(of: value, policy: 1).estimate.mean
    #expect(try mean(.metric) == difference)
  }

  @Test func `measures of distortion are filled in, and agree with the table`() async throws {
    let results = try await TinyStudy.counterfactual.value
    let gain = try #require(results.estimate(of: "net_value_gain_usd", policy: "board")?.mean)
    let table = try #require(results.distortion())
    let row = try #require(
      table.rows.firstIndex {
        $0.prefix(3) == [.text("board"), .text("metric"), .text("net_value_usd")]
      })
    guard case .number(let difference) = table.cell(row: row, column: "distortion") else {
      Issue.record("the table has no number")
      return
    }
    #expect(abs(gain - difference) < 1e-9)
    let without = try await TinyStudy.common.value
    #expect(without.estimate(of: "net_value_gain_usd", policy: "board")?.mean == nil)
    #expect(without.distortion() == nil)
  }

  @Test(arguments: [board, tight, unavailable, TinyStudy.audited])
  func `a policy added changes no byte of the others, counterfactuals included`(
    policies: String
  ) async throws {
    let before = try await TinyStudy.counterfactual.value
    let after = try await TinyStudy.results(
      adding: policies, options: StudyOptions(threads: 2, counterfactuals: .all))
    for (left, right) in zip(
      before.tablesOfSinglePolicies(), after.tablesOfSinglePolicies())
    {
      #expect(left.columns == right.columns)
      for policy in before.scenario.policies.map(\.name) {
        #expect(left.rows(of: policy) == right.rows(of: policy), "\(left.name) of \(policy)")
      }
    }
  }

  @Test func `a subset of the policies gives the same bytes`() async throws {
    let all = try await TinyStudy.counterfactual.value
    let some = try await TinyStudy.results(
      options: StudyOptions(policies: ["outcome"], counterfactuals: .all))
    for (left, right) in zip(all.tablesOfSinglePolicies(), some.tablesOfSinglePolicies()) {
      #expect(left.rows(of: "outcome") == right.rows(of: "outcome"), "\(left.name)")
    }
  }

  @Test func `counterfactuals change no figure of a policy but those that need them`() async throws
  {
    let with = try await TinyStudy.counterfactual.value
    let without = try await TinyStudy.common.value
    #expect(with.fingerprint == without.fingerprint)
    for measure in with.catalogue.measures.indices
    where !with.catalogue.measures[measure].needsCounterfactuals {
      for policy in 0..<3 {
        let pairs = zip(
          with.values(of: measure, policy: policy), without.values(of: measure, policy: policy))
        #expect(pairs.allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
      }
    }
  }

  @Test func `the policies are told before the rest, and progress covers all`() async throws {
    let early = Mutex<StudyResults?>(nil)
    let last = Mutex<ExperimentProgress?>(nil)
    _ = try await StudyRunner.run(
      TinyStudy.scenario(), options: StudyOptions(threads: 2, counterfactuals: .all),
      onProgress: { progress in last.withLock { $0 = progress } },
      onPolicies: { results in early.withLock { $0 = results } })
    let results = try #require(early.withLock { $0 })
    #expect(results.counterfactuals == nil)
    #expect(results.runs.count == 3)
    let end = try #require(last.withLock { $0 })
    // Two replications: a week of warm-up twice, three policies and two honest arms of four weeks.
    #expect(end.expectedWeeks == 2 * (2 * 1 + 5 * 4))
    #expect(end.doneWeeks == end.expectedWeeks)
    #expect(end.expectedRuns == 10)
  }

  @Test func `with random numbers of their own policies have no counterfactual`() async throws {
    let results = try await TinyStudy.results(
      options: StudyOptions(commonRandomNumbers: false, counterfactuals: .all))
    #expect(results.counterfactuals == nil)
  }
}
