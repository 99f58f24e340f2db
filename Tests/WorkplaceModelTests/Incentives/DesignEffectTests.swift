import Incentives
import ScenarioFiles
import Testing
import WorkplaceModel

/// What designs do to simulated weeks.
///
/// Signs on common random numbers: the same people, luck and
/// work under every policy, so a difference is the design's own.
@Suite struct `Designs and what people do` {
  @Test func `people hold back in the week that sets the next threshold`() throws {
    let scenario = try SmallOffice.scenario(
      policies: """
        chased:
          metrics: {done: {formula: tasks_accepted}}
          reward: {metric: done, kind: accelerator, threshold: 4, share: 0.6 h, ratchet: 60 %, resetEvery: 4 weeks}
        fixed:
          metrics: {done: {formula: tasks_accepted}}
          reward: {metric: done, kind: accelerator, threshold: 4, share: 0.6 h}
        """)
    func effort(_ policy: String) throws -> [Double] {
      try SmallOffice.ledgers(scenario, policy: policy).map { ledger in
        ledger.states.reduce(0) { $0 + $1.effort } / Double(ledger.states.count)
      }
    }
    let chased = try effort("chased")
    let fixed = try effort("fixed")
    // Weeks 3 and 7 set the threshold; weeks 0 to 2 are as without a ratchet.
    #expect(Array(chased[..<3]) == Array(fixed[..<3]))
    for week in [3, 7] {
      #expect(chased[week] < chased[week - 1] - 0.01)
      #expect(chased[week] < fixed[week] - 0.01)
    }
  }

  @Test func `a piece rate on tokens is gamed less once a gate or a cap stands before it`() throws {
    let scenario = try SmallOffice.scenario(
      policies: """
        open:
          metrics: {tokens: {formula: total_tokens / 1000000}, busy: {formula: tasks_accepted >= 1000}}
          reward: {metric: tokens, kind: pieceRate, share: 0.2 h}
        capped: {extends: open, reward: {cap: 1}}
        poor: {extends: open, reward: {payCap: 0.1 h}}
        gated: {extends: open, reward: {onlyIf: busy}}
        """, extra: "behaviour: {techniques: {loops: {discovery: 100 % / week}}}")
    func gaming(_ policy: String) throws -> Double {
      try SmallOffice.ledgers(scenario, policy: policy).reduce(0) { sum, ledger in
        sum + ledger.truth.reduce(0) { $0 + $1.gamingTokens }
      }
    }
    let open = try gaming("open")
    #expect(open > 0)
    for policy in ["capped", "poor", "gated"] { #expect(try gaming(policy) < 0.3 * open) }
  }

  @Test func `opaque weights make those who dislike risk game less`() throws {
    func gaming(_ weights: String) throws -> Double {
      let scenario = try SmallOffice.scenario(
        policies: """
          two:
            metrics: {tokens: {formula: total_tokens / 1000000}, done: {formula: tasks_accepted}}
            weights: \(weights)
            reward:
              - {metric: tokens, kind: pieceRate, share: 0.1 h}
              - {metric: done, kind: pieceRate, share: 0.1 h}
          """,
        extra: "behaviour: {riskAversion: 0.3, techniques: {loops: {discovery: 100 % / week}}}")
      return try SmallOffice.ledgers(scenario, policy: "two").reduce(0) { sum, ledger in
        sum + ledger.truth.reduce(0) { $0 + $1.gamingTokens }
      }
    }
    let disclosed = try gaming("disclosed")
    let random = try gaming("random")
    #expect(disclosed > 0)
    #expect(random < disclosed)
  }

  @Test func `a claw-back deters gaming beyond the sanction`() throws {
    let scenario = try SmallOffice.scenario(
      policies: """
        lenient:
          metrics: {tokens: {formula: total_tokens / 1000000}}
          reward: {metric: tokens, kind: pieceRate, share: 0.2 h}
          audit: {rate: 60 % / week, detection: 0.9, sanction: 1 h, detectionScale: none}
        strict: {extends: lenient, audit: {clawsBack: true}}
        """, extra: "behaviour: {techniques: {loops: {discovery: 100 % / week}}}")
    func gamers(_ policy: String) throws -> Int {
      try SmallOffice.ledgers(scenario, policy: policy).reduce(0) { $0 + $1.gamers }
    }
    #expect(try gamers("strict") < gamers("lenient"))
  }

  @Test func `a threshold on activity is topped up whether it is a target or a lump sum`() throws {
    let scenario = try SmallOffice.scenario(
      policies: """
        lump:
          metrics: {active: {formula: active_days >= 4}}
          reward: {metric: active, kind: threshold, share: 4 h}
        """, extra: "behaviour: {techniques: {topUp: {discovery: 100 % / week}}}")
    let ledgers = try SmallOffice.ledgers(scenario, policy: "lump")
    #expect(ledgers.contains { $0.truth.contains { $0.gamingTokens > 0 } })
  }

  @Test func `out-of-hours sessions give unattended gaming away, and audits of them catch more`()
    throws
  {
    let scenario = try SmallOffice.scenario(
      policies: """
        random:
          metrics: {tokens: {formula: total_tokens / 1000000}, night: {formula: out_of_hours_sessions}}
          reward: {metric: tokens, kind: pieceRate, share: 0.2 h}
          audit: {rate: 25 % / week, sanction: 0 h}
        targeted: {extends: random, audit: {selection: top of night}}
        """, extra: "behaviour: {techniques: {loops: {discovery: 100 % / week}}}")
    let ledgers = try SmallOffice.ledgers(scenario, policy: "random")
    func night(_ games: Bool) -> [Double] {
      ledgers.flatMap { ledger in
        ledger.telemetry.indices.filter { index in
          let technique = ledger.truth[index].profile.tokenTechnique
          return games ? technique == .loops || technique == .swarms : technique == nil
        }.map { ledger.telemetry[$0][.outOfHoursSessions] }
      }
    }
    let (gamers, honest) = (night(true), night(false))
    #expect(!gamers.isEmpty && !honest.isEmpty)
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let (gaming, working) = (mean(gamers), mean(honest))
    #expect(gaming > 5 * working + 1)
    func found(_ policy: String) throws -> Int {
      // Few are audited in a small office, so several worlds are added up.
      try (0..<6).reduce(0) { found, replication in
        try found
          + SmallOffice.ledgers(scenario, policy: policy, replication: replication)
          .reduce(0) { $0 + $1.audits.gamers }
      }
    }
    #expect(try found("targeted") > found("random"))
  }

  @Test func `adding a policy with every rule changes no event of the others`() throws {
    let alone = try SmallOffice.scenario()
    let crowded = try SmallOffice.scenario(
      policies: SmallOffice.metricPolicies + """

        everything:
          metrics: {done: {formula: tasks_accepted}, active: {formula: active_days >= 1}}
          weights: random
          reward:
            - {metric: done, kind: tournament, prizes: [10 h, 5 h], onlyIf: active}
            - {metric: done, kind: accelerator, threshold: 4, share: 1 h, ratchet: 50 %, until: week 3}
          audit: {rate: 20 % / week, selection: top of done, clawsBack: true, until: week 5}
        """)
    for policy in ["none", "board", "outcome"] {
      #expect(
        try SmallOffice.ledgers(crowded, policy: policy).map(\.trace)
          == SmallOffice.ledgers(alone, policy: policy).map(\.trace))
    }
  }
}
