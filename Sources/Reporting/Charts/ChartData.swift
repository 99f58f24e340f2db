import Experiments

/// Rows and columns of one table of the results, as a chart shows them.
///
/// A chart computes nothing: each of its values stands in a row of the table. What is added for
/// people, such as the title of a measure, is text in a column that begins with `shown_`.
public struct ChartData: Sendable {
  /// The table that the rows come from: the name of its file without extension.
  public let table: String
  /// The columns that are shown.
  public let columns: [ResultTable.Column]
  /// The rows that are shown.
  public let rows: [[ResultTable.Cell]]

  /// Picks columns and rows of a table.
  ///
  /// - Parameters:
  ///   - columns: names of columns; those that the table lacks are left out.
  ///   - isShown: whether a row is shown.
  init(
    _ table: ResultTable, columns names: [String],
    where isShown: (TableRow) -> Bool = { _ in true }
  ) {
    self.table = table.name
    let positions = names.compactMap { table.position(of: $0) }
    columns = positions.map { table.columns[$0] }
    rows = table.records.filter(isShown).map { row in positions.map { row.cells[$0] } }
  }

  private init(table: String, columns: [ResultTable.Column], rows: [[ResultTable.Cell]]) {
    self.table = table
    self.columns = columns
    self.rows = rows
  }

  /// Whether any row has a value in a column.
  func hasValues(_ column: String) -> Bool { records.contains { $0[column] != .missing } }

  /// Whether there is nothing to show.
  var isEmpty: Bool { rows.isEmpty }

  /// The rows with access by the name of a column.
  var records: [TableRow] { rows.map { TableRow(columns: columns, cells: $0) } }

  /// The same with a column of words, whose name has to begin with `shown_`.
  func adding(_ name: String, _ description: String, _ words: (TableRow) -> String) -> ChartData {
    adding(name, description, records.map(words))
  }

  /// The same with a column of words, one for each row, whose name has to begin with `shown_`.
  func adding(_ name: String, _ description: String, _ words: [String]) -> ChartData {
    precondition(name.hasPrefix(Self.wordsPrefix), "words are told from values by their name")
    precondition(words.count == rows.count, "a word for each row")
    return ChartData(
      table: table, columns: columns + [.init(name, .text, description)],
      rows: zip(rows, words).map { $0 + [.text($1)] })
  }

  /// The same in another order.
  func sorted(by areInOrder: (TableRow, TableRow) -> Bool) -> ChartData {
    ChartData(
      table: table, columns: columns, rows: records.sorted(by: areInOrder).map(\.cells))
  }

  /// The same with its first rows only.
  func first(_ count: Int) -> ChartData {
    ChartData(table: table, columns: columns, rows: Array(rows.prefix(count)))
  }

  /// The names of the columns.
  var columnNames: JSONValue { .array(columns.map { .string($0.name) }) }

  /// The cells of every row, in the order of the columns.
  var cells: JSONValue { .array(rows.map { .array($0.map(\.json)) }) }

  /// The rows as Vega-Lite takes them.
  var values: JSONValue {
    .array(
      rows.map { row in
        .object(
          zip(columns, row).filter { $0.1 != .missing }.map { (key: $0.0.name, value: $0.1.json) })
      })
  }

  /// What the names of columns begin with that hold words for people.
  public static let wordsPrefix = "shown_"
  /// The name of the rows in a specification, for a layer of a panel that shows rows of all panels.
  static let name = "rows"
}

/// One row of a table, whose cells are found by the names of columns.
struct TableRow {
  let columns: [ResultTable.Column]
  let cells: [ResultTable.Cell]

  /// The cell under a column; missing if there is no such column.
  subscript(_ name: String) -> ResultTable.Cell {
    columns.firstIndex { $0.name == name }.map { cells[$0] } ?? .missing
  }

  /// The number under a column.
  func number(_ name: String) -> Double? { self[name].number }

  /// The text under a column; empty if there is none.
  func text(_ name: String) -> String { self[name].text ?? "" }
}

extension ResultTable {
  /// The rows with access by the name of a column.
  var records: [TableRow] { rows.map { TableRow(columns: columns, cells: $0) } }
}

extension [String] {
  /// Each element once, in order of first appearance.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
