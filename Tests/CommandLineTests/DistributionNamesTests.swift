import Randomness
import ScenarioFiles
import Testing

@testable import goodhart

@Suite struct DistributionNamesTests {
  static let families = Distribution.catalogue.filter { family in
    family.parametrisations.allSatisfy { $0.parameters.allSatisfy { $0.kind == .number } }
  }

  @Test(arguments: families)
  func `what is listed is what scenario files accept`(family: DistributionFamily) throws {
    for form in family.formsInFiles {
      let parameters = form.map { "\($0): \(Self.example[$0] ?? "0.5")" }.joined(separator: ", ")
      // A trait may not reach below -1, as a Gaussian does without a cap.
      let cap = family.name == "gaussian" ? ", cap: {min: 0}" : ""
      let trait = "{\(family.name): {\(parameters)}\(cap)}"
      let text = """
        scenario: x
        workforce: {developer: {count: 2, traits: {aiEffect: \(trait)}}}
        work: {feature: {arrivals: backlog, size: 1 h}}
        policies: {noMetric: {}}
        """
      #expect(throws: Never.self, "\(trait)") {
        try ScenarioLoader.load(text: text, fileName: "x.yaml")
      }
    }
  }

  @Test func `most families are given by numbers`() { #expect(Self.families.count >= 14) }

  private static let example = [
    "low": "1", "mode": "2", "high": "3", "n": "4", "concentration": "5",
  ]
}
