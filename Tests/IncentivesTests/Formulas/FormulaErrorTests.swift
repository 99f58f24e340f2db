import Testing

@testable import Incentives

/// A refused formula with the line that must stand below it.
struct BadFormula: CustomTestStringConvertible {
  var formula: String
  var verdict: String

  var testDescription: String { formula }

  static func blocks(of text: String) -> [BadFormula] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    return stride(from: 0, to: lines.count - 1, by: 2).map {
      BadFormula(formula: lines[$0], verdict: lines[$0 + 1])
    }
  }
}

@Suite struct FormulaErrorTests {
  @Test(
    arguments: BadFormula.blocks(of: BadFormulas.grammar)
      + BadFormula.blocks(of: BadFormulas.names) + BadFormula.blocks(of: BadFormulas.calls))
  func `a bad formula is refused at the right columns with a helpful message`(bad: BadFormula) {
    let roles = bad.formula.contains("manger") ? ["developer", "manager"] : []
    do throws(FormulaError) {
      _ = try MetricFormula(bad.formula, roles: roles)
      Issue.record("'\(bad.formula)' was accepted")
    } catch {
      let carets = String(repeating: "^", count: error.columns.count)
      let indent = String(repeating: " ", count: error.columns.lowerBound - 1)
      #expect("\(indent)\(carets) \(error.summary)" == bad.verdict)
    }
  }

  @Test func `the table of bad formulas holds more than a hundred`() {
    let count = [BadFormulas.grammar, BadFormulas.names, BadFormulas.calls].map {
      BadFormula.blocks(of: $0).count
    }
    #expect(count.reduce(0, +) > 100)
  }

  @Test(arguments: ["", "   ", "\n"])
  func `an empty formula is refused`(text: String) {
    #expect(throws: FormulaError.self) { try MetricFormula(text) }
  }

  @Test func `an error is rendered with the formula and a line of carets`() throws {
    let error = try #require(throws: FormulaError.self) {
      try MetricFormula("total_tokens >= 100 Mtk")
    }
    #expect(
      "\(error)" == """
        column 21: 'Mtk' is not a unit; expected a unit or an operator; did you mean 'Mtok'?
          total_tokens >= 100 Mtk
                              ^^^
        """)
  }

  @Test func `line breaks do not shift the carets`() throws {
    let error = try #require(throws: FormulaError.self) { try MetricFormula("commits +\n\tcommit") }
    #expect(error.columns == 12...17)
    #expect("\(error)".hasSuffix("\n  commits +  commit\n             ^^^^^^"))
  }

  @Test(arguments: TruthQuantity.allCases)
  func `truth can never be named`(truth: TruthQuantity) throws {
    let error = try #require(throws: FormulaError.self) {
      try MetricFormula("1 + \(truth.name)")
    }
    #expect(error.columns == 5...(4 + truth.name.count))
    #expect(
      error.message == "\(truth.name) is truth: no dashboard can see it; nearest observable: "
        + truth.nearestObservable.name)
  }

  @Test func `nesting is limited instead of overflowing the stack`() {
    let deep = String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
    #expect(throws: FormulaError.self) { try MetricFormula(deep) }
    #expect(throws: FormulaError.self) {
      try MetricFormula(String(repeating: "- ", count: 5000) + "1")
    }
    #expect(throws: FormulaError.self) {
      try MetricFormula(String(repeating: "not ", count: 5000) + "true")
    }
    #expect(throws: FormulaError.self) {
      try MetricFormula(String(repeating: "1 ^ ", count: 5000) + "1")
    }
  }

  @Test func `length is limited`() {
    let long = Array(repeating: "commits", count: 5000).joined(separator: " + ")
    #expect(throws: FormulaError.self) { try MetricFormula(long) }
  }
}
