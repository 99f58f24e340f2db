import Foundation
import Measures
import WorkplaceModel

/// The work of a study cut into jobs that do not know each other.
struct StudyPlan: Sendable {
  let scenario: Scenario
  let options: StudyOptions
  let catalogue: MeasureCatalogue

  init(_ scenario: Scenario, _ options: StudyOptions) {
    self.scenario = scenario
    self.options = options
    catalogue = MeasureCatalogue(scenario)
  }

  /// What one task does.
  enum Job: Sendable {
    case warmUp(replication: Int)
    /// From a warm world, or from the beginning.
    case run(replication: Int, policy: Int, world: Workplace?)
  }

  /// What comes of it.
  enum Outcome: Sendable {
    case warm(replication: Int, world: Workplace)
    case done(replication: Int, policy: Int, run: PolicyRun)
  }

  /// Number of policies.
  var policies: Int { scenario.policies.count }

  /// Number of replications.
  var replications: Int { scenario.replications }

  /// Whether policies start from a copy of one warm world.
  var forks: Bool { options.forkWarmState && options.commonRandomNumbers }

  /// Simulated weeks in all.
  var weeks: Int {
    let warmUps = forks ? 1 : policies
    return replications * (warmUps * scenario.warmUpWeeks + policies * scenario.horizonWeeks)
  }

  /// The jobs that can start at once.
  func makeQueue() -> JobQueue {
    guard !forks else {
      return JobQueue(later: (0..<replications).map { .warmUp(replication: $0) })
    }
    return JobQueue(
      later: (0..<replications).flatMap { replication in
        (0..<policies).map { .run(replication: replication, policy: $0, world: nil) }
      })
  }

  /// The jobs that a warm world makes possible.
  func jobs(_ replication: Int, from world: Workplace) -> [Job] {
    (0..<policies).map { .run(replication: replication, policy: $0, world: world) }
  }

  /// Does a job.
  func perform(_ job: Job, _ meter: ProgressMeter) throws -> Outcome {
    switch job {
    case .warmUp(let replication):
      return .warm(
        replication: replication, world: try warmWorld(replication: replication, meter))
    case .run(let replication, let policy, let world):
      let world = try world ?? warmWorld(replication: number(replication, policy), meter)
      let run = try simulate(world, policy: policy, meter)
      return .done(replication: replication, policy: policy, run: run)
    }
  }

  private func warmWorld(replication: Int, _ meter: ProgressMeter) throws -> Workplace {
    try Task.checkCancellation()
    var world = Workplace(scenario, replication: replication)
    world.warmUp()
    for _ in 0..<scenario.warmUpWeeks { meter.weekDone() }
    return world
  }

  private func simulate(
    _ warm: Workplace, policy: Int, _ meter: ProgressMeter
  ) throws -> PolicyRun {
    let start = threadSeconds()
    var world = warm
    let eventsBefore = world.eventCount
    world.adopt(scenario.policies[policy])
    var recorder = ReplicationRecorder(scenario, policy: policy, catalogue: catalogue)
    var employeeWeeks =
      options.keepEmployeeWeeks ? EmployeeWeeks(scenario, policy: policy) : nil
    for _ in 0..<scenario.horizonWeeks {
      try Task.checkCancellation()
      let ledger = world.simulateWeek()
      recorder.add(ledger)
      employeeWeeks?.add(ledger)
      meter.weekDone()
    }
    let record = recorder.record()
    return PolicyRun(
      record: record, losses: LossCurve(record.annualLoss), fingerprint: world.fingerprint,
      events: world.eventCount - eventsBefore, cpuSeconds: threadSeconds() - start,
      employeeWeeks: employeeWeeks)
  }

  /// The number that keys the random numbers of a replication.
  ///
  /// With random numbers of its own, a policy is told apart by a hash of its name, so that adding
  /// another policy changes nothing for it.
  private func number(_ replication: Int, _ policy: Int) -> Int {
    guard !options.commonRandomNumbers else { return replication }
    var hash = FowlerNollVoHash()
    hash.add(scenario.policies[policy].name)
    return replication + Int(hash.value >> 32) << 24
  }

  /// Processor seconds of the current thread.
  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// Jobs in the order in which they are to start: what is warm first, so that few worlds wait.
struct JobQueue {
  private var ready: [StudyPlan.Job] = []
  private var later: [StudyPlan.Job]

  init(later: [StudyPlan.Job]) {
    self.later = later.reversed()
  }

  /// Adds jobs that can start from a warm world.
  mutating func add(_ jobs: [StudyPlan.Job]) {
    ready.insert(contentsOf: jobs.reversed(), at: 0)
  }

  /// Takes the next job.
  mutating func next() -> StudyPlan.Job? {
    ready.popLast() ?? later.popLast()
  }
}

/// The hash FNV-1a of 64 bits (Fowler, Noll and Vo).
struct FowlerNollVoHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds the bytes of a text.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }

  /// Adds the bytes of a word, lowest first.
  mutating func add(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      add(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
