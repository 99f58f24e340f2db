import Incentives
import Randomness

/// Motivation, fatigue, trust, automation and attrition: step 8 of the weekly algorithm.
extension Workplace {
  /// Moves everybody's slow states by a week and books them in the ledger.
  mutating func moveSlowStates(_ ledger: inout WeekLedger) {
    let behaviour = scenario.behaviour
    let scheme = week >= 0 ? problem.scheme : .none
    let control = problem.controlIntensity
    let teams = teamEvents(ledger)
    ledger.states.reserveCapacity(minds.count)
    for index in minds.indices {
      let employee = population.employees[index]
      let truth = ledger.truth[index]
      if let crowding = behaviour.crowdingOut {
        minds[index].motivation = crowding.next(minds[index].motivation, control: control)
      }
      if let fatigue = behaviour.fatigue {
        minds[index].fatigue = fatigue.next(
          minds[index].fatigue, load: 1 + minds[index].effort, control: control)
      }
      if let trust = behaviour.trust {
        var events = teams[employee.team]
        events.violation = scheme.promise != nil && violations[index]
        events.control = control
        minds[index].trust = trust.next(minds[index].trust, after: events)
      }
      if let automation = behaviour.automation {
        minds[index].automation = automation.next(
          minds[index].automation, hoursBuilt: truth.buildingHours)
      }
      minds[index].weeksInJob += 1
      let leaving = leavingProbability(of: index)
      var stream = key.stream(.leaving, entity: index, index: weeksSimulated)
      let leaves = stream.uniform() < leaving
      ledger.states.append(
        EmployeeWeekState(
          utility: minds[index].utility, effort: minds[index].effort,
          effortCost: minds[index].effortCost, motivation: minds[index].motivation,
          fatigue: minds[index].fatigue, trust: minds[index].trust,
          automation: minds[index].automation, automationHours: truth.buildingHours,
          leavingProbability: leaving, hasLeft: leaves))
      if leaves {
        ledger.attritionCostUSD +=
          (behaviour.attrition?.replacementHours ?? 0) * scenario.economics.hourValue
        replace(index)
      }
    }
  }

  /// What the week showed each team: accusations without reason, and gaming that goes unpunished.
  private func teamEvents(_ ledger: WeekLedger) -> [Trust.Events] {
    population.teams.map { team in
      var events = Trust.Events()
      let size = Double(max(team.members.count, 1))
      for member in team.members {
        let games = ledger.truth[member].profile.games
        if ledger.sanctioned[member], !games { events.falselyAccused += 1 / size }
        if games, !ledger.sanctioned[member] { events.unpunished += problem.visibility / size }
      }
      return events
    }
  }

  private mutating func leavingProbability(of index: Int) -> Double {
    guard let attrition = scenario.behaviour.attrition else { return 0 }
    if week < 0 || !minds[index].reference.isKnown {
      minds[index].reference.add(minds[index].utility)
    }
    return attrition.leavingProbability(
      utilityChange: minds[index].utility - minds[index].reference.mean,
      trust: minds[index].trust)
  }

  /// A newcomer takes the seat, with traits and beliefs of their own and the open work of the seat.
  private mutating func replace(_ index: Int) {
    let generation = minds[index].generation + 1
    population.replace(index, generation: generation, roles: scenario.roles, key: key)
    let employee = population.employees[index]
    var mind = Mind(
      credibility: credibilityBelief(of: employee), experienceHours: employee.priorExperience)
    mind.auditBelief = phase?.scheme.audit?.ratePerWeek ?? 0
    mind.weeksInJob = 0
    mind.generation = generation
    minds[index] = mind
  }
}
