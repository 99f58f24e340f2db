import Measures
import Testing
import WorkplaceModel

@testable import Experiments

/// Tables that charts are drawn from.
@Suite struct ReportTablesTests {
  private struct NoNumber: Error {}

  private func number(_ table: ResultTable, _ row: Int, _ column: String) throws -> Double {
    guard case .number(let value) = table.cell(row: row, column: column) else { throw NoNumber() }
    return value
  }

  @Test func `the bridge ends where net value does, for every policy`() async throws {
    let results = try await TinyStudy.common.value
    let bridge = try #require(results.valueBridge())
    #expect(bridge.rows.count == 2 * 8)
    for policy in ["board", "outcome"] {
      let rows = bridge.rows.indices.filter { bridge.rows[$0][0] == .text(policy) }
      let sum = try rows.reduce(0.0) { try $0 + number(bridge, $1, "difference_usd") }
      let net = try #require(results.difference(of: "net_value_usd", policy: policy)?.estimate.mean)
      #expect(abs(sum - net) < 1e-9 * max(1, abs(net)))
      let worth = try #require(
        results.difference(of: "value_worth_usd", policy: policy)?.estimate.mean)
      let work = try rows.prefix(2).reduce(0.0) { try $0 + number(bridge, $1, "difference_usd") }
      #expect(abs(work - worth) < 1e-9 * max(1, abs(worth)))
    }
  }

  @Test func `a cost that rises is a negative part of the bridge`() async throws {
    let results = try await TinyStudy.common.value
    let bridge = try #require(results.valueBridge())
    let row = try #require(
      bridge.rows.firstIndex { $0[0] == .text("board") && $0[1] == .text("tokens") })
    let cost = try #require(
      results.difference(of: "token_cost_usd", policy: "board")?.estimate.mean)
    #expect(cost != 0)
    #expect(try number(bridge, row, "difference_usd") == -cost)
  }

  @Test func `weeks are means over the rows of the weekly table`() async throws {
    let results = try await TinyStudy.common.value
    let (weekly, summary) = (results.weekly(), results.weeklySummary())
    let measures = Set(summary.rows.map { "\($0[2])" }).count
    #expect(measures == 7 + 8)
    #expect(summary.rows.count == 3 * 4 * measures)
    let row = try #require(
      summary.rows.firstIndex {
        $0[0] == .text("board") && $0[1] == .integer(2) && $0[2] == .text("true_value_h")
      })
    let column = try #require(weekly.position(of: "true_value_h"))
    let values = weekly.rows.filter { $0[0] == .text("board") && $0[2] == .integer(2) }
      .map { $0[column] }
    guard case .number(let first) = values[0], case .number(let second) = values[1] else {
      throw NoNumber()
    }
    #expect(values.count == 2)
    let mean = try number(summary, row, "mean")
    #expect(abs(mean - (first + second) / 2) < 1e-12)
    #expect(summary.cell(row: row, column: "n") == .integer(2))
    #expect(try number(summary, row, "lower_95") < number(summary, row, "upper_95"))
  }

  @Test func `shares of tokens need counterfactuals and add up to one`() async throws {
    let plain = try await TinyStudy.common.value
    #expect(plain.tokenShares()?.name == nil)
    let results = try await TinyStudy.counterfactual.value
    let table = try #require(results.tokenShares())
    #expect(table.rows.count == 3 * 3)
    for policy in 0..<3 {
      let rows = 3 * policy..<3 * (policy + 1)
      let all = try rows.reduce(0.0) { try $0 + number(table, $1, "share") }
      #expect(abs(all - 1) < 1e-12)
      let gaming = try rows.reduce(0.0) { try $0 + number(table, $1, "gaming_share") }
      #expect(policy > 0 || gaming == 0)
    }
    // A condition has no distribution around its target.
    #expect(results.targetDistribution()?.name == nil)
  }

  @Test func `a numeric target has a distribution, beside the same unobserved`() async throws {
    let quota = """
        quota:
          metrics: {done: {formula: tasks_completed}}
          target: {metric: done, threshold: 8}
      """
    let results = try await TinyStudy.results(
      adding: quota, options: StudyOptions(counterfactuals: .all))
    let table = try #require(results.targetDistribution())
    #expect(table.rows.count == TargetHistogram.bins)
    #expect(table.rows.allSatisfy { $0[0] == .text("quota") && $0[1] == .text("done") })
    #expect(table.rows.allSatisfy { $0[2] == .number(8) })
    #expect(try number(table, 20, "bin_low_ratio") == 1)
    // Eight people over three weeks, less those beyond three times the threshold.
    for column in ["person_weeks", "unobserved_person_weeks"] {
      let sum = try table.rows.indices.reduce(0.0) { try $0 + number(table, $1, column) }
      #expect(sum > 20 && sum <= 24)
    }
  }
}
