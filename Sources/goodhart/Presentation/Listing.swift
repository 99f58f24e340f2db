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

  /// Columns side by side; the last is broken into lines where it would be too wide.
  private var table: String {
    let leading = columns.indices.dropLast()
    let widths = leading.map { column in
      ([columns[column]] + rows.map { $0[column] }).map(\.count).max() ?? 0
    }
    let offset = widths.map { $0 + Self.gap }.reduce(0, +)
    let room = max(Self.leastRoom, Self.width - offset)
    let indent = String(repeating: " ", count: offset)
    return ([columns] + rows).map { row in
      let start = zip(leading, widths).map { column, width in
        row[column] + String(repeating: " ", count: width - row[column].count + Self.gap)
      }.joined()
      let end = (row.last ?? "").wrapped(to: room).replacing("\n", with: "\n" + indent)
      return (start + end).withoutTrailingSpace
    }.joined(separator: "\n")
  }

  private static let gap = 2
  private static let width = 100
  private static let leastRoom = 36
}
