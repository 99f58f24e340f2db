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
  private static func values(of specification: JSONValue) throws -> [[String: ParsedJSON]] {
    try JSONDecoder().decode(ParsedJSON.self, from: Data(specification.text().utf8)).dataRows
  }

  /// Whether all values but words for people are those of a row, and what is missing is empty there.
  private static func agrees(_ value: [String: ParsedJSON], with row: [String: String]) -> Bool {
    value.allSatisfy { name, shown in
      if name.hasPrefix(ChartData.wordsPrefix) { return true }
      guard let cell = row[name] else { return false }
      return switch shown {
      case .text(let text): text == cell
      case .number(let number): Double(cell) == number
      case .flag(let flag): Bool(cell) == flag
      case .null: cell.isEmpty
      case .list, .map: false
      }
    }
  }
}

/// A JSON document as somebody else reads it, numbers to the last digit.
indirect enum ParsedJSON: Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([ParsedJSON])
  case map([String: ParsedJSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([ParsedJSON].self) {
      self = .list(list)
    } else {
      self = .map(try container.decode([String: ParsedJSON].self))
    }
  }

  /// Rows of data in a Vega-Lite specification, as objects or as lists under columns.
  var dataRows: [[String: ParsedJSON]] {
    switch self {
    case .null, .flag, .number, .text: return []
    case .list(let elements): return elements.flatMap(\.dataRows)
    case .map(let members):
      let others = members.filter { $0.key != "data" }.values.flatMap(\.dataRows)
      guard case .map(let data)? = members["data"] else { return others }
      return data.objects + data.packedRows + others
    }
  }
}

extension [String: ParsedJSON] {
  fileprivate var objects: [[String: ParsedJSON]] {
    guard case .list(let rows)? = self["values"] else { return [] }
    return rows.compactMap { if case .map(let row) = $0 { row } else { nil } }
  }

  fileprivate var packedRows: [[String: ParsedJSON]] {
    guard case .list(let columns)? = self["columns"], case .list(let rows)? = self["rows"] else {
      return []
    }
    let names = columns.compactMap { if case .text(let name) = $0 { name } else { nil } }
    return rows.compactMap { row in
      guard case .list(let cells) = row, cells.count == names.count else { return nil }
      return Dictionary(uniqueKeysWithValues: zip(names, cells))
    }
  }
}
