import Measures
import Randomness
import Testing

@testable import Experiments

@Suite struct RecommendationTests {
  @Test func `a clear lead is to be picked`() throws {
    let recommendation = try #require(
      Recommendation(SimultaneousIntervalsTests.example, seed: 1))
    #expect(recommendation.isDecided && recommendation.best == 0 && recommendation.next == 1)
    #expect(recommendation.moreReplications == 0)
    #expect(recommendation.verdict(on: 0) == .pick && recommendation.verdict(on: 1) == .behind)
    #expect(recommendation.probabilities[0].map { $0 > 0.999 } == true)
  }

  @Test func `what cannot be told says how many replications would`() throws {
    let sample = PairedValues(
      policies: ["a", "b", "c"], values: [[5, 1, 6, 2], [4, 2, 4, 3], [-9, -8, -7, -8]])
    let recommendation = try #require(Recommendation(sample, seed: 1))
    #expect(!recommendation.isDecided)
    #expect(recommendation.rivals.map(\.policy) == [1])
    #expect(recommendation.verdict(on: 0) == .contender)
    #expect(recommendation.verdict(on: 2) == .behind)
    // d = 0.25, s = 1.5: the least n with t(0.9875, n−1) + t(0.8, n−1) <= √n / 6.
    let more = try #require(recommendation.moreReplications)
    func excess(_ n: Int) throws -> Double {
      let degrees = Double(n - 1)
      return try ReferenceDistributions.studentTQuantile(0.9875, degreesOfFreedom: degrees)
        + ReferenceDistributions.studentTQuantile(0.8, degreesOfFreedom: degrees)
        - Double(n).squareRoot() / 6
    }
    let (enough, short) = (try excess(4 + more), try excess(3 + more))
    #expect(enough <= 0 && short > 0)
  }

  /// The promise of four in five, kept by a normal population: 400 studies of the size that is asked
  /// for exclude 0 in 80 %, give or take 6 % (three standard errors; one seed in 370 fails).
  @Test func `the replications that are asked for tell in four cases of five`() throws {
    let seen = PairedValues(
      policies: ["a", "b"], values: [[0, 1, 2, 3, 4, 5, 6, 7], [0, 0, 0, 3, 3, 3, 5, 10]])
    let estimate = seen.advantage(of: 0, over: 1)
    let (mean, deviation) = (
      try #require(estimate.mean), try #require(estimate.standardDeviation)
    )
    let recommendation = try #require(Recommendation(seen, seed: 1))
    let more = try #require(recommendation.moreReplications)
    let told = (0..<400).count { study in
      SyntheticPolicies(
        means: [mean, 0], deviations: [deviation, 0], seed: 8, repetition: study
      ).values(0..<(8 + more)).isAhead
    }
    #expect(abs(Double(told) / 400 - 0.8) < 0.06)
  }

  @Test func `a difference below the indifference does not stop a recommendation`() throws {
    let sample = PairedValues(policies: ["a", "b"], values: [[5, 1, 6, 2], [4, 2, 4, 3]])
    #expect(Recommendation(sample, seed: 1)?.isDecided == false)
    let indifferent = try #require(Recommendation(sample, indifference: 3, seed: 1))
    #expect(indifferent.isDecided && indifferent.verdict(on: 0) == .pick)
  }

  @Test func `what is equal everywhere is told by no number of replications`() throws {
    let sample = PairedValues(policies: ["a", "b"], values: [[1, 2, 3], [1, 2, 3]])
    let recommendation = try #require(Recommendation(sample, seed: 1))
    #expect(!recommendation.isDecided && recommendation.moreReplications == nil)
    #expect(recommendation.probabilities == [0.5, 0.5])
  }

  @Test func `one replication decides nothing, one policy gives nothing to recommend`() throws {
    let single = try #require(
      Recommendation(PairedValues(policies: ["a", "b"], values: [[1], [2]]), seed: 1))
    #expect(!single.isDecided && single.best == 1 && single.moreReplications == nil)
    #expect(single.probabilities == [nil, nil])
    #expect(Recommendation(PairedValues(policies: ["a"], values: [[1, 2]]), seed: 1) == nil)
    let undefined = PairedValues(policies: ["a", "b"], values: [[1, 2], [.nan, .nan]])
    #expect(Recommendation(undefined, seed: 1) == nil)
  }

  @Test func `tables hold every policy and every pair, in the unit of the measure`() throws {
    let values = PairedValues(
      policies: ["a", "b", "c"], values: [[5, 6, 7], [3, 4, 5.5], [9, 9.5, 10.5]], goal: .lowest)
    let measure = try #require(MeasureCatalogue.common.measure("gaming_people_share"))
    let recommendation = try #require(Recommendation(values, seed: 1))
    let tables = ComparisonTables(values, recommendation, measure: measure)
    #expect(tables.selection.rows.count == 3 && tables.pairs.rows.count == 3)
    #expect(tables.selection.cell(row: 1, column: "verdict") == .text("pick"))
    #expect(tables.selection.cell(row: 0, column: "best_other") == .text("b"))
    guard case .number(let difference) = tables.selection.cell(row: 0, column: "difference"),
      case .number(let lower) = tables.selection.cell(row: 0, column: "lower"),
      case .number(let upper) = tables.selection.cell(row: 0, column: "upper")
    else {
      Issue.record("missing figures")
      return
    }
    #expect(difference > 0 && lower == 0 && upper > difference)
  }
}

extension PairedValues {
  /// Whether the first policy is surely ahead of the second.
  fileprivate var isAhead: Bool {
    let estimate = advantage(of: 0, over: 1)
    guard let mean = estimate.mean, let width = estimate.halfWidth() else { return false }
    return mean > width
  }
}
