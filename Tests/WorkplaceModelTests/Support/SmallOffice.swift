import Incentives
import ScenarioFiles
import WorkplaceModel

/// Small organisations for tests, written in the scenario language.
enum SmallOffice {
  static let metricPolicies = """
    board:
      metrics:
        tokens: {formula: total_tokens}
        weeklyActive: {formula: active_days >= 1}
      board: {metric: tokens, visibleTo: organisation}
      target: {metric: weeklyActive, goal: 80 %, of: team}
      promise: {violations: 1 % / week}
    labels:
      metrics: {tokens: {formula: "total_tokens where intent = 'productive'"}}
      board: {metric: tokens, visibleTo: organisation}
      audit: {rate: 10 % / week}
    outcome:
      metrics: {value: {formula: z(tasks_accepted) - z(errors_reported)}}
      reward: {metric: value, kind: bonus, share: 8 % of pay}
    closing:
      metrics: {closed: {formula: tasks_completed}}
      reward: {metric: closed, kind: bonus, share: 20 % of pay}
    """

  /// A scenario of 16 people with the given policies after `none`, as YAML indented by two spaces.
  static func scenario(
    policies: String = metricPolicies, extra: String = "", seed: Int = 11
  ) throws -> Scenario {
    let indented = policies.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  \($0)" }.joined(separator: "\n")
    let text = """
      scenario: small-office
      horizon: 8 weeks
      warmUp: 2 weeks
      evaluation: 4 weeks
      seed: \(seed)
      replications: 1
      workforce: {developer: {count: 16, teamSize: 8}}
      work:
        feature: {arrivals: backlog, priority: 10, reviewed: true, deploys: 25 %}
        email: {arrivals: 15 / day, priority: 6, size: {lognormal: {median: 2 min, cv: 1}}, task: false}
      \(extra)
      policies:
        none: {title: No metric}
      \(indented)
      compare: {baseline: none}
      """
    return try ScenarioLoader.load(text: text, fileName: "small-office.yaml").scenario
  }

  /// Warms a world up and simulates the horizon under a policy.
  static func ledgers(
    _ scenario: Scenario, policy: String, replication: Int = 0
  ) throws -> [WeekLedger] {
    var world = Workplace(scenario, replication: replication)
    world.warmUp()
    return try ledgers(continuing: world, scenario, policy: policy)
  }

  /// Simulates the horizon under a policy from a warm world.
  static func ledgers(
    continuing warm: Workplace, _ scenario: Scenario, policy: String
  ) throws -> [WeekLedger] {
    guard let chosen = scenario.policies.first(where: { $0.name == policy }) else {
      throw UnknownPolicy(name: policy)
    }
    var world = warm
    world.adopt(chosen)
    return (0..<scenario.horizonWeeks).map { _ in world.simulateWeek() }
  }

  struct UnknownPolicy: Error { let name: String }
}

extension WeekLedger {
  /// Everything in the ledger that a policy's name could not have changed, as comparable text.
  var trace: String {
    "\(week)|\(truth)|\(telemetry.map { observation in Observable.allCases.map { observation[$0] } })"
      + "|\(incidents)|\(expectedIncidents)|\(work)|\(review)|\(audits)|\(events)|\(credibility)"
  }

  /// Number of people who use any technique.
  var gamers: Int { truth.count { $0.profile.games } }
}
