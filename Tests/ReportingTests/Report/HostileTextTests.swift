import Foundation
import SwiftCSV
import Testing

@testable import Reporting

/// Whatever text stands in a results folder, it stays text: folders are sent by others, too.
@Suite struct HostileTextTests {
  private static let attacks = [
    "</script><script>document.title='pwned'</script>", "\"><img src=x onerror=alert(1)>",
    "'; alert(1); //", "{{title}}{{{bundle}}}{{/sections}}", "${alert(1)}", "javascript:alert(1)",
    "<!--<script>", "]]>", "datum.policy", "\u{2028}\u{2029}\u{202E}", "=HYPERLINK(\"x\")",
    "&lt;b&gt;", "\\u003cimg src=x\\u003e",
  ]

  @Test(arguments: attacks)
  func `no text becomes markup or script`(attack: String) async throws {
    let sample = try await SampleResults.small.value
    let calm = try Self.html(sample.path("out"))
    let scratch = ScratchFolder()
    try Self.copy(sample, to: scratch, with: attack)
    let html = try Self.html(scratch.path("out"))
    #expect(Self.tags(html) == Self.tags(calm))
    #expect(Self.attributes(html) == Self.attributes(calm))
    #expect(html.contains("Pick ") || html.contains("Cannot tell "))
    for specification in try ReportPage(ResultsPackage(folder: scratch.path("out"))).charts
      .map(\.pageSpecification)
    {
      let parsed = try JSONSerialization.jsonObject(with: Data(specification.text().utf8))
      Self.expectNoExpression(parsed, mentions: attack)
    }
  }

  private static func html(_ folder: String) throws -> String {
    try ReportPage(try ResultsPackage(folder: folder)).html(
      .script(VegaBundle(script: "window.vegaEmbed = async () => {};")))
  }

  /// Names of elements with their numbers; rows of tables are the same in both pages.
  private static func tags(_ html: String) -> [String: Int] {
    html.matches(of: /<(\/?[a-zA-Z!][^\s>\/]*)/).reduce(into: [:]) {
      $0[String($1.output.1), default: 0] += 1
    }
  }

  private static func attributes(_ html: String) -> Set<String> {
    Set(
      html.matches(of: /<[a-z][^>]*>/).flatMap { tag in
        tag.output.replacing(/"[^"]*"/, with: "").matches(of: /\s([a-zA-Z-]+)/)
          .map { String($0.output.1) }
      })
  }

  /// Texts of results are data; expressions are the program's own.
  private static func expectNoExpression(_ value: Any, mentions attack: String) {
    if let members = value as? [String: Any] {
      for (key, member) in members where key != "values" {
        if ["expr", "calculate", "test", "labelExpr"].contains(key), let text = member as? String {
          #expect(!text.contains(attack), "\(key): \(text)")
        }
        if key == "filter", let text = member as? String {
          #expect(!text.contains(attack), "filter: \(text)")
        }
        expectNoExpression(member, mentions: attack)
      }
    } else if let elements = value as? [Any] {
      for element in elements { expectNoExpression(element, mentions: attack) }
    }
  }

  /// A copy of a folder in which every title, sentence and name of a policy carries an attack.
  private static func copy(
    _ sample: ScratchFolder, to scratch: ScratchFolder, with attack: String
  ) throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path("out"), withIntermediateDirectories: false)
    for name in try sample.names(in: "out") {
      let text = try sample.text("out/\(name)")
      let changed = name.hasSuffix(".csv") ? try attacked(text, with: attack) : text
      try changed.write(toFile: scratch.path("out/\(name)"), atomically: false, encoding: .utf8)
    }
    let path = scratch.path("out/datapackage.json")
    let text = try scratch.text("out/datapackage.json")
    var package = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    package["title"] = "Title \(attack)"
    try JSONSerialization.data(withJSONObject: package).write(to: URL(fileURLWithPath: path))
  }

  private static func attacked(_ text: String, with attack: String) throws -> String {
    let table = try EnumeratedCSV(string: text, loadColumns: false)
    let lines = table.rows.map { row in
      zip(table.header, row).map { name, cell in
        let isText = texts.contains(name) && !cell.isEmpty
        let isPolicy = policies.contains(cell) && name != "measure"
        return quoted(isText || isPolicy ? cell + attack : cell)
      }.joined(separator: ",")
    }
    return ([table.header.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private static let texts: Set<String> = [
    "title", "description", "words", "definition", "source", "meaning", "usual_range", "value",
    "formulas", "metrics", "metric", "formula",
  ]
  private static let policies: Set<String> = ["noMetric", "tokenBoard", "outcomeKPI"]
}
