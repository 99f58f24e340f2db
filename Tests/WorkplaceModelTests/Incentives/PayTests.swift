import Incentives
import ScenarioFiles
import Testing

@testable import WorkplaceModel

/// What is paid is what the rule says of the week's own figures.
@Suite struct `Pay follows the rules` {
  private static let metrics = """
    metrics:
      done: {formula: tasks_accepted}
      hours: {formula: hours_worked}
      clean: {formula: errors_reported <= 1}
    """

  /// A policy `paid` with the metrics above and a reward.
  private static func scenario(reward: String, more: String = "") throws -> Scenario {
    try SmallOffice.scenario(
      policies: "paid:\n"
        + (metrics + "\nreward: " + reward + "\n" + more).split(separator: "\n")
        .map { "  \($0)" }.joined(separator: "\n"))
  }

  /// Weeks under the policy: values of done, hours and clean by employee, and hours paid.
  private static func weeks(
    reward: String, more: String = ""
  ) throws -> [(done: [Double], hours: [Double], clean: [Double], paid: Double)] {
    try SmallOffice.ledgers(scenario(reward: reward, more: more), policy: "paid").map {
      ($0.scores[0], $0.scores[1], $0.scores[2], $0.bonusHours)
    }
  }

  @Test func `a piece rate pays every unit, and a cap ends it`() throws {
    for week in try Self.weeks(reward: "{metric: done, kind: pieceRate, share: 0.5 h}") {
      #expect(abs(week.paid - 0.5 * week.done.reduce(0, +)) < 1e-9)
    }
    let capped = "{metric: done, kind: pieceRate, share: 0.5 h, cap: 8}"
    for week in try Self.weeks(reward: capped) {
      #expect(abs(week.paid - 0.5 * week.done.reduce(0) { $0 + min($1, 8) }) < 1e-9)
    }
    let modest = "{metric: done, kind: pieceRate, share: 0.5 h, payCap: 3 h}"
    for week in try Self.weeks(reward: modest) {
      #expect(abs(week.paid - week.done.reduce(0) { $0 + min(0.5 * $1, 3) }) < 1e-9)
    }
  }

  @Test func `a lump sum pays whoever reaches the threshold, an accelerator what lies above`()
    throws
  {
    let lump = "{metric: done, kind: threshold, threshold: 8, share: 3 h}"
    let weeks = try Self.weeks(reward: lump)
    for week in weeks { #expect(week.paid == 3 * Double(week.done.count { $0 >= 8 })) }
    #expect(weeks.contains { $0.paid > 0 } && weeks.contains { $0.paid < 48 })
    let accelerator = "{metric: done, kind: accelerator, threshold: 8, share: 0.5 h}"
    for week in try Self.weeks(reward: accelerator) {
      #expect(abs(week.paid - week.done.reduce(0) { $0 + 0.5 * max(0, $1 - 8) }) < 1e-9)
    }
  }

  @Test func `a condition needs no threshold to be paid for`() throws {
    for week in try Self.weeks(reward: "{metric: clean, kind: threshold, share: 2 h}") {
      #expect(week.paid == 2 * week.clean.reduce(0, +))
    }
  }

  @Test func `a tournament pays its purse whoever wins, among people and among teams`() throws {
    let among = "{metric: hours, kind: tournament, prizes: [10 h, 5 h, 2 h]"
    for week in try Self.weeks(reward: among + "}") { #expect(abs(week.paid - 17) < 1e-9) }
    // Two teams of eight: all of the first team get 10 hours, all of the second 5.
    for week in try Self.weeks(reward: among + ", of: team}") {
      #expect(abs(week.paid - 8 * 15) < 1e-9)
    }
  }

  @Test func `a gate pays only those for whom it holds`() throws {
    let weeks = try Self.weeks(
      reward: "{metric: done, kind: pieceRate, share: 0.5 h, onlyIf: clean}")
    for week in weeks {
      let expected = zip(week.done, week.clean).reduce(0) { $0 + 0.5 * $1.0 * $1.1 }
      #expect(abs(week.paid - expected) < 1e-9)
    }
    #expect(weeks.contains { $0.clean.contains(0) } && weeks.contains { $0.paid > 0 })
  }

  @Test(arguments: [("team", 8), ("organisation", 16)])
  func `a shared lump sum pays all members when their mean reaches the threshold`(
    scope: String, size: Int
  ) throws {
    let reward = "{metric: done, kind: threshold, threshold: 8, share: 3 h, of: \(scope)}"
    for week in try Self.weeks(reward: reward) {
      var expected = 0.0
      for start in stride(from: 0, to: 16, by: size) {
        let mean = week.done[start..<(start + size)].reduce(0, +) / Double(size)
        if mean >= 8 { expected += 3 * Double(size) }
      }
      #expect(abs(week.paid - expected) < 1e-9)
    }
  }

  // Two piece rates on different metrics: with multipliers m and 2 - m of the declared worth,
  // paid = m a + (2 - m) b tells m week by week.
  private static func multipliers(_ weights: String) throws -> [Double] {
    let reward = """
      [{metric: done, kind: pieceRate, share: 0.5 h}, {metric: hours, kind: pieceRate, share: 0.1 h}]
      """
    return try weeks(reward: reward, more: weights).map { week in
      let (first, second) = (0.5 * week.done.reduce(0, +), 0.1 * week.hours.reduce(0, +))
      return (week.paid - 2 * second) / (first - second)
    }
  }

  @Test func `weights are as written, kept in the dark, or drawn each week`() throws {
    #expect(try Self.multipliers("").allSatisfy { abs($0 - 1) < 1e-9 })
    let kept = try Self.multipliers("weights: undisclosed")
    #expect(kept.allSatisfy { abs($0 - kept[0]) < 1e-6 })
    #expect(abs(kept[0] - 1) > 1e-3 && kept[0] > 0 && kept[0] < 2)
    let drawn = try Self.multipliers("weights: random")
    #expect(Set(drawn.map { ($0 * 1e6).rounded() }).count == drawn.count)
    #expect(drawn.allSatisfy { $0 > 0 && $0 < 2 })
    let alike = try Self.multipliers("weights: random\nweightConcentration: 10000")
    #expect(alike.allSatisfy { abs($0 - 1) < 0.05 })
  }

  @Test func `a claw-back takes the week's rewards from those who are caught, and no more`() throws
  {
    let policy = """
      paid:
        metrics: {tokens: {formula: total_tokens / 1000000}}
        reward: {metric: tokens, kind: pieceRate, share: 0.1 h}
        audit: {rate: 30 % / week, clawsBack: true, detection: 0.9, sanction: 0 h, detectionScale: none}
      """
    let scenario = try SmallOffice.scenario(
      policies: policy, extra: "behaviour: {techniques: {loops: {discovery: 100 % / week}}}")
    var taken = 0.0
    for ledger in try SmallOffice.ledgers(scenario, policy: "paid") {
      let declared = ledger.scores[0].map { 0.1 * $0 }
      #expect(
        abs(ledger.bonusHours + ledger.audits.clawedBackHours - declared.reduce(0, +)) < 1e-6)
      let caught = declared.indices.filter {
        ledger.sanctioned[$0] && ledger.truth[$0].gamingTokens > 0
      }
      #expect(
        abs(ledger.audits.clawedBackHours - caught.reduce(0) { $0 + declared[$1] }) < 1e-6)
      taken += ledger.audits.clawedBackHours
    }
    #expect(taken > 0)
  }

  @Test(arguments: ["person", "team", "organisation"])
  func `a ratcheted threshold follows its own week by week`(scope: String) throws {
    let scenario = try Self.scenario(
      reward:
        "{metric: done, kind: accelerator, threshold: 8, share: 0.5 h, ratchet: 50 %, "
        + "resetEvery: 2 weeks, of: \(scope)}")
    var world = Workplace(scenario, replication: 0)
    world.warmUp()
    world.adopt(scenario.policies[1])
    var expected = [Double](repeating: 8, count: 16)
    let size = scope == "person" ? 1 : scope == "team" ? 8 : 16
    for week in 0..<6 {
      let done = world.simulateWeek().scores[0]
      if week % 2 == 1 {
        for start in stride(from: 0, to: 16, by: size) {
          let mean = done[start..<(start + size)].reduce(0, +) / Double(size)
          for index in start..<(start + size) {
            expected[index] += 0.5 * (mean - expected[index])
          }
        }
      }
      for (threshold, value) in zip(world.rules.rewards[0].thresholds, expected) {
        #expect(abs(threshold - value) < 1e-9)
      }
    }
    #expect(expected.contains { abs($0 - 8) > 0.1 })
  }
}

@Suite struct `Sunset` {
  @Test func `a rule that ends by itself is a change that takes it away`() throws {
    let rules = """
        metrics: {tokens: {formula: total_tokens}, active: {formula: active_days >= 3}}
        board: {metric: tokens, visibleTo: organisationENDS}
        target: {metric: active, goal: 80 %, of: teamENDS}
        reward: {metric: tokens, share: 4 % of payENDS}
        promise: {violations: 1 % / weekENDS}
        audit: {rate: 20 % / weekENDS}
      """
    let scenario = try SmallOffice.scenario(
      policies: "until:\n" + rules.replacing("ENDS", with: ", until: week 4")
        + "\nchange:\n" + rules.replacing("ENDS", with: "")
        + "\n  changes: [{at: week 4, board: none, target: none, reward: none, promise: none, audit: none}]"
    )
    let until = try SmallOffice.ledgers(scenario, policy: "until")
    let change = try SmallOffice.ledgers(scenario, policy: "change")
    #expect(until.map(\.trace) == change.map(\.trace))
    #expect(until.map(\.bonusHours) == change.map(\.bonusHours))
    #expect(until[3].audits.audits + until[2].audits.audits > 0)
    #expect(until[4...].allSatisfy { $0.audits.audits == 0 && $0.gamers == 0 })
    #expect(scenario.policies[1].phases.map(\.startWeek) == [0, 4])
  }

  @Test func `rules end one by one, and what goes on goes on`() throws {
    let scenario = try SmallOffice.scenario(
      policies: """
        rules:
          metrics: {done: {formula: tasks_accepted}}
          reward:
            - {metric: done, kind: pieceRate, share: 0.5 h, until: week 3}
            - {metric: done, kind: accelerator, threshold: 8, share: 0.5 h, ratchet: 50 %}
          audit: {rate: 20 % / week, until: 5}
        """)
    let phases = scenario.policies[1].phases
    #expect(phases.map(\.startWeek) == [0, 3, 5])
    #expect(phases.map { $0.scheme.rewards.count } == [2, 1, 1])
    #expect(phases.map { $0.scheme.audit != nil } == [true, true, false])
    var world = Workplace(scenario, replication: 0)
    world.warmUp()
    world.adopt(scenario.policies[1])
    var threshold = 8.0
    for week in 0..<8 {
      threshold += 0.5 * (world.simulateWeek().scores[0][0] - threshold)
      // The ratcheted threshold does not start again when another rule ends.
      let rewards = world.rules.rewards
      #expect(abs(rewards[rewards.count - 1].thresholds[0] - threshold) < 1e-9, "week \(week)")
    }
  }
}

@Suite struct `Audits have one budget` {
  private static func audits(_ selection: String) throws -> [Int] {
    let scenario = try SmallOffice.scenario(
      policies: """
        audited:
          metrics:
            tokens: {formula: total_tokens}
            risk: {formula: total_tokens / tasks_accepted}
          board: {metric: tokens}
          audit: {rate: 15 % / week, selection: \(selection)}
        """)
    return try (0..<4).flatMap { replication in
      try SmallOffice.ledgers(scenario, policy: "audited", replication: replication)
        .map(\.audits.audits)
    }
  }

  // 16 people at 15 % are 2.4 audits a week. Targeted: 2 or 3, so the mean of 32 weeks has standard
  // error 0.087. Random: binomial, standard error 0.25. Bounds of 3.3 of them raise one false alarm
  // in a thousand.
  @Test func `targeted audits are as many as random ones on average`() throws {
    let targeted = try Self.audits("top of risk")
    #expect(targeted.allSatisfy { $0 == 2 || $0 == 3 })
    #expect(abs(Double(targeted.reduce(0, +)) / 32 - 2.4) < 0.29)
    let random = try Self.audits("random")
    #expect(abs(Double(random.reduce(0, +)) / 32 - 2.4) < 0.83)
  }

  @Test func `audits of the top meet the highest risk scores`() throws {
    let scenario = try SmallOffice.scenario(
      policies: """
        audited:
          metrics: {tokens: {formula: total_tokens}}
          audit: {rate: 25 % / week, selection: top of tokens, falsePositive: 100 %, sanction: 0 h}
        """)
    for ledger in try SmallOffice.ledgers(scenario, policy: "audited") {
      let accused = ledger.scores[0].indices.filter { ledger.sanctioned[$0] }
      let least = accused.map { ledger.scores[0][$0] }.min() ?? 0
      #expect(accused.count == 4)
      #expect(ledger.scores[0].count { $0 > least } == 3)
    }
  }
}
