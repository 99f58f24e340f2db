/// Text in columns, as narrow as its content allows.
struct AlignedTable {
  /// On which side of its column a text stands.
  enum Alignment { case left, right }

  /// One column: how it is aligned, and its heading in one or more lines.
  struct Column {
    var heading: [String]
    var alignment: Alignment

    init(_ heading: String..., alignment: Alignment = .left) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []
  private let gap: String

  /// Creates a table without rows.
  init(columns: [Column], gap: Int = 2) {
    self.columns = columns
    self.gap = String(repeating: " ", count: gap)
  }

  /// Appends a row with a text for every column.
  mutating func append(_ row: [String]) { rows.append(row) }

  /// The lines of the headings, the last of them just above the rows.
  var headingLines: [String] {
    let height = columns.map(\.heading.count).max() ?? 0
    return (0..<height).map { line in
      joined(
        columns.map { column in
          let offset = line - (height - column.heading.count)
          return offset >= 0 ? column.heading[offset] : ""
        })
    }
  }

  /// The lines of the rows.
  var rowLines: [String] { rows.map(joined) }

  /// Headings and rows.
  var text: String { (headingLines + rowLines).joined(separator: "\n") }

  private func joined(_ texts: [String]) -> String {
    let cells = zip(texts, zip(columns, widths)).map { text, column in
      let space = String(repeating: " ", count: max(0, column.1 - text.count))
      return column.0.alignment == .left ? text + space : space + text
    }
    var line = cells.joined(separator: gap)
    while line.last == " " { line.removeLast() }
    return line
  }

  private var widths: [Int] {
    columns.indices.map { index in
      (columns[index].heading + rows.map { $0[index] }).map(\.count).max() ?? 0
    }
  }
}
