import Experiments
import Reporting
import SwiftCSV
import Testing

@Suite struct CSVWriterTests {
  @Test func `a table is written as the golden file`() throws {
    #expect(
      CSVWriter.text(of: .example) == """
        policy,note,weeks_count,value_h,is_best
        noMetric,plain,4,24.5,false
        tokenBoard,"comma, ""quotes"" and
        a line",0,0.1,true
        outcomeKPI,,-3,,false

        """)
  }

  @Test func `an independent reader gets every cell back`() throws {
    let read = try NamedCSV(string: CSVWriter.text(of: .example))
    #expect(read.header == ResultTable.example.columns.map(\.name))
    #expect(read.rows.map { $0["policy"] } == ["noMetric", "tokenBoard", "outcomeKPI"])
    #expect(read.rows.map { $0["value_h"] } == ["24.5", "0.1", ""])
    #expect(read.rows[1]["note"] == "comma, \"quotes\" and\na line")
  }

  @Test func `writing to a file counts what is missing`() throws {
    let scratch = ScratchFolder()
    var file = try ResultsFile(creatingAt: scratch.path("t.csv"))
    let missing = try CSVWriter.write(.example, to: &file)
    let digest = try file.finish()
    #expect(missing == [0, 1, 0, 1, 0])
    #expect(try scratch.text("t.csv") == CSVWriter.text(of: .example))
    #expect(digest == SHA256.hexDigest(of: try scratch.text("t.csv")))
  }

  @Test func `an infinite number is missing, also where a table lets it through`() {
    #expect(CSVWriter.record(of: [.number(.infinity), .number(.nan), .integer(1)]) == ",,1\n")
  }

  @Test func `a table longer than the buffer arrives whole`() throws {
    let table = ResultTable(
      name: "long", title: "Long", columns: [.init("row", .integer, "Number")],
      primaryKey: ["row"], rows: ResultTable.Rows(count: 50_000) { [.integer($0)] })
    let scratch = ScratchFolder()
    var file = try ResultsFile(creatingAt: scratch.path("long.csv"))
    #expect(try CSVWriter.write(table, to: &file) == [0])
    let digest = try file.finish()
    let lines = try scratch.text("long.csv").split(separator: "\n")
    #expect(lines.count == 50_001)
    #expect(lines.last == "49999")
    #expect(digest == SHA256.hexDigest(of: try scratch.text("long.csv")))
  }
}

extension ResultTable {
  /// A small table with every kind of cell and every difficulty of CSV.
  static let example = ResultTable(
    name: "example",
    title: "An example",
    columns: [
      .init("policy", .text, "Policy"),
      .init("note", .text, "Anything"),
      .init("weeks_count", .integer, unit: "count", "Weeks"),
      .init("value_h", .number, unit: "hours", "Value"),
      .init("is_best", .boolean, "Whether it is best"),
    ],
    primaryKey: ["policy"],
    rows: [
      [.text("noMetric"), .text("plain"), .integer(4), .number(24.5), .boolean(false)],
      [
        .text("tokenBoard"), .text("comma, \"quotes\" and\na line"), .integer(0), .number(0.1),
        .boolean(true),
      ],
      [.text("outcomeKPI"), .missing, .integer(-3), .missing, .boolean(false)],
    ])
}
