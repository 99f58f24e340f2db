extension PeriodTotals {
  /// Adds the totals of other weeks of the same scenario.
  public static func += (sum: inout PeriodTotals, addend: PeriodTotals) {
    for path in scalars { sum[keyPath: path] += addend[keyPath: path] }
    for path in lists {
      for index in addend[keyPath: path].indices {
        sum[keyPath: path][index] += addend[keyPath: path][index]
      }
    }
    for kind in addend.work.indices {
      for path in WorkTotals.scalars {
        sum.work[kind][keyPath: path] += addend.work[kind][keyPath: path]
      }
    }
  }

  /// Every sum that is one number.
  static var scalars: [WritableKeyPath<PeriodTotals, Double>] {
    let claimed: [WritableKeyPath<PeriodTotals, Double>] = [
      \.weeks, \.personWeeks, \.nominalActive,
    ]
    let actual: [WritableKeyPath<PeriodTotals, Double>] = [
      \.realActive, \.usefulActive, \.value, \.manualHours, \.agentHours, \.messageHours,
      \.agentMessageHours, \.effectWeeks, \.slowedAgentHours, \.lostAgentHours, \.reviewHours,
      \.reworkHours, \.incidentHours, \.gamingHours, \.buildingHours, \.honestTokens,
      \.gamingTokens,
      \.mislabelledTokens, \.gamers, \.tokenGamers, \.tasksFinished, \.easyTasks, \.defectsNoticed,
      \.defectsHidden, \.defectsEscaped, \.credibility, \.sanctioned,
    ]
    let lived: [WritableKeyPath<PeriodTotals, Double>] = [
      \.stateWeeks, \.utility, \.effort, \.effortCost, \.motivation, \.fatigue, \.trust,
      \.automation, \.leaving, \.leavers,
    ]
    let organised: [WritableKeyPath<PeriodTotals, Double>] = [
      \.changesOpened, \.changesJunk, \.changesReviewed, \.changesOverdue, \.changesCaught,
      \.reviewTeamWeeks, \.reviewSaturatedWeeks, \.reviewHoursAsked, \.reviewHoursGranted,
      \.reviewWaitHours, \.audits, \.auditsOfGamers, \.auditsCaught, \.falsePositives,
      \.sanctionHours,
    ]
    let paid: [WritableKeyPath<PeriodTotals, Double>] = [
      \.gamingIncidents, \.expectedDefectIncidents, \.incidentLoss, \.exposedCalls, \.agentCost,
      \.auditCost, \.attritionCost, \.bonusHours, \.measuredPersonWeeks, \.events,
    ]
    return claimed + actual + lived + organised + paid
  }

  /// Every sum that is a list of numbers.
  static var lists: [WritableKeyPath<PeriodTotals, [Double]>] {
    [
      \.using, \.knowing, \.incidents, \.expectedIncidents, \.expectedGamingIncidents, \.toolCalls,
      \.reachingCalls,
    ]
  }
}

extension WorkTotals {
  /// Every sum.
  static var scalars: [WritableKeyPath<WorkTotals, Double>] {
    [\.started, \.finished, \.waited, \.waitHours, \.sojournHours, \.queueHours]
  }
}
