import Measures

/// A figure of how well a metric finds those who contribute most.
struct RankingFigure {
  /// Name of the chart.
  let name: String
  /// What the chart asks.
  let title: String
  /// What the figure is, and what it would be by chance.
  let caption: String
  /// Its column in `metric_quality`.
  let column: String
  let axis: String
  let unit: Measure.Unit
  let format: String
  /// What a metric that tells nothing would have.
  let chance: Double

  /// The column of the figure's standard error.
  var error: String { column + "_standard_error" }
  /// The column of the same metric at the baseline.
  var baseline: String { column + "_baseline" }

  /// The figures that are shown.
  static let all = [
    RankingFigure(
      name: "ranking-agreement", title: "Does the metric rank people by what they contribute?",
      caption: """
        Kendall's tau-b between the metric and true value over people: 1 is the same order, 0 (dotted) \
        no relation.
        """,
      column: "kendall_tau_b_coefficient", axis: "Kendall's tau-b", unit: .coefficient,
      format: "~r", chance: 0),
    RankingFigure(
      name: "ranking-top", title: "Are those at the top of the board the top contributors?",
      caption: """
        Share of the top tenth by the metric that is in the top tenth by true value. Drawn by lot it \
        would be 10 % (dotted).
        """,
      column: "top_decile_precision_share", axis: "Top tenth that belongs there", unit: .share,
      format: "~%", chance: 0.1),
  ]
}
