import EventKernel
import Randomness
import Foundation

/// Averages of the agent platform that people reckon with.
struct PlatformAverages: Sendable {
  let sessionsPerHour: Double
  let requestsPerSession: Double
  let tokensPerSession: Double
  let freshShare: Double
  let cacheReadShare: Double
  let cacheWriteShare: Double
  let outputShare: Double
  let pricePerToken: Double
  let callsPerToken: Double
  let linesPerOutputToken: Double

  init(_ platform: AgentPlatform) {
    let requests = max(1, platform.requestsPerSession.mean ?? 1)
    let prompt = platform.promptTokens.mean ?? 0
    let output = platform.outputTokens.mean ?? 0
    let total = max(prompt + output, 1)
    let warm =
      prompt
      * (platform.cacheReadShare * (1 - 1 / requests) + platform.firstCacheReadShare / requests)
    let written = (prompt - warm) * platform.cacheWriteShare
    sessionsPerHour = platform.sessionsPerHour
    requestsPerSession = requests
    tokensPerSession = requests * (prompt + output)
    cacheReadShare = warm / total
    cacheWriteShare = written / total
    freshShare = (prompt - warm - written) / total
    outputShare = output / total
    let prices = platform.prices
    pricePerToken =
      (freshShare * prices.freshInput + cacheWriteShare * prices.cacheWrite
        + cacheReadShare * prices.cacheRead + outputShare * prices.output) / 1e6
    callsPerToken = platform.callsPerMegatoken / 1e6
    linesPerOutputToken = platform.linesPerOutputKilotoken / 1000
  }
}

/// Averages of a role's work that people reckon with.
struct RoleAverages: Sendable {
  let hours: Double
  let workingDays: Double
  /// Share of the hours of a working day that lie outside working hours.
  let closedShare: Double
  let taskHours: Double
  let messageHours: Double
  let taskSize: Double
  let defectProbability: Double
  let reviewedShare: Double
  let reviewCatch: Double
  let deployShare: Double

  init(_ scenario: Scenario, role index: Int) {
    let role = scenario.roles[index]
    hours = role.hoursPerWeek
    var messages = 0.0
    var arrivingTasks = 0.0
    var arrivingTaskHours = 0.0
    var backlogKinds: [WorkKind] = []
    var taskKinds: [WorkKind] = []
    for kindIndex in role.workKinds {
      let kind = scenario.workKinds[kindIndex]
      let size = kind.size.mean ?? 0
      if kind.isTask { taskKinds.append(kind) }
      switch kind.source {
      case .backlog:
        backlogKinds.append(kind)
      case .arrivals(let perWeek):
        let perPerson =
          kind.assignment == .team ? perWeek / Double(max(role.teamSize, 1)) : perWeek
        if kind.isTask {
          arrivingTasks += perPerson
          arrivingTaskHours += perPerson * size
        } else {
          messages += perPerson * size
        }
      }
    }
    messageHours = min(messages, hours)
    let reviewed = taskKinds.contains { $0.reviewed }
    let reviewHours = reviewed ? scenario.review.hoursPerDay * 5 / 2 : 0
    taskHours = max(0.1 * hours, hours - messageHours - reviewHours)
    let backlogSize =
      backlogKinds.isEmpty
      ? 0 : backlogKinds.reduce(0) { $0 + ($1.size.mean ?? 0) } / Double(backlogKinds.count)
    let backlogHours = max(0, taskHours - arrivingTaskHours)
    let tasks = arrivingTasks + (backlogSize > 0 ? backlogHours / backlogSize : 0)
    taskSize =
      tasks > 0
      ? (arrivingTaskHours + (backlogSize > 0 ? backlogHours : 0)) / tasks : max(taskHours, 1)
    workingDays = max(1, min(7, (role.calendar.weeklyHours / 8).rounded()))
    closedShare = max(0, 1 - role.calendar.weeklyHours / workingDays / 24)
    let count = Double(max(taskKinds.count, 1))
    defectProbability = taskKinds.reduce(0) { $0 + $1.defectProbability } / count
    reviewedShare = taskKinds.reduce(0) { $0 + ($1.reviewed ? 1 : 0) } / count
    reviewCatch = reviewed ? scenario.review.catchProbability : 0
    deployShare = taskKinds.reduce(0) { $0 + $1.deployShare } / count
  }
}
