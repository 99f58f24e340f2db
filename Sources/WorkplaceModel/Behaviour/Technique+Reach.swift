import Incentives

extension Technique {
  /// The observables that using the technique changes: it pays only where a metric in force depends
  /// on one of them.
  var changes: ObservableSet {
    switch self {
    case .topUp, .padding:
      Technique.usage
    case .loops, .swarms:
      Technique.usage.union(
        ObservableSet([
          .pullRequestsOpened, .pullRequestsOpenedWithAI, .commits, .commitsWithAI,
          .outOfHoursSessions,
        ]))
    case .mislabelling:
      ObservableSet(.productiveLabelTokens)
    case .cherryPicking:
      Technique.delivery.union(ObservableSet([.errorsReported, .tasksReopened, .tasksStayedDone]))
    case .errorHiding:
      ObservableSet([.errorsReported, .tasksAcceptedFirstTry])
    case .cornerCutting:
      Technique.delivery
    }
  }

  private static let usage = ObservableSet([
    .activeDays, .sessions, .requests, .freshInputTokens, .cacheReadTokens, .cacheWriteTokens,
    .outputTokens, .agentCost, .toolCalls, .linesSuggested, .linesAccepted, .editsProposed,
    .editsAccepted,
  ])

  private static let delivery = ObservableSet([
    .tasksTried, .tasksCompleted, .tasksAccepted, .tasksAcceptedFirstTry, .aiTasksTried,
    .aiTasksAccepted, .pullRequestsOpened, .pullRequestsMerged, .pullRequestsOpenedWithAI,
    .pullRequestsMergedWithAI, .commits, .linesAdded, .deployments,
  ])
}
