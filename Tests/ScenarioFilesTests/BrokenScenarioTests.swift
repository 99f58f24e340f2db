import Testing

@testable import ScenarioFiles

/// A scenario with mistakes and the findings that it must give, all of them in one pass.
struct BrokenScenario: Sendable, CustomTestStringConvertible {
  let title: String
  let text: String
  /// Line, column, severity and message of every finding, in the order of the file.
  let findings: [String]

  init(_ title: String, _ text: String, finds findings: String) {
    self.title = title
    self.text = text + "\n"
    self.findings = findings.split(separator: "\n").map(String.init)
  }

  var testDescription: String { title }
}

@Suite struct BrokenScenarioTests {
  static let all =
    BrokenScenario.syntax + BrokenScenario.keys + BrokenScenario.quantities
    + BrokenScenario.distributions + BrokenScenario.references + BrokenScenario.policies
    + BrokenScenario.risks + BrokenScenario.rules + BrokenScenario.parameters
    + BrokenScenario.precision
    + BrokenScenario.several

  @Test(arguments: all)
  func `a broken scenario gives exactly its findings`(broken: BrokenScenario) {
    let error = #expect(throws: ScenarioErrors.self) {
      try ScenarioLoader.load(text: broken.text, fileName: "broken.yaml")
    }
    let found = error?.diagnostics.map { finding in
      String(finding.headline.trimmingPrefix("broken.yaml:"))
    }
    #expect(found == broken.findings)
  }

  @Test func `a finding shows its line with a caret under the column`() throws {
    let text = "scenario: broken\nworkforce: {developer: {count: 8}}\nwork: {task: {arrivals: 2}}\n"
    let error = #expect(throws: ScenarioErrors.self) {
      try ScenarioLoader.load(text: text + "policies: {noMetric: {}}\n", fileName: "broken.yaml")
    }
    #expect(
      error?.rendered == """
        broken.yaml:3:25: error: '2' has no unit; expected a rate such as 3 / week, 0.8 / day (a \
        working day, 5 per week) or 54 / h (168 per week)
          work: {task: {arrivals: 2}}
                                  ^
        1 error
        """)
  }

  @Test(arguments: all)
  func `every finding of a broken scenario shows the line that it speaks of`(
    broken: BrokenScenario
  ) {
    let lines = SourceText(name: "broken.yaml", text: broken.text)
    do {
      _ = try ScenarioLoader.load(text: broken.text, fileName: "broken.yaml")
    } catch {
      for finding in error.diagnostics {
        #expect(finding.sourceLine == finding.location.flatMap { lines.line($0.line) })
      }
    }
  }
}
