import Randomness
import Testing

@testable import Experiments

@Suite struct PairedDifferenceTests {
  private let first = [3.80, 3.24, 3.02, 3.61, 2.95, 3.23, 4.10, 3.55, 3.47, 3.33]
  private let second = [3.61, 3.10, 2.88, 3.55, 2.81, 3.02, 3.95, 3.30, 3.40, 3.05]

  // Deviation and t worked out in exact decimal arithmetic.
  @Test func `the worked paired example`() throws {
    let difference = PairedDifference(policy: first, baseline: second)
    let mean = try #require(difference.estimate.mean)
    let deviation = try #require(difference.estimate.standardDeviation)
    let error = try #require(difference.estimate.standardError)
    let probability = try #require(difference.estimate.probabilityOfZero)
    let halfWidth = try #require(difference.estimate.halfWidth())
    #expect(abs(mean - 0.163) < 1e-14)
    #expect(abs(deviation - 0.0708754776585903) < 1e-14)
    #expect(abs(mean / error - 7.27263188391326) < 1e-12)
    #expect(abs(probability - 4.700535e-5) < 5e-12)
    #expect(abs(halfWidth - 0.0507012624) < 5e-11)
  }

  @Test func `change is relative to the size of the baseline`() throws {
    let difference = PairedDifference(policy: [-3, -3], baseline: [-4, -2])
    #expect(difference.relativeChange == 0)
    #expect(PairedDifference(policy: [1, 1], baseline: [-2, -2]).relativeChange == 1.5)
    #expect(PairedDifference(policy: [1, 2], baseline: [0, 0]).relativeChange == nil)
  }

  @Test func `pairing pays where both vary together`() throws {
    let ratio = try #require(
      PairedDifference(policy: first, baseline: second).varianceRatio)
    #expect(ratio > 20)
    let opposed = try #require(
      PairedDifference(policy: [1, 2, 3], baseline: [3, 2, 1]).varianceRatio)
    #expect(opposed == 0.5)
  }

  @Test func `a pair with an undefined side is left out on both sides`() {
    let difference = PairedDifference(policy: [1, .nan, 5], baseline: [0, 9, .nan])
    #expect(difference.estimate.count == 1)
    #expect(difference.estimate.missing == 2)
    #expect(difference.estimate.mean == 1)
    #expect(difference.policy.mean == 1)
    #expect(difference.baseline.mean == 0)
  }

  // Mean of the first 25 delays of M/M/1 from empty, arrivals 1, service mean 0.9 against 0.8 on
  // the same random numbers: the mean difference is .589285 and the variance ratio 22.3 (exact mean
  // by Spitzer's identity; ratio from 20 000 pairs, variances 4.533 and .203). 2000 pairs: the mean
  // is held at 4.5 standard errors, a false alarm of 7e-6; the ratio of two sample variances of
  // heavy tails to a factor of 1.5.
  @Test func `common random numbers pay as they do in the literature`() throws {
    var slow: [Double] = []
    var fast: [Double] = []
    for pair in 0..<2000 {
      slow.append(meanDelay(service: 0.9, pair: pair))
      fast.append(meanDelay(service: 0.8, pair: pair))
    }
    let difference = PairedDifference(policy: slow, baseline: fast)
    let mean = try #require(difference.estimate.mean)
    let error = try #require(difference.estimate.standardError)
    #expect(abs(mean - 0.589285) < 4.5 * error)
    let ratio = try #require(difference.varianceRatio)
    #expect(ratio > 22.3 / 1.5 && ratio < 22.3 * 1.5)
  }

  /// Mean delay of the first 25 customers (Lindley's recursion).
  private func meanDelay(service: Double, pair: Int) -> Double {
    var stream = RandomStream(
      StreamKey(seed: 97, replication: pair), purpose: 1, entity: 0, index: 0)
    var delay = 0.0
    var sum = 0.0
    for _ in 0..<24 {
      let served = stream.exponential(mean: service)
      delay = max(0, delay + served - stream.exponential(mean: 1))
      sum += delay
    }
    return sum / 25
  }
}
