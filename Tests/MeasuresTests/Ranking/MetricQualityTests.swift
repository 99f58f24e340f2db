import Testing

@testable import Measures

@Suite struct MetricQualityTests {
  /// Ten people whose true values are 1 to 10.
  private let values = (1...10).map(Double.init)

  private func quality(_ scores: [Double], gamed: Set<Int> = []) -> MetricQuality {
    MetricQuality(
      scores: scores, values: values, gamed: (0..<10).map { gamed.contains($0) },
      neverGames: (0..<10).map { $0 < 2 })
  }

  @Test func `a metric that is the truth tells it perfectly`() {
    let perfect = quality(values)
    #expect(perfect.kendallTauB == 1)
    #expect(abs(perfect.spearman - 1) < 1e-15)
    #expect(perfect.topDecilePrecision == 1)
    #expect(perfect.topDecileBottomHalf == 0)
    // 10 lies 4.5 above the mean; the standard deviation of 1 to 10 is sqrt(8.25).
    let highest = 4.5 / 8.25.squareRoot()
    #expect(abs(perfect.topDecileTrueScore - highest) < 1e-14)
    // Those who never game hold percentiles 0.05 and 0.15.
    #expect(abs(perfect.neverGamerPercentile - 0.1) < 1e-15)
    #expect(perfect.meanScore == 5.5)
  }

  @Test func `a reversed metric rewards the worst`() {
    let reversed = quality(values.reversed(), gamed: [0])
    #expect(reversed.kendallTauB == -1)
    #expect(reversed.topDecilePrecision == 0)
    #expect(reversed.topDecileBottomHalf == 1)
    #expect(reversed.topDecileGaming == 1)
    #expect(abs(reversed.neverGamerPercentile - 0.9) < 1e-15)
  }

  @Test func `a metric gives credit as unequally as value or more`() {
    #expect(abs(quality(values).creditInequality - 1) < 1e-15)
    let one = quality([0, 0, 0, 0, 0, 0, 0, 0, 0, 5])
    #expect(one.scoreGini == 0.9)
    #expect(one.topDecileScoreShare == 1)
    // The Gini coefficient of 1 to 10 is 0.3.
    #expect(abs(one.creditInequality - 3) < 1e-14)
    let signed = quality([-1, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    #expect(signed.scoreGini.isNaN)
    #expect(signed.creditInequality.isNaN)
  }

  @Test func `gamers at the top are told by the metric`() {
    let judged = MetricQuality(
      scores: values, values: values, gamed: Array(repeating: true, count: 10),
      burntJunk: (0..<10).map { $0 >= 8 }, neverGames: Array(repeating: false, count: 10))
    #expect(judged.gamingDiscrimination == 1)
    #expect(quality(values).gamingDiscrimination.isNaN)
  }

  @Test func `people without a score are in neither ranking`() {
    var scores = values
    scores[9] = .nan
    let partial = quality(scores)
    #expect(partial.employees == 9)
    #expect(partial.topDecilePrecision == 1)
    #expect(partial.meanScore == 5)
  }

  @Test func `a metric that is the same for all ranks nobody`() {
    let flat = quality(Array(repeating: 7, count: 10))
    #expect(flat.kendallTauB.isNaN)
    #expect(flat.topDecilePrecision.isNaN)
    #expect(flat.topDecileGaming.isNaN)
    #expect(flat.meanScore == 7)
  }

  @Test func `a metric nobody has is undefined`() {
    let nothing = quality(Array(repeating: .nan, count: 10))
    #expect(nothing.employees == 0)
    #expect(nothing.meanScore.isNaN)
    #expect(nothing.kendallTauB.isNaN)
  }

  @Test func `the mean over blocks leaves undefined blocks out`() {
    let mean = MetricQuality(meanOf: [
      quality(values), quality(Array(repeating: 7, count: 10)), quality(values.reversed()),
    ])
    #expect(mean.kendallTauB == 0)
    #expect(mean.meanScore == 6)
  }
}
