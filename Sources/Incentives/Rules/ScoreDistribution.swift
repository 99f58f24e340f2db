/// Last week's values of a metric in a comparison group, frozen for placing hypothetical values.
///
/// Built once a week; placing a value costs a binary search. Places are mid-ranks, interpolated
/// linearly between neighbouring values, so that a choice model sees no artificial stairs. A value
/// above everybody's takes the place of a sole leader, also when all are equal.
public struct ScoreDistribution: Sendable, Equatable {
  /// How many values there are, missing ones not counted.
  public let count: Int

  /// Mean of the values, NaN if there are none.
  public let mean: Double

  /// Standard deviation of the values (divisor n), NaN if there are none.
  public let deviation: Double

  /// How far values lie apart, robustly.
  ///
  /// Half the distance between the 16th and the 84th percentile, which for normal values is their
  /// standard deviation and for heavy tails is not ruled by the few; the standard deviation where
  /// that distance is 0, and half the mean's size where all are equal. NaN if there are none.
  public let spread: Double

  private let knots: [Double]
  private let percentiles: [Double]
  private let normalScores: [Double]
  private let lowestScore: Double

  /// Freezes a distribution.
  ///
  /// - Parameter values: The group's values; missing ones (NaN) are left out.
  /// - Complexity: O(n log n)
  public init(_ values: [Double]) {
    let sorted = values.filter { !$0.isNaN }.sorted()
    var knots: [Double] = []
    var percentiles: [Double] = []
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      knots.append(sorted[start])
      percentiles.append((Double(start) + Double(end)) / 2 / Double(sorted.count))
      start = end
    }
    let moments = Moments(sorted)
    count = sorted.count
    mean = sorted.isEmpty ? .nan : moments.mean
    deviation = sorted.isEmpty ? .nan : moments.deviation
    self.knots = knots
    self.percentiles = percentiles
    normalScores = percentiles.map(StandardNormal.quantile)
    lowestScore = StandardNormal.quantile(0.5 / Double(max(1, sorted.count)))
    let width =
      Self.quantile(0.841_345, knots, percentiles) - Self.quantile(0.158_655, knots, percentiles)
    spread =
      width > 0 ? width / 2 : deviation > 0 ? deviation : max(abs(mean) / 2, .leastNormalMagnitude)
  }

  /// The value at a share of the group, interpolated between the mid-ranks.
  private static func quantile(
    _ share: Double, _ knots: [Double], _ percentiles: [Double]
  ) -> Double {
    guard let above = percentiles.firstIndex(where: { $0 >= share }) else {
      return knots.last ?? .nan
    }
    guard above > 0 else { return knots[0] }
    let part = (share - percentiles[above - 1]) / (percentiles[above] - percentiles[above - 1])
    return knots[above - 1] + part * (knots[above] - knots[above - 1])
  }

  /// How far a value lies above a threshold, in standard deviations of the normal score.
  ///
  /// Between the least and the greatest value the scale is that of ``normalScore(of:)``; beyond
  /// them it goes on in steps of the ``spread``, so that a threshold that nobody has reached yet is
  /// still near or far. Cut at three either way: what lies further off is not felt as further off
  /// (Heath, Larrick and Wu 1999, diminishing sensitivity), and no chance is left to noise.
  ///
  /// - Returns: NaN for a missing value.
  /// - Complexity: O(log n)
  public func distance(of value: Double, from threshold: Double) -> Double {
    if value.isNaN { return .nan }
    guard let first = knots.first, let last = knots.last else {
      return value >= threshold ? Self.farthest : -Self.farthest
    }
    // Where everybody has nothing there is no scale: whatever differs is far.
    guard spread > 0 else {
      return value == threshold ? 0 : value > threshold ? Self.farthest : -Self.farthest
    }
    func score(_ value: Double) -> Double {
      if value < first { return normalScores[0] + (value - first) / spread }
      if value > last { return normalScores[normalScores.count - 1] + (value - last) / spread }
      return normalScore(of: value)
    }
    return min(max(score(value) - score(threshold), -Self.farthest), Self.farthest)
  }

  private static let farthest = 3.0

  /// Share of the group at or below a value, half of those level counted, from 0 to 1.
  ///
  /// - Returns: 0.5 for an empty group, NaN for a missing value.
  /// - Complexity: O(log n)
  public func percentile(of value: Double) -> Double {
    let lowest = 0.5 / Double(max(1, count))
    return place(of: value, in: percentiles, below: lowest, above: 1 - lowest, empty: 0.5)
  }

  /// The place of a value on the normal-score scale, Φ⁻¹ of its percentile.
  ///
  /// Interpolated between the normal scores of neighbouring values, which spares the quantile
  /// function and differs from Φ⁻¹ of the interpolated percentile by less than the step between
  /// them.
  ///
  /// - Returns: 0 for an empty group, NaN for a missing value.
  /// - Complexity: O(log n)
  public func normalScore(of value: Double) -> Double {
    place(of: value, in: normalScores, below: lowestScore, above: -lowestScore, empty: 0)
  }

  private func place(
    of value: Double, in places: [Double], below: Double, above: Double, empty: Double
  ) -> Double {
    if value.isNaN { return .nan }
    guard let first = knots.first, let last = knots.last else { return empty }
    if value < first { return below }
    if value > last { return above }
    let found = SortedRange.place(of: value, in: knots, from: 0, to: knots.count)
    if found.equal > 0 { return places[found.less] }
    let (left, right) = (found.less - 1, found.less)
    let share = (value - knots[left]) / (knots[right] - knots[left])
    return places[left] + share * (places[right] - places[left])
  }
}
