/// A place in a scenario file, as editors count it.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
  /// The file as the user named it; `<stdin>` for standard input.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// Creates a location.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The location as compilers write it: `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}
