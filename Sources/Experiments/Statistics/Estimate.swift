import Randomness

/// What replications say about the mean of a figure.
public struct Estimate: Sendable, Equatable {
  /// Replications in which the figure is defined; batches of weeks where it rests on one long
  /// replication.
  public var count: Int
  /// Replications in which it is undefined; they are left out of everything else.
  public var missing: Int
  /// Mean over replications; nil if the figure is defined in none.
  public var mean: Double?
  /// Standard deviation between replications; nil with fewer than two.
  public var standardDeviation: Double?

  /// Estimates from one value for each replication, NaN where undefined.
  public init(_ values: [Double]) {
    let defined = values.filter { !$0.isNaN }
    count = defined.count
    missing = values.count - defined.count
    guard count > 0 else { return }
    let mean = defined.reduce(0, +) / Double(count)
    self.mean = mean
    guard count > 1 else { return }
    let squares = defined.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardDeviation = (squares / Double(count - 1)).squareRoot()
  }

  /// Estimates the mean of one long series from means of its batches.
  ///
  /// - Parameters:
  ///   - mean: the mean of the whole series.
  ///   - batches: batch means that count as independent.
  init(mean: Double, batches: [Double]) {
    self.init(batches)
    self.mean = mean
  }

  /// Standard error of the mean; nil with fewer than two replications.
  public var standardError: Double? {
    standardDeviation.map { $0 / Double(count).squareRoot() }
  }

  /// Half the width of the t interval for the mean at a confidence level.
  ///
  /// - Returns: nil with fewer than two replications, which say nothing about precision.
  public func halfWidth(confidence: Double = 0.95) -> Double? {
    guard let standardError,
      let quantile = try? ReferenceDistributions.studentTQuantile(
        0.5 + confidence / 2, degreesOfFreedom: Double(count - 1))
    else { return nil }
    return standardError * quantile
  }

  /// The t interval for the mean at a confidence level; nil with fewer than two replications.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double>? {
    guard let mean, let halfWidth = halfWidth(confidence: confidence) else { return nil }
    return mean - halfWidth...mean + halfWidth
  }

  /// Probability, if the true mean were 0, of a mean at least as far from 0 (t test).
  ///
  /// Values that are all 0 give 1; values that are all equal but not 0 give 0.
  public var probabilityOfZero: Double? {
    guard let mean, let standardError else { return nil }
    guard standardError > 0 else { return mean == 0 ? 1 : 0 }
    let tail = ReferenceDistributions.studentTTail(
      abs(mean / standardError), degreesOfFreedom: Double(count - 1))
    return min(1, 2 * tail)
  }
}

/// How a figure under a policy differs from the baseline, replication by replication.
public struct PairedDifference: Sendable, Equatable {
  /// The mean difference, policy less baseline, and its precision.
  public var estimate: Estimate
  /// The figure under the policy, in replications where the pair is defined.
  public var policy: Estimate
  /// The figure under the baseline, in the same replications.
  public var baseline: Estimate

  /// Compares two series of the same weeks of one replication by batch means.
  init(batchesOf series: BatchMeans, policy: Double, baseline: Double) {
    estimate = Estimate(mean: policy - baseline, batches: series.means)
    self.policy = Estimate([policy])
    self.baseline = Estimate([baseline])
  }

  /// Compares values of the same replications, NaN where undefined.
  public init(policy: [Double], baseline: [Double]) {
    precondition(policy.count == baseline.count, "pairs need as many values on either side")
    let differences = zip(policy, baseline).map { $0 - $1 }
    estimate = Estimate(differences)
    self.policy = Estimate(zip(policy, differences).map { $1.isNaN ? .nan : $0 })
    self.baseline = Estimate(zip(baseline, differences).map { $1.isNaN ? .nan : $0 })
  }

  /// Mean difference over the size of the baseline's mean; nil if that is 0.
  public var relativeChange: Double? {
    guard let difference = estimate.mean, let base = baseline.mean, base != 0 else { return nil }
    return difference / abs(base)
  }

  /// Variance the difference would have between independent replications, over the variance it has.
  ///
  /// Above 1, common random numbers pay: so many times fewer replications give the same precision.
  public var varianceRatio: Double? {
    guard let own = policy.standardDeviation, let base = baseline.standardDeviation,
      let paired = estimate.standardDeviation, paired > 0
    else { return nil }
    return (own * own + base * base) / (paired * paired)
  }
}
