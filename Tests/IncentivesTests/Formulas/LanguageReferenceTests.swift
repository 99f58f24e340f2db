import Foundation
import Testing

@testable import Incentives

@Suite struct LanguageReferenceTests {
  private func reference() throws -> [Substring] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appending(path: "docs/metric-language.md")
    return try String(contentsOf: page, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  /// Formulas of the page: lines of `metric` blocks and first cells of tables headed "formula".
  private func formulas() throws -> [String] {
    var formulas: [String] = []
    var isBlock = false
    var isTable = false
    for line in try reference() {
      if line.hasPrefix("```") {
        isBlock = line == "```metric"
      } else if isBlock {
        formulas.append(String(line))
      } else if line.hasPrefix("| formula |") {
        isTable = true
      } else if !line.hasPrefix("|") {
        isTable = false
      } else if isTable, line.hasPrefix("| `") {
        formulas.append(String(line.dropFirst(3).prefix { $0 != "`" }))
      }
    }
    return formulas
  }

  @Test func `every formula of the language reference is valid`() throws {
    let formulas = try formulas()
    #expect(formulas.count > 80)
    for formula in formulas {
      #expect(throws: Never.self, "\(formula)") {
        try MetricFormula(formula, roles: ["developer"])
      }
    }
  }

  @Test func `the language reference lists every observable and every real definition`() throws {
    let page = try reference().joined(separator: "\n")
    for observable in Observable.allCases {
      #expect(page.contains("| `\(observable.name)` | \(observable.unit) |"))
    }
    for definition in RealDefinition.all {
      #expect(page.contains("| `\(definition.formula)` | \(definition.number) |"))
    }
  }

  @Test func `the language reference mentions every function`() throws {
    let page = try reference().joined(separator: "\n")
    for function in FormulaFunction.allCases {
      #expect(
        page.contains("\(function.rawValue)(") || page.contains("`\(function.rawValue)`"))
    }
  }
}
