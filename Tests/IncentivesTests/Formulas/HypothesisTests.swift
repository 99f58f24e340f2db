import Testing

@testable import Incentives

@Suite struct HypothesisTests {
  /// Formulas in which an employee's own part is exchanged exactly.
  private static let exact = [
    "total_tokens", "commits / sessions", "active_days >= 3", "commits if sessions > 4 else -1",
    "0.5 * z(tasks_accepted) + 0.3 * z(hours_saved_claimed) - 0.2 * z(errors_reported)",
    "z(log(total_tokens) per team)", "rank(commits per team)", "percentile(commits)",
    "sum(commits per team) / sum(sessions per team)", "mean(commits / sessions per organisation)",
    "count(active_days >= 3 per team)", "share(active_days >= 3 per role)",
    "sum(commits, 3 weeks)", "mean(commits / sessions, 4 weeks)", "max(commits, 3 weeks)",
    "min(commits, 3 weeks)", "streak(active_days >= 3)", "longest(active_days >= 3, 5 weeks)",
    "z(sum(commits, 3 weeks))", "sum(sum(commits, 3 weeks) per team)",
    "mean(z(commits) per team)", "mean(sum(commits per team), 3 weeks)",
    "commits - lag(commits, 2 weeks)", "step(commits, 2, 4, 6)", "default(1 / commits, 0)",
  ]

  @Test(arguments: exact)
  func `the week that happened has the value that was measured`(source: String) throws {
    let formula = try MetricFormula(source)
    let panel = SamplePanels.random(employees: 24, weeks: 52, seed: 5)
    let values = formula.values(in: panel)
    let reference = formula.reference(in: panel)
    for employee in 0..<panel.employeeCount {
      let value = formula.value(of: panel[employee], employee: employee, in: reference)
      #expect(SamplePanels.agree(value, values[employee]))
    }
  }

  /// `mean(z(commits) per team)` is left out: the team-mates' scores are those that were measured.
  @Test(arguments: exact.filter { !$0.hasPrefix("mean(z(") })
  func `a hypothetical week has the value that would have been measured`(source: String) throws {
    let formula = try MetricFormula(source)
    let panel = SamplePanels.random(employees: 24, weeks: 52, seed: 6)
    let reference = formula.reference(in: panel)
    for employee in 0..<panel.employeeCount {
      var changed = panel
      for observable in Observable.allCases { changed[employee, observable] += 3 }
      let expected = formula.values(in: changed)[employee]
      let value = formula.value(of: changed[employee], employee: employee, in: reference)
      #expect(panel.isEmployed[employee] ? SamplePanels.agree(value, expected) : expected.isNaN)
    }
  }

  @Test func `medians and the like stay as they were`() throws {
    var panel = ObservationPanel(teams: [0, 0, 0])
    for (employee, value) in [1.0, 2, 3].enumerated() { panel[employee, .commits] = value }
    for source in [
      "median(commits per team)", "max(commits per team)", "sd(commits per team)",
      "quantile(commits, 0.9 per team)",
    ] {
      let formula = try MetricFormula(source)
      let reference = formula.reference(in: panel)
      let value = formula.value(of: Observation([.commits: 99]), employee: 2, in: reference)
      #expect(value == formula.values(in: panel)[2])
    }
  }

  @Test func `a giant among dwarfs does not spoil the moments of the others`() throws {
    let formula = try MetricFormula("z(total_tokens)")
    var panel = ObservationPanel(teams: Array(repeating: 0, count: 50))
    for employee in 0..<50 { panel[employee, .outputTokens] = 1 }
    panel[7, .outputTokens] = 1e15
    let reference = formula.reference(in: panel)
    let week = Observation([.outputTokens: 1])
    #expect(formula.value(of: week, employee: 7, in: reference) == 0)
  }

  @Test(arguments: exact)
  func `a menu of weeks has the values of its weeks`(source: String) throws {
    let formula = try MetricFormula(source)
    let panel = SamplePanels.random(employees: 12, weeks: 52, seed: 8)
    let reference = formula.reference(in: panel)
    let menu = (0..<5).map { panel[$0] }
    var values = [Double](repeating: 0, count: 6)
    formula.evaluate(menu, employee: 9, in: reference, into: &values)
    for (week, value) in zip(menu, values) {
      #expect(
        SamplePanels.agree(formula.value(of: week, employee: 9, in: reference), value))
    }
    #expect(values[5] == 0)
  }

  @Test func `one's own share of a team mean is one over the team's size`() throws {
    let formula = try MetricFormula("mean(commits per team)")
    let panel = ObservationPanel(teams: [0, 0, 0, 0, 1])
    let reference = formula.reference(in: panel)
    let value = formula.value(of: Observation([.commits: 8]), employee: 1, in: reference)
    #expect(value == 2)
  }

  @Test func `a reference of another formula is refused`() async throws {
    await #expect(processExitsWith: .failure) {
      let panel = ObservationPanel(teams: [0])
      let reference = try MetricFormula("commits").reference(in: panel)
      _ = try MetricFormula("z(commits)").value(of: Observation(), employee: 0, in: reference)
    }
  }
}
