import Testing

@testable import Validation

/// Closed forms of published models, row by row; the agent-based models have suites of their own.
///
/// Simulated figures are held to three or four standard errors. A right program fails one of the
/// about 150 of them for a fifth of all seeds; the seed is fixed.
@Suite struct PublishedModelsTests {
  private static let long = Set((ProxyEconomy.all + AwardPolicy.all).map(\.name))

  @Test(arguments: PublishedModels.all.map(\.name).filter { !long.contains($0) })
  func `every tabulated row agrees with the table, the closed form and behaviour`(
    name: String
  ) throws {
    let report = try VerificationCatalogue.find(name).checkRows()
    for outcome in report.outcomes {
      let wrong = outcome.comparisons.filter { !$0.passes }.map {
        "\($0.name): expected \($0.expected), closed form \($0.closedForm), got \($0.obtained)"
      }
      #expect(outcome.passes, "\(name) \(outcome.parameters): \(wrong) \(outcome.refusal as Any)")
    }
  }

  /// Parameters in no table.
  private static let others: [(name: String, values: [Double])] = [
    ("distorted-measure", [120, 0.3]),
    ("audited-contract", [2, 1, 3, 0.5, 0.7, -0.4, 1.5, 0.3, 1]),
    ("audited-contract", [2, 1, 3, 0.5, 0.7, 0.2, 1.5, 0.3, 0]),
    ("audit-rate", [3, 0.4]),
    ("audit-fine", [2, 0.3, 1.5, 0.2]),
    ("uniform-weights", [2.4, 0.5, 1.5, -0.6]),
    ("adaptive-metric", [2, 0.7, 0.4]),
    ("rank-order-contest", [7, 3, 0.4]),
    ("leaderboard-gaming", [33, 2, 1, 0.6]),
    ("effort-lottery", [4, 3]),
    ("all-pay-auction", [6, 2]),
    ("quota-effort", [0.8, 3]),
    ("threshold-inflation", [1.2, 0.8, 0.2, 0.5, -0.3]),
    ("announced-checks", [7, 2, 3, 0.5]),
    ("manipulated-predictor", [2, 1.5]),
    ("regressional-goodhart", [1.7, 0.03]),
    ("exponential-goodhart", [1.5, 0.7, 0.02]),
    ("heavy-tailed-goodhart", [2, 0.6, 0.01]),
    ("goodhart-turning-point", [1, 4]),
    ("goodhart-reversal", [1, 6]),
    ("dependent-harm", [0.7, 0.2]),
    ("best-of-many", [50]),
    ("catastrophic-goodhart", [100, 5, 7]),
    ("kl-theorem", [50, 0.3]),
    ("extremal-goodhart", [0.3, 40]),
    ("causal-goodhart", [0.7]),
    ("over-optimisation-shapes", [0.8, 0.3]),
  ]

  @Test(arguments: others)
  func `any other parameters agree with the closed form`(
    name: String, values: [Double]
  ) throws {
    let outcome = try VerificationCatalogue.find(name).check(values).outcomes[0]
    let wrong = outcome.comparisons.filter { !$0.passes }
    #expect(outcome.refusal == nil)
    #expect(!outcome.comparisons.isEmpty)
    #expect(outcome.passes, "\(wrong)")
  }

  @Test func `where a contest has no equilibrium in effort there is a refusal`() throws {
    // A prize of 30 among two: whoever expects the other to work that hard stops working.
    let outcome = try VerificationCatalogue.find("rank-order-contest").check([2, 1, 30]).outcomes[0]
    let refusal = try #require(outcome.refusal)
    #expect(refusal.description.contains("no equilibrium"))
  }
}
