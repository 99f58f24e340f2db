import Foundation
import Testing

@testable import Reporting

/// The page as a whole.
@Suite struct ReportPageTests {
  private static let bundle = "window.vegaEmbed = async () => {};"

  private static func html(_ folder: String) throws -> String {
    try ReportPage(try ResultsPackage(folder: folder)).html(
      .script(VegaBundle(script: bundle)))
  }

  @Test func `the answer stands above everything else`() async throws {
    let scratch = try await SampleResults.small.value
    let html = try Self.html(scratch.path("out"))
    let first = try #require(html.firstRange(of: "class=\"recommendation\""))
    let chart = try #require(html.firstRange(of: "data-spec=\"spec-claimed-and-true\""))
    let next = try #require(html.firstRange(of: "<section id=\"adoption\""))
    #expect(first.lowerBound < chart.lowerBound && chart.lowerBound < next.lowerBound)
    #expect(html.contains(#/class="recommendation">(Pick|Cannot tell) /#))
  }

  @Test func `the page loads nothing and runs its own scripts only`() async throws {
    let scratch = try await SampleResults.small.value
    let html = try Self.html(scratch.path("out"))
    #expect(!html.contains(#/(src|href)="(?!#)/#))
    #expect(html.contains("default-src &#39;none&#39;"))
    let digest = SHA256.digest(of: Self.bundle).base64EncodedString()
    #expect(html.contains("&#39;sha256-\(digest)&#39;"))
  }

  @Test func `every picture has a heading, a description and its rows`() async throws {
    let scratch = try await SampleResults.small.value
    let page = try ReportPage(try ResultsPackage(folder: scratch.path("out")))
    let html = try Self.html(scratch.path("out"))
    for chart in page.charts {
      #expect(!chart.title.isEmpty && !chart.caption.isEmpty, "\(chart.name) says nothing")
      #expect(chart.description.count > 40, "\(chart.name) is not described")
      #expect(html.contains("id=\"spec-\(chart.name)\""))
      #expect(html.contains("of \(chart.data.table).csv</summary>"))
    }
  }

  @Test func `one policy with one replication has a page without intervals`() async throws {
    let scratch = try await SampleResults.single.value
    let html = try Self.html(scratch.path("out"))
    #expect(html.contains("What does this policy do to the number, and to the truth?"))
    #expect(!html.contains("NaN") && !html.contains(">nan<") && !html.contains("±nan"))
  }

  @Test func `the same folder gives the same bytes`() async throws {
    let scratch = try await SampleResults.small.value
    #expect(try Self.html(scratch.path("out")) == Self.html(scratch.path("out")))
  }

  @Test func `a script that could end its element is no bundle`() throws {
    let scratch = ScratchFolder()
    let path = scratch.path("vega-bundle.js")
    for text in ["", "a = '</script>';", "<!-- a"] {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(VegaBundle(path: path) == nil)
    }
    try Self.bundle.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(VegaBundle(path: path)?.script == Self.bundle)
  }
}
