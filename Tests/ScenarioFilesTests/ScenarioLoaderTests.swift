import EventKernel
import Foundation
import Incentives
import Randomness
import Testing
import WorkplaceModel

@testable import ScenarioFiles

@Suite struct ScenarioLoaderTests {
  private func load(
    _ text: String, overrides: ScenarioOverrides = ScenarioOverrides()
  ) throws -> LoadedScenario {
    try ScenarioLoader.load(text: text, fileName: "test.yaml", overrides: overrides)
  }

  private func scenario(adding text: String) throws -> Scenario {
    try load(smallScenarioWithPolicy + text + "\n").scenario
  }

  @Test func `a file that is not there is refused without a place`() {
    let error = #expect(throws: ScenarioErrors.self) {
      try ScenarioLoader.load(path: "nowhere/at/all.yaml")
    }
    #expect(
      error?.rendered == """
        error: the scenario 'nowhere/at/all.yaml' cannot be read; expected the path of a readable \
        file, or - for standard input
        1 error
        """)
  }

  @Test func `a file that is not text is refused`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = "\(folder.path)/binary.yaml"
    try Data([0xFF, 0xFE, 0xFD]).write(to: URL(filePath: path))
    let error = #expect(throws: ScenarioErrors.self) { try ScenarioLoader.load(path: path) }
    #expect(error?.diagnostics.map(\.what) == ["the scenario '\(path)' is not text"])
  }

  @Test func `what is left out takes its default`() throws {
    let loaded = try load(smallScenarioWithPolicy)
    let scenario = loaded.scenario
    #expect(scenario.title == "small")
    #expect(scenario.horizonWeeks == 40)
    #expect(scenario.warmUpWeeks == 8)
    #expect(scenario.evaluationWeeks == 20)
    #expect(scenario.roles[0].teamSize == 8)
    #expect(scenario.roles[0].calendar == WorkCalendar(days: 0...4, hours: 9..<17))
    #expect(scenario.roles[0].workKinds == [0])
    #expect(scenario.workKinds[0].profile == CarriedTables.officeProfile)
    #expect(scenario.platform.name == "assistant")
    #expect(scenario.platform.concurrency == nil)
    #expect(scenario.platform.prices.output == 0.6)
    #expect(abs(scenario.platform.callMix.reduce(0, +) - 1) < 1e-12)
    #expect(scenario.policies[0].phases[0].permissions.breadth.allSatisfy { $0 == 1 })
    #expect(scenario.policies[0].phases[0].scheme == IncentiveScheme.none)
    #expect(scenario.metrics.isEmpty)
    #expect(scenario.behaviour.techniques.count == Technique.allCases.count)
    let expected = UsedDefault(
      path: "workforce.developer.teamSize", value: "8",
      meaning: "Employees to a team; the last team takes the remainder.",
      source: "common size of software teams", confidence: .assumed)
    #expect(loaded.usedDefaults.contains(expected))
  }

  @Test func `used defaults are counted by what is known about them`() throws {
    let loaded = try load(smallScenarioWithPolicy)
    let all = loaded.usedDefaults
    let counts = Confidence.allCases.map { confidence in
      all.count { $0.confidence == confidence }
    }
    #expect(
      all.confidenceSummary == "measured \(counts[0]), derived \(counts[1]), assumed \(counts[2])")
    #expect(counts.allSatisfy { $0 > 5 })
    #expect(Set(all.map(\.path)).count == all.count)
  }

  @Test func `work that nobody does gives a warning`() throws {
    let text = smallScenarioWithPolicy.replacing("{count: 8}", with: "{count: 8, work: [task]}")
      .replacing(
        "task: {arrivals: 1 / day}", with: "task: {arrivals: 1 / day}, x: {arrivals: backlog}")
    let loaded = try load(text)
    #expect(
      loaded.warnings.map(\.headline) == [
        "test.yaml:3:35: warning: no role does 'x'; expected a role with 'work: [x]'"
      ])
  }

  @Test func `options of the command line take the place of the file`() throws {
    let text = smallScenario + "policies: {one: {}, two: {}, three: {}}\ncompare: {baseline: two}\n"
    let overrides = ScenarioOverrides(
      seed: 7, replications: 3, policies: ["three"],
      settings: [("workforce.developer.count", "80"), ("behaviour.hassle", "1.2 h")])
    let loaded = try load(text, overrides: overrides)
    #expect(loaded.scenario.seed == 7)
    #expect(loaded.scenario.replications == 3)
    #expect(loaded.scenario.policies.map(\.name) == ["two", "three"])
    #expect(loaded.scenario.baseline == 0)
    #expect(loaded.scenario.roles[0].count == 80)
    #expect(loaded.scenario.behaviour.hassle == 1.2)
    #expect(loaded.resolvedYAML.contains("\nseed: 7\nreplications: 3\n"))
    #expect(try load(loaded.resolvedYAML).resolvedYAML == loaded.resolvedYAML)
  }

  @Test func `wrong options are refused under their own name`() {
    let overrides = ScenarioOverrides(
      replications: 0, policies: ["noMetrics"], settings: [("workforce.developer.cuont", "80")])
    let error = #expect(throws: ScenarioErrors.self) {
      try load(smallScenarioWithPolicy, overrides: overrides)
    }
    #expect(
      error?.diagnostics.map(\.headline) == [
        "error: --policies: there is no policy 'noMetrics'; expected one of noMetric; did you mean "
          + "'noMetric'?",
        "--set workforce.developer.cuont:1:1: error: unknown key 'cuont'; expected one of count, "
          + "teamSize, hours, calendar, timeZones, work, ability, traits; did you mean 'count'?",
        "--replications:1:1: error: found '0'; expected a whole number from 1 to 1000000",
      ])
  }

  @Test func `a queue that never closes is a role that is always at work`() throws {
    let text = smallScenarioWithPolicy.replacing(
      "{count: 8}", with: "{count: 1, teamSize: 1, hours: 168 h/week, calendar: always}")
    let role = try load(text).scenario.roles[0]
    #expect(role.calendar == .always)
    #expect(role.hoursPerWeek == 168)
  }

  @Test func `a calendar has days, hours, holidays and time zones`() throws {
    let text = smallScenarioWithPolicy.replacing(
      "{count: 8}",
      with: "{count: 8, calendar: {days: Sun, from: 8.5 h, to: 20 h, holidays: [6]}, "
        + "hours: 6 h/week, timeZones: [0 h, -9 h]}")
    let role = try load(text).scenario.roles[0]
    #expect(role.calendar == WorkCalendar(days: 6...6, hours: 8.5..<20, holidays: [6]))
    #expect(role.timeZoneOffsets == [0, -9])
  }

  @Test(arguments: [
    ("all", [1, 1, 1, 1, 1, 1, 1]), ("per task", [0.15, 0.15, 0.15, 0.15, 0.15, 0.15, 0.15]),
    ("[slack.read, deploy]", [1, 0, 0, 0, 1, 0, 0]), ("[]", [0, 0, 0, 0, 0, 0, 0]),
    ("{read: 1, email: 20 %}", [1, 0, 0.2, 0, 0, 0, 0]),
  ])
  func `grants say how much agents can reach`(grants: String, breadth: [Double]) throws {
    let scenario = try scenario(adding: "permissions: {broad: {grants: \(grants)}}")
    #expect(scenario.policies[0].phases[0].permissions.breadth == breadth)
  }

  @Test func `a permission profile has sandbox, approval and a measured defence`() throws {
    let profile = try scenario(
      adding: "permissions: {broad: {sandbox: container, approval: {for: [email.send, deploy]}, "
        + "approvalTime: 90 s, injectionDefence: spotlighting, auditLog: true}}"
    ).policies[0].phases[0].permissions
    #expect(profile.sandbox == [0, 0, 0, 0.5, 0.3, 0.6, 0.7])
    #expect(profile.approval == [false, false, true, false, true, false, false])
    #expect(profile.approvalMinutes == 1.5)
    #expect(profile.injectionDefence == .measured(.spotlighting))
    #expect(profile.auditLog)
  }

  @Test func `tools share the default calls among them`() throws {
    let mix = try scenario(adding: "agents: {ours: {tools: [slack.read, repo.write]}}")
      .platform.callMix
    #expect(abs(mix[0] - 70.0 / 83) < 1e-12)
    #expect(abs(mix[3] - 13.0 / 83) < 1e-12)
    #expect(mix[1] == 0 && mix[4] == 0)
  }

  @Test func `prices may differ by class of token`() throws {
    let prices = try scenario(adding: "agents: {ours: {price: {cacheRead: $1 / Mtok}}}")
      .platform.prices
    #expect(prices.cacheRead == 1)
    #expect(prices.freshInput == 5)
    #expect(prices.output == 25)
  }

  @Test func `a bonus is a share of pay or hours`() throws {
    let text =
      smallScenario + """
        policies:
          one:
            metrics: {tokens: {formula: total_tokens}}
            reward:
              - {metric: tokens, share: 8 % of pay}
              - {metric: tokens, kind: prize, share: 5 h, winners: top 3 %, of: team}
        economics: {paidHours: 35 h/week}

        """
    let rewards = try load(text).scenario.policies[0].phases[0].scheme.rewards
    #expect(rewards[0] == Reward(metric: 0, kind: .bonus, weightHours: 0.08 * 35))
    #expect(
      rewards[1] == Reward(metric: 0, kind: .prize(topShare: 0.03), weightHours: 5, scope: .team))
  }

  @Test func `an audit may aim at the top of a metric`() throws {
    let text =
      smallScenario + """
        policies:
          one:
            metrics: {requests: {formula: requests}, tokens: {formula: total_tokens}}
            audit: {rate: 5 % / week, selection: top of tokens, detection: 0.6, cost: $80}
        behaviour: {detectionScale: 10 Mtok}

        """
    let audit = try load(text).scenario.policies[0].phases[0].scheme.audit
    #expect(
      audit
        == AuditRule(
          ratePerWeek: 0.05, selection: .topOfMetric(1), detection: 0.6, costPerAuditUSD: 80,
          detectionScaleTokens: 10_000_000))
  }

  @Test func `labels are asked for when a formula needs them`() throws {
    let text =
      smallScenario + """
        policies:
          labelled: {metrics: {tokens: {formula: "total_tokens where intent = 'productive'"}}}
          plain: {metrics: {tokens: {formula: total_tokens}}}
          asked: {extends: plain, intentAccounting: true}

        """
    let scenario = try load(text).scenario
    #expect(scenario.policies.map { $0.phases[0].scheme.intentAccounting } == [true, false, true])
    #expect(scenario.metrics.count == 2)
    #expect(scenario.policies.map { $0.phases[0].metricIndices } == [[0], [1], [1]])
  }

  @Test func `a formula may ask for a role`() throws {
    let text =
      smallScenario + """
        policies:
          one: {metrics: {tokens: {formula: "total_tokens where role = 'developer'"}}}

        """
    #expect(try load(text).scenario.metrics.count == 1)
  }

  @Test func `the belief that a metric counts is the same for every policy`() throws {
    let scenario = try scenario(adding: "behaviour: {unspokenBelief: 30 %}")
    #expect(scenario.policies[0].phases[0].scheme.priorItCounts == 0.3)
  }

  @Test func `a starter scenario is valid whatever its name`() throws {
    for name in ["first-study", "my study/1", ""] {
      let loaded = try load(StarterScenario.text(named: name))
      #expect(loaded.warnings.isEmpty)
      #expect(loaded.scenario.policies.count == 4)
    }
    #expect(try load(StarterScenario.text(named: "my study/1")).scenario.name == "my-study-1")
  }

  @Test func `the catalogue lists scenarios below a folder in order`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("scenario: b\ntitle: Second\n", to: "b.yaml")
    try folder.write("scenario: a\n", to: "a/first.yaml")
    try folder.write("nothing: here\n", to: "c.yaml")
    try folder.write("text", to: "notes.txt")
    #expect(
      ScenarioCatalogue.listings(in: folder.path) == [
        .init(path: "\(folder.path)/a/first.yaml", name: "a", title: ""),
        .init(path: "\(folder.path)/b.yaml", name: "b", title: "Second"),
      ])
    #expect(ScenarioCatalogue.listings(in: "\(folder.path)/none").isEmpty)
  }
}
