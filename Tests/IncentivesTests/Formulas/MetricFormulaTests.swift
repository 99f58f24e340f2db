import Testing

@testable import Incentives

@Suite struct MetricFormulaTests {
  @Test func `a metric can be tested on hand-written observations alone`() throws {
    let outcome = try MetricFormula("tasks_accepted - 2 * errors_reported")
    var panel = ObservationPanel(teams: [0, 0], formulas: [outcome])
    panel[0] = Observation([.tasksAccepted: 8, .errorsReported: 1])
    panel[1] = Observation([.tasksAccepted: 9, .errorsReported: 4])
    #expect(outcome.values(in: panel) == [6, 1])
  }

  private static let arithmetic: [(String, Double)] = [
    ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9), ("10 - 4 - 3", 3), ("24 / 4 / 3", 2),
    ("-2 ^ 2", -4), ("2 ^ 3 ^ 2", 512), ("2 ^ -1", 0.5), ("--3", 3), ("5 - -3", 8),
    ("100 Mtok", 1e8), ("5 k", 5000), ("$5 k", 5000), ("80 %", 0.8), ("90 min", 1.5),
    ("1_000", 1000), ("1e3", 1000), (".5", 0.5), ("2 T", 2e12),
    ("min(3, 1, 2)", 1), ("max(3, 1, 2)", 3), ("clip(5, 0, 3)", 3), ("clip(-5, 0, 3)", 0),
    ("log(exp(2))", 2), ("sqrt(9)", 3), ("abs(-4)", 4), ("floor(2.9)", 2), ("floor(-2.1)", -3),
    ("step(5, 1, 5, 10)", 2), ("step(0, 1, 5, 10)", 0), ("step(99, 1, 5, 10)", 3),
    ("2 if 3 >= 3 else 4", 2), ("2 if 3 > 3 else 4", 4), ("2 if 3 > 3", 0),
    ("1 if 2 < 1 else 2 if 2 < 1 else 3", 3), ("default(1 / 0, 7)", 7), ("default(1, 7)", 1),
    ("2 < 3", 1), ("2 > 3", 0), ("2 = 2", 1), ("2 == 2", 1), ("2 != 2", 0), ("2 <> 3", 1),
    ("not 2 > 3", 1), ("1 < 2 and 2 < 1", 0), ("1 < 2 or 2 < 1", 1),
    ("true or false and false", 1), ("(true or false) and false", 0), ("not true or true", 1),
    ("missing(log(0))", 1), ("missing(3)", 0),
  ]

  @Test(arguments: arithmetic)
  func `arithmetic, logic and units follow the usual order`(
    source: String, expected: Double
  ) throws {
    let value = try SamplePanels.values(source, [0])[0]
    #expect(abs(value - expected) < 1e-12 * max(1, abs(expected)))
  }

  @Test(arguments: [
    "1 / 0", "0 / 0", "log(0)", "log(-1)", "sqrt(-1)", "exp(1000)", "0 ^ -1", "(-8) ^ 0.5",
    "1 + 1 / 0", "max(1, 1 / 0)", "1 / 0 > 3", "2 if 1 / 0 > 3", "not 1 / 0 > 3",
    "true and 1 / 0 > 3", "false or 1 / 0 > 3", "step(1 / 0, 1)", "3 where 1 > 2",
    "3 where 1 / 0 > 2",
  ])
  func `what cannot be computed is missing`(source: String) throws {
    #expect(try SamplePanels.values(source, [0])[0].isNaN)
  }

  @Test func `a known side can decide a condition whose other side is missing`() throws {
    #expect(try SamplePanels.values("false and 1 / 0 > 3", [0])[0] == 0)
    #expect(try SamplePanels.values("true or 1 / 0 > 3", [0])[0] == 1)
  }

  @Test func `totals are sums of token classes`() throws {
    let week = Observation([
      .freshInputTokens: 1, .cacheReadTokens: 10, .cacheWriteTokens: 100, .outputTokens: 1000,
      .productiveLabelTokens: 600,
    ])
    let totals: [(String, Double)] = [
      ("total_tokens", 1111), ("input_tokens", 111), ("non_cache_tokens", 1101),
      ("total_tokens where intent = 'productive'", 600),
      ("total_tokens where intent != 'productive'", 511),
      ("total_tokens where intent = 'other'", 511),
      ("total_tokens where not intent = 'other'", 600),
      ("0.5 * total_tokens where intent = 'productive'", 300),
      ("total_tokens where intent = 'productive' and active_days = 0", 600),
    ]
    for (source, expected) in totals {
      let formula = try MetricFormula(source)
      var panel = ObservationPanel(teams: [0], formulas: [formula])
      panel[0] = week
      #expect(formula.values(in: panel) == [expected], "\(source)")
      let reference = formula.reference(in: panel)
      #expect(formula.value(of: week, employee: 0, in: reference) == expected, "\(source)")
    }
  }

  @Test func `a gate gives nothing below its condition`() throws {
    let values = try SamplePanels.values("commits if commits >= 5", [4, 5, 6])
    #expect(values == [0, 5, 6])
  }

  @Test func `where takes rows out of the comparison instead of scoring them zero`() throws {
    let ranks = try SamplePanels.values("rank(commits where commits > 0)", [0, 7, 3, 0])
    #expect(ranks[0].isNaN && ranks[3].isNaN)
    #expect(ranks[1] == 1 && ranks[2] == 2)
  }

  @Test func `what a formula looks at is known without evaluating it`() throws {
    let formula = try MetricFormula("z(sum(total_tokens, 4 weeks)) + commits")
    #expect(formula.dependencies == ObservableSet(DerivedObservable.totalTokens.terms + [.commits]))
    #expect(formula.historyDependencies == ObservableSet(DerivedObservable.totalTokens.terms))
    #expect(formula.longestWindow == 4)
    #expect(!formula.isCondition)
    #expect(formula.comparesEmployees)
    let flag = try MetricFormula("active_days >= 1")
    #expect(flag.isCondition && flag.longestWindow == 1 && !flag.comparesEmployees)
    #expect(try MetricFormula("mean(lag(commits, 2 weeks), 3 weeks)").longestWindow == 5)
    #expect(try MetricFormula("streak(commits > 0)").longestWindow == 52)
    #expect(
      try MetricFormula("total_tokens where intent = 'productive'").dependencies
        == [.init(.productiveLabelTokens)])
  }

  private static let units: [(String, String)] = [
    ("total_tokens", "tokens"), ("agent_cost / prs_merged", "usd/prs"),
    ("tasks_accepted / tasks_tried", ""), ("total_tokens + agent_cost", "points"),
    ("2 * hours_worked", "hours"), ("z(commits)", "sd"), ("rank(commits)", "rank"),
    ("active_days >= 1", ""), ("count(seat = 1 per team)", "employees"),
    ("streak(commits > 0)", "weeks"), ("agent_cost / prs_merged * prs_merged", "usd"),
    ("median(pr_hours_to_merge / prs_merged per team)", "hours/prs"),
  ]

  @Test(arguments: units)
  func `the unit of the result is told`(source: String, unit: String) throws {
    #expect(try MetricFormula(source).unit == unit)
  }

  @Test func `equal texts make equal formulas`() throws {
    #expect(try MetricFormula("commits + 1") == MetricFormula("commits + 1"))
    #expect(try MetricFormula("commits + 1") != MetricFormula("commits + 2"))
  }
}
