import Randomness

/// Differences between policies with intervals that hold all at once: with the stated confidence
/// none of the family misses its true difference.
public struct SimultaneousIntervals: Sendable {
  /// Which differences are the family.
  public enum Family: Sendable, Equatable {
    /// Every policy less a baseline.
    case against(baseline: Int)
    /// Every policy less every later one.
    case allPairs

    /// The pairs, first less second.
    func pairs(of policies: Int) -> [(first: Int, second: Int)] {
      switch self {
      case .against(let baseline):
        (0..<policies).filter { $0 != baseline }.map { ($0, baseline) }
      case .allPairs:
        (0..<policies).flatMap { first in
          ((first + 1)..<max(first + 1, policies)).map { (first, $0) }
        }
      }
    }
  }

  /// What is assumed of the values of one replication.
  public enum Dependence: Sendable, Equatable {
    /// Nothing: each difference has the paired t interval at the confidence that Bonferroni's
    /// inequality asks for. The default, since common random numbers correlate policies unequally.
    case arbitrary
    /// All differences have the same variance (sphericity): one variance is pooled over the residuals
    /// of policies and replications, with (k − 1)(n − 1) degrees of freedom.
    case spherical
    /// Policies have random numbers of their own and the same variance, pooled within policies with
    /// k(n − 1) degrees of freedom.
    case independent
  }

  /// One difference of the family.
  public struct Comparison: Sendable, Equatable {
    /// Index of the policy.
    public var first: Int
    /// Index of the policy that is subtracted.
    public var second: Int
    /// The paired difference.
    public var estimate: Estimate
    /// Half the width of its simultaneous interval; nil with fewer than two replications.
    public var halfWidth: Double?
    /// P value of no difference, paired t test; nil with fewer than two replications.
    public var probability: Double?
    /// P value after Holm's correction for the family.
    public var adjustedProbability: Double?

    /// The simultaneous interval.
    public var interval: ClosedRange<Double>? {
      guard let mean = estimate.mean, let halfWidth else { return nil }
      return mean - halfWidth...mean + halfWidth
    }

    /// Whether the simultaneous interval lies on one side of 0.
    public var excludesZero: Bool {
      guard let mean = estimate.mean, let halfWidth else { return false }
      return abs(mean) > halfWidth
    }
  }

  /// Probability that all intervals of the family hold.
  public let confidence: Double
  /// The differences.
  public let comparisons: [Comparison]

  /// Compares.
  ///
  /// With arbitrary dependence the intervals are Bonferroni's: each t interval has confidence
  /// 1 − α/m for m differences. P values are adjusted after Holm (1979), which rejects at least what
  /// these intervals exclude, and often more. Intervals that match Holm's test exactly exist for
  /// one-sided hypotheses (K. Strassburger and F. Bretz, "Compatible simultaneous lower confidence
  /// bounds for the Holm procedure", Statistics in Medicine 27 (2008)), but end at 0 for whatever is
  /// rejected as long as anything is not: they say less, so the plainer ones are given.
  ///
  /// With the other two, all pairs have Tukey's intervals (studentised range) and comparisons with a
  /// baseline Dunnett's; p values stay those of the paired t test.
  ///
  /// - Parameters:
  ///   - confidence: in (0, 1).
  ///   - critical: ``criticalValue(of:policies:replications:dependence:confidence:)`` where it is known
  ///     already; used with pooled variances only.
  public init(
    _ values: PairedValues, family: Family, dependence: Dependence = .arbitrary,
    confidence: Double = 0.95, critical: Double? = nil
  ) {
    self.confidence = confidence
    let pairs = family.pairs(of: values.policies.count)
    let estimates = pairs.map { values.difference($0.first, less: $0.second) }
    let holm = HolmAdjustment.adjusted(estimates.map(\.probabilityOfZero))
    let widths: [Double?]
    switch dependence {
    case .arbitrary:
      widths = estimates.map {
        $0.halfWidth(confidence: 1 - (1 - confidence) / Double(pairs.count))
      }
    case .spherical, .independent:
      let pooled = PooledVariance(values, within: dependence == .independent)
      let width = pooled.map { pooled in
        let value =
          critical
          ?? Self.criticalValue(
            of: family, policies: values.policies.count, replications: pooled.replications,
            dependence: dependence, confidence: confidence)
        return value * (pooled.variance / Double(pooled.replications)).squareRoot()
      }
      widths = pairs.map { _ in width }
    }
    comparisons = pairs.indices.map { index in
      Comparison(
        first: pairs[index].first, second: pairs[index].second, estimate: estimates[index],
        halfWidth: widths[index], probability: estimates[index].probabilityOfZero,
        adjustedProbability: holm[index])
    }
  }
}

extension SimultaneousIntervals {
  /// The half-width of all intervals over √(pooled variance / replications).
  ///
  /// - Complexity: some milliseconds: compute it once for many comparisons of one size.
  public static func criticalValue(
    of family: Family, policies: Int, replications: Int, dependence: Dependence,
    confidence: Double
  ) -> Double {
    let degrees = Double((dependence == .spherical ? policies - 1 : policies) * (replications - 1))
    switch family {
    case .allPairs:
      return StudentisedExtreme.range(of: policies)
        .quantile(confidence, degreesOfFreedom: degrees)
    case .against:
      return 2.0.squareRoot()
        * StudentisedExtreme.greatestAbsoluteDifference(to: policies - 1)
        .quantile(confidence, degreesOfFreedom: degrees)
    }
  }
}

/// One variance for all policies, from the replications in which every policy is defined.
private struct PooledVariance {
  /// The variance of one value, or of what is left of it beside its replication's mean.
  var variance: Double
  var replications: Int

  /// - Parameter within: within policies; else over the residuals of policies and replications.
  init?(_ values: PairedValues, within: Bool) {
    let rows = values.completeRows
    let (n, k) = (Double(rows.count), Double(values.policies.count))
    guard rows.count > 1, values.policies.count > 1 else { return nil }
    let policyMeans = values.policies.indices.map { policy in
      rows.reduce(0) { $0 + $1[policy] } / n
    }
    let mean = policyMeans.reduce(0, +) / k
    var squares = 0.0
    for row in rows {
      let shift = within ? 0 : row.reduce(0, +) / k - mean
      for (value, policyMean) in zip(row, policyMeans) {
        let residual = value - policyMean - shift
        squares += residual * residual
      }
    }
    variance = squares / ((within ? k : k - 1) * (n - 1))
    replications = rows.count
  }
}

extension PairedValues {
  /// The replications in which every policy is defined, as rows by policy.
  var completeRows: [[Double]] {
    (0..<replications).compactMap { replication in
      let row = values.map { $0[replication] }
      return row.contains { $0.isNaN } ? nil : row
    }
  }
}
