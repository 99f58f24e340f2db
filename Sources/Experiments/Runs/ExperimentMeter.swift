import Synchronization

/// Counts runs and weeks from all threads and reports a few times a second.
///
/// Counting a week is an addition behind a lock: it allocates nothing, since a study counts hundreds of
/// thousands.
final class ExperimentMeter: Sendable {
  /// Whose weeks are counted.
  enum Kind: Sendable {
    /// Weeks before any policy is in force.
    case warmUp
    /// Weeks of the policy at this index.
    case policy(Int)
  }

  private struct State {
    var progress: ExperimentProgress
    var start: ContinuousClock.Instant?
    var lastReport: ContinuousClock.Instant?
  }

  private let state: Mutex<State>
  private let places: [String: Int]
  private let report: @Sendable (ExperimentProgress) -> Void

  /// Time between reports.
  private static let interval = Duration.milliseconds(100)

  init(policies: [String], report: @escaping @Sendable (ExperimentProgress) -> Void) {
    state = Mutex(State(progress: ExperimentProgress(policies: policies)))
    places = Dictionary(zip(policies.indices.map { policies[$0] }, policies.indices)) { $1 }
    self.report = report
  }

  /// Index of a policy.
  func index(of policy: String) -> Int? { places[policy] }

  /// Names what is simulated from now on.
  func begin(_ stage: String) {
    change(reporting: .always) { $0.stage = stage }
  }

  /// Counts runs of a policy that are needed, with the weeks of each.
  func expect(_ runs: Int, of policy: Int, weeks: Int) {
    change(reporting: .never) {
      $0.policies[policy].expectedRuns += runs
      $0.policies[policy].work.expectedWeeks += runs * weeks
    }
  }

  /// Counts weeks of warm-up that are needed.
  func expectWarmUp(weeks: Int) {
    change(reporting: .never) { $0.warmUp.expectedWeeks += weeks }
  }

  /// Counts a run that an archive had.
  func found(_ policy: Int, weeks: Int) {
    change(reporting: .never) {
      $0.policies[policy].foundRuns += 1
      $0.policies[policy].finishedRuns += 1
      $0.policies[policy].work.foundWeeks += weeks
      $0.policies[policy].work.doneWeeks += weeks
    }
  }

  /// Counts a simulated week.
  func weekDone(_ kind: Kind) {
    change { $0.count(kind) { $0.doneWeeks += 1 } }
  }

  /// Notes how long weeks of a finished job took.
  func jobDone(_ kind: Kind, weeks: Int, took duration: Duration) {
    change {
      $0.count(kind) {
        $0.timedWeeks += weeks
        $0.busySeconds += duration / .seconds(1)
      }
    }
  }

  /// Counts a finished run.
  func runDone(_ policy: Int) {
    change { $0.policies[policy].finishedRuns += 1 }
  }

  /// Reports the end, however recent the last report is.
  func finish() { change(reporting: .always) { _ in } }

  /// Seconds since the first count.
  var elapsedSeconds: Double {
    state.withLock { state in
      state.start.map { (ContinuousClock.now - $0) / .seconds(1) } ?? 0
    }
  }

  private enum Reporting {
    /// When the last report is long enough ago.
    case due
    case always
    /// What is needed and what is there are told together with the first that happens.
    case never
  }

  private func change(
    reporting: Reporting = .due, _ body: (inout ExperimentProgress) -> Void
  ) {
    let now = ContinuousClock.now
    let due: ExperimentProgress? = state.withLock { state in
      body(&state.progress)
      guard reporting != .never else { return nil }
      let start = state.start ?? now
      state.start = start
      if reporting == .due, let last = state.lastReport, now - last < Self.interval { return nil }
      state.lastReport = now
      var progress = state.progress
      progress.elapsedSeconds = (now - start) / .seconds(1)
      return progress
    }
    if let due { report(due) }
  }
}

extension ExperimentProgress {
  /// Changes the counts of one kind of work in place.
  fileprivate mutating func count(_ kind: ExperimentMeter.Kind, _ body: (inout Work) -> Void) {
    switch kind {
    case .warmUp: body(&warmUp)
    // A point of a design may have a policy that the scenario itself has not.
    case .policy(let index): if policies.indices.contains(index) { body(&policies[index].work) }
    }
  }
}
