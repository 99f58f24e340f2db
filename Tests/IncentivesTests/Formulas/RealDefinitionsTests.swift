import Testing

@testable import Incentives

/// One of the 52 metric definitions that real dashboards use, as a formula.
///
/// The numbers are those of the catalogue of definitions (ccusage, tokscale, viberank, Copilot and
/// Claude Code reports, Cursor, DORA, DX Core 4, SPACE, METR, AgentDojo). Values are worked out by
/// hand for employee 0 of ``SamplePanels/fourEmployees(formulas:)``.
struct RealDefinition: CustomTestStringConvertible {
  var number: Int
  var metric: String
  var formula: String
  var value: Double
  /// What differs from the definition, if an employee-week table cannot hold its inputs.
  var equivalent: String?

  init(
    _ number: Int, _ metric: String, _ formula: String, _ value: Double,
    equivalent: String? = nil
  ) {
    self.number = number
    self.metric = metric
    self.formula = formula
    self.value = value
    self.equivalent = equivalent
  }

  var testDescription: String { "\(number) \(metric)" }

  static let usage: [RealDefinition] = [
    .init(1, "total tokens", "total_tokens", 10e6),
    .init(2, "non-cache tokens", "non_cache_tokens", 4e6),
    .init(
      3, "input and output per day", "(fresh_input_tokens + output_tokens) / active_days", 6e5),
    .init(4, "output tokens", "output_tokens", 1e6),
    .init(5, "API-equivalent cost", "agent_cost", 8),
    .init(
      6, "tokens per active day",
      "sum(total_tokens per organisation) / sum(active_days per organisation)", 1.625e6),
    .init(7, "active days", "active_days", 5),
    .init(8, "activity rate", "sum(active_days, 4 weeks) / 28", 9 / 28),
    .init(
      9, "current streak", "streak(active_days >= 1)", 2, equivalent: "weeks instead of days"),
    .init(
      9, "longest streak", "longest(active_days >= 1)", 2, equivalent: "weeks instead of days"),
    .init(
      10, "heat-map intensity",
      "step(agent_cost / max(agent_cost, 52 weeks), 0.25, 0.5, 0.75) + (1 if agent_cost > 0)", 4,
      equivalent: "weeks instead of days"),
    .init(
      11, "tier", "step(sum(agent_cost, 52 weeks), $10, $100, $1 k)", 1,
      equivalent: "the last year instead of a lifetime"),
    .init(
      12, "projected monthly tokens", "mean(total_tokens, 4 weeks) * 52 / 12", 8e6 * 52 / 12,
      equivalent: "a rate of weeks instead of five-hour blocks"),
    .init(13, "share of cache reads", "cache_read_tokens / input_tokens", 2.0 / 3),
    .init(
      14, "tokens saved", "lag(mean(total_tokens, 4 weeks), 1 week) - total_tokens", -4e6,
      equivalent: "one's own past is the counterfactual, which nobody observes"),
    .init(15, "sessions", "sessions", 10),
    .init(16, "interactions", "requests", 100),
  ]

  static let code: [RealDefinition] = [
    .init(17, "lines added by AI", "lines_accepted", 400),
    .init(18, "net lines", "lines_added - lines_removed", 400),
    .init(
      19, "acceptance rate by count",
      "sum(edits_accepted per organisation) / sum(edits_proposed per organisation)", 0.64),
    .init(
      20, "acceptance rate by lines",
      "sum(lines_accepted per organisation) / sum(lines_suggested per organisation)", 500.0 / 1200),
    .init(
      21, "mean of daily acceptance", "mean(edits_accepted / edits_proposed, 4 weeks)", 0.5,
      equivalent: "weekly ratios instead of daily ones"),
    .init(22, "edit-tool acceptance", "edits_accepted / edits_proposed", 0.75),
    .init(
      23, "tab acceptance", "lines_accepted / lines_suggested", 0.4,
      equivalent: "suggestions are not split by feature"),
    .init(
      24, "suggestion survival", "clip((lines_accepted - lines_removed) / lines_accepted, 0, 1)",
      0.75, equivalent: "any removed line counts against the accepted ones"),
    .init(
      25, "monthly active users", "count(sum(active_days, 4 weeks) >= 1 per organisation)", 3),
    .init(
      26, "agent adoption",
      "count(sum(tool_calls, 4 weeks) > 0 per organisation)"
        + " / count(sum(active_days, 4 weeks) >= 1 per organisation)", 2.0 / 3),
    .init(27, "adoption phase", "step(sum(active_days, 4 weeks), 1, 4, 10, 16)", 2),
    .init(
      28, "idle seats",
      "count(seat = 1 and active_days = 0 per organisation) / count(seat = 1 per organisation)",
      1.0 / 3),
    .init(29, "credits per user", "mean(agent_cost where seat = 1 per organisation)", 10.0 / 3),
    .init(30, "commits by AI tool", "commits_with_ai", 6),
    .init(31, "pull requests by AI tool", "prs_opened_with_ai", 4),
    .init(
      32, "share of pull requests with AI",
      "sum(prs_merged_with_ai per organisation) / sum(prs_merged per organisation)", 4.0 / 9),
    .init(
      33, "AI merge rate",
      "sum(prs_merged_with_ai per organisation) / sum(prs_opened_with_ai per organisation)", 0.8,
      equivalent: "opened instead of closed; open ones count as not merged"),
    .init(
      34, "median minutes to merge", "60 * median(pr_hours_to_merge / prs_merged per organisation)",
      240, equivalent: "the median of people's means instead of the median of pull requests"),
    .init(35, "cost per pull request", "agent_cost / prs_merged", 2),
    .init(35, "cost per commit", "agent_cost / commits", 0.8),
    .init(36, "cost per session", "agent_cost / sessions", 0.8),
  ]

  static let delivery: [RealDefinition] = [
    .init(37, "one-shot rate", "tasks_accepted_first_try / tasks_tried", 0.6),
    .init(38, "deployment frequency", "sum(deployments per organisation)", 8),
    .init(
      39, "change lead time", "median(pr_hours_to_merge / prs_merged per organisation)", 4,
      equivalent: "opened to merged instead of commit to production; median of people's means"),
    .init(
      40, "change fail rate",
      "sum(failed_deployments per organisation) / sum(deployments per organisation)", 0.25),
    .init(
      41, "recovery time",
      "sum(restore_hours per organisation) / sum(failed_deployments per organisation)", 4,
      equivalent: "mean instead of median"),
    .init(
      42, "deployment rework rate",
      "sum(rework_deployments per organisation) / sum(deployments per organisation)", 0.125),
    .init(
      43, "diffs per engineer", "mean(prs_merged where role = 'developer' per organisation)",
      8.0 / 3),
    .init(44, "developer experience index", "mean(survey_score per organisation)", 75),
    .init(
      45, "time on new capabilities",
      "sum(feature_hours per organisation) / sum(hours_worked per organisation)", 48.0 / 148),
    .init(
      46, "SPACE profile",
      "z(survey_score) + z(tasks_accepted) - z(errors_reported)"
        + " + z(commits + prs_opened + reviews_done) - z(pr_hours_to_merge / prs_merged)"
        + " + z(feature_hours / hours_worked)", 2.1192030592477,
      equivalent: "five metrics in one sum; hours on features stand for uninterrupted hours"),
    .init(47, "task success rate", "tasks_accepted / tasks_tried", 0.8),
    .init(48, "cost per successful task", "agent_cost / tasks_accepted", 1),
    .init(49, "time saved, believed", "hours_saved_claimed", 4),
    .init(
      50, "time saved, measured",
      "1 - (sum(hours_worked where seat = 1 per organisation)"
        + " / sum(tasks_accepted where seat = 1 per organisation))"
        + " / (sum(hours_worked where seat = 0 per organisation)"
        + " / sum(tasks_accepted where seat = 0 per organisation))", 2.0 / 9,
      equivalent: "a measurement only if seats were drawn by lot"),
    .init(51, "error rate", "errors_reported / tasks_accepted", 0.25),
    .init(
      51, "defects per 100 merged pull requests",
      "100 * sum(errors_reported per organisation) / sum(prs_merged per organisation)",
      400.0 / 9),
    .init(
      52, "risk-adjusted value", "$150 * tasks_accepted - agent_cost - loss_reported", 692,
      equivalent: "booked loss instead of expected loss; attack success needs injected test tasks, "
        + "which are not part of anybody's week and stay outside"),
  ]

  static let all = usage + code + delivery
}

@Suite struct RealDefinitionsTests {
  @Test(arguments: RealDefinition.all)
  func `a real definition is written as a formula and gives the value worked out by hand`(
    definition: RealDefinition
  ) throws {
    let formula = try MetricFormula(definition.formula, roles: ["developer", "tester"])
    let panel = SamplePanels.fourEmployees(formulas: [formula])
    let value = formula.values(in: panel)[0]
    #expect(abs(value - definition.value) <= 1e-9 * max(1, abs(definition.value)))
  }

  @Test(arguments: RealDefinition.all)
  func `a real definition answers what-if questions with the same value`(
    definition: RealDefinition
  ) throws {
    let formula = try MetricFormula(definition.formula, roles: ["developer", "tester"])
    let panel = SamplePanels.fourEmployees(formulas: [formula])
    let values = formula.values(in: panel)
    let reference = formula.reference(in: panel)
    for employee in 0..<4 {
      let value = formula.value(of: panel[employee], employee: employee, in: reference)
      #expect(SamplePanels.agree(value, values[employee]))
    }
  }

  @Test func `all 52 definitions are there`() {
    #expect(Set(RealDefinition.all.map(\.number)) == Set(1...52))
  }
}
