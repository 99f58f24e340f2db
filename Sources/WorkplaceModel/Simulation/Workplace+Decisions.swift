import Foundation
import Incentives
import Randomness

/// How many used each technique last week, by team and in the organisation.
struct TechniqueUsers: Sendable {
  private(set) var byTeam: [Int]
  private(set) var inAll: [Int]
  /// People who used any technique, by team.
  private(set) var gamers: [Int]

  init(teams: Int) {
    gamers = Array(repeating: 0, count: teams)
    byTeam = Array(repeating: 0, count: teams * Technique.allCases.count)
    inAll = Array(repeating: 0, count: Technique.allCases.count)
  }

  mutating func count(_ techniques: TechniqueSet, team: Int) {
    guard techniques.rawValue != 0 else { return }
    gamers[team] += 1
    for technique in Technique.allCases where techniques.contains(technique) {
      byTeam[team * Technique.allCases.count + technique.rawValue] += 1
      inAll[technique.rawValue] += 1
    }
  }

  func users(of technique: Technique, team: Int) -> Int {
    byTeam[team * Technique.allCases.count + technique.rawValue]
  }
}

/// Beliefs, contagion and the weekly choice: steps 2 to 4 of the weekly algorithm.
extension Workplace {
  /// Beliefs about the promise: violations are seen or heard with the promise's probability.
  mutating func updateBeliefs() {
    for index in violations.indices { violations[index] = false }
    guard let promise = phase?.scheme.promise else { return }
    for index in minds.indices {
      var stream = key.stream(.promise, entity: index, index: weeksSimulated)
      violations[index] = stream.uniform() < promise.violationProbabilityPerWeek
      minds[index].credibility.observe(violated: violations[index])
    }
  }

  /// Techniques are discovered and learnt from users while a metric has consequences, and forgotten
  /// at any time.
  mutating func spreadTechniques() {
    let contagion = Contagion(withinTeam: scenario.behaviour.contagionWithinTeam)
    let hasMetric = !problem.scheme.consequentialMetrics.isEmpty
    let visibility = problem.scheme.leaderboards.map(\.visibility.weight).max() ?? 1
    let everyone = Double(max(minds.count - 1, 1))
    for index in minds.indices {
      var stream = key.stream(.contagion, entity: index, index: weeksSimulated)
      let team = population.employees[index].team
      let colleagues = Double(max(population.teams[team].members.count - 1, 1))
      for technique in Technique.allCases {
        // One uniform for each technique, used or not, keeps the streams of all policies in step.
        let uniform = stream.uniform()
        let parameters = scenario.behaviour.techniques[technique.rawValue]
        if minds[index].known.contains(technique) {
          if uniform < contagion.forgettingProbability(parameters) {
            minds[index].known.remove(TechniqueSet(technique))
          }
        } else if hasMetric, !(phase?.patched.contains(technique) ?? false) {
          let adoption = contagion.adoptionProbability(
            parameters,
            teamShare: Double(users.users(of: technique, team: team)) / colleagues,
            organisationShare: Double(users.inAll[technique.rawValue]) / everyone,
            visibility: visibility)
          if uniform < adoption { minds[index].known.insert(TechniqueSet(technique)) }
        }
      }
    }
  }

  /// Everybody chooses a profile, which is worked out into a plan for the office.
  mutating func choosePlans(given publication: DecisionProblem.Publication) -> [WeekPlan] {
    var plans: [WeekPlan] = []
    plans.reserveCapacity(minds.count)
    let scenery = Scenery(self, publication)
    let plainScenery = unredirected.map { Scenery(self, publication, unredirected: $0) }
    users = TechniqueUsers(teams: population.teams.count)
    for index in minds.indices {
      let employee = population.employees[index]
      var stream = key.stream(.choice, entity: index, index: weeksSimulated)
      var luck = ChoiceLuck(
        choice: stream.uniform(), inertia: stream.uniform(), looking: stream.uniform(),
        peer: stream.uniform(), copying: stream.uniform())
      let situation = Situation(
        employee: employee, index: index, mind: minds[index],
        surroundings: scenery.surroundings(of: index, employee, luck: luck),
        publication: publication, guards: guards)
      let decision: Decision
      if let unredirected, let plainScenery {
        let surroundings = plainScenery.surroundings(of: index, employee, luck: luck)
        let honest = unredirected.decide(situation.honest(amid: surroundings), luck: luck)
        luck.choice = stream.uniform()
        decision = problem.decideTechniques(beside: honest, situation, luck: luck)
      } else {
        decision = problem.decide(situation, luck: luck)
      }
      minds[index].take(decision, satisficing: scenario.behaviour.satisficing)
      users.count(decision.profile.techniques, team: employee.team)
      plans.append(plan(for: decision, employee, index: index))
    }
    return plans
  }

  private func plan(
    for decision: Decision, _ employee: Employee, index: Int
  ) -> WeekPlan {
    let behaviour = scenario.behaviour
    let profile = decision.profile
    let mind = minds[index]
    var noise = key.stream(.weeklyTokens, entity: index, index: weeksSimulated)
    let weekNoise = scenario.platform.weekNoise
    let honestNoise = exp(weekNoise * noise.gaussian())
    let gamingNoise = exp(weekNoise * noise.gaussian())
    let effect = problem.effect(of: employee, mind: mind, guards: guards)
    let speed = problem.speed(of: employee, mind: mind)
    let burden = problem.burden(of: profile, for: employee)
    let days = problem.workingDays(of: employee)
    let isDaily = profile.tokenTechnique != nil && profile.tokenTechnique != .topUp
    let agentShare = behaviour.agentShares[Int(profile.agentShareIndex)]
    let tokenFactor = employee.tokenMultiplier * honestNoise
    let gamingTokensPerDay = isDaily ? burden.tokens * gamingNoise / days : 0
    let honestTokensPerDay =
      problem.honestTokens(
        of: employee, share: agentShare, effort: decision.effort, tokenFactor: tokenFactor) / days
    return WeekPlan(
      profile: profile, agentShare: agentShare,
      manualSpeed: speed, agentSpeed: max(0.05, speed * (1 + effect)), pace: 1 + decision.effort,
      attention: behaviour.fatigue?.attention(mind.fatigue) ?? 1,
      tokenFactor: tokenFactor, gamingTokensPerDay: gamingTokensPerDay,
      gamingHoursPerDay: isDaily ? burden.hours / days : 0,
      buildingHoursPerDay: profile.builds ? (behaviour.automation?.hours ?? 0) / days : 0,
      acceptance: guards.acceptance(tokensPerDay: honestTokensPerDay + gamingTokensPerDay))
  }
}

extension Mind {
  /// Takes a decision in: it becomes the habit, and what it teaches is known.
  fileprivate mutating func take(_ decision: Decision, satisficing: Satisficing) {
    profile = decision.profile
    effort = decision.effort
    effortCost = decision.effortCost
    utility = decision.utility
    known.formUnion(decision.profile.techniques)
    attractions = decision.attractions
    experience = decision.experience
    aspiration = satisficing.next(
      aspiration, utility: decision.honestUtility ?? decision.utility)
    guard var memory = decision.techniqueMemory else { return }
    memory.aspiration = satisficing.next(memory.aspiration, utility: decision.utility)
    techniqueMemory = memory
  }
}
