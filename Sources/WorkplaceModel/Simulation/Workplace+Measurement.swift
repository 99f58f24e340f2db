import EventKernel
import Incentives
import Randomness

/// Measurement, audits and learning: steps 6 to 9 of the weekly algorithm.
extension Workplace {
  /// Dashboards read the counters of the week.
  mutating func observe(_ probe: ThresholdProbe?) {
    panel.advanceWeek()
    for (office, range) in zip(offices, officeRanges) {
      for (local, employee) in range.enumerated() {
        let truth = office.model.truth[local]
        var counters = office.model.telemetry[local]
        counters.hoursSavedClaimed = hoursSavedClaimed(by: employee, truth: truth)
        panel[employee] = dashboard.observation(
          of: counters, taskHours: truth.manualHours + truth.agentHours)
      }
    }
    guard judgement != nil else { return }
    let expected = expectedWeeks(probe)
    judgement?.add(expected, seen: panel)
  }

  /// What the employee believes to have saved: agent hours times the believed gain.
  private func hoursSavedClaimed(by index: Int, truth: EmployeeWeekTruth) -> Double {
    let effect = problem.effect(
      of: population.employees[index], mind: minds[index], guards: guards)
    return truth.hoursWithAgents * max(0, effect + scenario.behaviour.misperception)
  }

  /// The ledger of the week, before audits.
  func makeLedger() -> WeekLedger {
    var truth: [EmployeeWeekTruth] = []
    truth.reserveCapacity(minds.count)
    var incidents: [IncidentRecord] = []
    var expected = [Double](repeating: 0, count: IncidentClass.allCases.count)
    var expectedFromGaming = expected
    var expectedFromDefects = 0.0
    var work = [WorkKindWeek](repeating: .zero, count: scenario.workKinds.count)
    var review = ReviewWeek.zero
    for office in offices {
      truth += office.model.truth
      incidents += office.model.incidents
      for index in expected.indices {
        expected[index] += office.model.expectedIncidents[index]
        expectedFromGaming[index] += office.model.expectedGamingIncidents[index]
      }
      expectedFromDefects += office.model.expectedDefectIncidents
      for index in work.indices { work[index] += office.model.work[index] }
      review += office.model.reviewWeek
    }
    for index in incidents.indices { incidents[index].week = week }
    let telemetry = minds.indices.map { panel[$0] }
    let calls = telemetry.reduce(0) { $0 + $1[.toolCalls] }
    return WeekLedger(
      week: week, phase: week >= 0 ? phase : nil, truth: truth, telemetry: telemetry,
      scores: scenario.metrics.map { $0.formula.values(in: judged) },
      credibility: minds.map(\.credibility.mean),
      sanctioned: Array(repeating: false, count: minds.count),
      neverGames: population.employees.map(\.neverGames),
      teamOf: population.employees.map(\.team),
      knowing: Technique.allCases.map { technique in
        minds.count { $0.known.contains(technique) }
      },
      incidents: incidents, expectedIncidents: expected,
      expectedGamingIncidents: expectedFromGaming,
      expectedDefectIncidents: expectedFromDefects, work: work, review: review,
      audits: AuditWeek(
        audits: 0, gamers: 0, caught: 0, falsePositives: 0, sanctionHours: 0, costUSD: 0),
      toolCalls: scenario.platform.callMix.map { $0 * calls },
      agentCostUSD: telemetry.reduce(0) { $0 + $1[.agentCost] },
      bonusHours: 0, events: 0,
      agentEffects: minds.indices.map {
        problem.effect(of: population.employees[$0], mind: minds[$0], guards: guards)
      })
  }

  /// Audits the week: at random, or whoever tops a metric.
  mutating func audit(_ ledger: inout WeekLedger) {
    guard let phase, let rule = phase.scheme.audit, week >= 0 else { return }
    let chosen = whomToAudit(rule, phase: phase, scores: ledger.scores)
    var auditedInTeam = [Int](repeating: 0, count: population.teams.count)
    for index in minds.indices where chosen[index] {
      var stream = key.stream(.audit, entity: index, index: weeksSimulated * 2 + 1)
      let uniform = stream.uniform()
      let truth = ledger.truth[index]
      auditedInTeam[population.employees[index].team] += 1
      ledger.audits.audits += 1
      ledger.audits.costUSD += rule.costPerAuditUSD
      let games = truth.gamingTokens > 0
      let detection =
        games
        ? rule.detectionProbability(
          gamingTokens: truth.gamingTokens,
          mislabelled: truth.mislabelledTokens > 0 && !guards.auditLog)
        : rule.falsePositive
      if games { ledger.audits.gamers += 1 }
      guard uniform < detection else { continue }
      if games { ledger.audits.caught += 1 } else { ledger.audits.falsePositives += 1 }
      ledger.audits.sanctionHours += rule.sanctionHours
      ledger.sanctioned[index] = true
      if games {
        let hours = clawBack(rule, from: index)
        ledger.bonusHours -= hours
        ledger.audits.clawedBackHours += hours
      }
    }
    updateAuditBeliefs(rule, auditedInTeam: auditedInTeam)
  }

  /// People weigh the announced rate and the audits they saw in their own team (MODEL 1.7).
  private mutating func updateAuditBeliefs(_ rule: AuditRule, auditedInTeam: [Int]) {
    let weight = scenario.behaviour.auditLearning
    for index in minds.indices {
      let team = population.employees[index].team
      let seen = Double(auditedInTeam[team]) / Double(population.teams[team].members.count)
      minds[index].auditBelief =
        (1 - weight) * minds[index].auditBelief + weight * (rule.ratePerWeek + seen) / 2
    }
  }

  /// People learn from the hours they worked with agents.
  mutating func learn(from ledger: WeekLedger) {
    for index in minds.indices {
      minds[index].experienceHours += ledger.truth[index].hoursWithAgents
    }
  }
}
