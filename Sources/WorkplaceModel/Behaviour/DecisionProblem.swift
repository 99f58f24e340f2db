import Foundation
import Incentives

/// The choice an employee faces in a week under a scheme: the menu, and what each entry is worth.
///
/// Utility is in hour-equivalents per week (MODEL 1.5):
///
///     U = intrinsic value of one's own work - inertia of changing over to agents
///       + status on visible boards + career weight x belief that the metric counts x standing
///       + rewards - cost of a missed target - hassle and moral cost of gaming - expected sanction
///
/// Standing is the normal score of the expected metric within last week's published distribution
/// (fictitious play with a window of one week). The terms are the same for every policy; a policy
/// enters only through its scheme's rules and formulas.
struct DecisionProblem: Sendable {
  let scheme: IncentiveScheme
  let menu: Menu
  private let behaviour: BehaviourParameters
  private let expectations: [Expectation]
  private let learning: LearningByDoing
  private let choice: LogitChoice
  private let consequences: Consequences
  private let largestShare: Double

  init(_ scenario: Scenario, phase: PolicyPhase?) {
    behaviour = scenario.behaviour
    scheme = phase?.scheme ?? .none
    menu = Menu(
      shares: scenario.behaviour.agentShares.count, scheme: scheme,
      techniquesAvailable: phase?.techniquesAvailable ?? false)
    expectations = scenario.roles.indices.map { Expectation(scenario, role: $0) }
    learning = LearningByDoing(scenario.behaviour)
    choice = LogitChoice(precision: scenario.behaviour.choicePrecision)
    largestShare = max(scenario.behaviour.agentShares.max() ?? 1, 1e-9)
    consequences = Consequences(scheme, behaviour: behaviour)
  }

  /// Chooses a profile for the week.
  ///
  /// - Parameters:
  ///   - index: the employee's number in the organisation.
  ///   - agentFactor: factor that the permissions put on the speed of agent work.
  ///   - uniform: the luck of the choice.
  func chooseProfile(
    _ employee: Employee, index: Int, mind: Mind, given publication: Publication,
    guards: GuardRails, uniform: Double
  ) -> ActionProfile {
    let trueEffect = effect(of: employee, mind: mind, guards: guards)
    var candidates: [ActionProfile] = []
    var utilities: [Double] = []
    candidates.reserveCapacity(menu.profiles.count)
    utilities.reserveCapacity(menu.profiles.count)
    for profile in menu.profiles where employee.considers(profile, knowing: mind.known) {
      candidates.append(profile)
      utilities.append(
        utility(
          of: profile, employee, index: index, mind: mind,
          believedEffect: trueEffect + behaviour.misperception, given: publication,
          guards: guards))
    }
    return candidates[choice.choose(among: utilities, uniform: uniform)]
  }

  /// The gain of agent-assisted work that the employee has at present, as a fraction.
  func effect(of employee: Employee, mind: Mind, guards: GuardRails) -> Double {
    let learnt = learning.effect(
      longRun: employee.agentEffect, experienceHours: mind.experienceHours)
    return (1 + learnt * (1 - guards.productivityLoss)) * guards.agentSpeedFactor - 1
  }

  /// Working days per week of the employee's role.
  func workingDays(of employee: Employee) -> Double { expectations[employee.role].workingDays }

  /// Utility of a profile in hours per week.
  func utility(
    of profile: ActionProfile, _ employee: Employee, index: Int, mind: Mind,
    believedEffect: Double, given publication: Publication, guards: GuardRails
  ) -> Double {
    let expectation = expectations[employee.role]
    let share = behaviour.agentShares[Int(profile.agentShareIndex)]
    let gaming = burden(of: profile, for: employee)
    let valueHours =
      max(0, expectation.taskHours - gaming.hours) * employee.ability * (1 + share * believedEffect)
      * (1 - expectation.valueLoss(of: profile.techniques))
    let inertia =
      behaviour.adoptionInertia * learning.inexperience(mind.experienceHours)
      * share / largestShare
    let honestPart = behaviour.intrinsicWeight * valueHours - inertia
    guard scheme.hasMetric else { return honestPart }
    let seen = expectation.observation(
      share: share, techniques: profile.techniques, ability: employee.ability,
      effect: believedEffect, tokenFactor: employee.tokenMultiplier,
      gamingTokens: gaming.tokens, gamingHours: gaming.hours)
    return honestPart - gaming.cost
      + consequences.prospect(
        of: seen, employee, index: index, mind: mind, given: publication
      ).utility
      - expectedSanction(of: profile, tokens: gaming.tokens, mind: mind, guards: guards)
  }

  /// What the techniques of a profile take and yield.
  struct Burden {
    /// Tokens per week.
    var tokens = 0.0
    /// Human hours per week.
    var hours = 0.0
    /// Hassle and moral cost in hours per week.
    var cost = 0.0
  }

  /// Tokens, hours and costs of the techniques of a profile for an employee.
  func burden(of profile: ActionProfile, for employee: Employee) -> Burden {
    var burden = Burden()
    for technique in Technique.allCases where profile.techniques.contains(technique) {
      let parameters = behaviour.techniques[technique.rawValue]
      burden.tokens +=
        parameters.tokens * (parameters.usesPersonalYield ? employee.gamingYield : 1)
      burden.hours += parameters.hours
      burden.cost +=
        parameters.hassleShare * behaviour.hassle + parameters.intensity * employee.moralCost
    }
    if profile.techniques.contains(.mislabelling) { burden.cost *= 1 + behaviour.mislabelSurcharge }
    return burden
  }

  private func expectedSanction(
    of profile: ActionProfile, tokens: Double, mind: Mind, guards: GuardRails
  ) -> Double {
    guard let audit = scheme.audit, tokens > 0 else { return 0 }
    let detection = audit.detectionProbability(
      gamingTokens: tokens,
      mislabelled: profile.techniques.contains(.mislabelling) && !guards.auditLog)
    return mind.auditBelief * detection * audit.sanctionHours
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
