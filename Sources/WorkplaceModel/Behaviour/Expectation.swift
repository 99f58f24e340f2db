import Foundation
import Incentives

/// What an employee expects a dashboard to show of them, as a function of the profile chosen.
///
/// People reckon with averages: hours times speed over the usual size of a task, tokens per hour of
/// agent work, the yield of a technique. They are right on average where the simulation is simple
/// and wrong where it is not, as people are.
struct Expectation: Sendable {
  private let behaviour: BehaviourParameters
  private let prices: TokenPrices
  private let platform: PlatformAverages
  private let role: RoleAverages

  init(_ scenario: Scenario, role: Int) {
    behaviour = scenario.behaviour
    prices = scenario.platform.prices
    platform = PlatformAverages(scenario.platform)
    self.role = RoleAverages(scenario, role: role)
  }

  /// The expected week.
  ///
  /// - Parameters:
  ///   - share: share of eligible work done with agents.
  ///   - ability: standard hours per hour of work by hand.
  ///   - effect: believed gain of agent-assisted work, as a fraction.
  ///   - effort: working time above the contract's, as a fraction.
  ///   - gamingHours: hours that do not go to tasks although they are the employee's own.
  func observation(
    share: Double, techniques: TechniqueSet, ability: Double, effect: Double, effort: Double,
    tokenFactor: Double, gamingTokens: Double, gamingHours: Double
  ) -> Observation {
    let taskHours = taskHours(effort: effort)
    var seen = Observation()
    seen[.seat] = 1
    addUsage(
      share: share, techniques: techniques, taskHours: taskHours, tokenFactor: tokenFactor,
      gamingTokens: gamingTokens, to: &seen)
    addDelivery(
      share: share, techniques: techniques, ability: ability, effect: effect,
      hours: max(0, taskHours - gamingHours), to: &seen)
    seen[.hoursWorked] = role.hours * (1 + effort)
    seen[.hoursSavedClaimed] = share * taskHours * max(0, effect)
    return seen
  }

  private func addUsage(
    share: Double, techniques: TechniqueSet, taskHours: Double, tokenFactor: Double,
    gamingTokens: Double, to seen: inout Observation
  ) {
    let sessions = sessions(share: share, taskHours: taskHours)
    let honest = honestTokens(share: share, taskHours: taskHours, tokenFactor: tokenFactor)
    let gamesDaily = gamingTokens > 0 && !techniques.contains(.topUp)
    let gamingSessions = gamingTokens / max(platform.tokensPerSession * tokenFactor, 1)
    let tokens = honest + gamingTokens
    let allSessions = sessions + gamingSessions
    seen[.activeDays] =
      gamesDaily ? role.workingDays : role.workingDays * -expm1(-allSessions / role.workingDays)
    if techniques.contains(.topUp) { seen[.activeDays] = max(1, seen[.activeDays]) }
    seen[.sessions] = allSessions
    if techniques.contains(.loops) || techniques.contains(.swarms) {
      // Unattended runs go on around the clock.
      seen[.outOfHoursSessions] = gamingSessions * role.closedShare
    }
    seen[.requests] = allSessions * platform.requestsPerSession
    seen[.freshInputTokens] = tokens * platform.freshShare
    seen[.cacheReadTokens] = tokens * platform.cacheReadShare
    seen[.cacheWriteTokens] = tokens * platform.cacheWriteShare
    seen[.outputTokens] = tokens * platform.outputShare
    seen[.productiveLabelTokens] =
      honest + (techniques.contains(.mislabelling) ? gamingTokens : 0)
    seen[.agentCost] = tokens * platform.pricePerToken
    seen[.toolCalls] = tokens * platform.callsPerToken
    seen[.linesSuggested] = seen[.outputTokens] * platform.linesPerOutputToken
    seen[.linesAccepted] = seen[.linesSuggested]
    seen[.editsProposed] = seen[.requests]
    seen[.editsAccepted] = seen[.requests]
  }

  private func addDelivery(
    share: Double, techniques: TechniqueSet, ability: Double, effect: Double, hours: Double,
    to seen: inout Observation
  ) {
    var speed = ability * (1 + share * effect)
    var size = role.taskSize
    var defects = role.defectProbability
    if techniques.contains(.cornerCutting) {
      speed /= max(0.05, 1 - behaviour.cornerCutting)
      defects *= behaviour.cornerCuttingDefects
    }
    if techniques.contains(.cherryPicking) {
      let ease = Expectation.easeOfTheEasier
      size *= max(0.1, 1 - behaviour.difficultySize * ease)
      defects *= max(0, 1 - behaviour.difficultyDefects * ease)
    }
    defects *= 1 + share * (behaviour.agentDefectFactor - 1)
    let tasks = hours * speed / size
    let noticed = min(1, defects) * behaviour.selfDetection
    let found = min(1, defects) * (1 - behaviour.selfDetection) * role.reviewCatch
    let hides = techniques.contains(.errorHiding)
    let reported = tasks * (found + (hides ? noticed * role.reviewCatch : noticed))
    seen[.tasksTried] = tasks
    seen[.tasksCompleted] = tasks
    seen[.tasksAccepted] = tasks
    seen[.tasksAcceptedFirstTry] = tasks - reported
    seen[.tasksStayedDone] = tasks * (1 - min(1, defects))
    seen[.tasksReopened] = tasks * min(1, defects) - reported
    seen[.aiTasksTried] = tasks * share
    seen[.aiTasksAccepted] = tasks * share
    seen[.pullRequestsOpened] = tasks * role.reviewedShare
    seen[.pullRequestsMerged] = tasks * role.reviewedShare
    seen[.pullRequestsOpenedWithAI] = tasks * role.reviewedShare * share
    seen[.pullRequestsMergedWithAI] = tasks * role.reviewedShare * share
    seen[.commits] = seen[.pullRequestsOpened]
    seen[.linesAdded] = tasks * size
    seen[.deployments] = tasks * role.deployShare
    seen[.errorsReported] = reported
    seen[.featureHours] = hours
    seen[.surveyScore] = .nan
  }

  /// How far below one half the easier of two difficulties lies on average, for difficulties
  /// spread like beta(2, 2): 1/2 - E[min] = 0.129 (by integration).
  static let easeOfTheEasier = 0.129

  /// Believed loss of true value per hour, as a fraction, that a profile's techniques bring.
  func valueLoss(of techniques: TechniqueSet) -> Double {
    var loss = 0.0
    if techniques.contains(.cherryPicking) {
      loss += behaviour.difficultyValue * Expectation.easeOfTheEasier
    }
    if techniques.contains(.errorHiding) {
      loss += role.defectProbability * behaviour.selfDetection
    }
    if techniques.contains(.cornerCutting) {
      loss += role.defectProbability * (behaviour.cornerCuttingDefects - 1)
    }
    return loss
  }

  private func sessions(share: Double, taskHours: Double) -> Double {
    share * (taskHours + role.messageHours) * platform.sessionsPerHour
  }

  /// Tokens burnt for work in a week with so many hours of tasks.
  func honestTokens(share: Double, taskHours: Double, tokenFactor: Double) -> Double {
    sessions(share: share, taskHours: taskHours) * platform.tokensPerSession * tokenFactor
  }

  /// Hours per week that go to tasks at the contract's working time.
  var taskHours: Double { role.taskHours }
  /// Hours per week that go to tasks at an effort: what is worked longer goes to tasks.
  func taskHours(effort: Double) -> Double { max(0, role.taskHours + effort * role.hours) }
  /// Controllable hours per week of the contract.
  var contractHours: Double { role.hours }
  /// Working days per week.
  var workingDays: Double { role.workingDays }
}
