import Randomness
import Testing

@testable import Experiments

@Suite struct EstimateTests {
  @Test func `mean, deviation and interval of a small sample`() throws {
    let estimate = Estimate([1, 2, 3, 4])
    #expect(estimate.mean == 2.5)
    #expect(estimate.count == 4)
    let deviation = try #require(estimate.standardDeviation)
    #expect(abs(deviation - (5.0 / 3).squareRoot()) < 1e-15)
    // t(0.975, 3) = 3.182446305284263.
    let halfWidth = try #require(estimate.halfWidth())
    #expect(abs(halfWidth - 3.182446305284263 * deviation / 2) < 1e-11)
    let interval = try #require(estimate.interval())
    #expect(interval.lowerBound == 2.5 - halfWidth)
    #expect(interval.upperBound == 2.5 + halfWidth)
  }

  @Test func `one replication says nothing about precision`() {
    let estimate = Estimate([5])
    #expect(estimate.mean == 5)
    #expect(estimate.standardDeviation == nil)
    #expect(estimate.standardError == nil)
    #expect(estimate.interval() == nil)
    #expect(estimate.probabilityOfZero == nil)
  }

  @Test func `undefined values are left out and counted`() {
    let estimate = Estimate([1, .nan, 3, .nan])
    #expect(estimate.count == 2)
    #expect(estimate.missing == 2)
    #expect(estimate.mean == 2)
    let nothing = Estimate([.nan, .nan])
    #expect(nothing.mean == nil)
    #expect(nothing.missing == 2)
  }

  @Test func `equal values are certain`() {
    #expect(Estimate([0, 0, 0]).probabilityOfZero == 1)
    #expect(Estimate([2, 2, 2]).probabilityOfZero == 0)
    #expect(Estimate([2, 2, 2]).interval() == 2...2)
  }

  // The interval of normal samples covers the mean with its nominal probability exactly. 2000
  // samples, so the standard error is sqrt(.95 * .05 / 2000) = .0049; at 4 standard errors a false
  // alarm has probability 6e-5 for each size.
  @Test(arguments: [2, 5, 20])
  func `the t interval covers a normal mean as often as it says`(size: Int) throws {
    let experiments = 2000
    var covered = 0
    for experiment in 0..<experiments {
      var stream = RandomStream(
        StreamKey(seed: 99, replication: size), purpose: 1, entity: UInt32(experiment), index: 0)
      let interval = try #require(
        Estimate((0..<size).map { _ in 10 + 3 * stream.gaussian() }).interval())
      if interval.contains(10) { covered += 1 }
    }
    #expect(abs(Double(covered) / Double(experiments) - 0.95) < 4 * 0.0049)
  }

  // Two-sided t quantiles at level 0.05 / m with 19 degrees of freedom (Bonferroni).
  @Test(arguments: [(1.0, 2.093024), (3, 2.625106), (6, 2.943895), (10, 3.173725)])
  func `intervals widen with the number of comparisons`(comparisons: Double, t: Double) throws {
    let estimate = Estimate((0..<20).map(Double.init))
    let error = try #require(estimate.standardError)
    let halfWidth = try #require(estimate.halfWidth(confidence: 1 - 0.05 / comparisons))
    #expect(abs(halfWidth / error - t) < 5e-7)
  }

  // The t interval of skewed samples covers less than it says: 95 % intervals for the mean of
  // exponential samples, 20 000 experiments in the reference, 2000 here. The standard error of the
  // difference is below .0077; at 4.5 of them a false alarm has probability 7e-6 for each size.
  @Test(arguments: [(5, 0.884), (10, 0.897), (20, 0.915)])
  func `skewed samples cover less, by the known amount`(size: Int, coverage: Double) throws {
    var covered = 0
    for experiment in 0..<2000 {
      var stream = RandomStream(
        StreamKey(seed: 98, replication: size), purpose: 1, entity: UInt32(experiment), index: 0)
      let sample = (0..<size).map { _ in stream.exponential(mean: 1) }
      if try #require(Estimate(sample).interval()).contains(1) { covered += 1 }
    }
    #expect(abs(Double(covered) / 2000 - coverage) < 4.5 * 0.0077)
  }
}
