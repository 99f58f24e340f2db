import Incentives
import Testing
import WorkplaceModel

@Suite struct `A workplace` {
  @Test func `a fork continues as the world it was copied from`() throws {
    let scenario = try SmallOffice.scenario()
    var warm = Workplace(scenario, replication: 0)
    warm.warmUp()
    let forked = try SmallOffice.ledgers(continuing: warm, scenario, policy: "board").map(\.trace)
    let again = try SmallOffice.ledgers(continuing: warm, scenario, policy: "board").map(\.trace)
    let alone = try SmallOffice.ledgers(scenario, policy: "board").map(\.trace)
    #expect(forked == again)
    #expect(forked == alone)
  }

  @Test func `replications and seeds differ, the same ones agree`() throws {
    let scenario = try SmallOffice.scenario()
    let first = try SmallOffice.ledgers(scenario, policy: "board").map(\.trace)
    #expect(try SmallOffice.ledgers(scenario, policy: "board").map(\.trace) == first)
    #expect(
      try SmallOffice.ledgers(scenario, policy: "board", replication: 1).map(\.trace) != first)
    let other = try SmallOffice.scenario(seed: 12)
    #expect(try SmallOffice.ledgers(other, policy: "board").map(\.trace) != first)
  }

  @Test(arguments: ["board", "outcome", "closing"])
  func `mail arrives alike under every policy`(policy: String) throws {
    let scenario = try SmallOffice.scenario()
    let email = try #require(scenario.workKinds.firstIndex { $0.name == "email" })
    let none = try SmallOffice.ledgers(scenario, policy: "none").map { $0.work[email].arrived }
    let others = try SmallOffice.ledgers(scenario, policy: policy).map { $0.work[email].arrived }
    #expect(none == others)
    #expect(none.reduce(0, +) > 8 * 16 * 50)
  }

  @Test func `a policy changes nothing before a change in mid-run`() throws {
    let scenario = try SmallOffice.scenario(
      policies: SmallOffice.metricPolicies + """

        later: {extends: board, changes: [{at: week 4, board: {visibleTo: manager}}]}
        """)
    let board = try SmallOffice.ledgers(scenario, policy: "board").map(\.trace)
    let later = try SmallOffice.ledgers(scenario, policy: "later").map(\.trace)
    #expect(Array(board.prefix(4)) == Array(later.prefix(4)))
    #expect(board.last != later.last)
  }

  @Test func `nobody works longer than the hours there are`() throws {
    let scenario = try SmallOffice.scenario()
    let ledgers = try SmallOffice.ledgers(scenario, policy: "board")
    let hours = scenario.roles[0].hoursPerWeek
    // An item that spans the weekend is booked when it ends, so weeks may lend to each other; the
    // sum over the horizon may not exceed the hours by more than one long item each.
    for employee in ledgers[0].truth.indices {
      let total = ledgers.reduce(0) { $0 + $1.telemetry[employee][.hoursWorked] }
      #expect(total <= hours * Double(ledgers.count) + 40)
      #expect(total >= hours * Double(ledgers.count) * 0.8)
    }
  }

  @Test func `the parts of the hours add up to the whole`() throws {
    let scenario = try SmallOffice.scenario()
    for ledger in try SmallOffice.ledgers(scenario, policy: "board") {
      for (truth, seen) in zip(ledger.truth, ledger.telemetry) {
        let parts =
          truth.manualHours + truth.agentHours + truth.messageHours + truth.reviewHours
          + truth.reworkHours + truth.incidentHours + truth.gamingHours
        #expect(abs(parts - seen[.hoursWorked]) < 1e-9)
      }
    }
  }

  @Test func `tokens seen are honest tokens plus gaming tokens`() throws {
    let scenario = try SmallOffice.scenario()
    for ledger in try SmallOffice.ledgers(scenario, policy: "board") {
      for (truth, seen) in zip(ledger.truth, ledger.telemetry) {
        let tokens = truth.honestTokens + truth.gamingTokens
        #expect(abs(tokens - seen.totalTokens) <= 1e-9 * max(1, tokens))
      }
    }
  }

  @Test func `a rate-limited platform puts all teams in one office and delays, not loses`() throws {
    let limited = try SmallOffice.scenario(extra: "agents: {platform: {concurrency: 1}}")
    let free = try SmallOffice.scenario(extra: "agents: {platform: {}}")
    let slow = try SmallOffice.ledgers(limited, policy: "none")
    let fast = try SmallOffice.ledgers(free, policy: "none")
    func requests(_ ledgers: [WeekLedger]) -> Double {
      ledgers.reduce(0) { $0 + $1.telemetry.reduce(0) { $0 + $1[.requests] } }
    }
    #expect(requests(slow) > 0)
    #expect(requests(slow) < requests(fast) * 1.2)
    #expect(slow.map(\.trace) != fast.map(\.trace))
  }
}
