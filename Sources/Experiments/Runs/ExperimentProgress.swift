import Synchronization

/// How far an experiment has come, policy by policy.
///
/// An experiment that decides as it goes which runs it needs expects more of them later; what is
/// expected here is what is known so far.
public struct ExperimentProgress: Sendable, Equatable {
  /// By policy, in the order of the scenario.
  public var policies: [Policy]
  /// Seconds since the experiment began.
  public var elapsedSeconds: Double

  /// How far one policy has come.
  public struct Policy: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Runs that are finished, those found in an archive included.
    public var finishedRuns: Int
    /// Runs found in an archive.
    public var foundRuns: Int
    /// Runs asked for so far.
    public var expectedRuns: Int
  }

  /// Finished runs of all policies.
  public var finishedRuns: Int { policies.reduce(0) { $0 + $1.finishedRuns } }

  /// Runs of all policies that were asked for so far.
  public var expectedRuns: Int { policies.reduce(0) { $0 + $1.expectedRuns } }
}

/// Counts runs from all threads and reports a few times a second.
final class ExperimentMeter: Sendable {
  private struct State {
    var policies: [ExperimentProgress.Policy]
    var lastReport = -Double.infinity
  }

  private let state: Mutex<State>
  private let start = ContinuousClock.now
  private let report: @Sendable (ExperimentProgress) -> Void

  /// Seconds between reports.
  private static let interval = 0.1

  init(policies: [String], report: @escaping @Sendable (ExperimentProgress) -> Void) {
    state = Mutex(
      State(
        policies: policies.map {
          ExperimentProgress.Policy(name: $0, finishedRuns: 0, foundRuns: 0, expectedRuns: 0)
        }))
    self.report = report
  }

  /// Counts runs that were asked for.
  func expect(_ requests: some Sequence<RunRequest>) {
    change { policies, index in
      for request in requests {
        if let place = index(request.arm.policy) { policies[place].expectedRuns += 1 }
      }
    }
  }

  /// Counts runs that an archive had.
  func found(_ requests: some Sequence<RunRequest>) {
    change { policies, index in
      for request in requests {
        guard let place = index(request.arm.policy) else { continue }
        policies[place].foundRuns += 1
        policies[place].finishedRuns += 1
      }
    }
  }

  /// Counts a simulated run.
  func done(_ policy: String) {
    change { policies, index in
      if let place = index(policy) { policies[place].finishedRuns += 1 }
    }
  }

  /// Counts a simulated week.
  func weekDone() { change { _, _ in } }

  private func change(
    _ body: (inout [ExperimentProgress.Policy], (String) -> Int?) -> Void
  ) {
    let now = (ContinuousClock.now - start) / .seconds(1)
    let due: ExperimentProgress? = state.withLock { state in
      let names = state.policies.map(\.name)
      body(&state.policies) { name in names.firstIndex(of: name) }
      guard now - state.lastReport >= Self.interval else { return nil }
      state.lastReport = now
      return ExperimentProgress(policies: state.policies, elapsedSeconds: now)
    }
    if let due { report(due) }
  }
}
