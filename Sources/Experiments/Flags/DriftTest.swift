/// Whether a weekly figure is still moving in the weeks over which it is averaged.
///
/// The slope of a straight line is fitted in each replication, and a t test asks whether the mean
/// slope is zero. Replications are independent of each other, so the standard error between them
/// holds whatever the autocorrelation from week to week.
struct DriftTest: Equatable {
  /// Mean slope, in units of the figure per week.
  var slope: Double
  /// What the figure gains over the window, over the size of its mean; infinite if that is 0.
  var relativeChange: Double
  /// Probability, without a drift, of a mean slope as far from zero.
  var probability: Double

  /// The fewest replications that can be tested.
  static let fewestReplications = 3

  /// Tests series of the same weeks, one for each replication; nil if there are too few of either.
  init?(series: [[Double]]) {
    guard series.count >= Self.fewestReplications, let weeks = series.first?.count, weeks >= 3
    else { return nil }
    let middle = Double(weeks - 1) / 2
    let spread = (0..<weeks).reduce(0.0) { $0 + (Double($1) - middle) * (Double($1) - middle) }
    let slopes = series.map { values in
      values.enumerated().reduce(0.0) { $0 + (Double($1.offset) - middle) * $1.element } / spread
    }
    let estimate = Estimate(slopes)
    guard let slope = estimate.mean, let probability = estimate.probabilityOfZero else {
      return nil
    }
    let mean = series.reduce(0) { $0 + $1.reduce(0, +) } / Double(series.count * weeks)
    self.slope = slope
    relativeChange = slope == 0 ? 0 : slope * Double(weeks - 1) / abs(mean)
    self.probability = probability
  }
}
