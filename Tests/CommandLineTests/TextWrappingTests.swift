import Testing

@testable import goodhart

@Suite struct TextWrappingTests {
  @Test(arguments: [
    ("", 10, ""),
    ("one two", 10, "one two"),
    ("one two three", 7, "one two\n  three"),
    ("  one two", 5, "  one\n  two"),
    ("a-word-that-is-too-long x", 5, "a-word-that-is-too-long\n  x"),
    ("one\n\ntwo", 5, "one\n\ntwo"),
  ])
  func `lines break between words, and spaces at the start stay`(
    text: String, width: Int, wrapped: String
  ) {
    #expect(text.wrapped(to: width, indent: "  ") == wrapped)
  }

  @Test func `listings break cells that are too wide`() {
    let words = Array(repeating: "word", count: 30).joined(separator: " ")
    let text = Listing(columns: ["name", "text", "more"], rows: [["a", words, words]])
      .text(as: .table)
    let lines = text.split(separator: "\n")
    #expect(lines[0].hasPrefix("name  text"))
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines.count > 3)
  }
}
