/// What changing one factor does to an output, over the whole range of the others: the elementary
/// effects of Morris.
///
/// An elementary effect is the change of the output over the change of the factor's position, so its
/// unit is that of the output for the factor's whole range. Its mean `mu` may cancel where effects
/// have both signs, the mean of absolute effects `muStar` does not; a deviation `sigma` that is large
/// beside them says that the effect is curved or depends on other factors.
///
/// Sources: M. D. Morris, Technometrics 33 (1991); mu*: F. Campolongo, J. Cariboni, A. Saltelli, "An
/// effective screening design for sensitivity analysis of large models", Environmental Modelling &
/// Software 22 (2007). Intervals resample trajectories (BCa bootstrap).
public struct MorrisEffects: Sendable, Equatable {
  /// The effects of each factor.
  public let factors: [Effects]
  /// Trajectories whose outputs are all defined.
  public let trajectoriesUsed: Int
  /// Trajectories left out, because one of their outputs is undefined.
  public let trajectoriesLeftOut: Int

  /// What the effects of one factor are like.
  public struct Effects: Sendable, Equatable {
    /// Mean of the effects.
    public let mu: SensitivityEstimate
    /// Mean of the absolute effects.
    public let muStar: SensitivityEstimate
    /// Standard deviation of the effects, divisor n - 1; undefined with one trajectory.
    public let sigma: SensitivityEstimate
  }

  /// Estimates the effects on one output.
  ///
  /// - Parameters:
  ///   - outputs: the output in each row, NaN where undefined.
  ///   - rows: the rows that the design has made.
  ///   - design: the design.
  ///   - confidence: confidence of the intervals.
  ///   - resamples: resamples behind them; with 0 there are no intervals.
  ///   - seed: seed of the resampling.
  /// - Complexity: O(resamples x rows).
  public init(
    of outputs: [Double], at rows: DesignMatrix, in design: MorrisDesign,
    confidence: Double = 0.95, resamples: Int = 1000, seed: UInt64
  ) {
    precondition(
      outputs.count == design.rowCount && rows.rowCount == design.rowCount,
      "one output for each row of the design")
    let size = design.trajectorySize
    let factorCount = design.factorCount
    let defined = (0..<design.trajectoryCount).filter { trajectory in
      outputs[trajectory * size..<(trajectory + 1) * size].allSatisfy(\.isFinite)
    }
    trajectoriesUsed = defined.count
    trajectoriesLeftOut = design.trajectoryCount - defined.count

    // Three columns for each factor: effect, absolute effect, squared effect.
    var table = [Double](repeating: 0, count: defined.count * 3 * factorCount)
    for (number, trajectory) in defined.enumerated() {
      for row in trajectory * size..<(trajectory + 1) * size - 1 {
        guard let factor = (0..<factorCount).first(where: { rows[row, $0] != rows[row + 1, $0] })
        else { preconditionFailure("every step of a trajectory changes a factor") }
        let effect =
          (outputs[row + 1] - outputs[row]) / (rows[row + 1, factor] - rows[row, factor])
        let start = (number * factorCount + factor) * 3
        table[start] = effect
        table[start + 1] = abs(effect)
        table[start + 2] = effect * effect
      }
    }
    let count = Double(defined.count)
    let bootstrap = RowBootstrap(confidence: confidence, resamples: resamples, seed: seed)
    let estimates = bootstrap.estimates(rows: table, columns: 3 * factorCount) { means in
      (0..<factorCount).flatMap { factor in
        let mean = means[3 * factor]
        let variance = max(0, means[3 * factor + 2] - mean * mean) * count / (count - 1)
        return [mean, means[3 * factor + 1], variance.squareRoot()]
      }
    }
    factors = (0..<factorCount).map { factor in
      guard !estimates.isEmpty else {
        return Effects(mu: .init(nil), muStar: .init(nil), sigma: .init(nil))
      }
      return Effects(
        mu: estimates[3 * factor], muStar: estimates[3 * factor + 1],
        sigma: estimates[3 * factor + 2])
    }
  }
}
