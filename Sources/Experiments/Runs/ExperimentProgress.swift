/// How far a study or an experiment has come, policy by policy.
///
/// Work is counted in simulated weeks, and each policy's are weighted by how long they take, because
/// policies differ: under one people decide among more, under another there is more to simulate. An
/// experiment that decides as it goes which runs it needs expects more of them later; what is expected
/// here is what is known so far.
public struct ExperimentProgress: Sendable, Equatable {
  /// By policy, in the order of the scenario.
  public var policies: [Policy]
  /// Weeks before any policy is in force, which policies share.
  public var warmUp: Work
  /// What is being simulated, such as `policies` or `corners`.
  public var stage: String
  /// Seconds since the first run began.
  public var elapsedSeconds: Double

  /// Simulated weeks of one kind.
  public struct Work: Sendable, Equatable {
    /// Weeks that are done, those of runs found in an archive included.
    public var doneWeeks = 0
    /// Weeks of runs found in an archive.
    public var foundWeeks = 0
    /// Weeks that are known to be needed.
    public var expectedWeeks = 0
    /// Seconds that weeks of finished jobs took, on one thread.
    var busySeconds = 0.0
    /// Weeks of finished jobs.
    var timedWeeks = 0

    /// Mean seconds a week takes on one thread; nil until a job is finished.
    public var secondsPerWeek: Double? {
      timedWeeks > 0 ? busySeconds / Double(timedWeeks) : nil
    }
  }

  /// How far one policy has come, its counterfactuals and variants included.
  public struct Policy: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Runs that are finished, those found in an archive included.
    public var finishedRuns = 0
    /// Runs found in an archive.
    public var foundRuns = 0
    /// Runs asked for so far.
    public var expectedRuns = 0
    /// Its weeks.
    public var work = Work()

    /// Share of what is known to be needed that is done, between 0 and 1.
    public var fraction: Double {
      work.expectedWeeks > 0
        ? Double(work.doneWeeks) / Double(work.expectedWeeks)
        : expectedRuns > 0 ? Double(finishedRuns) / Double(expectedRuns) : 0
    }
  }

  /// Nothing done yet.
  public init(policies: [String]) {
    self.policies = policies.map { Policy(name: $0) }
    warmUp = Work()
    stage = ""
    elapsedSeconds = 0
  }

  /// Finished runs of all policies.
  public var finishedRuns: Int { policies.reduce(0) { $0 + $1.finishedRuns } }

  /// Runs of all policies that an archive had.
  public var foundRuns: Int { policies.reduce(0) { $0 + $1.foundRuns } }

  /// Runs of all policies that were asked for so far.
  public var expectedRuns: Int { policies.reduce(0) { $0 + $1.expectedRuns } }

  /// Weeks that are done, warm-up included.
  public var doneWeeks: Int { works.reduce(0) { $0 + $1.doneWeeks } }

  /// Weeks known to be needed, warm-up included.
  public var expectedWeeks: Int { works.reduce(0) { $0 + $1.expectedWeeks } }

  /// Share of the work that is done, between 0 and 1, each policy's weeks weighted by what they take.
  public var fraction: Double {
    let (done, found, left) = weighted
    return done + found + left > 0 ? (done + found) / (done + found + left) : 0
  }

  /// Seconds left at the speed of this session, runs found in an archive left out; nil while it would
  /// mislead: before two seconds, before the first finished run, and in the first fortieth of the work.
  public var secondsLeft: Double? {
    let (done, _, left) = weighted
    guard elapsedSeconds >= 2, done > 0, done >= 0.025 * (done + left),
      finishedRuns > foundRuns
    else { return nil }
    return elapsedSeconds * left / done
  }

  private var works: [Work] { policies.map(\.work) + [warmUp] }

  /// Seconds of one thread: of what this session did, what was found, and what is left.
  private var weighted: (done: Double, found: Double, left: Double) {
    let works = works
    let busy = works.reduce(0) { $0 + $1.busySeconds }
    let timed = works.reduce(0) { $0 + $1.timedWeeks }
    let mean = timed > 0 && busy > 0 ? busy / Double(timed) : 1
    return works.reduce(into: (0, 0, 0)) { sum, work in
      let weight = work.secondsPerWeek ?? mean
      sum.0 += weight * Double(work.doneWeeks - work.foundWeeks)
      sum.1 += weight * Double(work.foundWeeks)
      sum.2 += weight * Double(max(0, work.expectedWeeks - work.doneWeeks))
    }
  }
}
