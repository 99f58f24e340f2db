import Randomness

/// How statistical tests decide.
///
/// Every statistical test of this target rejects at `falseAlarmRate`. Seeds are fixed, so a test
/// that passes once passes always; the rate is the chance that a *change* to the code which leaves
/// the distributions right nevertheless fails a test. About 140 tests are made in all, so the
/// chance that any fails by bad luck is about 1.4 %.
enum Evidence {
  static let falseAlarmRate = 1e-4

  /// The greatest standard score, in absolute value, that is not an alarm.
  static let greatestScore = 3.89

  /// The p-value of the hypothesis that independent values are uniform on [0, 1]
  /// (Kolmogorov-Smirnov).
  static func uniformity(of values: [Double]) -> Double {
    let count = Double(values.count)
    var distance = 0.0
    for (rank, value) in values.sorted().enumerated() {
      distance = max(distance, value - Double(rank) / count, Double(rank + 1) / count - value)
    }
    return ReferenceDistributions.kolmogorovTail(distance: distance, count: count)
  }

  /// The p-value of the hypothesis that counts have the given probabilities (chi-square); cells
  /// expecting fewer than five are pooled into one.
  static func agreement(of counts: [Int], with probabilities: [Double]) -> Double {
    let total = Double(counts.reduce(0, +))
    var statistic = 0.0
    var cells = 0
    var pooled = (observed: 0.0, expected: 0.0)
    func add(_ observed: Double, _ expected: Double) {
      statistic += (observed - expected) * (observed - expected) / expected
      cells += 1
    }
    for (count, probability) in zip(counts, probabilities) {
      let expected = total * probability
      if expected >= 5 {
        add(Double(count), expected)
      } else {
        pooled.observed += Double(count)
        pooled.expected += expected
      }
    }
    if pooled.expected >= 1 { add(pooled.observed, pooled.expected) }
    return ReferenceDistributions.chiSquareTail(statistic, degreesOfFreedom: Double(cells - 1))
  }

  /// Draws after the probability integral transform.
  ///
  /// It makes draws from any distribution uniform when its distribution function is right. Jumps
  /// are filled by an independent uniform number.
  static func transformed(
    _ distribution: Distribution, count: Int, stream: inout RandomStream
  ) -> [Double] {
    var filler = RandomStream(StreamKey(seed: 99, replication: 0), purpose: 0, entity: 0, index: 0)
    return (0..<count).map { _ in
      let value = distribution.sample(from: &stream)
      let (low, high) = (distribution.cumulative(below: value), distribution.cumulative(value))
      return low + filler.uniform() * (high - low)
    }
  }
}

extension RandomStream {
  /// A stream for tests.
  static func test(_ seed: UInt64 = 1) -> RandomStream {
    RandomStream(StreamKey(seed: seed, replication: 0), purpose: 1, entity: 2, index: 3)
  }
}
