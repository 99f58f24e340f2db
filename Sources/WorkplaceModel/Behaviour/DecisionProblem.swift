import Foundation
import Incentives

/// The choice an employee faces in a week under a scheme: the menu, and what each entry is worth.
///
/// Utility is in hour-equivalents per week (MODEL 1.5):
///
///     U = intrinsic value of one's own work - inertia of changing over to agents
///       + status on visible boards + career weight x belief that the metric counts x standing
///       + rewards - cost of a missed target - (r/2) variance of pay
///       + pressure of peers - cost of standing apart
///       - hassle and moral cost of gaming - expected sanction - cost of effort
///
/// Standing is the normal score of the expected metric within the published distribution (fictitious
/// play). The terms are the same for every policy; a policy enters only through its scheme's rules
/// and formulas.
struct DecisionProblem: Sendable {
  let scheme: IncentiveScheme
  let menu: Menu
  /// How widely the most visible board is seen.
  let visibility: Double
  /// Index of that board; nil if no board is visible.
  let widestBoard: Int?
  let controlIntensity: Double
  let behaviour: BehaviourParameters
  let expectations: [Expectation]
  private let learning: LearningByDoing
  let choice: ChoiceRule
  private let consequences: Consequences
  private let largestShare: Double

  init(_ scenario: Scenario, phase: PolicyPhase?) {
    behaviour = scenario.behaviour
    scheme = phase?.scheme ?? .none
    menu = Menu(
      shares: scenario.behaviour.agentShares.count, scheme: scheme,
      techniquesAvailable: phase?.channels.contains(.gaming) ?? false,
      patched: phase?.patched ?? [],
      automation: scenario.behaviour.automation != nil)
    let boards = scheme.leaderboards
    visibility = boards.map(\.visibility.weight).max() ?? 0
    widestBoard = boards.indices.max {
      (boards[$0].visibility.weight, -$0) < (boards[$1].visibility.weight, -$1)
    }.flatMap { boards[$0].visibility.weight > 0 ? $0 : nil }
    controlIntensity = scheme.controlIntensity
    expectations = scenario.roles.indices.map { Expectation(scenario, role: $0) }
    learning = LearningByDoing(scenario.behaviour)
    choice = ChoiceRule(scenario.behaviour)
    largestShare = max(scenario.behaviour.agentShares.max() ?? 1, 1e-9)
    consequences = Consequences(scheme, behaviour: behaviour, roles: scenario.roles)
  }

  /// Chooses a profile, and how hard to work at it.
  func decide(_ situation: Situation, luck: ChoiceLuck) -> Decision {
    let employee = situation.employee
    let mind = situation.mind
    let outlook = outlook(of: situation, effort: mind.effort)
    var candidates: [Int] = []
    var utilities: [Double] = []
    candidates.reserveCapacity(menu.profiles.count)
    utilities.reserveCapacity(menu.profiles.count)
    var last: Int?
    for (entry, profile) in menu.profiles.enumerated()
    where employee.considers(profile, knowing: mind.known) {
      if profile == mind.profile { last = candidates.count }
      candidates.append(entry)
      utilities.append(utility(of: profile, situation, outlook))
    }
    var memory = ChoiceMemory(mind, entries: choice.hasAttractions ? menu.profiles.count : 0)
    let picked = choice.choose(
      among: utilities, entries: candidates, last: last, memory: &memory, luck: luck)
    var profile = menu.profiles[candidates[picked]]
    var utility = utilities[picked]
    if let peer = situation.surroundings.peerProfile, peer != profile,
      !(peer.games && employee.neverGames), menu.profiles.contains(peer)
    {
      let mine = last.map { utilities[$0] } ?? utility
      let theirs = self.utility(of: peer, situation, outlook)
      if behaviour.imitation.copies(gain: theirs - mine, uniform: luck.copying) {
        profile = peer
        utility = theirs
      }
    }
    let (effort, gain, cost) = effort(in: profile, situation, outlook)
    return Decision(
      profile: profile, effort: effort, effortCost: cost, utility: utility + gain - cost,
      attractions: memory.attractions, experience: memory.experience)
  }

  /// What an employee knows of the week to come, whichever profile is chosen.
  struct Outlook: Sendable {
    /// Standard hours per hour of work by hand.
    let speed: Double
    /// Believed gain of agent-assisted work, as a fraction.
    let believedEffect: Double
    /// Working time above the contract's, as a fraction.
    var effort: Double
  }

  /// The outlook of an employee at an effort.
  func outlook(of situation: Situation, effort: Double) -> Outlook {
    Outlook(
      speed: speed(of: situation.employee, mind: situation.mind),
      believedEffect: effect(
        of: situation.employee, mind: situation.mind, guards: situation.guards)
        + behaviour.misperception,
      effort: effort)
  }

  /// The gain of agent-assisted work that the employee has at present, as a fraction.
  func effect(of employee: Employee, mind: Mind, guards: GuardRails) -> Double {
    let learnt = learning.effect(
      longRun: employee.agentEffect, experienceHours: mind.experienceHours)
    return (1 + learnt * (1 - guards.productivityLoss)) * guards.agentSpeedFactor - 1
  }

  /// Standard hours that an hour of work by hand is worth at present: ability, less what a newcomer
  /// and a tired person lack, plus what automation does by itself (MODEL 1.3).
  func speed(of employee: Employee, mind: Mind) -> Double {
    var speed = employee.ability
    if let attrition = behaviour.attrition, mind.weeksInJob < .infinity {
      speed *= attrition.productivity(afterWeeks: mind.weeksInJob)
    }
    if let fatigue = behaviour.fatigue { speed *= fatigue.speedFactor(mind.fatigue) }
    if mind.automation > 0 {
      speed *= 1 + mind.automation / max(expectations[employee.role].taskHours, 1)
    }
    return max(0.05, speed)
  }

  /// Working days per week of the employee's role.
  func workingDays(of employee: Employee) -> Double { expectations[employee.role].workingDays }

  /// Tokens that an employee is expected to burn for work in a week at an effort.
  func honestTokens(
    of employee: Employee, share: Double, effort: Double, tokenFactor: Double
  ) -> Double {
    let expectation = expectations[employee.role]
    return expectation.honestTokens(
      share: share, taskHours: expectation.taskHours(effort: effort), tokenFactor: tokenFactor)
  }

  /// Utility of a profile in hours per week, at the effort of the outlook.
  func utility(
    of profile: ActionProfile, _ situation: Situation, _ outlook: Outlook
  ) -> Double {
    let expectation = expectations[situation.employee.role]
    let share = behaviour.agentShares[Int(profile.agentShareIndex)]
    let gaming = burden(of: profile, situation)
    let built = profile.builds ? behaviour.automation?.hours ?? 0 : 0
    let hours = expectation.taskHours(effort: outlook.effort) - gaming.hours - built
    let value =
      max(0, hours) * outlook.speed * (1 + share * outlook.believedEffect)
      * (1 - expectation.valueLoss(of: profile.techniques))
      + built * (behaviour.automation?.valueOfAnHour ?? 0) * outlook.speed
    let inertia =
      behaviour.adoptionInertia * learning.inexperience(situation.mind.experienceHours)
      * share / largestShare
    let honestPart =
      behaviour.intrinsicWeight * situation.mind.motivation * value - inertia
    guard scheme.hasMetric else { return honestPart }
    return honestPart - gaming.cost + worth(of: profile, gaming, situation, outlook)
  }

  /// What the metrics bring at a profile, less the dislike of risk and of standing apart and what
  /// audits are expected to cost.
  private func worth(
    of profile: ActionProfile, _ gaming: Burden, _ situation: Situation, _ outlook: Outlook
  ) -> Double {
    let employee = situation.employee
    let built = profile.builds ? behaviour.automation?.hours ?? 0 : 0
    let seen = expectations[employee.role].observation(
      share: behaviour.agentShares[Int(profile.agentShareIndex)], techniques: profile.techniques,
      ability: outlook.speed, effect: outlook.believedEffect, effort: outlook.effort,
      tokenFactor: employee.tokenMultiplier, gamingTokens: gaming.tokens,
      gamingHours: gaming.hours + built)
    let prospect = consequences.prospect(
      of: seen, employee, index: situation.index, mind: situation.mind,
      given: situation.publication)
    var worth = prospect.utility - behaviour.riskAversion / 2 * prospect.payVariance
    worth -= expectedLoss(of: profile, tokens: gaming.tokens, prospect, situation)
    guard let peers = behaviour.peers, visibility > 0 else { return worth }
    if profile.games {
      worth += peers.pressure(
        gamingPeers: situation.surroundings.gamingPeers, visibility: visibility)
    }
    let distance = prospect.standing - situation.surroundings.teamStanding
    if !distance.isNaN { worth -= peers.costOfStandingApart(distance, visibility: visibility) }
    return worth
  }

  /// How hard the employee works at a profile, what that brings, and what it costs.
  private func effort(
    in profile: ActionProfile, _ situation: Situation, _ outlook: Outlook
  ) -> (effort: Double, gain: Double, cost: Double) {
    guard let parameters = behaviour.effort else { return (0, 0, 0) }
    let mind = situation.mind
    let expectation = expectations[situation.employee.role]
    guard scheme.hasMetric || mind.motivation != 1 else { return (0, 0, 0) }
    let contract = expectation.contractHours
    let share = behaviour.agentShares[Int(profile.agentShareIndex)]
    var worthOfEffort =
      behaviour.intrinsicWeight * (mind.motivation - 1) * contract * outlook.speed
      * (1 + share * outlook.believedEffect)
    if scheme.hasMetric {
      let gaming = burden(of: profile, situation)
      var (usual, more) = (outlook, outlook)
      usual.effort = 0
      more.effort = Self.effortStep
      worthOfEffort +=
        (worth(of: profile, gaming, situation, more) - worth(of: profile, gaming, situation, usual))
        / Self.effortStep
      worthOfEffort -= parameters.discouragement(
        percentile: situation.surroundings.percentile, visibility: visibility,
        contractHours: contract)
    }
    // A worth that cannot be told, such as that of a metric without a value, moves nobody.
    guard worthOfEffort.isFinite else { return (0, 0, 0) }
    let response = parameters.response(contractHours: contract)
    let effort = response.effort(marginalReturn: worthOfEffort)
    return (effort, worthOfEffort * (effort - outlook.effort), response.cost(of: effort))
  }

  /// Step of effort over which people gauge what more work brings: a tenth of the contract.
  private static let effortStep = 0.1

  /// What the techniques of a profile take and yield.
  struct Burden {
    /// Tokens per week.
    var tokens = 0.0
    /// Human hours per week.
    var hours = 0.0
    /// Hassle and moral cost in hours per week.
    var cost = 0.0
  }

  /// Tokens and hours that the techniques of a profile take.
  func burden(of profile: ActionProfile, for employee: Employee) -> Burden {
    var burden = Burden()
    guard profile.games else { return burden }
    for technique in Technique.allCases where profile.techniques.contains(technique) {
      let parameters = behaviour.techniques[technique.rawValue]
      burden.tokens +=
        parameters.tokens * (parameters.usesPersonalYield ? employee.gamingYield : 1)
      burden.hours += parameters.hours
    }
    return burden
  }

  /// The same with what they cost an employee who is in a situation.
  private func burden(of profile: ActionProfile, _ situation: Situation) -> Burden {
    guard profile.games else { return Burden() }
    var burden = burden(of: profile, for: situation.employee)
    var moral = situation.employee.moralCost
    if let peers = behaviour.peers {
      moral *= peers.moralFactor(gamingPeers: situation.surroundings.gamingPeers)
    }
    if let trust = behaviour.trust { moral *= trust.moralFactor(situation.mind.trust) }
    for technique in Technique.allCases where profile.techniques.contains(technique) {
      let parameters = behaviour.techniques[technique.rawValue]
      burden.cost += parameters.hassleShare * behaviour.hassle + parameters.intensity * moral
    }
    if profile.techniques.contains(.mislabelling) { burden.cost *= 1 + behaviour.mislabelSurcharge }
    return burden
  }

  /// What an audit is expected to cost: the sanction, and rewards that it takes back.
  private func expectedLoss(
    of profile: ActionProfile, tokens: Double, _ prospect: Consequences.Prospect,
    _ situation: Situation
  ) -> Double {
    guard let audit = scheme.audit else { return 0 }
    return audit.expectedLoss(
      auditProbability: min(1, situation.mind.auditBelief * prospect.auditTargeting),
      gamingTokens: tokens,
      mislabelled: profile.techniques.contains(.mislabelling) && !situation.guards.auditLog,
      pay: prospect.pay)
  }
}

extension Employee {
  /// Whether a profile is in the employee's choice set: honest profiles always; others only when
  /// every technique is known and the employee is not an unconditional non-gamer (MODEL 1.6).
  func considers(_ profile: ActionProfile, knowing known: TechniqueSet) -> Bool {
    if profile.techniques.rawValue == 0 { return true }
    return !neverGames && known.isSuperset(of: profile.techniques)
  }
}
