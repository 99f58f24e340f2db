import Foundation
import Measures
import WorkplaceModel

/// One stage of a study cut into jobs that do not know each other: some arms, each simulated in
/// every replication from the same warm world.
struct StudyPlan: Sendable {
  let scenario: Scenario
  let options: StudyOptions
  let catalogue: MeasureCatalogue
  let arms: [Arm]
  /// Number of replications, from the first of the scenario on.
  let replications: Int
  /// The scenario with other prices and severities: what the same trajectories mean under them.
  let readers: [Reader]

  /// Plans the policies of a scenario, or other arms of it.
  ///
  /// - Parameters:
  ///   - arms: what is simulated; nil for the policies.
  ///   - replications: how many; nil for as many as the scenario says.
  ///   - repriced: scenarios that differ from the first in prices and severities only, and whose
  ///     measures are read off the same trajectories.
  init(
    _ scenario: Scenario, _ options: StudyOptions, arms: [Arm]? = nil, replications: Int? = nil,
    repriced: [Scenario] = []
  ) {
    self.scenario = scenario
    self.options = options
    catalogue = MeasureCatalogue(scenario)
    self.arms =
      arms
      ?? scenario.policies.enumerated().map {
        Arm(policy: $1, index: $0, counterfactual: nil)
      }
    self.replications = replications ?? scenario.replications
    readers = repriced.map { Reader(scenario: $0, catalogue: MeasureCatalogue($0)) }
  }

  /// What is simulated side by side.
  struct Arm: Sendable {
    /// What is in force.
    var policy: Policy
    /// The policy of the scenario whose dashboard is read.
    var index: Int
    /// The counterfactual of that policy which this is; nil for the policy itself.
    var counterfactual: Counterfactual?
    /// The policies for which the run is read too, each by its own dashboard, because it is theirs
    /// or their counterfactual's.
    var serves: [Int] = []

    /// One word that identifies the arm within its stage.
    var key: String {
      counterfactual.map { "\(policy.name)/\($0.rawValue)" } ?? policy.name
    }
  }

  /// A scenario under which trajectories are read.
  struct Reader: Sendable {
    var scenario: Scenario
    var catalogue: MeasureCatalogue
  }

  /// What one task does.
  enum Job: Sendable {
    case warmUp(replication: Int)
    /// From a warm world, or from the beginning.
    case run(replication: Int, arm: Int, world: Workplace?)
  }

  /// What comes of it.
  enum Outcome: Sendable {
    case warm(replication: Int, world: Workplace)
    case done(replication: Int, arm: Int, run: PolicyRun)
  }

  /// Whether arms start from a copy of one warm world.
  var forks: Bool { options.forkWarmState && options.commonRandomNumbers }

  /// Weeks that a replication simulates before its arms part.
  var sharedWeeks: Int { forks ? scenario.warmUpWeeks : 0 }

  /// Weeks that one arm simulates in a replication.
  var weeksOfRun: Int { scenario.horizonWeeks + (forks ? 0 : scenario.warmUpWeeks) }

  /// Replications of arms in all.
  var runs: Int { arms.count * replications }

  /// The jobs that can start at once, of the runs that are needed.
  ///
  /// - Parameter isNeeded: whether to simulate an arm in a replication.
  func firstJobs(_ isNeeded: (_ arm: Int, _ replication: Int) -> Bool) -> [Job] {
    (0..<replications).flatMap { replication -> [Job] in
      let needed = arms.indices.filter { isNeeded($0, replication) }
      if needed.isEmpty { return [] }
      return forks
        ? [.warmUp(replication: replication)]
        : needed.map { .run(replication: replication, arm: $0, world: nil) }
    }
  }

  /// The jobs that a warm world makes possible, of the runs that are needed.
  func jobs(
    _ replication: Int, from world: Workplace,
    _ isNeeded: (_ arm: Int, _ replication: Int) -> Bool
  ) -> [Job] {
    arms.indices.filter { isNeeded($0, replication) }.map {
      .run(replication: replication, arm: $0, world: world)
    }
  }

  /// Does a job.
  ///
  /// - Parameter onWeek: called after every simulated week.
  func perform(_ job: Job, onWeek: () -> Void) throws -> Outcome {
    switch job {
    case .warmUp(let replication):
      return .warm(
        replication: replication, world: try warmWorld(replication: replication, onWeek))
    case .run(let replication, let arm, let world):
      let world = try world ?? warmWorld(replication: number(replication, arms[arm]), onWeek)
      let run = try simulate(world, arms[arm], onWeek)
      return .done(replication: replication, arm: arm, run: run)
    }
  }

  /// What each employee does under an arm, before any week; nil if it is not kept.
  func employeeWeeks(of arm: Arm) -> EmployeeWeeks? {
    options.keepEmployeeWeeks && arm.counterfactual == nil
      ? EmployeeWeeks(scenario, policy: arm.index) : nil
  }

  private func warmWorld(replication: Int, _ onWeek: () -> Void) throws -> Workplace {
    try Task.checkCancellation()
    var world = Workplace(scenario, replication: replication)
    world.warmUp()
    for _ in 0..<scenario.warmUpWeeks { onWeek() }
    return world
  }

  private func simulate(
    _ warm: Workplace, _ arm: Arm, _ onWeek: () -> Void
  ) throws -> PolicyRun {
    let start = threadSeconds()
    var world = warm
    let eventsBefore = world.eventCount
    world.adopt(arm.policy)
    var recorder = ReplicationRecorder(scenario, policy: arm.index, catalogue: catalogue)
    var others = readers.map {
      ReplicationRecorder($0.scenario, policy: arm.index, catalogue: $0.catalogue)
    }
    var servants = arm.serves.map {
      ReplicationRecorder(scenario, policy: $0, catalogue: catalogue)
    }
    var employeeWeeks = employeeWeeks(of: arm)
    for _ in 0..<scenario.horizonWeeks {
      try Task.checkCancellation()
      let ledger = world.simulateWeek()
      recorder.add(ledger)
      for index in others.indices { others[index].add(ledger) }
      for index in servants.indices { servants[index].add(ledger) }
      employeeWeeks?.add(ledger)
      onWeek()
    }
    let record = recorder.record()
    return PolicyRun(
      record: record, losses: LossCurve(record.annualLoss), fingerprint: world.fingerprint,
      events: world.eventCount - eventsBefore, cpuSeconds: threadSeconds() - start,
      employeeWeeks: employeeWeeks, repriced: others.map { $0.record() },
      readings: zip(arm.serves, servants).map { policy, recorder in
        PolicyRun.Reading(
          policy: policy, measures: recorder.record().measures, sketch: recorder.sketch())
      })
  }

  /// The number that keys the random numbers of a replication.
  ///
  /// With random numbers of its own, a policy is told apart by a hash of its name, so that adding
  /// another policy changes nothing for it.
  private func number(_ replication: Int, _ arm: Arm) -> Int {
    guard !options.commonRandomNumbers else { return replication }
    var hash = FowlerNollVoHash()
    hash.add(arm.policy.name)
    return replication + Int(hash.value >> 32) << 24
  }

  /// Processor seconds of the current thread.
  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
