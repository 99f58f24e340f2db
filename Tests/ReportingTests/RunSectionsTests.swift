import Experiments
import Foundation
import Testing

@testable import Reporting

/// A part of the report of a run, by name.
struct NamedSection: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let charts: [String]
  let make: @Sendable (ReportContext) -> ReportSection?

  static let all = [
    NamedSection(
      testDescription: "adoption", charts: ["adoption"], make: AdoptionSection.section),
    NamedSection(
      testDescription: "gaming", charts: ["techniques", "gaming"], make: GamingSection.section),
    NamedSection(
      testDescription: "trade-off", charts: ["trade-off"], make: TradeOffSection.section),
    NamedSection(
      testDescription: "ranking", charts: ["ranking-agreement"], make: RankingSection.section),
    NamedSection(
      testDescription: "tokens", charts: ["token-shares", "bunching"],
      make: TokensSection.section),
    NamedSection(
      testDescription: "risk", charts: ["annual-losses", "loss-exceedance"],
      make: RiskSection.section),
    NamedSection(testDescription: "money", charts: ["value-bridge"], make: MoneySection.section),
  ]
}

@Suite struct RunSectionsTests {
  @Test(arguments: NamedSection.all)
  func `a section whose tables are missing is left out`(_ section: NamedSection) throws {
    #expect(try section.make(FolderExample().context()) == nil)
    let policies = RunExample.folder().tables.filter { $0.key == "policies" }
    #expect(try section.make(FolderExample(tables: policies).context()) == nil)
  }

  @Test(arguments: NamedSection.all)
  func `a section shows its charts with a finding for those who do not see`(
    _ section: NamedSection
  ) throws {
    let made = try #require(section.make(try RunExample.folder().context()))
    #expect(made.charts.map(\.name) == section.charts)
    for chart in made.charts {
      #expect(chart.description.contains("board"), "\(chart.name) tells of no policy")
      #expect(!chart.caption.isEmpty)
    }
  }

  @Test(arguments: NamedSection.all)
  func `every value of a chart stands in a row of its table`(_ section: NamedSection) throws {
    let context = try RunExample.folder().context()
    for chart in try #require(section.make(context)).charts {
      let table = try #require(context.package.table(chart.data.table))
      let columns = chart.data.columns.filter { !$0.name.hasPrefix(ChartData.wordsPrefix) }
      let known = table.records.map { row in columns.map { row[$0.name] } }
      for row in chart.data.records {
        #expect(known.contains(columns.map { row[$0.name] }))
      }
      let words = chart.data.columns.filter { $0.name.hasPrefix(ChartData.wordsPrefix) }
      #expect(words.allSatisfy { $0.type == .text })
    }
  }

  @Test(
    arguments: NamedSection.all,
    [
      "'] || alert(1) || ['", "</script><script>alert(1)</script>",
      "a \"quoted\", \\name\n\u{202e}",
    ])
  func `a hostile name stays data`(_ section: NamedSection, _ name: String) throws {
    let context = try RunExample.folder(name).context()
    for chart in try #require(section.make(context)).charts {
      #expect(chart.data.records.contains { $0.text("policy") == name })
      let text = Data(chart.pageSpecification.line().utf8)
      let document = try JSONSerialization.jsonObject(with: text)
      #expect(Self.expressions(document).allSatisfy { !$0.contains(name) })
    }
  }

  @Test(arguments: NamedSection.all)
  func `a single replication has no marks of intervals`(_ section: NamedSection) throws {
    let context = try RunExample.folder(withIntervals: false).context()
    for chart in try #require(section.make(context)).charts {
      let marks = JSONValue.object(chart.marks).line()
      for end in ["upper_95", "aggregate_high_share", "x_high", "y_high", "shown_high"] {
        #expect(!marks.contains("2\":{\"field\":\"\(end)\""), "\(chart.name) draws \(end)")
      }
      #expect(chart.notes.contains { $0.hasPrefix("One replication") })
    }
  }

  @Test func `flags stand beside the charts that they touch`() throws {
    let context = try RunExample.folder().context()
    #expect(
      context.cautions(about: ["gaming_people_share"]) == [
        "board: people gaming rises by 44 % of its mean."
      ])
    #expect(context.cautions(about: ["net_value_usd"]).isEmpty)
    let section = try #require(GamingSection.section(context))
    #expect(section.charts.map { $0.notes.count } == [0, 1])
  }

  /// What Vega evaluates: texts of filters, calculations and tests.
  private static func expressions(_ document: Any) -> [String] {
    if let array = document as? [Any] { return array.flatMap(expressions) }
    guard let object = document as? [String: Any] else { return [] }
    return object.flatMap { key, value in
      if let text = value as? String {
        return ["filter", "calculate", "test", "expr"].contains(key) ? [text] : []
      }
      return expressions(value)
    }
  }
}
