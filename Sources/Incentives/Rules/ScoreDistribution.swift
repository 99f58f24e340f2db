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
  }

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
