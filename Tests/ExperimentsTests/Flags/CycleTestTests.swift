import Foundation
import Randomness
import Testing

@testable import Experiments

@Suite struct CycleTestTests {
  // 1000 experiments at level .05: the standard error of the rate is .0069, so a rate that is .05
  // exceeds .05 + 4 * .0069 with probability 3e-5 for each of fifteen cases. White noise has the
  // rate exactly; persistent noise has less, by design.
  @Test(arguments: SyntheticSeries.Noise.allCases, CycleTest.periods)
  func `noise is taken for a cycle no more often than the level says`(
    noise: SyntheticSeries.Noise, period: Int
  ) throws {
    var alarms = 0
    for experiment in 0..<1000 {
      let series = SyntheticSeries.replications(
        4, weeks: 20, noise, seed: 71, experiment: experiment)
      let test = try #require(CycleTest(period: period, series: series))
      if test.probability < 0.05 { alarms += 1 }
    }
    let rate = Double(alarms) / 1000
    #expect(rate < 0.05 + 4 * 0.0069, "\(noise), period \(period): \(rate)")
    if noise == .white { #expect(rate > 0.05 - 4 * 0.0069, "period \(period): \(rate)") }
  }

  // The wave makes more than four fifths of the variance; 4 replications of 20 weeks then miss it at
  // level 1e-4 practically never, of which 100 experiments for each period with none missed are the
  // check.
  @Test(arguments: CycleTest.periods)
  func `a cycle larger than the noise is found whatever its phase`(period: Int) throws {
    for experiment in 0..<100 {
      let series = SyntheticSeries.replications(
        4, weeks: 20, .white, seed: 72, experiment: experiment
      ) { replication, week in
        3 * cos(2 * Double.pi * Double(week + replication) / Double(period))
      }
      let test = try #require(CycleTest(period: period, series: series))
      #expect(test.probability < 1e-4)
      #expect(test.share > 0.5)
    }
  }

  @Test func `pure alternation on a rising line is all of the variance`() throws {
    let series = [(0..<12).map { Double($0) + ($0 % 2 == 0 ? 5 : -5) }]
    let test = try #require(CycleTest(period: 2, series: series))
    #expect(abs(test.share - 1) < 1e-9)
    #expect(test.probability < 1e-9)
  }

  @Test func `what does not vary, or is too short, is not tested`() {
    #expect(CycleTest(period: 2, series: [Array(repeating: 0.3, count: 20)]) == nil)
    #expect(CycleTest(period: 2, series: [(0..<20).map { 0.1 * Double($0) }]) == nil)
    #expect(CycleTest(period: 2, series: [[1, 2, 1, 2, 1, 2]]) == nil)
    #expect(CycleTest(period: 2, series: []) == nil)
  }

  @Test func `a replication of huge variance does not decide for the others`() throws {
    var series = SyntheticSeries.replications(8, weeks: 20, .white, seed: 73, experiment: 0)
    let before = try #require(CycleTest(period: 2, series: series))
    series[0] = series[0].map { 1e6 * $0 }
    let after = try #require(CycleTest(period: 2, series: series))
    #expect(abs(before.probability - after.probability) < 1e-9)
  }
}
