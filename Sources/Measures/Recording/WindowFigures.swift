import Randomness
import WorkplaceModel

/// Figures of the evaluation window, or of the horizon, as a whole; NaN where undefined.
struct WindowFigures: Sendable {
  /// Means over the blocks of the window.
  var blocks: BlockFigures
  /// The bad end of a year's loss.
  var risk: RiskFigures
  /// Tenth percentile over employees of mean weekly utility, in hours of pay.
  var lowUtility: Double
  /// How each technique has spread over the horizon; nil where it has not.
  var spreads: [TechniqueSpread?]
  /// How far output is held back before targets are set.
  var sandbagging: Double

  /// Sums up a run.
  ///
  /// - Parameters:
  ///   - blocks: figures of the blocks of the evaluation window.
  ///   - risk: the bad end of a year's loss.
  ///   - utilities: mean weekly utility over the window by employee; empty if nobody tracked it.
  ///   - knowing: share of employees who know each technique, by week of the horizon, then technique.
  ///   - weeks: means of the leading metric and targets in force, by week of the horizon.
  init(
    blocks: [BlockFigures], risk: RiskFigures, utilities: [Double], knowing: [[Double]],
    weeks: [WeekMoments]
  ) {
    self.blocks = BlockFigures(meanOf: blocks)
    self.risk = risk
    lowUtility = utilities.isEmpty ? .nan : SampleStatistics.quantile(0.1, of: utilities)
    spreads = Technique.allCases.map { technique in
      TechniqueSpread(fittedTo: knowing.map { $0[technique.rawValue] })
    }
    sandbagging = Sandbagging.index(
      output: weeks.map(\.score.mean),
      resets: weeks.indices.filter { weeks[$0].resetsTarget })
  }
}

extension BlockFigures {
  /// The mean of every figure over blocks, those left out where it is undefined.
  init(meanOf blocks: [BlockFigures]) {
    func mean(_ figure: (BlockFigures) -> Double) -> Double {
      let defined = blocks.map(figure).filter { !$0.isNaN }
      return defined.reduce(0, +) / Double(defined.count)
    }
    self.init(
      tokenGini: mean(\.tokenGini), topPercentTokens: mean(\.topPercentTokens),
      topDecileTokens: mean(\.topDecileTokens), valueGini: mean(\.valueGini),
      topDecileValue: mean(\.topDecileValue), tokenElasticity: mean(\.tokenElasticity),
      socialMultiplier: mean(\.socialMultiplier))
  }
}
