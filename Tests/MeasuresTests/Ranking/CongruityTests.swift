import Randomness
import Testing

@testable import Measures

@Suite struct CongruityTests {
  /// Hours of 400 people in two activities, the second correlated with the first.
  private let hours: [[Double]] = {
    var stream = RandomStream(
      StreamKey(seed: 21, replication: 0), purpose: 4, entity: 0, index: 0)
    let first = (0..<400).map { _ in stream.gaussian() }
    return [first, first.map { 0.5 * $0 + stream.gaussian() }]
  }()

  private func weighted(_ first: Double, _ second: Double) -> [Double] {
    zip(hours[0], hours[1]).map { 7 + first * $0 + second * $1 }
  }

  @Test func `a metric that asks for what creates value is congruent`() {
    let congruity = Congruity.coefficient(
      hours: hours, scores: weighted(2, 4), values: weighted(1, 2))
    #expect(abs(congruity - 1) < 1e-12)
    let opposite = Congruity.coefficient(
      hours: hours, scores: weighted(-2, -4), values: weighted(1, 2))
    #expect(abs(opposite + 1) < 1e-12)
  }

  // For exact linear metric and value, the cosine whitened by the covariance of hours is their
  // correlation.
  @Test func `it is the correlation of what hours explain`() {
    let scores = weighted(1, -0.3)
    let values = weighted(0.2, 1)
    let congruity = Congruity.coefficient(hours: hours, scores: scores, values: values)
    #expect(abs(congruity - RankCorrelation.pearson(scores, values)) < 1e-12)
  }

  // Noise that hours do not explain: the regression finds the slopes up to their standard errors,
  // about 1/20 with 400 people; at 0.25 a false alarm is far below 1 in 100 000.
  @Test func `noise beside the hours does not matter`() {
    var stream = RandomStream(
      StreamKey(seed: 22, replication: 0), purpose: 4, entity: 0, index: 0)
    let scores = weighted(1, 0).map { $0 + stream.gaussian() }
    let values = weighted(1, 0).map { $0 + stream.gaussian() }
    let congruity = Congruity.coefficient(hours: hours, scores: scores, values: values)
    #expect(congruity > 0.75)
    #expect(RankCorrelation.pearson(scores, values) < 0.75)
  }

  @Test func `activities that nobody does, or that repeat others, change nothing`() {
    let more = hours + [Array(repeating: 0, count: 400), hours[0].map { 3 * $0 }]
    let scores = weighted(1, -0.3)
    let values = weighted(0.2, 1)
    let plain = Congruity.coefficient(hours: hours, scores: scores, values: values)
    let padded = Congruity.coefficient(hours: more, scores: scores, values: values)
    #expect(abs(plain - padded) < 1e-12)
  }

  @Test func `without variation or people there is no congruity`() {
    let flat = Array(repeating: 1.0, count: 400)
    #expect(Congruity.coefficient(hours: hours, scores: flat, values: hours[0]).isNaN)
    #expect(
      Congruity.coefficient(hours: [[1, 2], [2, 1]], scores: [1, 2], values: [1, 2]).isNaN)
    #expect(Congruity.coefficient(hours: [], scores: [1, 2], values: [1, 2]).isNaN)
  }
}
