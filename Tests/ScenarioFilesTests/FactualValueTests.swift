import Foundation
import Testing

@testable import ScenarioFiles

/// Which values of a scenario claim something about the world.
@Suite struct FactualValueTests {
  private static let text = """
    scenario: a
    extends: library/software-organisation.yaml
    workforce: {developer: {count: 8, teamSize: 4}}
    policies:
      none: {title: No metric}
      board: {metrics: {tokens: {formula: total_tokens}}, board: {metric: tokens}}
      audited: {extends: board, audit: {rate: 10 % / week}}
      strict: {extends: audited, audit: {rate: 20 % / week, sanction: 16 h}}
    behaviour: {adoptionInertia: 2 h, hassle: 0.8 h}
    """

  private static func load(_ text: String) throws -> LoadedScenario {
    let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios")
    return try ScenarioLoader.load(
      text: text, fileName: scenarios.appendingPathComponent("a.yaml").path)
  }

  @Test func `a value is the default by what it is, not by who wrote it`() throws {
    let values = try Self.load(Self.text).factualValues
    let inertia = try #require(values.first { $0.path == "behaviour.adoptionInertia" })
    #expect(inertia.value == "2 h")
    #expect(!inertia.isDefault)
    let hassle = try #require(values.first { $0.path == "behaviour.hassle" })
    #expect(hassle.value == "0.8 h")
    #expect(hassle.isDefault)
  }

  @Test func `measured values and distributions are there, conventions are not`() throws {
    let values = try Self.load(Self.text).factualValues
    #expect(values.contains { $0.path == "behaviour.lossAversion" && $0.confidence == .measured })
    #expect(values.contains { $0.path == "workforce.developer.traits.promiseCredibility" })
    #expect(values.allSatisfy { $0.confidence != .convention && !$0.source.isEmpty })
    #expect(!values.contains { $0.path == "scenario" || $0.path == "seed" })
  }

  @Test func `policies that agree share a row`() throws {
    let paths = try Self.load(Self.text).factualValues.map(\.path)
    #expect(paths.contains("policies.{audited,strict}.audit.detection"))
    #expect(paths.contains("policies.audited.audit.sanction"))
    #expect(paths.contains("policies.strict.audit.sanction"))
    #expect(Set(paths).count == paths.count)
  }

  @Test(arguments: ShippedScenarioTests.names)
  func `a resolved scenario claims what the scenario claims`(name: String) throws {
    let path = ShippedScenarioTests.folder.appending(path: "\(name).yaml").path
    let first = try ScenarioLoader.load(path: path)
    let again = try ScenarioLoader.load(text: first.resolvedYAML, fileName: "resolved.yaml")
    #expect(first.factualValues == again.factualValues)
    #expect(!first.factualValues.isEmpty)
  }
}
