import Foundation
import ScenarioFiles
import Testing
import WorkplaceModel

@testable import Reporting

/// What policies are, for people who have not read the scenario.
@Suite struct PolicyDescriptionTests {
  private static let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios")

  private func check(
    _ loaded: LoadedScenario, paidHours: Double? = 40, _ expected: [String: String]
  ) {
    let policies = loaded.scenario.policies
    #expect(Set(policies.map(\.name)) == Set(expected.keys))
    for policy in policies {
      let description = PolicyDescription(
        policy, baseline: policies[loaded.scenario.baseline], paidHours: paidHours)
      #expect(description.text == expected[policy.name], "\(policy.name)")
    }
  }

  @Test func `the policies of the seed case`() throws {
    let path = Self.scenarios.appendingPathComponent("meshclaw.yaml").path
    check(try ScenarioLoader.load(path: path), Self.seedCase)
  }

  @Test func `every kind of rule has its words`() throws {
    let name = Self.scenarios.appendingPathComponent("rules.yaml").path
    check(try ScenarioLoader.load(text: Self.rules, fileName: name), Self.ofRules)
  }

  @Test func `pay is told in hours where nobody knows what a week is paid`() throws {
    let path = Self.scenarios.appendingPathComponent("meshclaw.yaml").path
    let scenario = try ScenarioLoader.load(path: path).scenario
    let policy = try #require(scenario.policies.first { $0.name == "outcomeKPI" })
    let text = PolicyDescription(policy, baseline: scenario.policies[0], paidHours: nil).text
    #expect(text.hasPrefix("Pay rises by 3.2 hours for each standard deviation"))
  }
}

extension PolicyDescriptionTests {
  private static let seedCase = [
    "noMetric": "Nothing is measured, shown, demanded or rewarded.",
    "tokenBoard": """
    Everybody in the organisation sees how people rank by tokens, and the top 10 % get a \
    badge. Each week 80 % of every team are to count as “active this week”, and whoever does \
    not is flagged to the manager. People are told that none of it counts in reviews, which 1 \
    % of them see broken in a week.
    """,
    "restrictedBoard": """
    Everybody in the organisation sees how people rank by tokens, and the top 10 % get a \
    badge. Each week 80 % of every team are to count as “active this week”, and whoever does \
    not is flagged to the manager. People are told that none of it counts in reviews, which 1 \
    % of them see broken in a week; from week 20 on, only each person and the manager see \
    where the person ranks by tokens, and the top 10 % get a badge.
    """,
    "intentAccounting": """
    Everybody in the organisation sees how people rank by productive tokens, and the top 10 % \
    get a badge. Each week 80 % of every team are to count as “active this week”, and whoever \
    does not is flagged to the manager. People are told that none of it counts in reviews, \
    which 1 % of them see broken in a week; everybody labels every session by what it is for; \
    each week 10 % of people, picked at random, are audited, and gaming is found 60 % of the \
    time and costs 8 hours of pay.
    """,
    "outcomeKPI": """
    Pay rises by 8 % for each standard deviation that somebody stands above the mean by \
    outcome score, and falls likewise below it.
    """,
    "composite": """
    Everybody in the organisation sees how people rank by “half tokens, half outcomes”, and \
    the top 10 % get a badge. Pay rises by 4 % for each standard deviation that somebody \
    stands above the mean by “half tokens, half outcomes”, and falls likewise below it.
    """,
    "leastPrivilege": """
    Everybody in the organisation sees how people rank by tokens, and the top 10 % get a \
    badge. Each week 80 % of every team are to count as “active this week”, and whoever does \
    not is flagged to the manager. People are told that none of it counts in reviews, which 1 \
    % of them see broken in a week; against the baseline, agents reach less, work in a tighter \
    sandbox, need people's approval for riskier calls and leave a log that audits can read.
    """,
    "cappedBoard": """
    Everybody in the organisation sees how people rank by capped tokens, and the top 10 % get \
    a badge. Each week 80 % of every team are to count as “active this week”, and whoever does \
    not is flagged to the manager. People are told that none of it counts in reviews, which 1 \
    % of them see broken in a week.
    """,
  ]

  private static let rules = """
    scenario: rules
    extends: library/software-organisation.yaml
    horizon: 12 weeks
    warmUp: 1 week
    evaluation: 4 weeks
    replications: 1
    workforce: {developer: {count: 8, teamSize: 4}}
    policies:
      idle: {title: Measured only, metrics: {tokens: {formula: total_tokens, title: Tokens}}}
      pieces:
        title: Piece rate
        metrics:
          tokens: {formula: total_tokens, title: Tokens}
          done: {formula: tasks_completed >= 1, title: Something done}
        reward:
          {metric: tokens, kind: pieceRate, share: 0.0000001 h, onlyIf: done, cap: 50 Mtok,
           payCap: 10 % of pay, until: week 6}
        board: {metric: tokens, visibleTo: team, badges: none}
      contest:
        title: Tournament
        metrics: {done: {formula: tasks_completed, title: Tasks finished}}
        reward: {metric: done, kind: tournament, prizes: [10 h, 4 h]}
        audit: {rate: 20 % / week, selection: top of done, clawsBack: true}
        changes:
          - {at: week 4, permissions: guarded, audit: none}
      quota:
        title: Quota
        metrics: {done: {formula: tasks_completed, title: Tasks finished}}
        target:
          {metric: done, threshold: 10, of: team, flagged: false, ratchet: 50 %,
           resetEvery: 4 weeks}
        reward:
          - {metric: done, kind: threshold, threshold: 5, share: 2 h}
          - {metric: done, kind: prize, winners: top 20 %, share: 5 % of pay, of: team}
        weights: undisclosed
    """

  private static let ofRules = [
    "noMetric": "Nothing is measured, shown, demanded or rewarded.",
    "idle": "People are measured by tokens, of which nothing follows.",
    "pieces": """
    Everybody in a team sees how its members rank by tokens. Everybody is paid 0.1 hours of \
    pay for every million by tokens, up to 50 million, up to 10 % of pay a week, if the person \
    counts as “something done”. From week 6 on, nothing is rewarded.
    """,
    "contest": """
    The first 2 by tasks finished win prizes of 25 % of pay, 10 % of pay. Each week the top 20 \
    % by tasks finished are audited, and gaming is found 70 % of the time and costs 8 hours of \
    pay and the week's rewards; from week 4 on, against the baseline, agents reach less, work \
    in a tighter sandbox, need an automated gate's approval for riskier calls and leave a log \
    that audits can read, and nobody is audited.
    """,
    "quota": """
    Each week the average of every team is to reach at least 10 by tasks finished, and nobody \
    is flagged for missing it (every 4 weeks the threshold follows results by 50 %); 5 % of \
    pay is paid on top if somebody manages to reach at least 5 by tasks finished; the top 20 % \
    of teams by tasks finished win a prize worth 5 % of pay; nobody is told how much each \
    reward weighs.
    """,
  ]
}
