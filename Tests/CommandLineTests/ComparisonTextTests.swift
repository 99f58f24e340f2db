import Experiments
import Measures
import Rainbow
import Reporting
import Testing

@testable import goodhart

@Suite struct ComparisonTextTests {
  @Test func `policies are rows, measures are columns, and differences stand below`() {
    var example = ComparisonExample()
    example.policies = ["noMetric", "tokenBoard"]
    example.values = [
      "tokens_per_person_week_tokens": [[2e6, 2.1e6, 1.9e6], [8e6, 8.2e6, 7.8e6]],
      "true_value_h": [[25, 26, 27], [25.1, 25.9, 27]],
      "gaming_people_share": [[0, 0, 0], [0.30, 0.31, 0.33]],
    ]
    #expect(
      ComparisonText(example.comparison).text == """
        What the dashboard claims, and what is true
                       Tokens per
                      person-week    True value
                         M tokens             h
        noMetric       2.00 ±0.25     26.0 ±2.5
        tokenBoard     8.00 ±0.50     26.0 ±2.4
          − noMetric  +6.00 ±0.25**    0.0 ±0.2

        How the metric is gamed
                          People
                          gaming
                               %
        noMetric          0
        tokenBoard     31.3 ±3.8
          − noMetric  +31.3 ±3.8**

        mean ± half-width of the 95 % interval over replications; – undefined.
        − noMetric: paired difference on the same random numbers; * its interval excludes 0; ** also after
        Holm's correction.
        goodhart list measures names every measure; goodhart explain defines it.
        """)
  }

  @Test func `a single policy has no differences and no word about them`() {
    var example = ComparisonExample()
    example.policies = ["only"]
    example.values = ["true_value_h": [[25, 26, 27]]]
    let text = ComparisonText(example.comparison).text
    #expect(!text.contains("− only"))
    #expect(!text.contains("*"))
    #expect(text.contains("\nonly   26.0 ±2.5\n"))
  }

  @Test func `eight policies and every measure stay within a hundred columns`() {
    var example = ComparisonExample()
    example.policies = (1...8).map { "aPolicyNamed\($0)" }
    example.values = Dictionary(
      uniqueKeysWithValues: MeasureCatalogue.common.measures.map { measure in
        (measure.identifier, (0..<8).map { [1e7 * Double($0), 2.2e7, 3.35e7] })
      })
    let lines = ComparisonText(example.comparison).text.split(separator: "\n")
    #expect(lines.filter { $0.count > 100 } == [])
    #expect(lines.count > 300)
  }

  @Test func `a level that is not steady carries a mark and a word about it`() {
    var example = ComparisonExample()
    example.policies = ["noMetric", "tokenBoard"]
    example.values = ["true_value_h": [[25, 26, 27], [25.1, 25.9, 27]]]
    var comparison = example.comparison
    comparison.measures[0].flags[1] = [
      SteadinessFlag(measure: 0, kind: .cycle(weeks: 2), statistic: 0.4, probability: 0.001),
      SteadinessFlag(
        measure: 0, kind: .drift(relativeChange: 0.1), statistic: 0.1, probability: 0.001),
    ]
    let text = ComparisonText(comparison).text
    #expect(text.contains("\ntokenBoard     26.0 ±2.4~↗\n"))
    #expect(text.contains("\nnoMetric       26.0 ±2.5\n"))
    #expect(
      text.contains(
        """
        behind a level: ~ goes round in a cycle of a few weeks; ↗ still rises in the weeks it is \
        averaged
        over; the mean does not tell it all, and flags.csv says more.
        """))
  }

  @Test func `what the metric did stands beside gaming's part`() {
    var example = ComparisonExample()
    example.policies = ["noMetric", "tokenBoard"]
    example.values = ["true_value_h": [[25, 26, 27], [24, 25, 26.5]]]
    var comparison = example.comparison
    #expect(DistortionText(comparison).text == nil)
    comparison.measures[0].distortions = [
      ComparedDistortion(metric: Estimate([0, 0]), gaming: Estimate([0, 0]), isNothing: true),
      ComparedDistortion(metric: Estimate([-1, -1, -0.5]), gaming: Estimate([0, 0, 0])),
    ]
    #expect(
      DistortionText(comparison).text == """
        What the metric did
                      True value
                               h
        tokenBoard   −0.83 ±0.72*
          by gaming      0

        A policy less the same people and work with no metric: nothing shown, demanded, rewarded, promised
        or audited.
        By gaming: the policy less the same with no technique of gaming available. * its 95 % interval
        excludes 0; distortion.csv has every measure.
        Nothing to take away, so no distortion: noMetric.
        """)
  }
}
