/// A table of text cells read from comma-separated values (RFC 4180).
struct CommaSeparatedTable: Sendable {
  /// Why a text is not a table.
  struct Failure: Error, Equatable {
    let what: String
  }

  let header: [String]
  let rows: [[String]]

  /// Reads a table with one header row; quoted cells may hold commas, quotes and line breaks.
  ///
  /// - Throws: `Failure` for an unclosed quote, a row of another length or an empty text.
  init(_ text: String) throws(Failure) {
    var records = try Self.records(text)
    guard let header = records.first, header != [""] else {
      throw Failure(what: "it is empty")
    }
    records.removeFirst()
    for (index, record) in records.enumerated() where record.count != header.count {
      throw Failure(
        what: "row \(index + 2) has \(record.count) cells where the header has \(header.count)")
    }
    self.header = header
    rows = records
  }

  /// The cells of a column, or nil when there is none of that name.
  func column(_ name: String) -> [String]? {
    guard let index = header.firstIndex(of: name) else { return nil }
    return rows.map { $0[index] }
  }

  private static func records(_ text: String) throws(Failure) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    func endCell() {
      record.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    func endRecord() {
      endCell()
      if record != [""] { records.append(record) }
      record.removeAll(keepingCapacity: true)
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : nil
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if next == UInt8(ascii: "\"") {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where cell.isEmpty && !wasQuoted:
        isQuoted = true
        wasQuoted = true
      case UInt8(ascii: ","): endCell()
      case UInt8(ascii: "\r") where next == UInt8(ascii: "\n"): break
      case UInt8(ascii: "\n"): endRecord()
      default: cell.append(byte)
      }
    }
    guard !isQuoted else {
      throw Failure(what: "a quote in row \(records.count + 1) is never closed")
    }
    if !cell.isEmpty || !record.isEmpty || wasQuoted { endRecord() }
    return records
  }
}
