import Experiments

/// A table that is on the disk, and what became known while it was written.
public struct WrittenTable: Sendable {
  /// The table.
  public var table: ResultTable
  /// SHA-256 of its file in hexadecimal.
  public var digest: String
  /// Missing cells of each column.
  public var missing: [Int]

  /// Creates the record of a written table.
  public init(table: ResultTable, digest: String, missing: [Int]) {
    self.table = table
    self.digest = digest
    self.missing = missing
  }

  /// The name of its file.
  public var fileName: String { table.name + ".csv" }
}
