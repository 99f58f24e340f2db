import Measures
import Reporting
import Testing

@Suite struct QuantityFormatTests {
  /// Numbers of one measure, and how they are to be read.
  struct Example: Sendable {
    var unit: Measure.Unit
    var values: [Double]
    var halfWidths: [Double]
    var unitText: String
    var digits: [String]
  }

  static let examples: [Example] = [
    Example(
      unit: .share, values: [0.412, 0.05], halfWidths: [0.01], unitText: "%",
      digits: ["41.2", "5.0"]),
    Example(
      unit: .tokens, values: [2_130_000, 9_410_000], halfWidths: [50_000],
      unitText: "M tokens", digits: ["2.13", "9.41"]),
    Example(
      unit: .usd, values: [12_345, -250], halfWidths: [100], unitText: "$ k",
      digits: ["12.3", "−0.2"]),
    Example(unit: .usd, values: [9_876], halfWidths: [10], unitText: "$", digits: ["9876"]),
    Example(unit: .hours, values: [24.31], halfWidths: [0.02], unitText: "h", digits: ["24.31"]),
    Example(unit: .coefficient, values: [0.25], halfWidths: [], unitText: "", digits: ["0.25"]),
    Example(
      unit: .hours, values: [-0.001, 0], halfWidths: [], unitText: "h", digits: ["0.00", "0.00"]),
    Example(unit: .share, values: [1], halfWidths: [0], unitText: "%", digits: ["100"]),
  ]

  @Test(arguments: examples)
  func `three digits of the largest, one unit, and decimals that show the half-width`(
    example: Example
  ) {
    let format = QuantityFormat(
      unit: example.unit, values: example.values, halfWidths: example.halfWidths)
    #expect(format.unitText == example.unitText)
    #expect(example.values.map { format.digits($0) } == example.digits)
  }

  @Test func `signs, half-widths and phrases`() {
    let money = QuantityFormat(unit: .usd, values: [2_500, -40], halfWidths: [12])
    #expect(money.signedDigits(40) == "+40")
    #expect(money.signedDigits(-40) == "−40")
    #expect(money.signedDigits(0.1) == "0")
    #expect(money.halfWidth(12) == "±12")
    #expect(money.phrase(-40) == "−$40")
    let tokens = QuantityFormat(unit: .tokens, values: [9.4e6], halfWidths: [])
    #expect(tokens.phrase(9.4e6) == "9.40 M tokens")
  }

  @Test func `what is missing is a dash, also when it is not a number`() {
    let format = QuantityFormat(unit: .hours, values: [nil, .nan, 1], halfWidths: [nil])
    #expect(format.digits(nil) == "–")
    #expect(format.digits(.nan) == "–")
    #expect(format.signedDigits(.infinity) == "–")
    #expect(format.halfWidth(nil) == "")
  }
}
