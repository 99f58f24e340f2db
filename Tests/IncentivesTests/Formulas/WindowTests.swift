import Testing

@testable import Incentives

@Suite struct WindowTests {
  private static let windows: [(String, [Double])] = [
    ("sum(commits, 3 weeks)", [2.0, 7, 7, 9, 5]),
    ("mean(commits, 3 weeks)", [2, 3.5, 7.0 / 3, 3, 5.0 / 3]),
    ("max(commits, 2 weeks)", [2, 5, 5, 4, 4]),
    ("min(commits, 2 weeks)", [2, 2, 0, 0, 1]),
    ("sum(commits, 1 week)", [2, 5, 0, 4, 1]),
    ("count(commits >= 2, 3 weeks)", [1, 2, 2, 2, 1]),
    ("share(commits >= 2, 2 weeks)", [1, 1, 0.5, 0.5, 0.5]),
    ("streak(commits >= 2)", [1, 2, 0, 1, 0]),
    ("longest(commits >= 2)", [1, 2, 2, 2, 2]),
    ("longest(commits >= 2, 2 weeks)", [1, 2, 1, 1, 1]),
    ("streak(commits >= 0, 3 weeks)", [1, 2, 3, 3, 3]),
    ("default(lag(commits, 1 week), 99)", [99, 2, 5, 0, 4]),
    ("default(commits - lag(commits, 2 weeks), 99)", [99, 99, -2, -1, 1]),
    ("sum(sum(commits, 2 weeks), 2 weeks)", [2, 9, 12, 9, 9]),
  ]

  @Test(arguments: windows)
  func `windows put weeks together`(source: String, expected: [Double]) throws {
    let values = try SamplePanels.weekly(source, [2, 5, 0, 4, 1])
    for (value, expected) in zip(values, expected) { #expect(abs(value - expected) < 1e-12) }
  }

  @Test func `weeks of absence are skipped and end a streak`() throws {
    let formulas = try [
      "mean(commits, 4 weeks)", "streak(commits > 0, 4 weeks)", "sum(1, 4 weeks)",
    ].map { try MetricFormula($0) }
    var panel = ObservationPanel(teams: [0], formulas: formulas)
    for (commits, isEmployed) in [(6.0, true), (100, false), (2, true)] {
      panel[0, .commits] = commits
      panel.setEmployed(isEmployed, employee: 0)
      panel.advanceWeek()
    }
    panel[0, .commits] = 1
    panel.setEmployed(true, employee: 0)
    #expect(formulas[0].values(in: panel) == [3])
    #expect(formulas[1].values(in: panel) == [2])
    #expect(formulas[2].values(in: panel) == [3])
  }

  @Test func `missing weeks are skipped`() throws {
    #expect(try SamplePanels.weekly("mean(6 / commits, 3 weeks)", [2, 0, 3]) == [3, 3, 2.5])
    #expect(try SamplePanels.weekly("sum(6 / commits, 2 weeks)", [0, 0]) == [0, 0])
    #expect(try SamplePanels.weekly("mean(6 / commits, 2 weeks)", [0])[0].isNaN)
  }

  @Test func `a next-week reference continues the windows where the panel ends`() throws {
    for source in [
      "sum(commits, 3 weeks)", "mean(commits, 3 weeks)", "max(commits, 2 weeks)",
      "streak(commits >= 2)", "longest(commits >= 2, 3 weeks)", "lag(commits, 1 week)",
      "commits - lag(commits, 2 weeks)", "share(commits >= 2, 2 weeks)",
    ] {
      let formula = try MetricFormula(source)
      var panel = ObservationPanel(teams: [0], formulas: [formula])
      for commits in [2.0, 5, 0, 4] {
        let reference = formula.reference(in: panel, for: .next)
        panel.advanceWeek()
        panel[0, .commits] = commits
        let expected = formula.values(in: panel)[0]
        let value = formula.value(of: panel[0], employee: 0, in: reference)
        #expect(SamplePanels.agree(value, expected), "\(source)")
      }
    }
  }
}
