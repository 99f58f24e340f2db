import Foundation
import Testing
import WorkplaceModel

@testable import ScenarioFiles

/// Which numbers of a scenario nobody has measured, and where they may lie.
@Suite struct AssumptionTests {
  private static func load(_ text: String) throws -> LoadedScenario {
    let scenarios = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios")
    return try ScenarioLoader.load(
      text: text, fileName: scenarios.appendingPathComponent("a.yaml").path)
  }

  private static let text = """
    scenario: a
    extends: library/software-organisation.yaml
    workforce: {developer: {count: 8, teamSize: 4}}
    policies:
      none: {title: No metric}
      board: {metrics: {tokens: {formula: total_tokens}}, board: {metric: tokens}}
      audited: {extends: board, audit: {rate: 10 % / week}}
      strict: {extends: audited, audit: {rate: 20 % / week, sanction: 16 h}}
    behaviour: {adoptionInertia: 2 h}
    """

  @Test func `an assumption has its value, its usual range and its unit`() throws {
    let assumptions = try Self.load(Self.text).assumptions.varied
    let inertia = try #require(assumptions.first { $0.path == "behaviour.adoptionInertia" })
    #expect(inertia.value == 2)
    #expect(inertia.usual == 0...3)
    #expect(inertia.notation == Factor.Notation(unit: "h"))
    #expect(inertia.confidence == .assumed)
    #expect(!inertia.isDefault)
    let hassle = try #require(assumptions.first { $0.path == "behaviour.hassle" })
    #expect(hassle.isDefault)
    #expect(hassle.value == 0.8)
    let teamSize = try #require(assumptions.first { $0.path == "workforce.developer.teamSize" })
    #expect(teamSize.notation.isWhole)
  }

  @Test func `what several policies assume is one assumption, unless they differ`() throws {
    let assumptions = try Self.load(Self.text).assumptions.varied
    let detection = try #require(assumptions.first { $0.path.hasSuffix("audit.detection") })
    #expect(detection.path == "policies.{audited,strict}.audit.detection")
    #expect(
      detection.keys == ["policies.audited.audit.detection", "policies.strict.audit.detection"])
    let sanctions = assumptions.filter { $0.path.hasSuffix("audit.sanction") }
    #expect(
      sanctions.map(\.path) == [
        "policies.audited.audit.sanction", "policies.strict.audit.sanction",
      ])
  }

  @Test func `what is measured, or no number, is left`() throws {
    let assumptions = try Self.load(Self.text).assumptions
    #expect(!assumptions.varied.contains { $0.path == "behaviour.lossAversion" })
    #expect(assumptions.varied.allSatisfy { $0.confidence != .measured })
    let reasons = Dictionary(
      assumptions.fixed.map { ($0.path, $0.reason) }, uniquingKeysWith: { first, _ in first })
    #expect(reasons["workforce.developer.traits.promiseCredibility"] == "is a distribution")
    #expect(assumptions.varied.count > 40)
  }

  @Test(arguments: [
    ("0 to 50 %", QuantityDimension.share, 0.0...50.0, "%", ""),
    ("20 to 60 %", .share, 20...60, "%", ""),
    ("0 h to 3 h", .hours, 0...3, "h", ""),
    ("5 s to 3 min", .hours, 5.0 / 60...3, "min", ""),
    ("0 to 5 % / week", .sharePerWeek, 0...5, "% / week", ""),
    ("$20 to $500", .money, 20...500, "", "$"),
    ("$0.30 to $5 / Mtok", .moneyPerMegatoken, 0.3...5, "/ Mtok", "$"),
    ("$1 M to $1 G", .money, 0.001...1, "G", "$"),
    ("-0.2 to 0.4", .number, -0.2...0.4, "", ""),
    ("0.000001 to 0.001", .number, 0.000001...0.001, "", ""),
    (
      "0.2 to 3 % / week; more for what everybody can think of", .sharePerWeek, 0.2...3,
      "% / week", ""
    ),
  ])
  func `usual ranges are read in the unit of their upper end`(
    text: String, dimension: QuantityDimension, ends: ClosedRange<Double>, unit: String,
    prefix: String
  ) throws {
    let range = try #require(UsualRange(text, as: dimension, around: 1))
    #expect(abs(range.ends.lowerBound - ends.lowerBound) <= 1e-12)
    #expect(range.ends.upperBound == ends.upperBound)
    #expect(range.notation == Factor.Notation(prefix: prefix, unit: unit))
  }

  @Test func `multiples of the default are read around it`() throws {
    let range = try #require(
      UsualRange("0.25 to 4 times the default", as: .tokens, around: 8_000_000))
    #expect(range.ends == 2...32)
    #expect(range.notation.unit == "Mtok")
  }

  @Test(arguments: ["mean 0.3 to 0.8", "sigma 1 to 2", "5 h", "0 to 3 apples", "3 to 1"])
  func `words about something else are no range`(text: String) {
    #expect(UsualRange(text, as: .hours, around: 1) == nil)
  }

  @Test func `every usual range of a number of the language is read`() {
    for entry in Vocabulary.entries {
      guard let usual = entry.key.usualRange, case .quantity(let dimension, _) = entry.key.kind
      else { continue }
      #expect(UsualRange(usual, as: dimension, around: 1) != nil, "\(entry.path): \(usual)")
    }
  }

  @Test func `both ends of every range are valid in the shipped scenario`() throws {
    let loaded = try Self.load(Self.text)
    for assumption in loaded.assumptions.varied {
      for end in [assumption.usual.lowerBound, assumption.usual.upperBound] {
        let value = assumption.notation.text(of: end)
        #expect(throws: Never.self, "\(assumption.path) = \(value)") {
          _ = try loaded.variant(assumption.keys.map { ($0, value) })
        }
      }
    }
  }

  @Test func `a number of the scenario is told in the unit that is wanted`() throws {
    let loaded = try Self.load(Self.text)
    #expect(loaded.number(at: "behaviour.adoptionInertia", prefix: "", unit: "min") == 120)
    #expect(loaded.number(at: "workforce.developer.count", prefix: "", unit: "") == 8)
    #expect(loaded.number(at: "policies.strict.audit.rate", prefix: "", unit: "%/week") == 20)
    #expect(loaded.number(at: "behaviour.adoptionInertia", prefix: "$", unit: "") == nil)
    #expect(loaded.number(at: "scenario", prefix: "", unit: "") == nil)
    #expect(loaded.number(at: "nowhere.at.all", prefix: "", unit: "") == nil)
  }
}
