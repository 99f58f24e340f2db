import Experiments
import SwiftCSV

/// What `datapackage.json` says about the tables of a folder, as far as it is needed to read them.
struct PackageDescriptor: Decodable {
  var name: String
  var title: String
  var resources: [Resource]

  /// One table.
  struct Resource: Decodable {
    var name: String
    var path: String
    var title: String
    var schema: Schema
  }

  /// The columns of a table.
  struct Schema: Decodable {
    var fields: [Field]
    var primaryKey: [String]?
  }

  /// One column.
  struct Field: Decodable {
    var name: String
    var type: String
    var description: String?
    var unit: String?
  }

  /// The name of the description in a results folder.
  static let fileName = "datapackage.json"
}

extension PackageDescriptor.Resource {
  /// Reads the table.
  ///
  /// - Throws: ``ResultsPackageError`` where the file is missing, or is not what is described.
  func table(inFolder folder: String) throws(ResultsPackageError) -> ResultTable {
    let columns = try schema.fields.map { field throws(ResultsPackageError) in
      guard let type = ResultTable.CellType(rawValue: field.type) else {
        throw .unreadable(
          path: "\(folder)/\(PackageDescriptor.fileName)",
          reason: "column \(field.name) of \(name) has the unknown type \(field.type)")
      }
      return ResultTable.Column(
        field.name, type, unit: field.unit, field.description ?? "")
    }
    let records = try records(inFolder: folder, columns: columns.map(\.name))
    var rows: [[ResultTable.Cell]] = []
    rows.reserveCapacity(records.count)
    for (index, record) in records.enumerated() {
      guard record.count == columns.count else {
        throw .unreadable(
          path: "\(folder)/\(path)",
          reason: "row \(index + 2) has \(record.count) cells; expected \(columns.count)")
      }
      var row: [ResultTable.Cell] = []
      for (text, column) in zip(record, columns) {
        guard let cell = ResultTable.Cell(text, as: column.type) else {
          throw .unreadable(
            path: "\(folder)/\(path)",
            reason:
              "row \(index + 2), column \(column.name): “\(text)” is no \(column.type.rawValue)"
          )
        }
        row.append(cell)
      }
      rows.append(row)
    }
    return ResultTable(
      name: name, title: title, columns: columns, primaryKey: schema.primaryKey ?? [], rows: rows)
  }

  private func records(
    inFolder folder: String, columns: [String]
  ) throws(ResultsPackageError) -> [[String]] {
    let text = try ResultsPackage.text(path, inFolder: folder)
    let file: CSV<Enumerated>
    do {
      file = try CSV<Enumerated>(string: text, delimiter: .comma, loadColumns: false)
    } catch {
      throw .unreadable(path: "\(folder)/\(path)", reason: "it is no CSV: \(error)")
    }
    guard file.header == columns else {
      throw .unreadable(
        path: "\(folder)/\(path)", reason: "its columns are not those of the description")
    }
    return file.rows
  }
}

extension ResultTable.Cell {
  /// Reads a cell as CSV has it; nil where the text is not of the type.
  init?(_ text: String, as type: ResultTable.CellType) {
    if text.isEmpty {
      self = .missing
      return
    }
    switch type {
    case .text: self = .text(text)
    case .integer:
      guard let value = Int(text) else { return nil }
      self = .integer(value)
    case .number:
      guard let value = Double(text), value.isFinite else { return nil }
      self = .number(value)
    case .boolean:
      guard let value = Bool(text) else { return nil }
      self = .boolean(value)
    }
  }

  /// The number that the cell holds.
  var number: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    case .text, .boolean, .missing: nil
    }
  }

  /// The text that the cell holds.
  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// Whether it is true.
  var isTrue: Bool { self == .boolean(true) }

  /// The cell as charts take it.
  var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .boolean(let value): .bool(value)
    case .missing: .null
    }
  }
}
