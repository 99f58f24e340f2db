extension PeriodTotals {
  /// Codes every sum.
  mutating func code(_ coder: inout BinaryCoder) {
    codePeople(&coder)
    codeWork(&coder)
    codeRiskAndMoney(&coder)
  }

  private mutating func codePeople(_ coder: inout BinaryCoder) {
    coder.code(&weeks)
    coder.code(&personWeeks)
    coder.code(&nominalActive)
    coder.code(&realActive)
    coder.code(&usefulActive)
    coder.code(&value)
    coder.code(&manualHours)
    coder.code(&agentHours)
    coder.code(&effectWeeks)
    coder.code(&slowedAgentHours)
    coder.code(&lostAgentHours)
    coder.code(&messageHours)
    coder.code(&agentMessageHours)
    coder.code(&reviewHours)
    coder.code(&reworkHours)
    coder.code(&incidentHours)
    coder.code(&gamingHours)
    coder.code(&buildingHours)
    coder.code(&honestTokens)
    coder.code(&gamingTokens)
    coder.code(&mislabelledTokens)
    coder.code(&gamers)
    coder.code(&tokenGamers)
    coder.code(&using)
    coder.code(&knowing)
    coder.code(&tasksFinished)
    coder.code(&easyTasks)
    coder.code(&defectsNoticed)
    coder.code(&defectsHidden)
    coder.code(&defectsEscaped)
    coder.code(&credibility)
    coder.code(&sanctioned)
    coder.code(&stateWeeks)
    coder.code(&utility)
    coder.code(&effort)
    coder.code(&effortCost)
    coder.code(&motivation)
    coder.code(&fatigue)
    coder.code(&trust)
    coder.code(&automation)
    coder.code(&leaving)
    coder.code(&leavers)
  }

  private mutating func codeWork(_ coder: inout BinaryCoder) {
    coder.code(&work, blank: WorkTotals()) { $0.code(&$1) }
    coder.code(&changesOpened)
    coder.code(&changesJunk)
    coder.code(&changesReviewed)
    coder.code(&changesOverdue)
    coder.code(&changesCaught)
    coder.code(&reviewTeamWeeks)
    coder.code(&reviewSaturatedWeeks)
    coder.code(&reviewHoursAsked)
    coder.code(&reviewHoursGranted)
    coder.code(&reviewWaitHours)
    coder.code(&audits)
    coder.code(&auditsOfGamers)
    coder.code(&auditsCaught)
    coder.code(&falsePositives)
    coder.code(&sanctionHours)
  }

  private mutating func codeRiskAndMoney(_ coder: inout BinaryCoder) {
    coder.code(&incidents)
    coder.code(&gamingIncidents)
    coder.code(&incidentLoss)
    coder.code(&expectedIncidents)
    coder.code(&expectedGamingIncidents)
    coder.code(&expectedDefectIncidents)
    coder.code(&toolCalls)
    coder.code(&reachingCalls)
    coder.code(&exposedCalls)
    coder.code(&agentCost)
    coder.code(&auditCost)
    coder.code(&attritionCost)
    coder.code(&bonusHours)
    coder.code(&measuredPersonWeeks)
    coder.code(&events)
  }
}

extension WorkTotals {
  /// Codes every sum.
  mutating func code(_ coder: inout BinaryCoder) {
    coder.code(&started)
    coder.code(&finished)
    coder.code(&waited)
    coder.code(&waitHours)
    coder.code(&sojournHours)
    coder.code(&queueHours)
  }
}
