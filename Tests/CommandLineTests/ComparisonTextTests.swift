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
}
