/// One table of the results folder as a plain value: described columns and rows of cells.
///
/// Nothing here knows how a table is written. Rows may be stored, or made when they are asked for,
/// so that a table of millions of rows takes the memory of the numbers behind it only.
public struct ResultTable: Sendable {
  /// Identifier, which is also the name of the file without its extension.
  public var name: String
  /// What the table says, in one sentence.
  public var title: String
  /// The columns in order.
  public var columns: [Column]
  /// Names of the columns that together identify a row; empty if no set of columns does.
  public var primaryKey: [String]
  /// The rows in order, each with one cell for every column.
  public var rows: Rows

  /// Creates a table from stored rows.
  public init(
    name: String, title: String, columns: [Column], primaryKey: [String], rows: [[Cell]]
  ) {
    self.init(
      name: name, title: title, columns: columns, primaryKey: primaryKey,
      rows: Rows(count: rows.count) { rows[$0] })
  }

  /// Creates a table from rows of any kind.
  public init(name: String, title: String, columns: [Column], primaryKey: [String], rows: Rows) {
    self.name = name
    self.title = title
    self.columns = columns
    self.primaryKey = primaryKey
    self.rows = rows
  }

  /// Position of the column called `name`.
  public func position(of name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }

  /// The cell of a row under the column called `name`; missing if there is no such column.
  public func cell(row: Int, column name: String) -> Cell {
    guard let position = position(of: name) else { return .missing }
    return rows[row][position]
  }
}

extension ResultTable {
  /// What one column holds.
  public struct Column: Sendable, Equatable {
    /// The header, in snake case, with the unit as suffix where there is one unit.
    public var name: String
    /// The kind of its cells.
    public var type: CellType
    /// The unit of its values; nil for names and where another column tells the unit.
    public var unit: String?
    /// What the value means, in one sentence.
    public var description: String

    /// Creates the description of a column.
    public init(_ name: String, _ type: CellType, unit: String? = nil, _ description: String) {
      self.name = name
      self.type = type
      self.unit = unit
      self.description = description
    }
  }

  /// The kind of the cells of one column; the raw value is the type's name in Table Schema.
  public enum CellType: String, Sendable {
    /// Text.
    case text = "string"
    /// A whole number.
    case integer
    /// A number.
    case number
    /// True or false.
    case boolean
  }

  /// One value.
  public enum Cell: Sendable, Equatable {
    /// Text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A finite number.
    case number(Double)
    /// True or false.
    case boolean(Bool)
    /// No value: undefined, or not measured.
    case missing

    /// A number, missing if it is not finite.
    public init(_ value: Double) {
      self = value.isFinite ? .number(value) : .missing
    }

    /// A number, missing if there is none or it is not finite.
    public init(_ value: Double?) {
      self = value.map { Cell($0) } ?? .missing
    }
  }

  /// The rows of a table, made on demand.
  public struct Rows: RandomAccessCollection, Sendable {
    /// How many rows there are.
    public let count: Int
    private let row: @Sendable (Int) -> [Cell]

    /// Creates rows from their number and a rule that makes each.
    public init(count: Int, row: @escaping @Sendable (Int) -> [Cell]) {
      self.count = count
      self.row = row
    }

    /// Index of the first row, which is 0.
    public var startIndex: Int { 0 }

    /// Index after the last row.
    public var endIndex: Int { count }

    /// The cells of one row.
    public subscript(position: Int) -> [Cell] { row(position) }
  }
}
