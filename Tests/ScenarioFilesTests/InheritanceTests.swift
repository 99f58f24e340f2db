import Incentives
import Randomness
import Testing
import WorkplaceModel

@testable import ScenarioFiles

@Suite struct InheritanceTests {
  private func load(_ files: [(name: String, text: String)]) throws -> LoadedScenario {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for file in files { try folder.write(file.text, to: file.name) }
    return try ScenarioLoader.load(path: "\(folder.path)/\(files[0].name)")
  }

  private let base = """
    scenario: base
    title: The base
    replications: 7
    workforce:
      developer: {count: 8, teamSize: 4, traits: {neverGames: 10 %}}
      tester: {count: 3}
    work:
      task: {arrivals: 1 / day, size: {lognormal: {median: 2 h, cv: 1}}}
      chat: {arrivals: 9 / day, size: 2 min, task: false}
    agents: {assistant: {toolCalls: 20 / Mtok, success: {task: 0.5, chat: 0.9}}}
    behaviour: {agentShares: [0, 20 %, 40 %]}
    policies: {noMetric: {}, extra: {}}

    """

  @Test func `maps are merged key by key and everything else is replaced`() throws {
    let loaded = try load([
      (
        "main.yaml",
        """
        scenario: main
        extends: library/base.yaml
        workforce: {developer: {count: 20, traits: {careerWeight: 3 h}}}
        work: {task: {size: {exponential: {mean: 1 h}}}}
        behaviour: {agentShares: [0, 50 %]}
        """
      ), ("library/base.yaml", base),
    ])
    let scenario = loaded.scenario
    #expect(scenario.name == "main")
    #expect(scenario.title == "The base")
    #expect(scenario.replications == 7)
    #expect(scenario.roles.map(\.name) == ["developer", "tester"])
    #expect(scenario.roles[0].count == 20)
    #expect(scenario.roles[0].teamSize == 4)
    #expect(scenario.roles[0].traits.neverGames == 0.1)
    #expect(scenario.roles[0].traits.careerWeight == (try .constant(3)))
    #expect(scenario.workKinds[0].size == (try .exponential(mean: 1)))
    #expect(scenario.workKinds[0].source == .arrivals(perWeek: 5))
    #expect(scenario.behaviour.agentShares == [0, 0.5])
    #expect(loaded.sourceFiles.count == 2)
  }

  @Test func `the word none takes an inherited entry away`() throws {
    let scenario = try load([
      (
        "main.yaml",
        """
        scenario: main
        extends: base.yaml
        workforce: {tester: none}
        work: {chat: none}
        agents: {assistant: {success: {chat: none}}}
        policies: {extra: none}
        """
      ), ("base.yaml", base),
    ]).scenario
    #expect(scenario.roles.map(\.name) == ["developer"])
    #expect(scenario.workKinds.map(\.name) == ["task"])
    #expect(scenario.policies.map(\.name) == ["noMetric"])
  }

  @Test func `the one platform keeps what it inherits under a new name`() throws {
    let scenario = try load([
      ("main.yaml", "scenario: main\nextends: base.yaml\nagents: {meshclaw: {concurrency: 40}}\n"),
      ("base.yaml", base),
    ]).scenario
    #expect(scenario.platform.name == "meshclaw")
    #expect(scenario.platform.concurrency == 40)
    #expect(scenario.platform.callsPerMegatoken == 20)
    #expect(scenario.workKinds[1].agentSuccess == (try .constant(0.9)))
  }

  @Test func `files may extend files that extend files`() throws {
    let scenario = try load([
      ("main.yaml", "scenario: main\nextends: a/middle.yaml\nreplications: 3\n"),
      ("a/middle.yaml", "scenario: middle\nextends: ../base.yaml\nreplications: 5\nseed: 9\n"),
      ("base.yaml", base),
    ]).scenario
    #expect(scenario.replications == 3)
    #expect(scenario.seed == 9)
    #expect(scenario.roles.count == 2)
  }

  @Test func `a circle of files is refused with the chain`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write("scenario: a\nextends: b.yaml\n", to: "a.yaml")
    try folder.write("scenario: b\nextends: a.yaml\n", to: "b.yaml")
    let error = #expect(throws: ScenarioErrors.self) { try ScenarioLoader.load(path: path) }
    let finding = error?.diagnostics.first { $0.what.contains("extends itself") }
    #expect(
      finding?.what == "this file extends itself: \(path) -> \(folder.path)/b.yaml -> \(path)")
    #expect(finding?.location?.file == "\(folder.path)/b.yaml")
    #expect(finding?.location?.line == 2)
  }

  @Test func `a mistake in an inherited file is reported there`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write("scenario: main\nextends: base.yaml\nsead: 1\n", to: "main.yaml")
    try folder.write(base.replacing("teamSize: 4", with: "teamSize: four"), to: "base.yaml")
    let error = #expect(throws: ScenarioErrors.self) { try ScenarioLoader.load(path: path) }
    let places = error?.diagnostics.compactMap { $0.location?.description }
    #expect(places == ["\(path):3:1", "\(folder.path)/base.yaml:5:35"])
  }

  @Test func `what may stand in a file that cannot be had is not called missing`() throws {
    let text = """
      scenario: main
      extends: nowhere.yaml
      horizon: 40
      policies: {board: {extends: noMetric, board: {metric: tokens}}}

      """
    let error = #expect(throws: ScenarioErrors.self) {
      try ScenarioLoader.load(text: text, fileName: "main.yaml")
    }
    #expect(
      error?.diagnostics.map(\.what) == [
        "the scenario 'nowhere.yaml' cannot be read", "'40' has no unit",
      ])
  }

  @Test func `mistakes of both files are reported in one pass`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write("scenario: main\nextends: base.yaml\nseed: -1\n", to: "main.yaml")
    try folder.write("scenario: base\nworkforce: [\n", to: "base.yaml")
    let error = #expect(throws: ScenarioErrors.self) { try ScenarioLoader.load(path: path) }
    let places = error?.diagnostics.compactMap { $0.location?.description }
    #expect(places == ["\(path):3:7", "\(folder.path)/base.yaml:3:1"])
  }

  @Test func `policies build on policies and drop rules`() throws {
    let policies = """
      policies:
        noMetric: {}
        full:
          title: Everything
          metrics: {tokens: {formula: total_tokens}, active: {formula: active_days >= 1}}
          board: {metric: tokens, badges: top 5 %}
          target: {metric: active, goal: 80 %, of: team}
          promise: {violations: 2 % / week}
          audit: {rate: 10 % / week}
        manager: {extends: full, board: {visibleTo: manager}}
        silent: {extends: manager, board: none, target: none, promise: none, audit: none}
        tokensOnly: {extends: silent, metrics: {active: none}}

      """
    let scenario = try ScenarioLoader.load(text: smallScenario + policies, fileName: "x.yaml")
      .scenario
    let schemes = scenario.policies.map { $0.phases[0].scheme }
    #expect(
      scenario.policies.map(\.title) == [
        "noMetric", "Everything", "manager", "silent", "tokensOnly",
      ])
    #expect(
      schemes[2].leaderboards == [
        Leaderboard(metric: 0, visibility: .manager, badgeShare: 0.05)
      ])
    #expect(schemes[2].targets == schemes[1].targets)
    #expect(schemes[2].targets == [Target(metric: 1, goalShare: 0.8, scope: .team)])
    #expect(schemes[3].leaderboards.isEmpty && schemes[3].targets.isEmpty)
    #expect(schemes[3].promise == nil && schemes[3].audit == nil)
    #expect(schemes[3].metrics.count == 2)
    #expect(schemes[4].metrics.map(\.name) == ["tokens"])
    #expect(scenario.metrics.map(\.name) == ["tokens", "active"])
    #expect(scenario.policies[4].phases[0].metricIndices == [0])
  }

  @Test func `changes build on what held before them`() throws {
    let policies = """
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          board: {metric: tokens, badges: top 5 %}
          changes:
            - {at: week 4, board: {visibleTo: manager}}
            - {at: 9, board: none, metrics: {tokens: none, requests: {formula: requests}}}
            - at: week 12
              permissions: guarded
              gaming: unavailable
      permissions: {guarded: {grants: per task}}

      """
    let scenario = try ScenarioLoader.load(text: smallScenario + policies, fileName: "x.yaml")
      .scenario
    let policy = scenario.policies[0]
    #expect(policy.phases.map(\.startWeek) == [0, 4, 9, 12])
    #expect(policy.phases.map(\.metricIndices) == [[0], [0], [1], [1]])
    #expect(policy.phases[1].scheme.leaderboards[0].visibility == .manager)
    #expect(policy.phases[1].scheme.leaderboards[0].badgeShare == 0.05)
    #expect(policy.phases[2].scheme.leaderboards.isEmpty)
    #expect(policy.phases[2].permissions.name == "broad")
    #expect(policy.phases[3].permissions.name == "guarded")
    #expect(policy.phases.map { $0.channels.contains(.gaming) } == [true, true, true, false])
    #expect(policy.phase(inWeek: 8).startWeek == 4)
  }

  @Test(arguments: [
    ("a/b.yaml", "c.yaml", "a/c.yaml"), ("b.yaml", "c/d.yaml", "c/d.yaml"),
    ("a/b.yaml", "../c.yaml", "c.yaml"), ("a/b.yaml", "../../c.yaml", "../c.yaml"),
    ("/x/a/b.yaml", "../c.yaml", "/x/c.yaml"), ("a/b.yaml", "/c.yaml", "/c.yaml"),
    ("<stdin>", "c.yaml", "c.yaml"), ("./a/b.yaml", "./c.yaml", "a/c.yaml"),
  ])
  func `a path is seen from the file that names it`(file: String, path: String, seen: String) {
    #expect(path.resolvedPath(against: file) == seen)
  }
}
