import Measures
import Reporting
import Testing

@testable import Experiments

@Suite struct VariantFindingsTests {
  /// Two variants, three replications, two policies; values of net value and tokens.
  private func variants(
    netValue: [[[Double]]], tokens: [[[Double]]], kind: VariantResults.Kind = .corners,
    replications: Int = 3
  ) -> VariantResults {
    let measures = ["net_value_usd", "tokens_per_person_week_tokens"]
      .compactMap(MeasureCatalogue.common.measure)
    return VariantResults(
      kind: kind, factors: [], names: ["low severity", "high severity"], levels: [[], []],
      policies: ["noMetric", "board"], baseline: 0, replications: replications,
      measures: measures,
      values: netValue.indices.map { variant in
        netValue[variant].indices.map { policy in
          VariantValues(
            levels: [netValue[variant][policy], tokens[variant][policy]],
            baseline: [netValue[variant][0], tokens[variant][0]])
        }
      })
  }

  @Test func `where the best stays best, and what holds and turns, is said`() {
    let findings = VariantFindings(
      variants(
        netValue: [[[10, 11, 12], [20, 21, 22]], [[10, 11, 12], [1, 2, 3]]],
        tokens: [[[1, 2, 3], [5, 6, 7]], [[1, 2, 3], [9, 10, 11]]]), best: 0)
    #expect(
      findings.sentences == [
        """
        noMetric, the best of the study, has the highest net value in 1 of 2 corners; best \
        elsewhere: board under low severity.
        """,
        "Holds under every corner: board: tokens per person-week higher.",
        "Changes sign: board: net value; 0 others are sure under some only.",
        "only 3 replications a corner: read intervals with care.",
      ])
  }

  @Test func `a policy that is best everywhere is said to be`() {
    let findings = VariantFindings(
      variants(
        netValue: [[[10, 11, 12], [1, 2, 3]], [[10, 11, 12], [1, 2, 3]]],
        tokens: [[[1, 2, 3], [1, 2, 3]], [[1, 2, 3], [5, 3, 4]]], kind: .decisionRules,
        replications: 8), best: 0)
    #expect(
      findings.sentences == [
        "noMetric has the highest net value in all 2 rules.",
        "Holds under every rule: board: net value lower.",
      ])
  }

  @Test func `regret is paired and exact`() throws {
    let results = variants(
      netValue: [[[10, 11, 12], [20, 21, 22]], [[10, 11, 12], [1, 2, 3]]],
      tokens: [[[1, 2, 3], [5, 6, 7]], [[1, 2, 3], [9, 10, 11]]])
    #expect(results.regret(policy: 0, variant: 0)?.mean == 10)
    #expect(results.regret(policy: 0, variant: 0)?.standardDeviation == 0)
    #expect(results.regret(policy: 1, variant: 0)?.mean == 0)
    #expect(results.ranking(variant: 1) == [0, 1])
    #expect(results.sign(of: 0, policy: 1, variant: 0) == .higher)
    #expect(results.sign(of: 0, policy: 1, variant: 1) == .lower)
  }
}
