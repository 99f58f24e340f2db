import Foundation
import Randomness
import Testing

@testable import WorkplaceModel

@Suite struct `Effort answers to what it brings` {
  @Test func `effort is the marginal return over the slope of its cost, within limits`() {
    let response = EffortResponse(costSlope: 4, range: -0.2...0.25)
    #expect(response.effort(marginalReturn: 0.5) == 0.125)
    #expect(response.effort(marginalReturn: 3) == 0.25)
    #expect(response.effort(marginalReturn: -3) == -0.2)
    #expect(response.cost(of: 0.5) == 0.5)
  }

  @Test func `pay by the piece raises effort by what was measured`() {
    let parameters = EffortParameters(
      costSlope: 6, least: -1, most: 1, discouragement: 0.2)
    // All pay by the piece: twice the work brings 40 more hours of pay (Lazear 2000: +22 %).
    let effort = parameters.response(contractHours: 30).effort(marginalReturn: 40)
    #expect(abs(effort - 0.2222) < 1e-4)
  }

  @Test func `a place at the bottom of a public board costs a tenth of the effort`() {
    let parameters = EffortParameters(costSlope: 6, least: -1, most: 1, discouragement: 0.2)
    let response = parameters.response(contractHours: 30)
    func lost(_ percentile: Double, _ visibility: Double) -> Double {
      response.effort(
        marginalReturn: parameters.discouragement(
          percentile: percentile, visibility: visibility, contractHours: 30))
    }
    #expect(abs(lost(0, 1) - 0.1) < 1e-12)
    #expect(abs(lost(0.25, 0.6) - 0.03) < 1e-12)
    #expect(lost(0.5, 1) == 0 && lost(0.9, 1) == 0)
  }

  @Test func `without a metric everybody works the contract's hours`() throws {
    let scenario = try SmallOffice.scenario()
    for ledger in try SmallOffice.ledgers(scenario, policy: "none") {
      #expect(ledger.states.allSatisfy { $0.effort == 0 && $0.effortCost == 0 })
    }
  }

  @Test func `a bonus on finished work makes people work longer, and fixed hours do not`() throws {
    let scenario = try SmallOffice.scenario()
    func meanEffort(_ scenario: Scenario) throws -> Double {
      let last = try #require(try SmallOffice.ledgers(scenario, policy: "closing").last)
      return last.states.reduce(0) { $0 + $1.effort } / Double(last.states.count)
    }
    #expect(try meanEffort(scenario) > 0.01)
    let fixed = try SmallOffice.scenario(extra: "behaviour: {effort: none}")
    #expect(try meanEffort(fixed) == 0)
    let hours = try [scenario, fixed].map { scenario in
      try SmallOffice.ledgers(scenario, policy: "closing").reduce(0) { sum, ledger in
        sum + ledger.truth.reduce(0) { $0 + $1.manualHours + $1.agentHours }
      }
    }
    #expect(hours[0] > hours[1] * 1.01)
  }

  @Test func `rank feedback discourages the bottom of a board`() throws {
    // Nobody values status or career, so discouragement is all that a board does to effort.
    let scenario = try SmallOffice.scenario(
      policies: """
        board:
          metrics: {tokens: {formula: total_tokens}}
          board: {metric: tokens, visibleTo: organisation}
        """,
      extra: """
        behaviour: {peers: none, crowdingOut: none, unspokenBelief: 0}
        """)
    var still = scenario
    for index in still.roles.indices {
      still.roles[index].traits.statusWeight = try .constant(0)
    }
    let ledger = try #require(try SmallOffice.ledgers(still, policy: "board").last)
    let efforts = ledger.states.map(\.effort).sorted()
    #expect(efforts[0] < -0.02)
    #expect(abs(try #require(efforts.last)) < 1e-9)
  }
}

@Suite struct `Automation is an investment` {
  private let capital = AutomationCapital(
    hours: 3, yield: 0.1, depreciation: 0.02, horizonWeeks: 12)

  @Test func `capital grows by what is built and wears off`() {
    #expect(abs(capital.next(0, hoursBuilt: 3) - 0.3) < 1e-12)
    #expect(abs(capital.next(10, hoursBuilt: 0) - 9.8) < 1e-12)
    var level = 0.0
    for _ in 0..<2000 { level = capital.next(level, hoursBuilt: 3) }
    #expect(abs(level - 0.3 / 0.02) < 1e-9)
  }

  @Test func `an hour is worth what it brings over the weeks one looks ahead`() {
    let sum = (0..<12).reduce(0) { $0 + 0.1 * pow(0.98, Double($1)) }
    #expect(abs(capital.valueOfAnHour - sum) < 1e-12)
    let lasting = AutomationCapital(hours: 3, yield: 0.1, depreciation: 0, horizonWeeks: 12)
    #expect(abs(lasting.valueOfAnHour - 1.2) < 1e-12)
  }

  @Test func `worthwhile automation is built and raises value, worthless automation is not missed`()
    throws
  {
    func run(_ yield: Double) throws -> (built: Double, value: Double) {
      let scenario = try SmallOffice.scenario(
        extra: """
          behaviour:
            automation: {hours: 3 h, yield: \(yield)}
            decisionRule: bestResponse
          """)
      let ledgers = try SmallOffice.ledgers(scenario, policy: "none")
      return ledgers.reduce((0, 0)) { sum, ledger in
        (
          sum.0 + ledger.truth.reduce(0) { $0 + $1.buildingHours },
          sum.1 + ledger.truth.reduce(0) { $0 + $1.value }
        )
      }
    }
    let useless = try run(0.001)
    let useful = try run(0.3)
    #expect(useless.built == 0)
    #expect(useful.built > 100)
    #expect(useful.value > useless.value)
  }
}
