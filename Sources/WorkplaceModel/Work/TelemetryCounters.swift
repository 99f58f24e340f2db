import Incentives

/// What a dashboard counts of one employee while the week runs.
struct TelemetryCounters: Sendable, BitwiseCopyable {
  var activeDayMask: UInt8 = 0
  var sessions = 0.0
  var outOfHoursSessions = 0.0
  var requests = 0.0
  var freshInputTokens = 0.0
  var cacheReadTokens = 0.0
  var cacheWriteTokens = 0.0
  var outputTokens = 0.0
  var productiveLabelTokens = 0.0
  var toolCalls = 0.0
  var changesOpened = 0.0
  var changesOpenedWithAgent = 0.0
  var changesMerged = 0.0
  var changesMergedWithAgent = 0.0
  var hoursToMerge = 0.0
  var reviews = 0.0
  var deployments = 0.0
  var failedDeployments = 0.0
  var reworkDeployments = 0.0
  var restoreHours = 0.0
  var tasksTried = 0.0
  var tasksCompleted = 0.0
  var tasksAccepted = 0.0
  var tasksAcceptedFirstTry = 0.0
  var tasksReopened = 0.0
  var tasksStayedDone = 0.0
  var agentTasksTried = 0.0
  var agentTasksAccepted = 0.0
  var hoursSavedClaimed = 0.0
  var errorsReported = 0.0
  var incidentsReported = 0.0
  var lossReported = 0.0
  var messagesHandled = 0.0
  var hoursWorked = 0.0
  var acceptedStandardHours = 0.0

  /// Days with any agent use.
  var activeDays: Int { activeDayMask.nonzeroBitCount }
}
