import Testing

@testable import Experiments

@Suite struct HolmAdjustmentTests {
  @Test func `the worked example of four tests`() {
    let adjusted = HolmAdjustment.adjusted([0.01, 0.04, 0.03, 0.005]).compactMap { $0 }
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect(abs(value - expected) < 1e-15)
    }
    #expect(adjusted.count == 4)
  }

  @Test func `undefined values do not count`() {
    #expect(HolmAdjustment.adjusted([nil, 0.02, nil, 0.5]) == [nil, 0.04, nil, 0.5])
  }

  @Test func `no adjusted value exceeds one`() {
    #expect(HolmAdjustment.adjusted([0.6, 0.9, 1]) == [1, 1, 1])
  }
}
