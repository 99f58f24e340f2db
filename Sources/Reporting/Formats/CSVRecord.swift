/// One line of a CSV file after RFC 4180, ended by a line feed.
public struct CSVRecord: Equatable, Sendable {
  /// The record as it stands in the file, with its line feed.
  public private(set) var text = ""
  private var isEmpty = true

  /// Creates a record without fields.
  public init() {}

  /// Creates a record of text fields.
  public init(_ fields: [String]) {
    for field in fields { append(field) }
    end()
  }

  /// Appends a text field, in quotation marks where it would otherwise be misread.
  public mutating func append(_ field: String) {
    separate()
    if Self.needsQuotes(field) {
      text += "\"" + field.replacing("\"", with: "\"\"") + "\""
    } else {
      text += field
    }
  }

  /// Appends a whole number.
  public mutating func append(_ field: Int) {
    separate()
    text += String(field)
  }

  /// Appends a number; NaN and infinities leave the field empty, which means missing.
  public mutating func append(_ field: Double) {
    separate()
    text += NumberText.shortest(field) ?? ""
  }

  /// Appends an empty field, which means missing.
  public mutating func appendMissing() { separate() }

  /// Ends the record.
  public mutating func end() { text += "\n" }

  private mutating func separate() {
    if !isEmpty { text += "," }
    isEmpty = false
  }

  private static func needsQuotes(_ field: String) -> Bool {
    field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    } || field.first == " " || field.last == " "
  }
}
