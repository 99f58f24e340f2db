import Foundation
import Testing

@testable import WorkplaceModel

@Suite struct `Decision rules` {
  @Test func `the best response keeps the habit among equals and else draws fair lots`() {
    let rule = BestResponse()
    #expect(rule.choose(among: [1, 3, 2], last: nil, uniform: 0.9) == 1)
    #expect(rule.choose(among: [3, 1, 3], last: 2, uniform: 0) == 2)
    #expect(rule.choose(among: [3, 1, 3], last: 1, uniform: 0.49) == 0)
    #expect(rule.choose(among: [3, 1, 3], last: 1, uniform: 0.51) == 2)
  }

  @Test func `attractions follow the published trace`() {
    // phi .9, delta .5, kappa 0, pay-offs 1 and 1.5, choices 1, 2, 2, 1, N(0) = 1 (Camerer and Ho).
    let rule = ExperienceWeightedAttraction(memory: 0.9, forgone: 0.5)
    var attractions = [0.0, 0.0]
    var experience = 1.0
    for chosen in [0, 1, 1] {
      for (index, payoff) in [1.0, 1.5].enumerated() {
        attractions[index] = rule.updated(
          attractions[index], payoff: payoff, wasChosen: index == chosen, experience: experience)
      }
      experience = rule.experience(after: experience)
    }
    #expect(abs(experience - 3.439) < 1e-12)
    #expect(abs(attractions[0] - 0.511776679) < 1e-9)
    #expect(abs(attractions[1] - 1.00537947) < 1e-8)
  }

  @Test func `good enough is kept and what is not is exchanged for something better only`() {
    let rule = Satisficing(tolerance: 0.5, adaptation: 0.2)
    #expect(rule.choose(among: [5, 9], last: 0, aspiration: 5.4, uniform: 0.9) == 0)
    #expect(rule.choose(among: [5, 9], last: 0, aspiration: 5.6, uniform: 0.9) == 1)
    #expect(rule.choose(among: [5, 9], last: 1, aspiration: 20, uniform: 0.1) == 1)
    #expect(abs(rule.next(10, utility: 5) - 9) < 1e-12)
    #expect(rule.next(nil, utility: 5) == 5)
  }

  @Test func `a peer is copied in proportion to the gain`() {
    let imitation = Imitation(rate: 0.05, scale: 2)
    #expect(!imitation.copies(gain: 0, uniform: 0))
    #expect(!imitation.copies(gain: -1, uniform: 0))
    #expect(imitation.copies(gain: 1, uniform: 0.49) && !imitation.copies(gain: 1, uniform: 0.51))
    #expect(imitation.copies(gain: 2.5, uniform: 0.999))
  }

  @Test(arguments: DecisionRule.allCases)
  func `without a metric nobody games under any rule`(rule: DecisionRule) throws {
    let scenario = try SmallOffice.scenario(extra: "behaviour: {decisionRule: \(rule.rawValue)}")
    for ledger in try SmallOffice.ledgers(scenario, policy: "none") {
      #expect(ledger.gamers == 0)
    }
  }

  @Test(arguments: DecisionRule.allCases)
  func `a board that is easy to game is gamed under every rule`(rule: DecisionRule) throws {
    let scenario = try SmallOffice.scenario(
      extra: """
        behaviour:
          decisionRule: \(rule.rawValue)
          hassle: 0.1 h
          techniques:
            loops: {discovery: 200 % / week, forgetting: 0 % / week}
            padding: {discovery: 200 % / week, forgetting: 0 % / week}
        """)
    let ledgers = try SmallOffice.ledgers(scenario, policy: "board")
    #expect(ledgers.reduce(0) { $0 + $1.gamers } > 0)
  }

  @Test func `full inertia keeps what was chosen before the policy`() throws {
    let scenario = try SmallOffice.scenario(
      extra: "behaviour: {choiceInertia: 100 %, imitation: {rate: 0 % / week}}")
    var world = Workplace(scenario, replication: 0)
    world.warmUp()
    let before = world.minds.map(\.profile)
    world.adopt(scenario.policies[1])
    for _ in 0..<4 { _ = world.simulateWeek() }
    let after = world.minds
    for (mind, profile) in zip(after, before) where mind.generation == 0 {
      #expect(mind.profile == profile)
    }
  }
}
