import Incentives
import WorkplaceModel

extension PeriodTotals {
  /// The totals of one week.
  ///
  /// - Parameters:
  ///   - ledger: everything that happened in the week.
  ///   - scenario: the scenario the week belongs to.
  public init(_ ledger: WeekLedger, in scenario: Scenario) {
    self.init(workKinds: scenario.workKinds.count)
    weeks = 1
    personWeeks = Double(ledger.truth.count)
    events = Double(ledger.events)
    addPeople(ledger)
    addStates(ledger)
    addWork(ledger)
    addRisk(ledger, scenario.risk)
    agentCost = ledger.agentCostUSD
    auditCost = ledger.audits.costUSD
    attritionCost = ledger.attritionCostUSD
    bonusHours = ledger.bonusHours
    if let phase = ledger.phase, !phase.metricIndices.isEmpty { measuredPersonWeeks = personWeeks }
  }

  private mutating func addPeople(_ ledger: WeekLedger) {
    for observation in ledger.telemetry where observation[.activeDays] >= 1 { nominalActive += 1 }
    for truth in ledger.truth {
      value += truth.value
      manualHours += truth.manualHours
      agentHours += truth.agentHours
      messageHours += truth.messageHours
      agentMessageHours += truth.agentMessageHours
      reviewHours += truth.reviewHours
      reworkHours += truth.reworkHours
      incidentHours += truth.incidentHours
      gamingHours += truth.gamingHours
      buildingHours += truth.buildingHours
      honestTokens += truth.honestTokens
      gamingTokens += truth.gamingTokens
      mislabelledTokens += truth.mislabelledTokens
      tasksFinished += Double(truth.tasksFinished)
      easyTasks += Double(truth.easyTasks)
      defectsNoticed += Double(truth.defectsNoticed)
      defectsHidden += Double(truth.defectsHidden)
      defectsEscaped += Double(truth.defectsEscaped)
      if truth.honestActiveDays >= 1 { realActive += 1 }
      if truth.usefulActiveDays >= 1 { usefulActive += 1 }
      if truth.gamingTokens > 0 { tokenGamers += 1 }
      guard truth.profile.games else { continue }
      gamers += 1
      for technique in Technique.allCases where truth.profile.techniques.contains(technique) {
        using[technique.rawValue] += 1
      }
    }
    for (technique, count) in ledger.knowing.enumerated() { knowing[technique] = Double(count) }
    credibility = ledger.credibility.reduce(0, +)
    sanctioned = Double(ledger.sanctioned.count { $0 })
    audits = Double(ledger.audits.audits)
    auditsOfGamers = Double(ledger.audits.gamers)
    auditsCaught = Double(ledger.audits.caught)
    falsePositives = Double(ledger.audits.falsePositives)
    sanctionHours = ledger.audits.sanctionHours
  }

  private mutating func addStates(_ ledger: WeekLedger) {
    stateWeeks = Double(ledger.states.count)
    for state in ledger.states {
      utility += state.utility
      effort += state.effort
      effortCost += state.effortCost
      motivation += state.motivation
      fatigue += state.fatigue
      trust += state.trust
      automation += state.automation
      leaving += state.leavingProbability
      if state.hasLeft { leavers += 1 }
    }
    effectWeeks = Double(ledger.agentEffects.count)
    for (truth, effect) in zip(ledger.truth, ledger.agentEffects) where effect < 0 {
      let hours = truth.agentHours + truth.agentMessageHours
      slowedAgentHours += hours
      lostAgentHours -= effect * hours
    }
  }

  private mutating func addWork(_ ledger: WeekLedger) {
    for (kind, week) in ledger.work.enumerated() {
      work[kind].started = Double(week.started)
      work[kind].finished = Double(week.finished)
      work[kind].waited = Double(week.waited)
      work[kind].waitHours = week.waitHours
      work[kind].sojournHours = week.sojournHours
      work[kind].queueHours = week.queueHours
    }
    changesOpened = Double(ledger.review.opened)
    changesJunk = Double(ledger.review.junk)
    changesReviewed = Double(ledger.review.reviewed)
    changesOverdue = Double(ledger.review.overdue)
    changesCaught = Double(ledger.review.caught)
    reviewTeamWeeks = Double(ledger.review.teamWeeks)
    reviewSaturatedWeeks = Double(ledger.review.saturatedWeeks)
    reviewHoursAsked = ledger.review.hoursAsked
    reviewHoursGranted = ledger.review.hoursGranted
    reviewWaitHours = ledger.review.waitHours
  }

  private mutating func addRisk(_ ledger: WeekLedger, _ risk: RiskParameters) {
    for incident in ledger.incidents {
      incidents[incident.kind.rawValue] += 1
      incidentLoss += incident.lossUSD
      if incident.fromGaming { gamingIncidents += 1 }
    }
    for (kind, expected) in ledger.expectedIncidents.enumerated() {
      expectedIncidents[kind] = expected
    }
    for (kind, expected) in ledger.expectedGamingIncidents.enumerated() {
      expectedGamingIncidents[kind] = expected
    }
    expectedDefectIncidents = ledger.expectedDefectIncidents
    for (tool, calls) in ledger.toolCalls.enumerated() {
      toolCalls[tool] = calls
      if let permissions = ledger.phase?.permissions {
        reachingCalls[tool] = calls * permissions.breadth[tool] * (1 - permissions.sandbox[tool])
        exposedCalls += reachingCalls[tool] * risk.irreversibleShare[tool]
      }
    }
  }
}
