import Reporting
import SwiftCSV
import Testing

@Suite struct CSVRecordTests {
  @Test(arguments: [
    "plain", "", "a,b", "says \"yes\"", "two\nlines", "carriage\r\nreturn", " leading", "trailing ",
    "ünïcode – 80 %", "\"", "\"\"", ",", "'", "=1+1",
  ])
  func `an independent reader gets every text back`(text: String) throws {
    let file = CSVRecord(["before", "text", "after"]).text + CSVRecord(["1", text, "2"]).text
    let read = try NamedCSV(string: file)
    #expect(read.header == ["before", "text", "after"])
    #expect(read.rows.count == 1)
    #expect(read.rows.first == ["before": "1", "text": text, "after": "2"])
  }

  @Test(arguments: [
    (0.1, "0.1"), (1.0, "1"), (-0.0, "0"), (1e15, "1000000000000000"), (0.5, "0.5"),
    (1.0 / 3, "0.3333333333333333"), (-2.5e-7, "-2.5e-07"), (.nan, ""), (.infinity, ""),
    (-.infinity, ""), (123_456_789_012.0, "123456789012"),
  ])
  func `numbers are short, whole ones without exponent, and what is not a number is missing`(
    value: Double, text: String
  ) {
    var record = CSVRecord()
    record.append(value)
    record.end()
    #expect(record.text == text + "\n")
  }

  @Test(arguments: [
    0.1, 1.0 / 3, 2.0.squareRoot(), 6.02214076e23, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    1e22, 9_007_199_254_740_994,
  ])
  func `numbers read back exactly`(value: Double) {
    #expect(NumberText.shortest(value).flatMap(Double.init) == value)
  }

  @Test func `a missing field keeps its place`() {
    var record = CSVRecord()
    record.append("a")
    record.appendMissing()
    record.append(3)
    record.end()
    #expect(record.text == "a,,3\n")
  }

  @Test func `a missing first field keeps its place`() {
    var record = CSVRecord()
    record.appendMissing()
    record.append("b")
    record.end()
    #expect(record.text == ",b\n")
  }
}
