import Testing
import WorkplaceModel

@testable import ScenarioFiles

@Suite struct FactorReadingTests {
  private static let scenario = """
    scenario: small
    parameters: {teams: 2}
    horizon: 4 weeks
    workforce: {developer: {count: "${teams}", teamSize: 2}}
    work: {task: {arrivals: 1 / day, size: {lognormal: {median: 2 h, cv: 1}}}}
    policies:
      noMetric: {}
      audited:
        metrics: {tokens: {formula: total_tokens}}
        board: {metric: tokens, visibleTo: organisation}
        audit: {rate: 10 % / week, sanction: 8 h}
    factors:
      policies.audited.audit.rate: 1 % / week..50 % / week log
      policies.audited.board.visibleTo: [self, organisation]

    """

  private func loaded() throws -> LoadedScenario {
    try ScenarioLoader.load(text: Self.scenario, fileName: "x.yaml")
  }

  @Test func `a scenario names its factors, which the command line replaces`() throws {
    let loaded = try loaded()
    let own = try loaded.factors(from: [])
    #expect(own.map(\.path) == ["policies.audited.audit.rate", "policies.audited.board.visibleTo"])
    #expect(own[0].text(at: 1) == "50 % / week")
    #expect(own[1].range == .levels(["self", "organisation"]))
    let given = try loaded.factors(from: ["economics.hourValue=$50..$200"])
    #expect(given.map(\.path) == ["economics.hourValue"])
  }

  @Test(arguments: [
    "horizon=2 weeks..8 weeks", "workforce.developer.count=2..8", "parameters.teams=2..8",
    "behaviour.planningHorizon=4 weeks..12 weeks",
  ])
  func `numbers are rounded where only whole ones are valid`(text: String) throws {
    let factor = try #require(try loaded().factors(from: [text]).first)
    guard case .interval(_, _, _, let notation) = factor.range else {
      Issue.record("an interval")
      return
    }
    #expect(notation.isWhole)
    let setting = factor.text(at: 0.3)
    #expect(throws: Never.self) { try loaded().variant([(factor.path, setting)]) }
  }

  @Test(arguments: [
    (
      "horizn=1 weeks..2 weeks",
      "--vary:1:1: error: unknown key 'horizn'; expected one of ", "did you mean 'horizon'?"
    ),
    (
      "policies.audted.audit.rate=1 % / week..2 % / week",
      "--vary:1:10: error: there is no 'audted' among the policies of this scenario; expected one of noMetric, "
        + "audited", "did you mean 'policies.audited.audit.rate'?"
    ),
    (
      "policies.audited.audit.rte=1 % / week..2 % / week",
      "--vary:1:24: error: unknown key 'rte'; expected one of ",
      "did you mean 'policies.audited.audit.rate'?"
    ),
    (
      "work.task.size.lognormal.median=1 h..2 h",
      "--vary:1:16: error: 'work.task.size' is a distribution, which is set as a whole; expected "
        + "'work.task.size'; or write ${name} for a number in it, and set parameters.name", ""
    ),
    (
      "horizon.weeks=1..2", "--vary:1:9: error: 'horizon' has no keys inside; expected 'horizon'",
      ""
    ),
    (
      "policies.audited.audit=1..2", "--vary:1:24: error: 'policies.audited.audit' is not a number",
      ""
    ),
    (
      "economics.hourValue=$50..200",
      "--vary:1:26: error: '$50' and '200' are not in the same unit; expected the unit at both ends",
      ""
    ),
    (
      "economics.hourValue", "--vary:1:1: error: no key is named; expected a key and its values", ""
    ),
    (
      "policies.audited.audit.rate=50 % / week..150 % / week",
      "--vary policies.audited.audit.rate:1:1: error: '150 % / week' is out of range", ""
    ),
    (
      "policies.audited.board.visibleTo=self, everybody",
      "--vary policies.audited.board.visibleTo:1:1: error: found 'everybody'", ""
    ),
  ])
  func `a factor that makes no sense is refused with the place in the option`(
    text: String, beginning: String, end: String
  ) throws {
    let loaded = try loaded()
    let error = #expect(throws: ScenarioErrors.self) { try loaded.factors(from: [text]) }
    let headline = error?.diagnostics.first?.headline ?? ""
    #expect(headline.hasPrefix(beginning), "\(headline)")
    #expect(headline.hasSuffix(end), "\(headline)")
  }

  @Test func `every factor that is wrong is told, and one that is varied twice`() throws {
    let loaded = try loaded()
    let error = #expect(throws: ScenarioErrors.self) {
      try loaded.factors(from: ["seed=1..2", "seed=3..4", "horizn=1..2"])
    }
    #expect(error?.diagnostics.map(\.what) == ["'seed' is varied twice", "unknown key 'horizn'"])
  }

  @Test func `a setting reaches what inherits it, and what changes later`() throws {
    let text = """
      scenario: small
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        audited:
          metrics: {tokens: {formula: total_tokens}}
          audit: {rate: 10 % / week}
          changes: [{at: 20, board: {metric: tokens}}]
        strict: {extends: audited, audit: {sanction: 8 h}}

      """
    let loaded = try ScenarioLoader.load(text: text, fileName: "x.yaml")
    let variant = try loaded.variant([("policies.audited.audit.rate", "30 % / week")])
    let rates = variant.scenario.policies.map { $0.phases.map { $0.scheme.audit?.ratePerWeek } }
    #expect(rates == [[0.3, 0.3], [0.3, 0.3]])
    let again = try variant.variant([("policies.strict.audit.rate", "5 % / week")])
    #expect(again.scenario.policies.map { $0.phases[0].scheme.audit?.ratePerWeek } == [0.3, 0.05])
  }

  @Test func `a mistake in a setting is told in the place where it shows`() throws {
    let loaded = try loaded()
    let error = #expect(throws: ScenarioErrors.self) {
      try loaded.variant([("parameters.teams", "two")], by: "point 7:")
    }
    #expect(
      error?.diagnostics.first?.rendered.hasPrefix(
        "x.yaml:4:32: error: found 'two'; expected a whole number of at least") == true,
      "\(error?.rendered ?? "")")
  }

  @Test func `factors of policies that are left out are left out too`() throws {
    let loaded = try ScenarioLoader.load(
      text: Self.scenario, fileName: "x.yaml",
      overrides: ScenarioOverrides(policies: ["noMetric"]))
    #expect(loaded.scenario.design.factors == [])
    #expect(throws: Never.self) {
      try ScenarioLoader.load(text: loaded.resolvedYAML, fileName: "y.yaml")
    }
  }
}
