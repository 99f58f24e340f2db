import Foundation
import Testing

@testable import Measures

@Suite struct DetectionTests {
  @Test func `precision, recall and their harmonic mean`() {
    let detection = Detection(truePositives: 6, falsePositives: 2, falseNegatives: 18)
    #expect(detection.precision == 0.75)
    #expect(detection.recall == 0.25)
    #expect(detection.f1 == 2 * 0.75 * 0.25 / (0.75 + 0.25))
  }

  @Test func `without accusations or gamers there is nothing to tell`() {
    let silent = Detection(truePositives: 0, falsePositives: 0, falseNegatives: 0)
    #expect(silent.precision.isNaN)
    #expect(silent.recall.isNaN)
    #expect(silent.f1.isNaN)
  }

  @Test func `area under the curve by counting pairs`() {
    // Positives 5 and 2 against negatives 3, 2 and 1: 5 wins three, 2 ties one and wins one.
    let area = Detection.areaUnderCurve(
      scores: [5, 3, 2, 2, 1], positive: [true, false, true, false, false])
    #expect(abs(area - 4.5 / 6) < 1e-15)
  }

  @Test func `the area turns over with the order and ignores the scale`() {
    let scores = [0.3, 7, 2, 9, 4, 1.5]
    let positive = [false, true, false, true, true, false]
    let area = Detection.areaUnderCurve(scores: scores, positive: positive)
    #expect(area == 1)
    #expect(Detection.areaUnderCurve(scores: scores.map(-), positive: positive) == 0)
    #expect(Detection.areaUnderCurve(scores: scores.map(exp), positive: positive) == area)
    #expect(Detection.areaUnderCurve(scores: [1, 1, 1], positive: [true, false, false]) == 0.5)
    #expect(Detection.areaUnderCurve(scores: [1, 2], positive: [true, true]).isNaN)
  }

  @Test func `a power law has its exponent for elasticity`() {
    let rates = [0, 0.05, 0.1, 0.2, 0.4]
    let gaming = rates.map { $0 > 0 ? 0.03 * pow($0, -0.6) : 0.5 }
    let elasticity = Detection.deterrenceElasticity(auditRates: rates, gaming: gaming)
    #expect(abs(elasticity + 0.6) < 1e-12)
    #expect(Detection.deterrenceElasticity(auditRates: [0, 0.1], gaming: [0.2, 0.1]).isNaN)
  }
}
