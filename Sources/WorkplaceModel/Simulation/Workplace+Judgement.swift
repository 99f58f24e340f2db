import Foundation
import Incentives

/// Judging people by what was to be expected of them.
extension Workplace {
  /// The table by which people are ranked, paid, flagged and audited.
  var judged: ObservationPanel { judgement?.panel ?? panel }

  /// Takes luck out of judgements from this week on, beginning with the figures of the week before,
  /// or lets it in.
  mutating func judge(byExpectation isOn: Bool) {
    guard isOn else {
      judgement = nil
      return
    }
    guard judgement == nil else { return }
    // Before the first week nothing has been done of which anything could be expected.
    let idle = Array(repeating: Observation(), count: minds.count)
    judgement = Judgement(panel, expected: weeksSimulated > 0 ? expectedWeeks(nil) : idle)
  }

  /// What dashboards were to be expected to show of everybody this week.
  ///
  /// - Parameter probe: what members who top up look at.
  func expectedWeeks(_ probe: ThresholdProbe?) -> [Observation] {
    // Mean of the lognormal luck that a week's tokens are multiplied by.
    let noise = scenario.platform.weekNoise
    let tokenLuck = exp(noise * noise / 2)
    return minds.indices.map { index in
      let employee = population.employees[index]
      func week(of profile: ActionProfile) -> Observation {
        problem.expectedWeek(
          of: employee, mind: minds[index], choosing: profile, guards: guards,
          tokenLuck: tokenLuck)
      }
      var profile = minds[index].profile
      guard profile.techniques.contains(.topUp) else { return week(of: profile) }
      // Junk is run only where the week would fall short without it.
      profile.techniques.subtract([TechniqueSet(.topUp), TechniqueSet(.mislabelling)])
      let honest = week(of: profile)
      guard let probe, !probe.isMet(by: honest, of: index) else { return honest }
      return week(of: minds[index].profile)
    }
  }
}

extension DecisionProblem {
  /// What a dashboard is expected to show of a week in which a profile is chosen, at the employee's
  /// true speed, with the effort of the latest decision.
  ///
  /// - Parameter tokenLuck: mean of the luck that tokens of a week are multiplied by.
  func expectedWeek(
    of employee: Employee, mind: Mind, choosing profile: ActionProfile, guards: GuardRails,
    tokenLuck: Double
  ) -> Observation {
    let gaming = burden(of: profile, for: employee)
    let built = profile.builds ? behaviour.automation?.hours ?? 0 : 0
    let effect = effect(of: employee, mind: mind, guards: guards)
    let share = behaviour.agentShares[Int(profile.agentShareIndex)]
    let expectation = expectations[employee.role]
    var week = expectation.observation(
      share: share, techniques: profile.techniques, ability: speed(of: employee, mind: mind),
      effect: effect, effort: mind.effort, tokenFactor: employee.tokenMultiplier * tokenLuck,
      gamingTokens: gaming.tokens * tokenLuck, gamingHours: gaming.hours + built)
    week[.hoursSavedClaimed] =
      share * expectation.taskHours(effort: mind.effort)
      * max(0, effect + behaviour.misperception)
    return week
  }
}
