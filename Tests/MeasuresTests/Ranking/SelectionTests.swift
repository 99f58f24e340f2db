import Testing

@testable import Measures

@Suite struct SelectionTests {
  @Test func `the highest are chosen`() {
    #expect(Selection(highest: 0.5, of: [3, 9, 1, 7]).probabilities == [0, 1, 0, 1])
    #expect(Selection(lowest: 0.5, of: [3, 9, 1, 7]).probabilities == [1, 0, 1, 0])
  }

  @Test func `at least one is chosen`() {
    #expect(Selection(highest: 0.1, of: [1, 2, 3]).probabilities == [0, 0, 1])
  }

  @Test func `people tied at the edge share the places left`() {
    // Two places: one for the 9, one among three people with 5.
    let selection = Selection(highest: 0.4, of: [5, 9, 5, 5, 1])
    let third = 1.0 / 3
    #expect(selection.probabilities == [third, 1, third, third, 0])
  }

  @Test func `a ranking in which all are equal chooses by lot`() {
    let lot = Selection(highest: 0.2, of: [1, 1, 1, 1, 1])
    let best = Selection(highest: 0.2, of: [1, 2, 3, 4, 5])
    #expect(abs(lot.overlap(with: best) - 0.2) < 1e-15)
  }

  // Table e1: mean truth of the top k of n by a proxy with correlation rho, over 1500 samples (150
  // of a thousand), as a z test at 4.5 standard errors: false alarms below 1 in 140 000 for each row,
  // 1 in 70 000 for that of a thousand, whose error is estimated from fewer.
  @Test(arguments: [
    (10, 0.1, 0.9, 1.38487746), (100, 0.01, 0.5, 1.25379682), (100, 0.1, 0.3, 0.518937341),
    (1000, 0.01, 0.6, 1.58817151), (100, 0.1, -0.2, -0.345958227),
  ])
  func `mean truth of those chosen by a proxy`(
    count: Int, share: Double, rho: Double, expected: Double
  ) {
    var sum = 0.0
    var squares = 0.0
    let samples = count > 100 ? 150 : 1500
    for sample in 0..<samples {
      let (truth, proxy) = bivariateNormal(rho: rho, count: count, sample: sample)
      let mean = Selection(highest: share, of: proxy).mean(of: truth)
      sum += mean
      squares += mean * mean
    }
    let mean = sum / Double(samples)
    let error = ((squares / Double(samples) - mean * mean) / Double(samples)).squareRoot()
    #expect(abs(mean - expected) < 4.5 * error)
  }
}
