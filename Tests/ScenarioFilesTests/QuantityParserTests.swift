import Testing

@testable import ScenarioFiles

@Suite struct QuantityParserTests {
  @Test(arguments: [
    ("6 h", QuantityDimension.hours, 6.0), ("3 min", .hours, 0.05), ("36 s", .hours, 0.01),
    ("2 days", .clockHours, 48), ("1 week", .clockHours, 168), ("52 weeks", .weeks, 52),
    ("14 days", .weeks, 2), ("80 %", .share, 0.8), ("0.8", .share, 0.8),
    ("1 % / week", .sharePerWeek, 0.01), ("10%/week", .sharePerWeek, 0.1),
    ("3 / week", .perWeek, 3), ("0.8 / day", .perWeek, 4), ("54 / h", .perWeek, 9072),
    ("1 / min", .perWeek, 10080), ("$5 k", .money, 5000), ("$4.4 M", .money, 4_400_000),
    ("-$5", .money, -5), ("$0.60 / Mtok", .moneyPerMegatoken, 0.6),
    ("$0.002 / ktok", .moneyPerMegatoken, 2), ("24 Mtok", .tokens, 24_000_000),
    ("500", .tokens, 500), ("30 h/week", .hoursPerWeek, 30), ("6 h / day", .hoursPerWeek, 30),
    ("8 % of pay", .shareOfPay, 0.08), ("33 / Mtok", .perMegatoken, 33), ("1e-4", .number, 1e-4),
    ("-0.2", .number, -0.2), (".5", .number, 0.5), ("$1 / week", .moneyPerWeek, 1),
  ])
  func `a quantity is read in the canonical unit`(
    text: String, dimension: QuantityDimension, value: Double
  ) throws {
    #expect(try QuantityParser.parse(text, as: dimension) == value)
  }

  @Test(arguments: [
    ("6", QuantityDimension.hours, "'6' has no unit", nil as String?),
    ("6 weeks", .hours, "'6 weeks' has a unit that does not fit", nil),
    ("6 hrs", .hours, "'6 hrs' has a unit that does not fit", nil),
    ("24 mtok", .tokens, "'24 mtok' has a unit that does not fit", "24 Mtok"),
    ("five h", .hours, "'five h' is not a time", nil),
    ("5 k", .money, "'5 k' has no dollar sign", nil),
    ("$5", .hours, "'$5' is money", nil),
    ("nan", .number, "'nan' is not a number", nil),
    ("1e999", .number, "the number in '1e999' is too large", nil),
    ("0x10", .number, "'0x10' has a unit that does not fit", nil),
    ("", .number, "'' is not a number", nil),
  ])
  func `a text that is no quantity is refused with what was expected`(
    text: String, dimension: QuantityDimension, what: String, suggestion: String?
  ) {
    let failure = #expect(throws: QuantityParser.Failure.self) {
      try QuantityParser.parse(text, as: dimension)
    }
    #expect(failure?.what == what)
    #expect(failure?.expected == "\(dimension.name) such as \(dimension.examples)")
    #expect(failure?.suggestion == suggestion)
  }

  @Test(arguments: [
    QuantityDimension.hours, .clockHours, .weeks, .share, .sharePerWeek, .number, .count, .tokens,
    .money,
    .moneyPerMegatoken, .moneyPerWeek, .perWeek, .perHour, .perMegatoken, .perKilotoken,
    .hoursPerWeek, .metricValue,
  ])
  func `the canonical text of a number reads back as the same number`(
    dimension: QuantityDimension
  ) throws {
    for value in [0, 0.05, 1.0 / 3, 2.5, 1e-7, 123456.789, 4e12] {
      let text = dimension.text(of: value)
      #expect(try QuantityParser.parse(text, as: dimension) == value, "\(text)")
    }
  }
}
