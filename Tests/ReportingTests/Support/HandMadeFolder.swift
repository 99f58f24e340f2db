import Experiments
import Foundation

@testable import Reporting

/// A results folder made by hand: tables as text, whose headings tell the type of each column.
struct HandMadeFolder {
  private let scratch = ScratchFolder()

  /// Writes the folder.
  ///
  /// - Parameters:
  ///   - command: the command that is said to have made it.
  ///   - tables: by name; the first line has headings such as `policy mean:number`, every other line
  ///     a row, with cells parted by bars.
  ///   - descriptions: of columns, by `table.column`.
  init(command: String, tables: [String: String], descriptions: [String: String] = [:]) throws {
    var resources: [[String: Any]] = []
    for (name, text) in tables.sorted(by: { $0.key < $1.key }) {
      let lines = text.split(separator: "\n").map(String.init)
      let columns = lines[0].split(separator: " ").map { $0.split(separator: ":").map(String.init) }
      let fields = columns.map { column in
        [
          "name": column[0], "type": column.count > 1 ? column[1] : "string",
          "description": descriptions["\(name).\(column[0])"] ?? "",
        ]
      }
      resources.append([
        "name": name, "path": name + ".csv", "title": name, "schema": ["fields": fields],
      ])
      let rows = [columns.map { $0[0] }] + lines.dropFirst().map(Self.cells)
      let csv = rows.map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
      try write(csv, name + ".csv")
    }
    try write(["name": "hand", "title": "By hand", "resources": resources], "datapackage.json")
    let words = ["goodhart:arguments": [command, "scenario.yaml"]]
    try write(
      ["entity": [:], "activity": ["goodhart:run": words], "agent": [:]], "provenance.json")
    try write("scenario: hand\n", "scenario.yaml")
  }

  /// What parts of a report are made from.
  var context: ReportContext {
    get throws { ReportContext(try ResultsPackage(folder: scratch.root)) }
  }

  /// The report.
  var page: ReportPage {
    get throws { try ReportPage(ResultsPackage(folder: scratch.root)) }
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func quoted(_ cell: String) -> String {
    cell.isEmpty ? "" : "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private func write(_ object: [String: Any], _ name: String) throws {
    try JSONSerialization.data(withJSONObject: object)
      .write(to: URL(fileURLWithPath: scratch.path(name)))
  }

  private func write(_ text: String, _ name: String) throws {
    try text.write(toFile: scratch.path(name), atomically: false, encoding: .utf8)
  }
}

/// Tables that experiments have in common.
enum HandMade {
  static let policies = """
    policy title baseline:boolean description
    none | No metric | true | Nothing is measured.
    board | A board | false | Everybody sees a board.
    bonus | A bonus | false | Some are paid.
    """
}

extension Chart {
  /// The words or values under a column, row by row.
  func column(_ name: String) -> [String] {
    data.records.map { row in
      switch row[name] {
      case .text(let text): text
      case .number(let value): "\(value)"
      case .integer(let value): "\(value)"
      case .boolean(let value): "\(value)"
      case .missing: ""
      }
    }
  }
}
