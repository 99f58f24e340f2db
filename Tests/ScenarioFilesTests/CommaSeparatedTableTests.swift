import Testing

@testable import ScenarioFiles

@Suite struct CommaSeparatedTableTests {
  @Test(arguments: [
    ("a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
    ("a,b\r\n1,2\r\n3,4", ["a", "b"], [["1", "2"], ["3", "4"]]),
    ("a,b\n\"x, y\",\"say \"\"so\"\"\"\n", ["a", "b"], [["x, y", "say \"so\""]]),
    ("a,b\n\"two\nlines\",\n", ["a", "b"], [["two\nlines", ""]]),
    ("a\n1\n\n2\n", ["a"], [["1"], ["2"]]),
    ("\u{FEFF}a,b\n,\n", ["a", "b"], [["", ""]]),
    ("Größe,b\nü,ß\n", ["Größe", "b"], [["ü", "ß"]]),
    ("a,b\n\"\",x\n", ["a", "b"], [["", "x"]]),
  ])
  func `a table is read as RFC 4180 says`(
    text: String, header: [String], rows: [[String]]
  ) throws {
    let table = try CommaSeparatedTable(text)
    #expect(table.header == header)
    #expect(table.rows == rows)
  }

  @Test(arguments: [
    ("", "it is empty"), ("\n\n", "it is empty"),
    ("a,b\n1\n", "row 2 has 1 cells where the header has 2"),
    ("a\n\"x\n", "a quote in row 2 is never closed"),
  ])
  func `a text that is no table is refused`(text: String, what: String) {
    let failure = #expect(throws: CommaSeparatedTable.Failure.self) {
      try CommaSeparatedTable(text)
    }
    #expect(failure?.what == what)
  }
}
