import Foundation
import Randomness

/// Whether weekly figures go round in a cycle of a few weeks.
///
/// In each replication a straight line is taken out, and the share of the remaining variance that
/// a sinusoid of the period explains (for a period of two weeks: alternation) is held against what
/// it is in white noise: F with k and T − 2 − k degrees of freedom, exact for Gaussian noise, with
/// k = 1 for alternation and 2 for longer periods (Anderson 1971, The Statistical Analysis of Time
/// Series, section 4.3). Replications are independent, so their p values are combined by Fisher's
/// method (Fisher 1932): the phase is each replication's own, and none dominates because it varies
/// more.
///
/// Noise that persists from week to week has less than its share at such short periods, so the
/// false-alarm rate is at most the level. Noise that swings back, which is what overshooting looks
/// like, counts as a cycle of two weeks.
struct CycleTest: Equatable {
  /// Weeks of the period.
  var period: Int
  /// Mean over replications of the share of variance about the line that the cycle explains.
  var share: Double
  /// Probability of so much or more in white noise.
  var probability: Double

  /// Periods that are looked for, in weeks.
  static let periods = [2, 3, 4]

  /// The fewest weeks that can be tested.
  static let fewestWeeks = 12

  /// Tests series of the same weeks, one for each replication; nil if there are too few weeks, or
  /// nothing varies.
  init?(period: Int, series: [[Double]]) {
    guard let weeks = series.first?.count, weeks >= Self.fewestWeeks else { return nil }
    let times = (0..<weeks).map(Double.init)
    let line = OrthonormalBasis([times.map { _ in 1 }, times])
    let cycle = line.extended(by: Self.waves(period: period, times))
    let freedom = (cycle: cycle.count - line.count, rest: weeks - cycle.count)
    var shares: [Double] = []
    var logarithms = 0.0
    for values in series {
      let centre = values.reduce(0, +) / Double(weeks)
      let centred = values.map { $0 - centre }
      let size = centred.reduce(0) { $0 + $1 * $1 }
      let straight = line.squaredLength(of: centred)
      let rest = size - straight
      guard rest > 1e-12 * max(size, centre * centre) else { continue }
      let explained = min(rest, max(0, cycle.squaredLength(of: centred) - straight))
      let unexplained = max(rest - explained, 1e-300)
      let ratio =
        (explained / Double(freedom.cycle)) / (unexplained / Double(freedom.rest))
      shares.append(explained / rest)
      let tail = ReferenceDistributions.fTail(
        ratio, numeratorDegrees: Double(freedom.cycle), denominatorDegrees: Double(freedom.rest))
      logarithms -= 2 * log(max(tail, 1e-300))
    }
    guard !shares.isEmpty else { return nil }
    self.period = period
    share = shares.reduce(0, +) / Double(shares.count)
    probability = ReferenceDistributions.chiSquareTail(
      logarithms, degreesOfFreedom: Double(2 * shares.count))
  }

  /// The sinusoids of a period; at the period of two weeks only one of them is not zero.
  private static func waves(period: Int, _ times: [Double]) -> [[Double]] {
    let frequency = 2 * Double.pi / Double(period)
    let cosine = times.map { cos(frequency * $0) }
    return period == 2 ? [cosine] : [cosine, times.map { sin(frequency * $0) }]
  }
}

/// Orthogonal directions of unit length (Gram and Schmidt).
private struct OrthonormalBasis {
  private var directions: [[Double]] = []

  init(_ vectors: [[Double]]) { for vector in vectors { add(vector) } }

  var count: Int { directions.count }

  func extended(by vectors: [[Double]]) -> OrthonormalBasis {
    var basis = self
    for vector in vectors { basis.add(vector) }
    return basis
  }

  /// Squared length of the part of a vector that lies in the space.
  func squaredLength(of vector: [Double]) -> Double {
    directions.reduce(0) { sum, direction in
      let part = Self.product(direction, vector)
      return sum + part * part
    }
  }

  private mutating func add(_ vector: [Double]) {
    var rest = vector
    for direction in directions {
      let part = Self.product(direction, rest)
      for index in rest.indices { rest[index] -= part * direction[index] }
    }
    let length = Self.product(rest, rest).squareRoot()
    directions.append(rest.map { $0 / length })
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
