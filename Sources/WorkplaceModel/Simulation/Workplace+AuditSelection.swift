import Incentives
import Randomness

/// Who is audited.
extension Workplace {
  /// Whom the audits of a week meet: everybody with the same probability, or whoever tops a metric.
  ///
  /// Both have the same budget, `rate` times the number of people on average: a part of a person is
  /// made up for by chance, whoever has no value in the metric comes last, and lots decide between
  /// equals.
  func whomToAudit(_ rule: AuditRule, phase: PolicyPhase, scores: [[Double]]) -> [Bool] {
    let lots = minds.indices.map { index in
      var stream = key.stream(.audit, entity: index, index: weeksSimulated * 2)
      return stream.uniform()
    }
    switch rule.selection {
    case .random:
      return lots.map { $0 < rule.ratePerWeek }
    case .topOfMetric(let metric):
      let values = scores[phase.metricIndices[metric]].map { $0.isNaN ? -.infinity : $0 }
      let budget = rule.ratePerWeek * Double(minds.count)
      var rounding = key.stream(.audit, entity: minds.count, index: weeksSimulated * 2)
      let number = Int(budget) + (rounding.uniform() < budget - budget.rounded(.down) ? 1 : 0)
      let order = minds.indices.sorted { (values[$0], lots[$0]) > (values[$1], lots[$1]) }
      var chosen = [Bool](repeating: false, count: minds.count)
      for index in order.prefix(number) { chosen[index] = true }
      return chosen
    }
  }
}
