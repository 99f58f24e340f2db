import Foundation
import SwiftCSV
import Testing

@testable import Reporting

/// What a chart shows is what the CSV files say.
@Suite struct ChartDataTests {
  @Test func `every value of every chart stands in its CSV file`() async throws {
    let scratch = try await SampleResults.small.value
    let page = try ReportPage(try ResultsPackage(folder: scratch.path("out")))
    #expect(page.charts.count >= 10)
    for chart in page.charts {
      let rows = try ([chart.data] + chart.overlays).flatMap {
        try NamedCSV(string: scratch.text("out/\($0.table).csv")).rows
      }
      for specification in [chart.pageSpecification, chart.figureSpecification] {
        let values = try Self.values(of: specification)
        #expect(!values.isEmpty, "\(chart.name) shows nothing")
        for value in values {
          #expect(
            rows.contains { Self.agrees(value, with: $0) },
            "\(chart.name): \(value) is in no row of \(chart.data.table).csv")
        }
      }
    }
  }

  @Test func `charts with the same data have names of their own`() async throws {
    let scratch = try await SampleResults.small.value
    let page = try ReportPage(try ResultsPackage(folder: scratch.path("out")))
    let names = page.charts.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z0-9-]+/) != nil })
  }

  /// The rows that a specification carries, wherever in it they stand.
  private static func values(of specification: JSONValue) throws -> [[String: Any]] {
    values(in: try JSONSerialization.jsonObject(with: Data(specification.text().utf8)))
  }

  private static func values(in part: Any) -> [[String: Any]] {
    if let members = part as? [String: Any] {
      let data = members["data"] as? [String: Any]
      let columns = data?["columns"] as? [String] ?? []
      let packed = (data?["rows"] as? [[Any]] ?? []).map { row in
        Dictionary(uniqueKeysWithValues: zip(columns, row).filter { !($0.1 is NSNull) })
      }
      return packed + (data?["values"] as? [[String: Any]] ?? []) + members.filter { $0.key != "data" }.values.flatMap(values)
    }
    return (part as? [Any])?.flatMap(values) ?? []
  }

  /// Whether all values but words for people are those of a row, and what is missing is empty there.
  private static func agrees(_ value: [String: Any], with row: [String: String]) -> Bool {
    value.allSatisfy { name, shown in
      if name.hasPrefix(ChartData.wordsPrefix) { return true }
      guard let cell = row[name], !cell.isEmpty else { return false }
      if let text = shown as? String { return text == cell }
      if let number = shown as? NSNumber {
        return Double(cell) == number.doubleValue || Bool(cell) == number.boolValue
      }
      return false
    }
  }
}
