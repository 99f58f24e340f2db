import Testing

@testable import Experiments

@Suite struct KimNelsonSelectionTests {
  @Test(arguments: [
    (2, 10, 6.012905), (5, 10, 11.429411), (10, 10, 15.463502), (10, 20, 11.511485),
    (100, 10, 32.681105),
  ])
  func `the constant is the published one`(policies: Int, first: Int, expected: Double) {
    let design = KimNelsonSelection.Design(policies: policies, indifference: 1, first: first)
    #expect(abs(design.hSquared - expected) < 1e-6)
  }

  @Test func `a policy is dropped when its mean falls behind by more than is tolerated`() {
    // The difference has the variance 40/9 over the first ten replications, so h² S²/δ² = 26.72.
    var selection = KimNelsonSelection(.init(policies: 2, indifference: 1))
    let noise = (0..<10).map { $0 % 2 == 0 ? 2.0 : -2.0 }
    selection.add([noise, noise.map { _ in 0 }])
    #expect(selection.outcome.inPlay == [0, 1])
    #expect(selection.wanted == [10..<11, 10..<11])
    // After eleven, sums may lie (26.72 − 11)/2 = 7.86 apart; after twelve, 7.36.
    selection.add([[7], [0]])
    #expect(!selection.outcome.isDecided)
    selection.add([[0.5], [0]])
    #expect(selection.outcome.isDecided && selection.outcome.best == 0)
    #expect(selection.outcome.replications == [12, 12])
    #expect(selection.wanted == nil)
  }

  @Test func `equal policies come to an end too`() {
    let same = SyntheticPolicies(means: [1, 1, 1], deviations: [0, 0, 0], seed: 1)
    let outcome = same.finish(
      KimNelsonSelection(KimNelsonSelection.Design(policies: 3, indifference: 1))
    ).outcome
    #expect(outcome.isDecided && outcome.best == 0)
    #expect(outcome.totalReplications == 30)
  }

  @Test func `asking ahead changes what is simulated and nothing that is found`() {
    let policies = SyntheticPolicies(
      means: [0, 0.5, 1, -1], deviations: [3, 3, 3, 3], correlation: 0.3, seed: 12)
    let one = policies.finish(
      KimNelsonSelection(.init(policies: 4, indifference: 1))
    ).outcome
    let many = policies.finish(
      KimNelsonSelection(.init(policies: 4, indifference: 1, ahead: 7))
    ).outcome
    #expect(one.best == many.best && one.replications == many.replications)
    #expect(one.rounds == many.rounds)
    #expect(one.asked == one.replications && many.asked != many.replications)
  }

  @Test func `it gives up where it is told to, and names who is left`() {
    let policies = SyntheticPolicies(means: [0, 0.1], deviations: [9, 9], seed: 2)
    let outcome = policies.finish(
      KimNelsonSelection(.init(policies: 2, indifference: 0.5, most: 25))
    ).outcome
    #expect(!outcome.isDecided && outcome.inPlay == [0, 1])
    #expect(outcome.replications == [25, 25])
  }

  @Test func `it runs on a source and works for a hundred policies`() async throws {
    let means = (0..<100).map { -0.2 * Double($0) }
    let source = SyntheticPolicies(
      means: means, deviations: means.map { _ in 1 }, correlation: 0.5, seed: 3)
    let found = try await KimNelsonSelection(.init(policies: 100, indifference: 0.2))
      .finished(on: source, measure: 0, arms: source.arms).outcome
    #expect(found.isDecided && found.best == 0)
    #expect(
      found == source.finish(KimNelsonSelection(.init(policies: 100, indifference: 0.2))).outcome)
    #expect(found.replications.min() == 10 && found.totalReplications < 5000)
    let lowest = try await KimNelsonSelection(.init(policies: 100, indifference: 0.2))
      .finished(on: source, measure: 0, goal: .lowest, arms: source.arms).outcome
    #expect(lowest.best == 99)
  }

  @Test func `an undefined value stops a selection with its place`() async throws {
    await #expect(
      throws: SelectionError.undefined(measure: "value", policy: "b", replication: 3)
    ) {
      _ = try await KimNelsonSelection(.init(policies: 2, indifference: 1))
        .finished(on: Holes(), measure: 0, arms: [Arm("a"), Arm("b")])
    }
  }

  /// A source whose second policy has no value in replication 3.
  private struct Holes: RunSource {
    let policies = ["a", "b"]
    let baseline = 0
    let measures = ["value"]
    func outcomes(of requests: [RunRequest]) async throws -> [RunOutcome] {
      requests.map {
        RunOutcome(measures: [$0.arm.policy == "b" && $0.replication == 3 ? .nan : 1])
      }
    }
  }
}

@Suite struct OptimalBudgetAllocationTests {
  @Test func `shares follow the distances and the deviations`() {
    // δ = 1 and 2 behind the first, σ = 1: ratios 1 : 1/4, and √(1 + 1/16) for the best.
    let shares = OptimalBudgetAllocation.shares(means: [3, 2, 1], deviations: [1, 1, 1])
    #expect(abs(shares[1] / shares[2] - 4) < 1e-12)
    #expect(abs(shares[0] / shares[1] - (1 + 1.0 / 16).squareRoot()) < 1e-12)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    let noisy = OptimalBudgetAllocation.shares(means: [3, 2, 2], deviations: [1, 1, 3])
    #expect(abs(noisy[2] / noisy[1] - 9) < 1e-12)
  }

  @Test func `ties and policies that do not vary leave every share finite`() {
    let third: Double = 1.0 / 3
    let equal = OptimalBudgetAllocation.shares(means: [1, 1, 1], deviations: [1, 2, 3])
    #expect(equal == [third, third, third])
    let steady = OptimalBudgetAllocation.shares(means: [2, 1], deviations: [0, 0])
    #expect(steady == [0.5, 0.5])
    let tied = OptimalBudgetAllocation.shares(means: [2, 2, 1], deviations: [1, 1, 1])
    #expect(tied.allSatisfy { $0.isFinite } && tied[1] > 0.4)
  }

  @Test func `a round is spent to the last replication`() {
    #expect(
      OptimalBudgetAllocation.additions(towards: [0.6, 0.3, 0.1], from: [5, 5, 5], more: 7)
        .reduce(0, +) == 7)
    #expect(
      OptimalBudgetAllocation.additions(towards: [1, 1, 1], from: [5, 5, 5], more: 4)
        == [2, 1, 1])
    #expect(
      OptimalBudgetAllocation.additions(towards: [0.9, 0.1, 0], from: [5, 9, 5], more: 5)
        == [5, 0, 0])
  }

  @Test func `the whole budget is spent, most of it where it is close`() async throws {
    let means = (0..<100).map { -0.5 * Double($0) }
    let source = SyntheticPolicies(means: means, deviations: means.map { _ in 2 }, seed: 6)
    let design = OptimalBudgetAllocation.Design(policies: 100, budget: 1500)
    let outcome = try await OptimalBudgetAllocation(design)
      .finished(on: source, measure: 0, arms: source.arms).outcome
    #expect(outcome.totalReplications == 1500 && outcome.isDecided)
    #expect(outcome.replications.prefix(10).reduce(0, +) > 700)
    #expect(outcome.replications.suffix(50).allSatisfy { $0 == 5 })
    #expect(outcome.best < 3)
    #expect(outcome.rounds.last?.probability == outcome.probability)
  }
}
