import Testing
import WorkplaceModel

@testable import ScenarioFiles

@Suite struct ParameterTests {
  private static let scenario = """
    scenario: small
    parameters: {w: 0.25, cap: 100 Mtok, median: 2.5, rate: 10, start: 6}
    workforce: {developer: {count: 8}}
    work: {task: {arrivals: 1 / day, size: {lognormal: {median: "${median} h", cv: 1}}}}
    policies:
      noMetric: {}
      scored:
        metrics:
          score: {formula: "${w} * z(tasks_accepted) - (1 - ${w}) * z(errors_reported)"}
          capped: {formula: "min(total_tokens, ${cap})"}
        board: {metric: score}
        audit: {rate: "${rate} % / week"}
        changes: [{at: "${start}", audit: none}]

    """

  private func text(of scenario: Scenario) -> String {
    var text = ""
    dump(scenario, to: &text)
    return text
  }

  @Test func `a parameter stands for its value wherever it is named`() throws {
    let loaded = try ScenarioLoader.load(text: Self.scenario, fileName: "x.yaml")
    let plain = Self.scenario.replacing(
      "parameters: {w: 0.25, cap: 100 Mtok, median: 2.5, rate: 10, start: 6}\n", with: ""
    )
    .replacing("${w}", with: "0.25").replacing("${cap}", with: "100 Mtok")
    .replacing("${median}", with: "2.5").replacing("${rate}", with: "10")
    .replacing("${start}", with: "6")
    let same = try ScenarioLoader.load(text: plain, fileName: "y.yaml")
    #expect(text(of: loaded.scenario) == text(of: same.scenario))
    #expect(loaded.warnings.isEmpty)
  }

  @Test func `the resolved text keeps parameters, reads back, and can be varied again`() throws {
    let loaded = try ScenarioLoader.load(text: Self.scenario, fileName: "x.yaml")
    let yaml = loaded.resolvedYAML
    for line in [
      "parameters:\n  w: 0.25\n  cap: 100 Mtok\n",
      "formula: \"${w} * z(tasks_accepted) - (1 - ${w}) * z(errors_reported)\"",
      "size: {lognormal: {median: \"${median} h\", cv: 1}}", "rate: \"${rate} % / week\"",
      "- at: \"${start}\"",
    ] {
      #expect(yaml.contains(line), "\(line)")
    }
    let again = try ScenarioLoader.load(text: yaml, fileName: "resolved.yaml")
    #expect(again.resolvedYAML == yaml)
    #expect(again.warnings.isEmpty)
    #expect(text(of: again.scenario) == text(of: loaded.scenario))
    let settings = [("parameters.w", "0.75"), ("parameters.start", "9")]
    #expect(
      text(of: try again.variant(settings).scenario)
        == text(of: try loaded.variant(settings).scenario))
    #expect(try loaded.variant(settings).scenario.policies[1].phases[1].startWeek == 9)
    #expect(try loaded.variant(settings).resolvedYAML.contains("w: 0.75\n"))
  }

  @Test func `parameters can be set on the command line and by a file that extends`() throws {
    let loaded = try ScenarioLoader.load(
      text: Self.scenario, fileName: "x.yaml",
      overrides: ScenarioOverrides(settings: [("parameters.rate", "20")]))
    #expect(loaded.scenario.policies[1].phases[0].scheme.audit?.ratePerWeek == 0.2)
  }

  @Test(arguments: ["\"", "'"])
  func `a mistake in a formula is told where it stands behind a parameter`(quote: String) throws {
    let formula = "${w} * z(tasks_acepted)"
    let text = """
      scenario: small
      parameters: {w: 0.123456789}
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {a: {metrics: {s: {formula: \(quote)\(formula)\(quote)}}}}

      """
    let error = #expect(throws: ScenarioErrors.self) {
      try ScenarioLoader.load(text: text, fileName: "x.yaml")
    }
    let column = 39 + "\(quote)${w} * z(".count
    #expect(error?.diagnostics.first?.location?.column == column)
    #expect(error?.diagnostics.count == 1)
  }
}
