import Reporting

/// Things with a few properties each, to be printed for people or for programs.
struct Listing {
  /// Names of the properties.
  var columns: [String]
  /// The properties of each thing.
  var rows: [[String]]

  /// The listing in the wanted form.
  func text(as format: OutputFormat) -> String {
    switch format {
    case .table: table
    case .csv: ([columns] + rows).map { CSVRecord($0).text }.joined()
    case .json:
      JSONValue.array(
        rows.map { row in
          .object(zip(columns, row).map { (key: $0, value: .string($1)) })
        }
      ).text()
    }
  }

  /// Columns side by side; what is too wide for its column is broken into lines.
  private var table: String {
    let widths = columns.indices.dropLast().map { column in
      min(Self.widest, ([columns] + rows).map { $0[column].count }.max() ?? 0)
    }
    let taken = widths.map { $0 + Self.gap }.reduce(0, +)
    let limits = widths + [max(Self.leastRoom, Self.width - taken)]
    return ([columns] + rows).flatMap { lines(of: $0, limits: limits) }.joined(separator: "\n")
  }

  private func lines(of row: [String], limits: [Int]) -> [String] {
    let cells = zip(row, limits).map { text, limit in
      text.wrapped(to: limit).split(separator: "\n", omittingEmptySubsequences: false)
    }
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { line in
      zip(cells, limits).map { cell, limit in
        let text = line < cell.count ? String(cell[line]) : ""
        return text + String(repeating: " ", count: max(0, limit - text.count) + Self.gap)
      }.joined().withoutTrailingSpace
    }
  }

  private static let gap = 2
  private static let width = 100
  private static let leastRoom = 20
  private static let widest = 44
}
