import Incentives

/// What a dashboard makes of the counters of an employee's week.
///
/// Counts pass through. Lines, edits and commits are not simulated one by one: they follow from
/// tokens and accepted work by the constants below, which are assumptions (no source gives them per
/// hour; 3 commits per change is inside the 2.5 to 6.3 that DATA 2.6 reports for agents).
struct Dashboard: Sendable {
  let prices: TokenPrices
  let linesPerOutputKilotoken: Double

  private static let linesPerStandardHour = 40.0
  private static let removedPerAddedLine = 0.4
  private static let acceptedShareOfSuggestions = 0.6
  private static let editsPerRequest = 1.5
  private static let commitsPerChange = 3.0

  init(_ platform: AgentPlatform) {
    prices = platform.prices
    linesPerOutputKilotoken = platform.linesPerOutputKilotoken
  }

  /// Cost of the tokens at list price, in US dollars.
  func cost(of counters: TelemetryCounters) -> Double {
    (counters.freshInputTokens * prices.freshInput + counters.cacheWriteTokens * prices.cacheWrite
      + counters.cacheReadTokens * prices.cacheRead + counters.outputTokens * prices.output) / 1e6
  }

  func observation(of counters: TelemetryCounters, taskHours: Double) -> Observation {
    var seen = Observation()
    seen[.seat] = 1
    seen[.activeDays] = Double(counters.activeDays)
    seen[.sessions] = counters.sessions
    seen[.outOfHoursSessions] = counters.outOfHoursSessions
    seen[.requests] = counters.requests
    seen[.freshInputTokens] = counters.freshInputTokens
    seen[.cacheReadTokens] = counters.cacheReadTokens
    seen[.cacheWriteTokens] = counters.cacheWriteTokens
    seen[.outputTokens] = counters.outputTokens
    seen[.productiveLabelTokens] = counters.productiveLabelTokens
    seen[.agentCost] = cost(of: counters)
    seen[.toolCalls] = counters.toolCalls
    seen[.linesSuggested] = counters.outputTokens / 1000 * linesPerOutputKilotoken
    seen[.linesAccepted] = seen[.linesSuggested] * Dashboard.acceptedShareOfSuggestions
    seen[.editsProposed] = counters.requests * Dashboard.editsPerRequest
    seen[.editsAccepted] = seen[.editsProposed] * Dashboard.acceptedShareOfSuggestions
    seen[.linesAdded] = counters.acceptedStandardHours * Dashboard.linesPerStandardHour
    seen[.linesRemoved] = seen[.linesAdded] * Dashboard.removedPerAddedLine
    addChanges(of: counters, to: &seen)
    addTasks(of: counters, to: &seen)
    seen[.hoursWorked] = counters.hoursWorked
    seen[.featureHours] = taskHours
    // Nobody is surveyed: the value is missing, not zero.
    seen[.surveyScore] = .nan
    return seen
  }

  private func addChanges(of counters: TelemetryCounters, to seen: inout Observation) {
    seen[.commits] = counters.changesOpened * Dashboard.commitsPerChange
    seen[.commitsWithAI] = counters.changesOpenedWithAgent * Dashboard.commitsPerChange
    seen[.pullRequestsOpened] = counters.changesOpened
    seen[.pullRequestsOpenedWithAI] = counters.changesOpenedWithAgent
    seen[.pullRequestsMerged] = counters.changesMerged
    seen[.pullRequestsMergedWithAI] = counters.changesMergedWithAgent
    seen[.pullRequestHoursToMerge] = counters.hoursToMerge
    seen[.reviewsDone] = counters.reviews
    seen[.deployments] = counters.deployments
    seen[.failedDeployments] = counters.failedDeployments
    seen[.reworkDeployments] = counters.reworkDeployments
    seen[.restoreHours] = counters.restoreHours
  }

  private func addTasks(of counters: TelemetryCounters, to seen: inout Observation) {
    seen[.tasksTried] = counters.tasksTried
    seen[.tasksCompleted] = counters.tasksCompleted
    seen[.tasksAccepted] = counters.tasksAccepted
    seen[.tasksAcceptedFirstTry] = counters.tasksAcceptedFirstTry
    seen[.tasksReopened] = counters.tasksReopened
    seen[.tasksStayedDone] = counters.tasksStayedDone
    seen[.aiTasksTried] = counters.agentTasksTried
    seen[.aiTasksAccepted] = counters.agentTasksAccepted
    seen[.hoursSavedClaimed] = counters.hoursSavedClaimed
    seen[.errorsReported] = counters.errorsReported
    seen[.incidentsReported] = counters.incidentsReported
    seen[.lossReported] = counters.lossReported
    seen[.messagesHandled] = counters.messagesHandled
  }
}
