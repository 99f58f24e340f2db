/// How well the ranking by one metric tells the ranking by true value, over one stretch of weeks.
///
/// Every figure is NaN where it is undefined, for example for a metric that is the same for all.
public struct MetricQuality: Sendable {
  /// Employees with a value of the metric.
  public var employees: Double
  /// Mean of the metric over employees.
  public var meanScore: Double
  /// Correlation of the metric with true value.
  public var pearson: Double
  /// Rank correlation of the metric with true value.
  public var spearman: Double
  /// Kendall's tau-b of the metric with true value.
  public var kendallTauB: Double
  /// How far metric and true value ask for the same use of hours.
  public var congruity: Double
  /// Share of the top decile by the metric that is in the top decile by true value.
  public var topDecilePrecision: Double
  /// Share of the top decile by the metric that is in the bottom half by true value.
  public var topDecileBottomHalf: Double
  /// Mean true value of the top decile by the metric, in standard deviations of true value.
  public var topDecileTrueScore: Double
  /// Share of the top decile by the metric that gamed in the stretch.
  public var topDecileGaming: Double
  /// Mean percentile by the metric of those who never game, 0 lowest, 1 highest.
  public var neverGamerPercentile: Double
  /// How well a high value of the metric tells who burnt tokens for it: area under the receiver
  /// operating characteristic, 0.5 for chance.
  public var gamingDiscrimination: Double
  /// Gini coefficient of the metric; NaN if it can be negative.
  public var scoreGini: Double
  /// Share of the metric's total that its top tenth holds; NaN if it can be negative.
  public var topDecileScoreShare: Double
  /// Gini coefficient of the metric over that of true value among the same employees.
  public var creditInequality: Double

  /// Judges a metric.
  ///
  /// Employees without a score are left out of both rankings.
  ///
  /// - Parameters:
  ///   - scores: the metric, by employee; NaN where missing.
  ///   - values: true value, by employee.
  ///   - hours: hours by activity, then employee; none leaves congruity undefined.
  ///   - gamed: whether the employee gamed in the stretch.
  ///   - burntJunk: whether the employee burnt tokens for a metric; nil leaves undefined how well
  ///     the metric tells it.
  ///   - neverGames: whether the employee is an unconditional non-gamer.
  /// - Complexity: O(n log n)
  init(
    scores: [Double], values: [Double], hours: [[Double]] = [], gamed: [Bool],
    burntJunk: [Bool]? = nil, neverGames: [Bool]
  ) {
    let scored = scores.indices.filter { !scores[$0].isNaN }
    let score = scored.map { scores[$0] }
    let value = scored.map { values[$0] }
    let count = Double(scored.count)
    employees = count
    meanScore = score.reduce(0, +) / count
    pearson = RankCorrelation.pearson(score, value)
    let scoreRanks = RankCorrelation.middleRanks(score)
    spearman = RankCorrelation.pearson(scoreRanks, RankCorrelation.middleRanks(value))
    kendallTauB = RankCorrelation.kendallTauB(score, value)
    congruity = Congruity.coefficient(
      hours: hours.map { ofActivity in scored.map { ofActivity[$0] } }, scores: score,
      values: value)
    let isConstant = score.allSatisfy { $0 == score[0] }
    if scored.count < 2 || isConstant {
      topDecilePrecision = .nan
      topDecileBottomHalf = .nan
      topDecileTrueScore = .nan
      topDecileGaming = .nan
    } else {
      let top = Selection(highest: 0.1, of: score)
      topDecilePrecision = top.overlap(with: Selection(highest: 0.1, of: value))
      topDecileBottomHalf = top.overlap(with: Selection(lowest: 0.5, of: value))
      topDecileTrueScore = top.mean(of: Self.standardised(value))
      topDecileGaming = top.mean(of: scored.map { gamed[$0] ? 1 : 0 })
    }
    var percentiles = 0.0
    var honest = 0.0
    for (position, employee) in scored.enumerated() where neverGames[employee] {
      percentiles += (scoreRanks[position] - 0.5) / count
      honest += 1
    }
    neverGamerPercentile = honest > 0 ? percentiles / honest : .nan
    gamingDiscrimination =
      burntJunk.map { burntJunk in
        Detection.areaUnderCurve(ranks: scoreRanks, positive: scored.map { burntJunk[$0] })
      } ?? .nan
    let isCredit = score.allSatisfy { $0 >= 0 }
    scoreGini = isCredit ? Inequality.gini(score) : .nan
    topDecileScoreShare = isCredit ? Inequality.topShare(0.1, of: score) : .nan
    creditInequality = scoreGini / Inequality.gini(value.map { max(0, $0) })
  }

  /// The mean of every figure over stretches, those left out where it is undefined.
  init(meanOf stretches: [MetricQuality]) {
    func mean(_ figure: KeyPath<MetricQuality, Double>) -> Double {
      let defined = stretches.map { $0[keyPath: figure] }.filter { !$0.isNaN }
      return defined.reduce(0, +) / Double(defined.count)
    }
    employees = mean(\.employees)
    meanScore = mean(\.meanScore)
    pearson = mean(\.pearson)
    spearman = mean(\.spearman)
    kendallTauB = mean(\.kendallTauB)
    congruity = mean(\.congruity)
    topDecilePrecision = mean(\.topDecilePrecision)
    topDecileBottomHalf = mean(\.topDecileBottomHalf)
    topDecileTrueScore = mean(\.topDecileTrueScore)
    topDecileGaming = mean(\.topDecileGaming)
    neverGamerPercentile = mean(\.neverGamerPercentile)
    gamingDiscrimination = mean(\.gamingDiscrimination)
    scoreGini = mean(\.scoreGini)
    topDecileScoreShare = mean(\.topDecileScoreShare)
    creditInequality = mean(\.creditInequality)
  }

  /// Values less their mean, over their standard deviation; NaN if all are equal.
  private static func standardised(_ values: [Double]) -> [Double] {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    return values.map { variance > 0 ? ($0 - mean) / variance.squareRoot() : .nan }
  }
}
