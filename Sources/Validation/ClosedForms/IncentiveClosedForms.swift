/// The closed forms of incentive rules: 2d, 2g, 2h and 2i.
enum IncentiveClosedForms {
  static let all = Tournament.all + Thresholds.all + RatchetedTargets.all + AuditGame.all
}
