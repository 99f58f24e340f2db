import Randomness
import Testing

@testable import Experiments

@Suite struct DriftTestTests {
  // 1000 experiments at level .05 with standard error .0069; 4 of them are exceeded by luck with
  // probability 3e-5 in each of five cases. The slopes of skewed noise are closer to Gaussian than
  // the noise, so its rate is at most about the level.
  @Test(arguments: SyntheticSeries.Noise.allCases)
  func `noise is taken for a drift no more often than the level says`(
    noise: SyntheticSeries.Noise
  ) throws {
    var alarms = 0
    for experiment in 0..<1000 {
      let series = SyntheticSeries.replications(
        6, weeks: 20, noise, seed: 74, experiment: experiment)
      if try #require(DriftTest(series: series)).probability < 0.05 { alarms += 1 }
    }
    #expect(Double(alarms) / 1000 < 0.05 + 4 * 0.0069, "\(noise): \(alarms) of 1000")
    #expect(Double(alarms) / 1000 > 0.05 - 4 * 0.0069 || noise == .skewed, "\(noise): \(alarms)")
  }

  @Test func `a trend is measured and found in sticky noise`() throws {
    for experiment in 0..<50 {
      let series = SyntheticSeries.replications(
        8, weeks: 20, .sticky, seed: 75, experiment: experiment
      ) { _, week in 10 + 0.5 * Double(week) }
      let test = try #require(DriftTest(series: series))
      // The slope's standard error is below .06; five of them are exceeded once in a million.
      #expect(abs(test.slope - 0.5) < 0.3)
      #expect(test.probability < 0.01)
      #expect(test.relativeChange > 0.2)
    }
  }

  @Test func `the change is the slope over the window over the mean`() throws {
    let lines = [[8.0, 10, 12], [9, 10, 11], [8.5, 10, 11.5]]
    let test = try #require(DriftTest(series: lines))
    #expect(abs(test.slope - 1.5) < 1e-12)
    #expect(abs(test.relativeChange - 0.3) < 1e-12)
  }

  @Test func `two replications cannot tell a drift`() {
    #expect(DriftTest(series: [[1, 2, 3], [1, 2, 4]]) == nil)
  }
}
