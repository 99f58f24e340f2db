import Synchronization

/// How far a study has come.
public struct StudyProgress: Sendable, Equatable {
  /// Weeks simulated so far, over all replications and policies, warm-up included.
  public var completedUnits: Int
  /// Weeks to be simulated in all.
  public var totalUnits: Int
  /// Replications of policies that are finished.
  public var completedRuns: Int
  /// Replications of policies in all.
  public var totalRuns: Int
  /// Seconds since the study began.
  public var elapsedSeconds: Double

  /// Share of the work that is done, between 0 and 1.
  public var fraction: Double {
    totalUnits > 0 ? Double(completedUnits) / Double(totalUnits) : 1
  }

  /// Seconds left if the rest goes as fast as what is done; nil before the first week.
  public var estimatedSecondsLeft: Double? {
    guard completedUnits > 0 else { return nil }
    return elapsedSeconds / Double(completedUnits) * Double(totalUnits - completedUnits)
  }
}

/// Counts simulated weeks from all threads and reports a few times a second.
final class ProgressMeter: Sendable {
  private struct State {
    var weeks = 0
    var runs = 0
    var lastReport = -Double.infinity
  }

  private let state = Mutex(State())
  private let start = ContinuousClock.now
  private let totalUnits: Int
  private let totalRuns: Int
  private let report: @Sendable (StudyProgress) -> Void

  /// Seconds between reports.
  private static let interval = 0.1

  init(totalUnits: Int, totalRuns: Int, report: @escaping @Sendable (StudyProgress) -> Void) {
    self.totalUnits = totalUnits
    self.totalRuns = totalRuns
    self.report = report
  }

  /// Seconds since the meter was made.
  var elapsedSeconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Counts one week.
  func weekDone() { count(weeks: 1, runs: 0) }

  /// Counts one replication of a policy.
  func runDone() { count(weeks: 0, runs: 1) }

  /// Reports the end, however recent the last report is.
  func finish() { report(progress(weeks: totalUnits, runs: totalRuns)) }

  private func count(weeks: Int, runs: Int) {
    let now = elapsedSeconds
    let due: StudyProgress? = state.withLock { state in
      state.weeks += weeks
      state.runs += runs
      guard now - state.lastReport >= Self.interval else { return nil }
      state.lastReport = now
      return progress(weeks: state.weeks, runs: state.runs)
    }
    if let due { report(due) }
  }

  private func progress(weeks: Int, runs: Int) -> StudyProgress {
    StudyProgress(
      completedUnits: weeks, totalUnits: totalUnits, completedRuns: runs, totalRuns: totalRuns,
      elapsedSeconds: elapsedSeconds)
  }
}
