import Foundation

extension Distortion {
  /// Goodhart gap by week of the horizon: how much further the policy moved the metric than truth.
  ///
  ///     GG(t) = (M(t) - M0(t)) / s_M  -  (V(t) - V0(t)) / s_V
  ///
  /// with means over employees, superscript 0 the unobserved run, and s the standard deviation over
  /// employees there, pooled over the weeks of the horizon. 0 if metric and truth move together.
  /// (Goodhart 1975; Gao, Schulman and Hilton 2022, proxy and gold score.)
  public var goodhartGaps: [Double] {
    let scoreScale = Self.pooledDeviation(unobserved.weeks.map(\.score))
    let valueScale = Self.pooledDeviation(unobserved.weeks.map(\.value))
    return zip(policy.weeks, unobserved.weeks).map { week, reference in
      (week.score.mean - reference.score.mean) / scoreScale
        - (week.value.mean - reference.value.mean) / valueScale
    }
  }

  /// Mean of ``goodhartGaps`` over the evaluation window.
  public var goodhartGap: Double {
    let start = policy.blocks.blocks[policy.blocks.firstEvaluated].lowerBound
    return Self.meanOfDefined(Array(goodhartGaps[start...]))
  }

  /// Sum of ``goodhartGaps`` over the weeks of the horizon in which the metric has a value.
  public var cumulativeGoodhartGap: Double {
    let defined = goodhartGaps.filter { !$0.isNaN }
    return defined.isEmpty ? .nan : defined.reduce(0, +)
  }

  /// Congruity of the leading metric before anybody reacts to it: in the unobserved run.
  ///
  /// The Baker angle cos = f'Sg / sqrt(f'Sf g'Sg) at the no-metric point (Baker 2002); see
  /// ``Congruity``.
  public var exAnteCongruity: Double { Self.meanOverWindow(unobserved, \.congruity) }

  /// What the correlation of the leading metric with true value loses because the metric counts:
  /// rho0 - rho, each by block and averaged over the evaluation window (Campbell 1979; Frankel and
  /// Kartik 2019).
  public var correlationDecay: Double {
    Self.meanOverWindow(unobserved, \.pearson) - Self.meanOverWindow(policy, \.pearson)
  }

  /// The same for Kendall's tau-b.
  public var rankCorrelationDecay: Double {
    Self.meanOverWindow(unobserved, \.kendallTauB) - Self.meanOverWindow(policy, \.kendallTauB)
  }

  /// Weeks of the policy until the correlation of metric and truth has fallen to half of what it is
  /// where nobody sees the metric; see ``CampbellDecay``.
  public var campbellHalfLife: Double {
    let reference = Self.meanOfDefined(unobserved.qualities.map(\.pearson))
    let middles = policy.blocks.blocks.map { Double($0.lowerBound + $0.upperBound) / 2 }
    guard !policy.qualities.isEmpty else { return .nan }
    return CampbellDecay.halfLife(
      of: policy.qualities.map(\.pearson), at: middles, from: reference)
  }

  private static func pooledDeviation(_ weeks: [WeekMoments.Moments]) -> Double {
    let squares = weeks.reduce(0) { $0 + $1.squares }
    let count = weeks.reduce(0) { $0 + $1.count }
    let deviation = (squares / count).squareRoot()
    return deviation > 0 ? deviation : .nan
  }

  static func meanOverWindow(
    _ run: RunSketch, _ figure: KeyPath<MetricQuality, Double>
  ) -> Double {
    guard !run.qualities.isEmpty else { return .nan }
    return meanOfDefined(
      run.qualities[run.blocks.firstEvaluated...].map { $0[keyPath: figure] })
  }

  static func meanOfDefined(_ values: [Double]) -> Double {
    let defined = values.filter { !$0.isNaN }
    return defined.reduce(0, +) / Double(defined.count)
  }
}
