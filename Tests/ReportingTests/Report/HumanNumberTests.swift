import Measures
import Testing

@testable import Reporting

@Suite struct HumanNumberTests {
  @Test(arguments: [
    (0.0, "0"), (1e-12, "0"), (0.02134, "0.0213"), (0.5, "0.5"), (1, "1"), (25.214, "25.2"),
    (152.4, "152"), (2460.4, "2460"), (15_221, "15.2 k"), (152_212_876.9, "152 M"),
    (3.15e9, "3.15 G"), (-114.6, "−115"), (-0.79, "−0.79"),
  ])
  func `numbers have three digits and a letter for thousands`(value: Double, text: String) {
    #expect(HumanNumber.text(value) == text)
  }

  @Test func `units stand where people expect them`() {
    #expect(HumanNumber.text(0.872, .share) == "87.2 %")
    #expect(HumanNumber.text(-114.6, .usd) == "−$115")
    #expect(HumanNumber.text(25.2, .hours) == "25.2 h")
    #expect(HumanNumber.text(1_500_000, .tokens) == "1.5 M tokens")
  }
}
