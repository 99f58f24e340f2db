import Testing
import WorkplaceModel

@Suite struct FactorRangeTests {
  private static func interval(
    _ low: Double, _ high: Double, _ scale: Factor.Scale = .linear, prefix: String = "",
    unit: String = ""
  ) -> Factor.Range {
    .interval(
      low: low, high: high, scale: scale,
      notation: Factor.Notation(prefix: prefix, unit: unit))
  }

  @Test(arguments: [
    ("0 h..3 h", interval(0, 3, unit: "h")),
    ("0.5..1.5", interval(0.5, 1.5)),
    (" -1 .. 1 ", interval(-1, 1)),
    ("1 % / week..50 % / week log", interval(1, 50, .logarithmic, unit: "% / week")),
    ("1%/week..50 % / week linear", interval(1, 50, unit: "% / week")),
    ("$20..$200", interval(20, 200, prefix: "$")),
    ("-$5 k..$5 k", interval(-5, 5, prefix: "$", unit: "k")),
    ("1e-6..1e-3 log", interval(1e-6, 1e-3, .logarithmic)),
    ("8 % of pay..20 % of pay", interval(8, 20, unit: "% of pay")),
    ("1, 2, 4", .levels(["1", "2", "4"])),
    ("self, organisation", .levels(["self", "organisation"])),
    (
      "none, {rate: 10 % / week, sanction: 8 h}",
      .levels(["none", "{rate: 10 % / week, sanction: 8 h}"])
    ),
    ("\"a, b\", c", .levels(["\"a, b\"", "c"])),
  ])
  func `a range is read as people write it`(text: String, range: Factor.Range) throws {
    #expect(try Factor.Range(text) == range)
    #expect(try Factor.Range(range.text) == range)
  }

  @Test(arguments: [
    ("", 1, "there is no range"),
    ("3 h", 1, "'3 h' is one value"),
    ("0 h..3", 6, "'0 h' and '3' are not in the same unit"),
    ("$1..2", 5, "'$1' and '2' are not in the same unit"),
    ("3 h..0 h", 1, "the range from '3 h' to '0 h' is empty"),
    ("1..1", 1, "the range from '1' to '1' is empty"),
    ("0 %..50 % log", 1, "equal ratios cannot begin at '0 %'"),
    ("low..high", 1, "'low' is not a number with a unit"),
    ("1..", 4, "an end is missing"),
    ("0...3", 4, "there are three dots"),
    ("1, , 2", 4, "a value is missing"),
    ("1, 2, 1", 7, "'1' occurs twice"),
  ])
  func `a text that is no range tells where and why`(text: String, column: Int, what: String) {
    let failure = #expect(throws: Factor.Range.Failure.self) { try Factor.Range(text) }
    #expect(failure?.column == column)
    #expect(failure?.what == what)
  }

  @Test func `an interval is divided in equal steps or equal ratios, with exact ends`() {
    let linear = Factor("x", Self.interval(0.1, 0.7, unit: "h"))
    #expect(linear.text(at: 0) == "0.1 h")
    #expect(linear.text(at: 1) == "0.7 h")
    #expect(abs((linear.number(at: 0.5) ?? 0) - 0.4) < 1e-15)
    let ratios = Factor("x", Self.interval(1, 100, .logarithmic, prefix: "$"))
    #expect(ratios.text(at: 0.5) == "$10")
    #expect(ratios.position(of: 10) == 0.5)
    #expect(ratios.text(at: 1) == "$100")
  }

  @Test func `whole numbers are rounded and written without a fraction`() {
    let notation = Factor.Notation(unit: "weeks", isWhole: true)
    let factor = Factor("horizon", .interval(low: 10, high: 20, scale: .linear, notation: notation))
    #expect(factor.text(at: 0.26) == "13 weeks")
    #expect(factor.number(at: 0.26) == 13)
    #expect(Factor.Notation().text(of: -0.0) == "0")
    #expect(Factor.Notation(prefix: "$").text(of: -2.5) == "-$2.5")
  }

  @Test func `levels have equal shares of the positions`() {
    let factor = Factor("x", .levels(["a", "b", "c"]))
    #expect(
      [0, 0.33, 0.34, 0.66, 0.67, 1].map { factor.text(at: $0) } == ["a", "a", "b", "b", "c", "c"])
    #expect(factor.number(at: 0.5) == nil)
  }
}
