import Experiments
import Measures
import Rainbow
import Reporting

/// Estimates in rows and columns as text, at most a hundred columns wide: more columns than fit are
/// told in further blocks.
struct FigureTable {
  /// One row.
  struct Row {
    var name: String
    /// Whether it explains the row above.
    var isMinor = false
  }

  /// One column: estimates in the same unit and with the same decimals.
  struct Column {
    /// Lines of the heading, the unit last.
    var heading: [String]
    var format: QuantityFormat
    /// By row; nil where there is nothing to tell.
    var cells: [Cell?]
  }

  /// One figure.
  struct Cell {
    var estimate: Estimate
    /// Whether its sign is shown.
    var isSigned = true
    /// What stands behind it.
    var mark = ""
  }

  var rows: [Row]
  var columns: [Column]

  /// The blocks, each with its heading.
  func blocks(title: String) -> [String] {
    let chunks = columns.chunks(within: Self.lineWidth, besideNamesOf: nameWidth) {
      Self.gap.count + width(of: $0)
    }
    return chunks.enumerated().map { number, columns in
      let heading = number == 0 ? title : "\(title), continued"
      return ([heading.bold] + lines(of: columns)).joined(separator: "\n")
    }
  }

  private func lines(of columns: [Column]) -> [String] {
    let height = columns.map(\.heading.count).max() ?? 0
    let headings = (0..<height).map { line in
      padded("")
        + columns.map { column in
          let offset = line - (height - column.heading.count)
          return aligned(offset >= 0 ? column.heading[offset] : "", mark: "", in: column)
        }.joined()
    }
    let body = rows.enumerated().map { index, row in
      let text = padded(row.name) + columns.map { cell(index, of: $0) }.joined()
      return row.isMinor ? text.dim : text
    }
    return (headings + body).map(\.withoutTrailingSpace)
  }

  private func cell(_ row: Int, of column: Column) -> String {
    guard let cell = column.cells[row] else { return aligned("", mark: "", in: column) }
    let (number, halfWidth) = Self.texts(cell, column.format)
    let space = String(repeating: " ", count: max(0, halfWidthWidth(of: column) - halfWidth.count))
    return aligned(number + " " + halfWidth + space, mark: cell.mark, in: column)
  }

  /// What is 0 in every replication stands alone: nothing about it is uncertain.
  private static func texts(
    _ cell: Cell, _ format: QuantityFormat
  ) -> (number: String, halfWidth: String) {
    let estimate = cell.estimate
    if estimate.mean == 0, estimate.halfWidth() == 0 { return ("0", "") }
    let number =
      cell.isSigned ? format.signedDigits(estimate.mean) : format.digits(estimate.mean)
    return (number, format.halfWidth(estimate.halfWidth()))
  }

  private func aligned(_ text: String, mark: String, in column: Column) -> String {
    let before = width(of: column) - Self.markWidth - text.count
    return Self.gap + String(repeating: " ", count: max(0, before)) + text + mark
      + String(repeating: " ", count: max(0, Self.markWidth - mark.count))
  }

  private func width(of column: Column) -> Int {
    let values =
      column.cells.compactMap { $0 }
      .map { Self.texts($0, column.format).number.count }.max() ?? 0
    let headings = column.heading.map(\.count).max() ?? 0
    return max(values + 1 + halfWidthWidth(of: column), headings) + Self.markWidth
  }

  private func halfWidthWidth(of column: Column) -> Int {
    column.cells.compactMap { $0 }.map { Self.texts($0, column.format).halfWidth.count }.max() ?? 0
  }

  private var nameWidth: Int { rows.map(\.name.count).max() ?? 0 }

  private func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, nameWidth - name.count))
  }

  private static let gap = "  "
  private static let markWidth = 1
  private static let lineWidth = 100
}
