import Incentives
import Randomness
import ScenarioFiles
import Testing

@testable import WorkplaceModel

/// Channels of a policy, switched off one at a time.
@Suite struct `A channel switched off` {
  /// Policies with boards, rewards, audits, targets and a change in mid-run.
  private static let policies =
    SmallOffice.metricPolicies + """

      later: {extends: board, changes: [{at: week 4, board: {visibleTo: manager}}]}
      """

  /// The office without slow states, in which people may build and imitate.
  private static func scenario(_ rule: DecisionRule = .logit) throws -> Scenario {
    var scenario = try SmallOffice.scenario(policies: policies)
    scenario.behaviour.decisionRule = rule
    scenario.behaviour.choiceInertia = 0.3
    scenario.behaviour.imitation = Imitation(rate: 0.5, scale: 1)
    scenario.behaviour.crowdingOut = nil
    scenario.behaviour.fatigue = nil
    scenario.behaviour.trust = nil
    scenario.behaviour.attrition = nil
    scenario.behaviour.automation = AutomationCapital(
      hours: 2, yield: 0.02, depreciation: 0.02, horizonWeeks: 40)
    scenario.behaviour.effort = EffortParameters(
      costSlope: 6, least: -0.1, most: 0.2, discouragement: 0.05)
    return scenario
  }

  /// What became of a policy with some channels.
  private struct Course {
    var fingerprint: UInt64
    var ledgers: [WeekLedger]
  }

  private static func course(
    _ scenario: Scenario, _ name: String, _ channels: Channels = .all, observed: Bool = true
  ) throws -> Course {
    var policy = try #require(scenario.policies.first { $0.name == name })
    if !observed {
      policy.phases = [
        PolicyPhase(
          startWeek: 0, scheme: .none, metricIndices: [], permissions: policy.phases[0].permissions)
      ]
    }
    for index in policy.phases.indices { policy.phases[index].channels = channels }
    var world = Workplace(scenario, replication: 0)
    world.warmUp()
    world.adopt(policy)
    let ledgers = (0..<scenario.horizonWeeks).map { _ in world.simulateWeek() }
    return Course(fingerprint: world.fingerprint, ledgers: ledgers)
  }

  // MARK: Redirection and gaming

  @Test(arguments: DecisionRule.allCases, ["board", "labels", "outcome", "closing", "later"])
  func `without redirection and gaming the weeks are those without the metric, event for event`(
    rule: DecisionRule, policy: String
  ) throws {
    let scenario = try Self.scenario(rule)
    let without = try Self.course(scenario, policy, [.noise, .risk])
    let unobserved = try Self.course(scenario, policy, observed: false)
    #expect(without.fingerprint == unobserved.fingerprint)
    #expect(without.ledgers.map(\.truth.description) == unobserved.ledgers.map(\.truth.description))
    if policy != "labels", rule == .logit || rule == .bestResponse {
      let all = try Self.course(scenario, policy)
      #expect(all.fingerprint != unobserved.fingerprint)
    }
  }

  @Test(arguments: DecisionRule.allCases)
  func `without redirection alone people game and work as they would`(rule: DecisionRule) throws {
    var scenario = try Self.scenario(rule)
    // Whoever may game knows how to at once, and rules that seldom try something new try more.
    for index in scenario.behaviour.techniques.indices {
      scenario.behaviour.techniques[index].discovery = 5
    }
    scenario.behaviour.imitation = Imitation(rate: 0.5, scale: 1, trial: 0.5)
    let gaming = try Self.course(scenario, "board", [.noise, .gaming, .risk])
    let unobserved = try Self.course(scenario, "board", observed: false)
    // In the first week nothing that gaming takes has changed anybody yet.
    let first = try #require(gaming.ledgers.first)
    let honest = try #require(unobserved.ledgers.first)
    #expect(
      first.truth.map { $0.profile.honestPart } == honest.truth.map { $0.profile.honestPart })
    #expect(first.states.map(\.effort) == honest.states.map(\.effort))
    // Whoever is content draws one alternative at a time, and may find none better in eight weeks.
    guard rule != .satisficing else { return }
    #expect(gaming.ledgers.reduce(0) { $0 + $1.gamers } > 0)
  }

  @Test func `without gaming nobody games, and effort goes where it is measured`() throws {
    let scenario = try Self.scenario()
    let honest = try Self.course(scenario, "closing", [.noise, .redirection, .risk])
    let unobserved = try Self.course(scenario, "closing", observed: false)
    #expect(honest.ledgers.allSatisfy { $0.gamers == 0 })
    func effort(_ course: Course) -> Double {
      course.ledgers.reduce(0) { $0 + $1.states.reduce(0) { $0 + $1.effort } }
    }
    #expect(effort(honest) > effort(unobserved) + 0.1)
  }

  // MARK: Noise

  @Test func `without noise telemetry keeps its luck and judgements lose theirs`() throws {
    let scenario = try Self.scenario()
    let course = try Self.course(scenario, "board", [.redirection, .gaming, .risk])
    let metric = try #require(scenario.metrics.firstIndex { $0.name == "tokens" })
    func swings(_ values: (WeekLedger, Int) -> Double) -> [Double] {
      zip(course.ledgers, course.ledgers.dropFirst()).flatMap { before, after in
        before.truth.indices.filter { before.truth[$0].profile == after.truth[$0].profile }
          .map { abs(values(after, $0) / values(before, $0) - 1) }
      }.filter(\.isFinite).sorted()
    }
    let seen = swings { $0.telemetry[$1].totalTokens }
    let judged = swings { $0.scores[metric][$1] }
    try #require(seen.count > 30 && judged.count > 30)
    #expect(judged[judged.count / 2] < 0.15)
    #expect(seen[seen.count / 2] > 2 * judged[judged.count / 2])
  }

  @Test func `judgements are as large in all as what was seen`() throws {
    let scenario = try Self.scenario()
    let course = try Self.course(scenario, "closing", [.redirection, .gaming, .risk])
    let metric = try #require(scenario.metrics.firstIndex { $0.name == "closed" })
    let seen = course.ledgers.reduce(0) { sum, ledger in
      sum + ledger.telemetry.reduce(0) { $0 + $1[.tasksCompleted] }
    }
    let judged = course.ledgers.reduce(0) { $0 + $1.scores[metric].reduce(0, +) }
    #expect(abs(judged / seen - 1) < 0.05)
  }

  @Test func `luck decides about bonuses only where it is let in`() throws {
    let scenario = try Self.scenario()
    let metric = try #require(scenario.metrics.firstIndex { $0.name == "closed" })
    func meanSpread(_ channels: Channels) throws -> Double {
      let ledgers = try Self.course(scenario, "closing", channels).ledgers
      let spreads = ledgers.map { ledger -> Double in
        let values = ledger.scores[metric]
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      }
      return spreads.reduce(0, +)
    }
    #expect(
      try meanSpread([.redirection, .risk]) < 0.7 * meanSpread([.noise, .redirection, .risk]))
  }

  // MARK: Risk

  @Test func `without risk nothing breaks`() throws {
    var scenario = try Self.scenario()
    scenario.risk.harmPerIrreversibleCall = 0.05
    scenario.risk.humanIncidentShare = 0.5
    let all = try Self.course(scenario, "board")
    let safe = try Self.course(scenario, "board", .all.subtracting(.risk))
    #expect(all.ledgers.reduce(0) { $0 + $1.incidents.count } > 20)
    for ledger in safe.ledgers {
      #expect(ledger.incidents.isEmpty)
      #expect(ledger.expectedIncidents.allSatisfy { $0 == 0 })
      #expect(ledger.expectedGamingIncidents.allSatisfy { $0 == 0 })
      #expect(ledger.expectedDefectIncidents == 0)
    }
  }

  @Test func `where nothing happens to break, risk changes no event`() throws {
    var scenario = try Self.scenario()
    scenario.risk.harmPerIrreversibleCall = 1e-15
    scenario.risk.injectionAttempts = 0
    scenario.risk.humanIncidentShare = 1e-9
    let all = try Self.course(scenario, "board")
    let safe = try Self.course(scenario, "board", .all.subtracting(.risk))
    #expect(all.ledgers.allSatisfy { $0.incidents.isEmpty })
    #expect(all.ledgers.allSatisfy { $0.expectedIncidents.contains { $0 > 0 } })
    #expect(all.fingerprint == safe.fingerprint)
  }

  // MARK: Which channels can act

  @Test(
    arguments: [
      ("none", .risk), ("board", .all), ("labels", .all), ("outcome", .all),
      ("shown", [.noise, .risk]), ("mail", [.noise, .redirection, .risk]),
    ] as [(String, Channels)])
  func `what can act follows from rules and formulas`(policy: String, channels: Channels) throws {
    let scenario = try SmallOffice.scenario(
      policies: SmallOffice.metricPolicies + """

        shown: {metrics: {tokens: {formula: total_tokens}}}
        mail: {metrics: {mail: {formula: messages_handled}}, reward: {metric: mail, kind: bonus, share: 5 % of pay}}
        """)
    let chosen = try #require(scenario.policies.first { $0.name == policy })
    #expect(chosen.actingChannels(in: scenario) == channels)
    var course = try Self.course(scenario, policy, channels)
    #expect(try Self.course(scenario, policy).fingerprint == course.fingerprint)
    guard policy == "mail" else { return }
    course = try Self.course(scenario, policy, channels.subtracting(.redirection))
    #expect(course.ledgers.count == scenario.horizonWeeks)
  }
}

extension [EmployeeWeekTruth] {
  /// Everything in it, as comparable text.
  fileprivate var description: String { "\(self)" }
}
