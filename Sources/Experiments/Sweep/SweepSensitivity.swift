/// What decides a measure: which factors its variation over the points comes from.
///
/// The estimator goes with the design: indices of Sobol' for its design, elementary effects for
/// that of Morris, coefficients of a regression for all others. Replications share their chance
/// over all points, so the output is the mean over the very same luck everywhere; its remaining
/// noise counts as interaction.
public struct SweepSensitivity: Sendable {
  /// What is explained.
  public enum Quantity: String, CaseIterable, Sendable {
    /// The measure itself.
    case value
    /// Its difference to the baseline.
    case difference
  }

  /// One figure about one factor.
  public struct Index: Sendable, Equatable {
    /// Its name: `total_effect`, `mu_star`.
    public var name: Name
    /// Number of the factor.
    public var factor: Int
    /// The figure and its interval.
    public var estimate: SensitivityEstimate
  }

  /// What a figure says of a factor.
  public enum Name: String, Sendable {
    /// Share of the variance that would vanish if the factor were known.
    case firstOrder = "first_order"
    /// Share of the variance that would remain if all others were known.
    case totalEffect = "total_effect"
    /// Mean elementary effect.
    case mu
    /// Mean absolute elementary effect.
    case muStar = "mu_star"
    /// Standard deviation of the elementary effects.
    case sigma
    /// Standard deviations of the measure for one of the factor.
    case coefficient = "standardised_coefficient"
  }

  /// The figures, factor by factor.
  public let indices: [Index]
  /// Units of the design (base rows, trajectories or points) that were used.
  public let used: Int
  /// Units that were left out, since the measure is undefined somewhere in them.
  public let leftOut: Int
  /// Share of the variance that a regression explains; nil for other estimators.
  public let determination: Double?

  /// Estimates for one measure under one policy.
  ///
  /// - Parameters:
  ///   - quantity: what is explained.
  ///   - resamples: resamples of the bootstrap behind intervals.
  ///   - seed: seed of the resampling.
  public init(
    of measure: Int, policy: Int, _ quantity: Quantity, in results: SweepResults,
    resamples: Int = 1000, seed: UInt64
  ) {
    let design = results.sweep.design
    let outputs = (0..<results.pointCount).map { point in
      let estimate =
        switch quantity {
        case .value: results.estimate(of: measure, policy: policy, point: point)
        case .difference: results.difference(of: measure, policy: policy, point: point)
        }
      return estimate.mean ?? .nan
    }
    switch design.kind {
    case .sobol(let saltelli):
      let found = SobolIndices(of: outputs, in: saltelli, resamples: resamples, seed: seed)
      indices = design.factors.indices.flatMap { factor in
        [
          Index(name: .firstOrder, factor: factor, estimate: found.firstOrder[factor]),
          Index(name: .totalEffect, factor: factor, estimate: found.totalEffect[factor]),
        ]
      }
      (used, leftOut, determination) = (found.baseRowsUsed, found.baseRowsLeftOut, nil)
    case .morris(let morris):
      let found = MorrisEffects(
        of: outputs, at: design.rows, in: morris, resamples: resamples, seed: seed)
      indices = design.factors.indices.flatMap { factor in
        [
          Index(name: .mu, factor: factor, estimate: found.factors[factor].mu),
          Index(name: .muStar, factor: factor, estimate: found.factors[factor].muStar),
          Index(name: .sigma, factor: factor, estimate: found.factors[factor].sigma),
        ]
      }
      (used, leftOut, determination) = (found.trajectoriesUsed, found.trajectoriesLeftOut, nil)
    case .factorial, .latinHypercube, .listed:
      let found = StandardisedRegression(of: outputs, at: design.rows)
      indices = design.factors.indices.map { factor in
        Index(name: .coefficient, factor: factor, estimate: found.coefficients[factor])
      }
      (used, leftOut, determination) = (found.rowsUsed, found.rowsLeftOut, found.determination)
    }
  }

  /// The name of the figure by which factors are ranked.
  public static func ranking(in design: SweepDesign) -> Name {
    switch design.kind {
    case .sobol: .totalEffect
    case .morris: .muStar
    case .factorial, .latinHypercube, .listed: .coefficient
    }
  }

  /// The figures of one name that are defined, the largest first.
  public func ranked(by name: Name) -> [Index] {
    indices.filter { $0.name == name && $0.estimate.value != nil }
      .sorted { abs($0.estimate.value ?? 0) > abs($1.estimate.value ?? 0) }
  }
}
