import Testing

@testable import WorkplaceModel

/// Each block does something in the simulated week, and nothing when it is switched off.
@Suite struct `Blocks can be switched on and off` {
  private static let board = """
    board:
      metrics:
        tokens: {formula: total_tokens}
        weeklyActive: {formula: active_days >= 1}
      board: {metric: tokens, visibleTo: organisation}
      target: {metric: weeklyActive}
      promise: {violations: 20 % / week}
      audit: {rate: 20 % / week, falsePositive: 50 %}
    """

  private func lastStates(_ extra: String) throws -> [EmployeeWeekState] {
    let scenario = try SmallOffice.scenario(policies: Self.board, extra: extra)
    return try #require(try SmallOffice.ledgers(scenario, policy: "board").last).states
  }

  private func mean(_ states: [EmployeeWeekState], _ path: KeyPath<EmployeeWeekState, Double>)
    -> Double
  {
    states.reduce(0) { $0 + $1[keyPath: path] } / Double(states.count)
  }

  @Test func `control crowds out motivation`() throws {
    let states = try lastStates("behaviour: {crowdingOut: {rate: 5 % / week}}")
    #expect(mean(states, \.motivation) < 0.8)
    #expect(try lastStates("behaviour: {crowdingOut: none}").allSatisfy { $0.motivation == 1 })
  }

  @Test func `control strains`() throws {
    #expect(mean(try lastStates(""), \.fatigue) > 0.02)
    #expect(try lastStates("behaviour: {fatigue: none}").allSatisfy { $0.fatigue == 0 })
  }

  @Test func `broken promises and wrong accusations cost trust`() throws {
    let states = try lastStates("behaviour: {attrition: none}")
    #expect(mean(states, \.trust) < 0.9)
    #expect(
      try lastStates("behaviour: {trust: none}").allSatisfy { $0.trust == 1 })
  }

  @Test func `people who trust less and fare worse leave sooner`() throws {
    let states = try lastStates("")
    #expect(mean(states, \.leavingProbability) > 0.003)
    let calm = try SmallOffice.scenario()
    let none = try #require(try SmallOffice.ledgers(calm, policy: "none").last).states
    #expect(mean(none, \.leavingProbability) < mean(states, \.leavingProbability))
    #expect(
      try lastStates("behaviour: {attrition: none}").allSatisfy {
        $0.leavingProbability == 0 && !$0.hasLeft
      })
  }

  @Test func `newcomers are other people, know no technique and cost their replacement`() throws {
    let scenario = try SmallOffice.scenario(
      policies: Self.board,
      extra: "behaviour: {attrition: {hazard: 50 % / week, replacement: 100 h}}")
    var world = Workplace(scenario, replication: 0)
    world.warmUp()
    world.adopt(scenario.policies[1])
    let before = world.population.employees.map(\.ability)
    let ledger = world.simulateWeek()
    let left = ledger.states.indices.filter { ledger.states[$0].hasLeft }
    #expect(left.count > 2 && left.count < 16)
    #expect(ledger.attritionCostUSD == Double(left.count) * 100 * scenario.economics.hourValue)
    for index in ledger.states.indices {
      let isNew = left.contains(index)
      #expect((world.population.employees[index].ability != before[index]) == isNew)
      if isNew {
        #expect(world.minds[index].known == [])
        #expect(world.minds[index].weeksInJob == 0)
      }
    }
  }

  @Test func `the same people come under every policy`() throws {
    let scenario = try SmallOffice.scenario(
      policies: Self.board,
      extra: "behaviour: {attrition: {hazard: 30 % / week, utilitySlope: 0, trustSlope: 0}}")
    let none = try SmallOffice.ledgers(scenario, policy: "none")
    let board = try SmallOffice.ledgers(scenario, policy: "board")
    for (first, second) in zip(none, board) {
      #expect(first.states.map(\.hasLeft) == second.states.map(\.hasLeft))
      #expect(first.neverGames == second.neverGames)
    }
  }

  @Test func `a patched technique is forgotten by all and cannot be learnt`() throws {
    var scenario = try SmallOffice.scenario(
      extra: "behaviour: {techniques: {loops: {discovery: 300 % / week}}}")
    for index in scenario.policies.indices {
      var second = scenario.policies[index].phases[0]
      second.startWeek = 4
      second.patched = TechniqueSet(.loops)
      scenario.policies[index].phases.append(second)
    }
    let ledgers = try SmallOffice.ledgers(scenario, policy: "board")
    #expect(ledgers[3].knowing[Technique.loops.rawValue] > 10)
    for ledger in ledgers.suffix(4) {
      #expect(ledger.knowing[Technique.loops.rawValue] == 0)
      #expect(ledger.truth.allSatisfy { !$0.profile.techniques.contains(.loops) })
    }
  }
}
