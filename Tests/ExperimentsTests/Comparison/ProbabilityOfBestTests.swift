import Randomness
import Testing

@testable import Experiments

@Suite struct ProbabilityOfBestTests {
  /// Drawn probabilities have a standard error of 0.005 at most; four of them are allowed.
  @Test func `of two policies it is one less the one-sided p value of the paired t test`() throws {
    let sample = PairedValues(
      policies: ["a", "b"], values: [[1, 3, 2, 5, 3], [2, 2, 3, 2, 2]])
    let difference = sample.difference(0, less: 1)
    let p = try #require(difference.probabilityOfZero)
    let probabilities = ProbabilityOfBest.of(sample, seed: 1)
    #expect(abs((probabilities[0] ?? .nan) - (1 - p / 2)) < 0.02)
    #expect(abs((probabilities[0] ?? .nan) + ((probabilities[1] ?? .nan)) - 1) < 1e-12)
  }

  @Test func `it adds up to 1, ties share, and the seed decides the draws`() throws {
    let sample = PairedValues(
      policies: ["a", "b", "c", "d"],
      values: [[1, 2, 4, 3], [1, 2, 4, 3], [0, 3, 3, 4], [.nan, .nan, .nan, .nan]])
    let first = ProbabilityOfBest.of(sample, seed: 1)
    #expect(first == ProbabilityOfBest.of(sample, seed: 1))
    #expect(first != ProbabilityOfBest.of(sample, seed: 2))
    #expect(first[0] == first[1])
    #expect(first[3] == nil)
    #expect(abs(first.compactMap { $0 }.reduce(0, +) - 1) < 1e-9)
  }

  @Test func `a policy added changes nothing of how the others compare`() throws {
    let values = [[1.0, 3, 2, 5, 3], [2, 2, 3, 4, 2], [-90, -91, -90, -92, -90]]
    let two = ProbabilityOfBest.of(
      PairedValues(policies: ["a", "b"], values: Array(values.prefix(2))), seed: 9)
    let three = ProbabilityOfBest.of(
      PairedValues(policies: ["a", "b", "c"], values: values), seed: 9)
    #expect(three == two + [0])
  }

  @Test func `fewer replications than policies are no obstacle, one replication is`() {
    let sample = SyntheticPolicies(
      means: [0, 0, 0, 0, 0, 9], deviations: [1, 1, 1, 1, 1, 1], seed: 5)
    let three = ProbabilityOfBest.of(sample.values(0..<3), seed: 1)
    #expect(three[5].map { $0 > 0.8 } == true)
    #expect(ProbabilityOfBest.of(sample.values(0..<1), seed: 1).allSatisfy { $0 == nil })
  }
}
