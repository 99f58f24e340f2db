import Testing

@testable import Experiments

@Suite struct DesignConfirmationTests {
  @Test(arguments: [
    (2.0, ConstraintVerdict.holds), (0.5, .violated), (1.1, .undecided), (1.0, .undecided),
  ])
  func `a constraint holds, is violated or is undecided`(
    bound: Double, verdict: ConstraintVerdict
  ) {
    // Mean 1, standard error 0.2041; one-sided 95 % limits with 5 degrees: 1 ± 0.411.
    let values = [0.5, 0.5, 0.5, 1.5, 1.5, 1.5].map { 1 + ($0 - 1) * 0.9129 }
    #expect(OutcomeConstraint("risk", .atMost, bound).verdict(on: values) == verdict)
    let mirrored = values.map { -$0 }
    #expect(OutcomeConstraint("risk", .atLeast, -bound).verdict(on: mirrored) == verdict)
  }

  @Test func `an undefined measure decides nothing`() {
    #expect(OutcomeConstraint("risk", .atMost, 5).verdict(on: [1, .nan, 1]) == .undecided)
    #expect(OutcomeConstraint("risk", .atMost, 5).verdict(on: [1]) == .undecided)
    #expect(OutcomeConstraint("risk", .atMost, 5).verdict(on: [1, 1]) == .holds)
  }

  @Test func `optimism is the difference of independent means with Welch's interval`() throws {
    // Means 5 and 3; variances 10 and 2.5; n 5 and 5: standard error 1.5811, degrees 5.882,
    // t(.975; 5.882) = 2.45883.
    let optimism = try #require(
      SearchOptimism(search: [1, 3, 5, 7, 9], confirmation: [1, 2, 3, 4, 5]))
    #expect(optimism.mean == 2)
    #expect(abs(try #require(optimism.halfWidth) - 3.88777) < 2e-3)
    #expect(SearchOptimism(search: [.nan], confirmation: [1]) == nil)
  }
}
