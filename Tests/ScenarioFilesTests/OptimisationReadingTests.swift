import Testing
import WorkplaceModel

@testable import ScenarioFiles

@Suite struct OptimisationReadingTests {
  private static func text(_ question: String) -> String {
    """
    scenario: question
    horizon: 4 weeks
    parameters: {weight: 0.25}
    workforce:
      developer: {count: 8, teamSize: 4}
    work:
      feature: {arrivals: backlog, size: 3 h}
    policies:
      noMetric: {}
      board:
        metrics: {mixed: {formula: "${weight} * total_tokens + tasks_accepted"}}
        board: {metric: mixed, visibleTo: manager}
        audit: {rate: 10 % / week, sanction: 8 h}
      other: {extends: board}
    \(question)
    """
  }

  private static let question = """
    optimize:
      policy: board
      vary:
        policies.board.audit.rate: 1 % / week..50 % / week
        policies.board.board.visibleTo: [nobody, manager, organisation]
        policies.other.audit.rate: 1 % / week..50 % / week
        parameters.weight: 0..1
      maximize: true_value_h
      subjectTo:
        cvar95_annual_loss_usd: {atMost: $2 M}
        true_value_h: {atLeast: "3 h"}
    """

  private func load(
    _ question: String, _ overrides: ScenarioOverrides = ScenarioOverrides()
  ) throws(ScenarioErrors) -> LoadedScenario {
    try ScenarioLoader.load(
      text: Self.text(question), fileName: "question.yaml", overrides: overrides)
  }

  @Test func `a question is read as it is written`() throws {
    let design = try #require(try load(Self.question).scenario.design.optimisation)
    #expect(design.policy == "board")
    #expect(design.objective == "true_value_h")
    #expect(
      design.factors.map(\.path) == [
        "policies.board.audit.rate", "policies.board.board.visibleTo",
        "policies.other.audit.rate", "parameters.weight",
      ])
    #expect(
      design.bounds == [
        .init(measure: "cvar95_annual_loss_usd", isUpper: true, text: "$2 M"),
        .init(measure: "true_value_h", isUpper: false, text: "3 h"),
      ])
  }

  @Test func `the resolved scenario asks the same question`() throws {
    let loaded = try load(Self.question)
    let again = try ScenarioLoader.load(text: loaded.resolvedYAML, fileName: "scenario.yaml")
    #expect(again.scenario.design.optimisation == loaded.scenario.design.optimisation)
    #expect(again.resolvedYAML == loaded.resolvedYAML)
  }

  @Test func `a question about a policy that is left out is left out with it`() throws {
    let others = try load(Self.question, ScenarioOverrides(policies: ["other"]))
    #expect(others.scenario.design.optimisation == nil)
    _ = try ScenarioLoader.load(text: others.resolvedYAML, fileName: "scenario.yaml")
    let own = try load(Self.question, ScenarioOverrides(policies: ["board"]))
    #expect(own.scenario.design.optimisation?.factors.count == 3)
  }

  @Test func `without a question there is none`() throws {
    #expect(try load("").scenario.design.optimisation == nil)
  }

  @Test func `where the scenario stands is found in the range of a factor, whatever the unit`()
    throws
  {
    let loaded = try load("")
    func position(_ path: String, _ range: String) throws -> Double? {
      loaded.position(of: Factor(path, try Factor.Range(range)))
    }
    let rate = "policies.board.audit.rate"
    #expect(abs(try #require(try position(rate, "0 % / week..40 % / week")) - 0.25) < 1e-12)
    #expect(abs(try #require(try position(rate, "1 % / week..100 % / week log")) - 0.5) < 1e-12)
    #expect(try position(rate, "20 % / week..40 % / week") == nil)
    #expect(try position("policies.board.board.visibleTo", "nobody, manager, organisation") == 0.5)
    #expect(try position("policies.board.board.visibleTo", "nobody, organisation") == nil)
    #expect(try position("parameters.weight", "0..1") == 0.25)
    #expect(try position("policies.noMetric.audit.rate", "1 % / week..5 % / week") == nil)
    #expect(loaded.text(at: rate) == "10 % / week" || loaded.text(at: rate) == "0.1 / week")
  }

  @Test(arguments: [
    ("optimize: {vary: {}}", ["'policy'"]),
    ("optimize: {policy: bord}", ["'bord'", "'board'"]),
    ("optimize: {policy: board, maximise: x}", ["'maximise'", "'maximize'"]),
    ("optimize: {policy: board, vary: {policies.board.audit.rat: 1..2}}", ["audit.rate"]),
    ("optimize: {policy: board, vary: {policies.board.audit.rate: 1 %}}", ["one value"]),
    ("optimize: {policy: board, subjectTo: {x: {}}}", ["has no bound", "atMost or atLeast"]),
  ])
  func `a mistake in a question is told`(question: String, words: [String]) throws {
    do {
      _ = try load(question)
      Issue.record("\(question) is read")
    } catch {
      for word in words { #expect(error.rendered.contains(word), "\(error.rendered)") }
    }
  }
}
