import Testing

@testable import Validation

@Suite struct `Incentive rules against closed forms` {
  @Test(arguments: IncentiveClosedForms.all.map(\.name))
  func `every tabulated row is obtained or refused as it should be`(name: String) throws {
    let verification = try #require(IncentiveClosedForms.all.first { $0.name == name })
    let report = try verification.checkRows()
    for outcome in report.outcomes {
      #expect(outcome.passes, "\(name) \(outcome)")
    }
    #expect(report.failures == 0)
    #expect(report.comparisons > 0)
  }

  // Other parameters than those tabulated; the closed form is what is expected.
  @Test(arguments: [
    ("tournament-pull", [437]), ("tournament", [30, 7, 3, 2, 2.5, 1.5]),
    ("tournament", [2000, 3, 400, 1, 40, 2]), ("rank-status", [0.7, 2, 3]),
    ("threshold-bonus", [0.3, 0.8, 5, 0.1, 2]), ("isoelastic-threshold", [0.7, 3, 1, 1, 0.4]),
    ("piece-rate-cap", [0.4, 30, 2, 1.5, 3, 0.8]), ("piece-rate-cap", [0.4, 30, 2, 0, 3, 0.8]),
    ("goal-reference", [0.3, 1.955, 0.5, -4, 3, 6]), ("ratchet", [2, 3, 0.97, 0.25, 40]),
    ("ratchet", [1, 1, 0.5, 1, 3]), ("ratchet-rational", [2, 1, 0.9, 4, 0.01]),
    ("ratchet-rational", [2, 1, 0.9, 0.02, 900]), ("audit-game", [0.2, 7, 0.4, 0.1, 3, 0.02]),
    ("audit-game-logit", [12, 0.2, 7, 0.4, 0.1, 3, 0.02]),
  ])
  func `other parameters agree as well`(name: String, values: [Double]) throws {
    let verification = try #require(IncentiveClosedForms.all.first { $0.name == name })
    let outcome = try #require(try verification.check(values).outcomes.first)
    #expect(outcome.passes && outcome.refusal == nil, "\(name) \(outcome)")
  }

  // First-order conditions that are no equilibria: the best reply lies far away.
  @Test(arguments: [
    ("tournament", [100, 1, 30, 2, 1, 1], "0.376", "3.8 "),
    ("tournament", [100, 10, 5, 1, 1, 1], "0.865", "1.9 "),
    ("tournament", [1000, 100, 5, 1, 1, 1], "0.876", "1.95 "),
    ("rank-status", [2, 1, 0.5], "2.26", "0.0148 "),
  ])
  func `a tournament with too little noise is refused, not solved`(
    name: String, values: [Double], condition: String, reply: String
  ) throws {
    let verification = try #require(IncentiveClosedForms.all.first { $0.name == name })
    let outcome = try #require(try verification.check(values).outcomes.first)
    let refusal = try #require(outcome.refusal).description
    #expect(outcome.comparisons.isEmpty)
    #expect(refusal.contains("an effort of \(condition)"), "\(refusal)")
    #expect(refusal.contains("against such rivals \(reply)"), "\(refusal)")
  }

  @Test func `gaming that always pays and audits that never pay are refused`() throws {
    let game = try #require(IncentiveClosedForms.all.first { $0.name == "audit-game" })
    for values in [[10, 1, 0.5, 0.5, 5, 0], [1, 4, 0.7, 9, 5, 0]] {
      let outcome = try #require(try game.check(values).outcomes.first)
      #expect(outcome.refusal != nil)
    }
  }
}
