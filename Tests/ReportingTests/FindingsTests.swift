import Experiments
import Measures
import Reporting
import Testing

@Suite struct FindingsTests {
  @Test func `the sentences follow from the numbers`() {
    #expect(
      Findings(ComparisonExample().comparison).sentences == [
        """
        Pick outcomeKPI: net value $2611 per person-week, $11.0 ±3.6 ahead of noMetric; the \
        simultaneous 95 % interval excludes 0, and it is the best with probability 0.998.
        """,
        """
        Claim and truth part most under tokenBoard: 83.0 % of people count as active in a week, \
        20.0 % finish something faster for it; against noMetric tokens are 4.00 times as many, and \
        true value per person-week falls by 1.00 h ±0.25.
        """,
        """
        Most gamed: tokenBoard, by 31.0 % of people in a week, with 61.0 % of its tokens; most \
        often: scripted loops of agent runs.
        """,
        """
        The metric of tokenBoard ranks people by what they contribute with Kendall's tau-b 0.01 \
        ±0.06, no better than a lottery.
        """,
        """
        Riskiest: tokenBoard, expected to lose $300 k a year through incidents, and $3.00 M in the \
        worst year of twenty.
        """,
      ])
  }

  @Test func `what luck explains cannot be told, and what would tell it is said`() {
    var example = ComparisonExample()
    example.values["net_value_usd"] = [[2500, 2700, 2600], [0, 0, 0], [2600, 2600, 2700]]
    let sentence = Findings(example.comparison).sentences.first ?? ""
    #expect(
      sentence.hasPrefix(
        """
        Cannot tell outcomeKPI from noMetric in net value: $33.3 ±413.7 ahead; about 120 more \
        replications would. Best so far: outcomeKPI, $2633 per person-week, with probability 0.6
        """), "\(sentence)")
  }

  @Test func `several that cannot be told from the best are named`() {
    var example = ComparisonExample()
    example.policies = ["a", "b", "c", "d", "e"]
    example.values = [
      "net_value_usd": [
        [2500, 2700, 2600], [2510, 2700, 2550], [2600, 2600, 2700], [2550, 2500, 2700],
        [2400, 2690, 2700],
      ]
    ]
    let sentence = Findings(example.comparison).sentences.first ?? ""
    #expect(sentence.hasPrefix("Cannot tell c from a ($"), "\(sentence)")
    #expect(sentence.contains(" or 1 other in net value; about "), "\(sentence)")
  }

  @Test func `where nobody games, that is what is said`() {
    var example = ComparisonExample()
    example.values["gaming_people_share"] = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
    #expect(
      Findings(example.comparison).sentences.contains(
        "Nobody games under any of the policies."))
  }

  @Test func `a study without metrics or rivals says less, and nothing wrong`() {
    var example = ComparisonExample()
    example.policies = ["only"]
    example.values = ["true_value_h": [[1, 2, 3]]]
    #expect(Findings(example.comparison).sentences == [])
  }

  @Test func `few replications and undefined values are cautions`() {
    #expect(
      Findings(ComparisonExample().comparison).cautions == [
        "only 3 replications: intervals rest on few values; ask for more with --replications.",
        """
        1 value of single replications undefined and left out of the means of: \
        kendall_tau_b_coefficient of outcomeKPI (1 of 3). summary.csv counts all.
        """,
      ])
  }

  @Test func `a single replication gives no intervals and no verdict`() {
    var example = ComparisonExample()
    example.replications = 1
    example.values = example.values.mapValues { $0.map { [$0[0]] } }
    let findings = Findings(example.comparison)
    #expect(findings.cautions.first?.hasPrefix("1 replication gives no intervals") == true)
    #expect(
      findings.sentences.first?.contains(
        "in net value; one replication cannot tell whether that is luck. Best so far: outcomeKPI")
        == true)
  }

  private func distorted(_ example: ComparisonExample) -> StudyComparison {
    var comparison = example.comparison
    for index in comparison.measures.indices {
      let values = example.values[comparison.measures[index].measure.identifier] ?? []
      let whole = Estimate(zip(values[1], values[0]).map { $0 - $1 })
      let half = Estimate(zip(values[1], values[0]).map { ($0 - $1) / 2 })
      comparison.measures[index].distortions = [
        ComparedDistortion(
          metric: Estimate([0, 0, 0]), gaming: Estimate([0, 0, 0]), isNothing: true),
        ComparedDistortion(metric: whole, gaming: half),
        ComparedDistortion(metric: Estimate([0, 0, 0]), gaming: Estimate([0, 0, 0])),
      ]
    }
    return comparison
  }

  @Test func `what the metric and gaming did is told from counterfactuals`() {
    #expect(
      Findings(distorted(ComparisonExample())).distortionSentences == [
        """
        The metric changes net value most under tokenBoard: −$100 ±25 per person-week against \
        the same people unobserved, of which gaming makes −$50 ±12.
        """,
        """
        Gaming itself moves tokens most under tokenBoard: +3.00 M tokens ±0.12 per person-week \
        against the same policy with honest people; it changes true value by −0.50 h ±0.12.
        """,
      ])
    #expect(Findings(ComparisonExample().comparison).distortionSentences == [])
  }

  @Test func `what luck explains of gaming is called so`() {
    var example = ComparisonExample()
    example.values["tokens_per_person_week_tokens"] = [[1, 2, 3], [3, 2, 2], [1, 2, 3]]
    #expect(
      Findings(distorted(example)).distortionSentences.contains(
        "What gaming itself does to tokens cannot be told from luck under any policy."))
  }

  @Test func `figures that are not steady are a caution`() {
    var comparison = ComparisonExample().comparison
    let place = comparison.measures.firstIndex { $0.measure.identifier == "true_value_h" } ?? 0
    comparison.measures[place].flags[1] = [
      SteadinessFlag(measure: 0, kind: .cycle(weeks: 2), statistic: 0.4, probability: 0.001),
      SteadinessFlag(
        measure: 0, kind: .drift(relativeChange: -0.12), statistic: -0.2, probability: 0.0001),
    ]
    #expect(
      Findings(comparison).cautions.last == """
        2 figures are not steady: True value of tokenBoard falls by 12 % of its mean over the \
        evaluation window; True value of tokenBoard goes round every 2 weeks, which makes 40 % of \
        its variance from week to week.
        """)
  }
}
