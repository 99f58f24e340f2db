import Experiments

/// The table that explains every column of every table.
public enum DataDictionary {
  /// The dictionary of tables that have been written.
  public static func table(of written: [WrittenTable]) -> ResultTable {
    ResultTable(
      name: "data_dictionary",
      title: "What every column of every table means",
      columns: [
        .init("table", .text, "Table, named as its file"),
        .init("column", .text, "Column"),
        .init("type", .text, "Kind of its values: string, integer, number or boolean"),
        .init("unit", .text, "Unit of its values; empty where it has none or a column names it"),
        .init("definition", .text, "What a value means"),
        .init("missing_rule", .text, "When a value is missing, which an empty field stands for"),
        .init("missing_count", .integer, unit: "count", "Missing values in this run"),
        .init("rows_count", .integer, unit: "count", "Rows of the table in this run"),
      ],
      primaryKey: ["table", "column"],
      rows: written.flatMap { entry in
        entry.table.columns.indices.map { row(of: entry, column: $0) }
      })
  }

  private static func row(of entry: WrittenTable, column index: Int) -> [ResultTable.Cell] {
    let column = entry.table.columns[index]
    return [
      .text(entry.table.name),
      .text(column.name),
      .text(column.type.rawValue),
      column.unit.map { .text($0) } ?? .missing,
      .text(column.description),
      .text(rule(of: column, isKey: entry.table.primaryKey.contains(column.name))),
      .integer(entry.missing[index]),
      .integer(entry.table.rows.count),
    ]
  }

  private static func rule(of column: ResultTable.Column, isKey: Bool) -> String {
    if isKey { return "never missing" }
    return switch column.type {
    case .number: "empty where the value is undefined (such as a ratio to nothing) or not measured"
    case .text, .integer, .boolean: "empty where it does not apply"
    }
  }
}
