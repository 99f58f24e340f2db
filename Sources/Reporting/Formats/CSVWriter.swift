import Experiments

/// Writes tables as CSV after RFC 4180: UTF-8, line feeds, one header, `.` decimals, the shortest
/// numbers that read back exactly, and an empty field for what is missing.
public enum CSVWriter {
  /// The header of a table.
  public static func header(of table: ResultTable) -> String {
    CSVRecord(table.columns.map(\.name)).text
  }

  /// One row of a table.
  public static func record(of cells: [ResultTable.Cell]) -> String {
    var record = CSVRecord()
    for cell in cells { record.append(cell) }
    record.end()
    return record.text
  }

  /// A whole table; meant for small ones.
  public static func text(of table: ResultTable) -> String {
    header(of: table) + table.rows.map(record(of:)).joined()
  }

  /// Writes a table row by row and counts the missing cells of each column.
  ///
  /// - Throws: `FileSystemError`, or `CancellationError` when the task was cancelled.
  public static func write(_ table: ResultTable, to file: inout ResultsFile) throws -> [Int] {
    try file.write(header(of: table))
    var missing = [Int](repeating: 0, count: table.columns.count)
    for (number, cells) in table.rows.enumerated() {
      precondition(cells.count == table.columns.count, "a row of \(table.name) is not complete")
      if number.isMultiple(of: 1024) { try Task.checkCancellation() }
      for (column, cell) in cells.enumerated() where cell.isMissing { missing[column] += 1 }
      try file.write(record(of: cells))
    }
    return missing
  }
}

extension CSVRecord {
  /// Appends a cell in the form of its kind.
  mutating func append(_ cell: ResultTable.Cell) {
    switch cell {
    case .text(let value): append(value)
    case .integer(let value): append(value)
    case .number(let value): append(value)
    case .boolean(let value): append(value ? "true" : "false")
    case .missing: appendMissing()
    }
  }
}

extension ResultTable.Cell {
  /// Whether the cell is written as an empty field.
  var isMissing: Bool {
    switch self {
    case .missing: true
    case .number(let value): !value.isFinite
    case .text, .integer, .boolean: false
    }
  }
}
