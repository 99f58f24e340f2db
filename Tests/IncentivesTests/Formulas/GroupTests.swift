import Testing

@testable import Incentives

@Suite struct GroupTests {
  private let commits: [Double] = [1, 3, 4, 8]
  private let teams = [0, 0, 1, 1]

  private static let aggregates: [(String, [Double])] = [
    ("sum(commits per team)", [4.0, 4, 12, 12]), ("mean(commits per team)", [2, 2, 6, 6]),
    ("max(commits per team)", [3, 3, 8, 8]), ("min(commits per organisation)", [1, 1, 1, 1]),
    ("median(commits per organisation)", [3.5, 3.5, 3.5, 3.5]),
    ("quantile(commits, 0.25 per organisation)", [2.5, 2.5, 2.5, 2.5]),
    ("quantile(commits, 1 per team)", [3, 3, 8, 8]), ("sd(commits per team)", [1, 1, 2, 2]),
    ("count(commits >= 3 per team)", [1, 1, 2, 2]),
    ("share(commits >= 3 per organisation)", [0.75, 0.75, 0.75, 0.75]),
    ("count(true per team)", [2, 2, 2, 2]), ("sum(commits per employee)", [1, 3, 4, 8]),
    ("mean(commits where commits > 1 per team)", [3, 3, 6, 6]),
    ("sum(commits where commits > 9 per team)", [0, 0, 0, 0]),
    ("commits / sum(commits per team)", [0.25, 0.75, 1.0 / 3, 2.0 / 3]),
    ("z(commits per team)", [-1, 1, -1, 1]), ("rank(commits)", [4, 3, 2, 1]),
    ("rank(commits per team)", [2, 1, 2, 1]), ("rank(-commits)", [1, 2, 3, 4]),
    ("percentile(commits)", [0.125, 0.375, 0.625, 0.875]),
    ("mean(z(commits per team) per organisation)", [0, 0, 0, 0]),
  ]

  @Test(arguments: aggregates)
  func `groups put employees together`(source: String, expected: [Double]) throws {
    let values = try SamplePanels.values(source, commits, teams: teams)
    for (value, expected) in zip(values, expected) { #expect(abs(value - expected) < 1e-12) }
  }

  @Test func `ties share the mean of their ranks`() throws {
    #expect(try SamplePanels.values("rank(commits)", [5, 7, 5, 1]) == [2.5, 1, 2.5, 4])
    #expect(
      try SamplePanels.values("percentile(commits)", [5, 7, 5, 1]) == [0.5, 0.875, 0.5, 0.125])
  }

  @Test func `a standard score has mean 0 and deviation 1`() throws {
    let values = try SamplePanels.values("z(commits)", [2, 4, 4, 4, 5, 5, 7, 9])
    #expect(values == [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2])
  }

  @Test func `where all are equal nobody stands out`() throws {
    #expect(try SamplePanels.values("z(0.1 * commits)", [3, 3, 3]) == [0, 0, 0])
    #expect(try SamplePanels.values("rank(commits)", [3, 3, 3]) == [2, 2, 2])
    #expect(try SamplePanels.values("percentile(commits)", [3, 3, 3]) == [0.5, 0.5, 0.5])
    #expect(try SamplePanels.values("z(commits)", [3]) == [0])
  }

  @Test func `the ratio of sums and the mean of ratios differ`() throws {
    var panel = ObservationPanel(teams: [0, 0])
    panel[0] = Observation([.editsAccepted: 1, .editsProposed: 1])
    panel[1] = Observation([.editsAccepted: 10, .editsProposed: 100])
    let ofSums = try MetricFormula("sum(edits_accepted per team) / sum(edits_proposed per team)")
    let ofRatios = try MetricFormula("mean(edits_accepted / edits_proposed per team)")
    #expect(ofSums.values(in: panel) == [11.0 / 101, 11.0 / 101])
    #expect(ofRatios.values(in: panel) == [0.55, 0.55])
  }

  @Test func `roles are groups and attributes`() throws {
    let formulas = try [
      "mean(commits per role)", "commits where role = 'tester'", "1 if role != 'tester'",
    ].map { try MetricFormula($0, roles: ["developer", "tester"]) }
    var panel = ObservationPanel(teams: [0, 0, 0], roles: [0, 1, 0], formulas: formulas)
    for (employee, value) in [2.0, 5, 4].enumerated() { panel[employee, .commits] = value }
    #expect(formulas[0].values(in: panel) == [3, 5, 3])
    let testers = formulas[1].values(in: panel)
    #expect(testers[0].isNaN && testers[1] == 5 && testers[2].isNaN)
    #expect(formulas[2].values(in: panel) == [1, 0, 1])
  }

  @Test func `whoever is not employed has no value and does not count`() throws {
    var panel = ObservationPanel(teams: [0, 0, 0])
    for (employee, value) in [2.0, 100, 4].enumerated() { panel[employee, .commits] = value }
    panel.setEmployed(false, employee: 1)
    let expectations: [(String, Double)] = [
      ("mean(commits per team)", 3), ("count(true per team)", 2), ("max(commits per team)", 4),
      ("count(missing(commits) per team)", 0), ("rank(commits)", 2),
    ]
    for (source, expected) in expectations {
      let values = try MetricFormula(source).values(in: panel)
      #expect(values[0] == expected && values[1].isNaN, "\(source)")
    }
  }

  @Test func `an empty team harms nobody`() throws {
    var panel = ObservationPanel(teams: [2, 0])
    panel[0, .commits] = 3
    #expect(try MetricFormula("sum(commits per team)").values(in: panel) == [3, 0])
    let nobody = ObservationPanel(teams: [])
    #expect(try MetricFormula("z(commits per team)").values(in: nobody).isEmpty)
  }
}
