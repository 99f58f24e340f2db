import Incentives

extension IncentiveScheme {
  /// How closely people are watched, K between 0 and 1: the widest visibility of a board, half for
  /// a target that flags people, and the audit rate, at most 1 in all.
  ///
  /// What crowds out motivation, strains and costs trust (MODEL 1.9) is control, of whatever kind.
  /// No study weighs the kinds against one another; the weights are assumptions.
  var controlIntensity: Double {
    guard hasMetric else { return 0 }
    let shown = leaderboards.map(\.visibility.weight).max() ?? 0
    let flagged = targets.contains { $0.isFlagged } ? 0.5 : 0
    return min(1, shown + flagged + (audit?.ratePerWeek ?? 0))
  }
}
