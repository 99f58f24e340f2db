import Randomness

/// Half-widths of t intervals at one confidence, each quantile computed once: many pairs of policies
/// have the same number of replications.
struct StudentQuantiles {
  private let confidence: Double
  private var known: [Int: Double] = [:]

  /// Takes the confidence of each interval.
  init(confidence: Double) { self.confidence = confidence }

  /// Half the width of the interval of an estimate; nil with fewer than two replications.
  mutating func halfWidth(of estimate: Estimate) -> Double? {
    guard let error = estimate.standardError else { return nil }
    if let quantile = known[estimate.count] { return error * quantile }
    guard
      let quantile = try? ReferenceDistributions.studentTQuantile(
        0.5 + confidence / 2, degreesOfFreedom: Double(estimate.count - 1))
    else { return nil }
    known[estimate.count] = quantile
    return error * quantile
  }
}

extension Estimate {
  /// The estimate of the figure with the opposite sign.
  var negated: Estimate {
    var estimate = self
    estimate.mean = mean.map { -$0 }
    return estimate
  }
}
