import Foundation
import Incentives
import Testing
import WorkplaceModel

@testable import ScenarioFiles

@Suite struct ResolvedScenarioTests {
  /// Everything in a scenario as text, for comparison.
  private func description(of scenario: Scenario) -> String {
    var text = ""
    dump(scenario, to: &text)
    return text
  }

  /// The text without the sections that hold nothing but tunable defaults.
  private func withoutTunedSections(_ text: String) -> String {
    let tuned: Set<Substring> = ["review:", "behaviour:", "risk:", "economics:"]
    var isTuned = false
    let kept = text.split(separator: "\n").filter { line in
      if !line.hasPrefix(" ") { isTuned = tuned.contains(line) }
      return !isTuned
    }
    return kept.joined(separator: "\n")
  }

  @Test func `the resolved text holds every key in the order of the language`() throws {
    let loaded = try ScenarioLoader.load(text: Golden.scenario, fileName: "golden.yaml")
    #expect(withoutTunedSections(loaded.resolvedYAML) == withoutTunedSections(Golden.resolved))
  }

  @Test(arguments: ShippedScenarioTests.names)
  func `the resolved text reads back as the same scenario and the same text`(name: String) throws {
    let path = ShippedScenarioTests.folder.appending(path: "\(name).yaml").path
    let first = try ScenarioLoader.load(path: path)
    let again = try ScenarioLoader.load(text: first.resolvedYAML, fileName: "resolved.yaml")
    #expect(again.resolvedYAML == first.resolvedYAML)
    #expect(description(of: again.scenario) == description(of: first.scenario))
    #expect(again.warnings.isEmpty)
  }

  @Test func `nothing is left to a default in a resolved text`() throws {
    let path = ShippedScenarioTests.folder.appending(path: "meshclaw.yaml").path
    let first = try ScenarioLoader.load(path: path)
    let again = try ScenarioLoader.load(text: first.resolvedYAML, fileName: "resolved.yaml")
    #expect(!first.usedDefaults.isEmpty)
    #expect(again.usedDefaults.isEmpty)
  }

  @Test func `metrics that a change drops stay dropped in the resolved text`() throws {
    let policies = """
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          changes: [{at: 9, metrics: {tokens: none, requests: {formula: requests}}}]

      """
    let first = try ScenarioLoader.load(text: smallScenario + policies, fileName: "x.yaml")
    let again = try ScenarioLoader.load(text: first.resolvedYAML, fileName: "resolved.yaml")
    #expect(
      again.scenario.policies[0].phases.map { $0.scheme.metrics.map(\.name) }
        == [["tokens"], ["requests"]])
    #expect(description(of: again.scenario) == description(of: first.scenario))
  }

  @Test func `the order of keys in the file does not matter`() throws {
    let lines = smallScenarioWithPolicy.split(separator: "\n")
    let turned = lines.reversed().joined(separator: "\n") + "\n"
    let first = try ScenarioLoader.load(text: smallScenarioWithPolicy, fileName: "x.yaml")
    let second = try ScenarioLoader.load(text: turned, fileName: "y.yaml")
    #expect(first.resolvedYAML == second.resolvedYAML)
  }

  @Test(arguments: [
    "plain", "two words", "with: colon", "# hash", "'single'", "\"double\"", "back\\slash",
    "two\nlines", "", " space", "ünïcode", "yes", "12", "{map}", "- dash", "- ", "trailing ",
  ])
  func `a title survives whatever characters it holds`(title: String) throws {
    let text = "title: \(title.quotedForYAML)\n" + smallScenarioWithPolicy
    let loaded = try ScenarioLoader.load(text: text, fileName: "x.yaml")
    #expect(loaded.scenario.title == (title.isEmpty ? "small" : title))
    let again = try ScenarioLoader.load(text: loaded.resolvedYAML, fileName: "y.yaml")
    #expect(again.scenario.title == loaded.scenario.title)
  }
}
