import Measures
import Synchronization
import WorkplaceModel

/// Runs of a scenario: looked up in an archive, or simulated and kept there.
///
/// Runs of one point and replication share a warm-up, after which the world, a value, is copied into
/// every arm. Only measures are kept of a run, so memory grows with the number of runs and not with
/// what happened in them.
public final class SimulatedRuns: RunSource {
  /// Names of the policies.
  public let policies: [String]
  /// Index of the policy that the others are compared with.
  public let baseline: Int
  /// Identifiers of the measures of the scenario, in the order of its catalogue.
  public let measures: [String]
  private let space: ScenarioSpace
  private let archive: (any RunArchive)?
  private let threads: Int
  private let mode: Mode
  private let meter: ExperimentMeter
  private let warmUp = Mutex<Int?>(nil)
  private let undefined = Mutex(UndefinedValueCount())

  /// What happens to runs that the archive does not have.
  public enum Mode: Sendable, Equatable {
    /// They are simulated.
    case simulating
    /// Those of one shard are simulated; asking for outcomes simulates and then throws
    /// ``ShardDone``, since the others are missing.
    case shard(Shard)
    /// They are missing: ``MissingRuns`` is thrown.
    case archivedOnly
  }

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - space: the scenario.
  ///   - archive: where finished runs are kept; nil to keep none.
  ///   - threads: runs simulated at the same time; at least 1.
  ///   - onProgress: called a few times a second from any thread.
  public init(
    _ space: ScenarioSpace, archive: (any RunArchive)? = nil, threads: Int = 1,
    mode: Mode = .simulating,
    onProgress: @escaping @Sendable (ExperimentProgress) -> Void = { _ in }
  ) {
    self.space = space
    self.archive = archive
    self.threads = threads
    self.mode = mode
    policies = space.base.policies.map(\.name)
    baseline = space.base.baseline
    measures = MeasureCatalogue(space.base).measures.map(\.identifier)
    meter = ExperimentMeter(policies: space.base.policies.map(\.name), report: onProgress)
  }

  /// False for a shard.
  public var givesOutcomes: Bool { mode.needsOutcomes }

  /// The outcomes of runs, in the order of the requests.
  ///
  /// - Throws: ``MissingRuns``, ``ShardDone``; what the space or the archive throws;
  ///   `CancellationError`.
  public func outcomes(of requests: [RunRequest]) async throws -> [RunOutcome] {
    var known: [RunRequest: RunOutcome] = [:]
    var missing: [RunRequest] = []
    var asked: Set<RunRequest> = []
    for request in requests where asked.insert(request).inserted {
      if let bytes = try archive?.bytes(of: request.address),
        let outcome = RunOutcome(bytes: bytes, measures: measures.count)
      {
        known[request] = outcome
      } else {
        missing.append(request)
      }
    }
    switch mode {
    case .archivedOnly where !missing.isEmpty:
      throw MissingRuns(missing.map(\.address), of: asked.count)
    case .shard(let shard):
      let cells = RunCell.cells(of: requests, onlyThoseOf: shard, missing: missing)
      expect(cells, found: [])
      try await simulate(cells) { _, _ in }
      try archive?.seal()
      throw ShardDone()
    default:
      let cells = RunCell.cells(of: missing)
      expect(cells, found: Array(known.keys))
      try await simulate(cells) { known[$0] = $1 }
    }
    undefined.withLock { count in
      for (request, outcome) in known { count.add(outcome, of: request) }
    }
    return requests.compactMap { known[$0] }
  }

  /// Measures that are undefined in some of the runs asked for so far, and not in all of an arm.
  public func undefinedValues() -> [UndefinedValues] {
    undefined.withLock { $0.found(measures, policies: policies) }
  }

  /// Tells the meter what is needed and what is there.
  private func expect(_ cells: [RunCell], found: [RunRequest]) {
    let (warmUp, horizon) = (space.base.warmUpWeeks, space.base.horizonWeeks)
    for request in found {
      guard let policy = meter.index(of: request.arm.policy) else { continue }
      meter.expect(1, of: policy, weeks: horizon)
      meter.found(policy, weeks: horizon)
    }
    for cell in cells {
      meter.expectWarmUp(weeks: warmUp)
      for arm in cell.arms {
        if let policy = meter.index(of: arm.policy) {
          meter.expect(1, of: policy, weeks: horizon)
        }
      }
    }
  }

  /// Weeks of warm-up where the scenario lets them be found; those of the base serve every point, so
  /// that points differ in what they set and in nothing else.
  private func foundWarmUp() async throws -> Int? {
    if let weeks = warmUp.withLock({ $0 }) { return weeks }
    let weeks = try await WarmUpFinding.search(for: space.base, threads: threads)?.weeks
    warmUp.withLock { $0 = weeks }
    return weeks
  }

  /// Simulates cells, at most `threads` runs at a time.
  private func simulate(
    _ cells: [RunCell], _ collect: (RunRequest, RunOutcome) -> Void
  ) async throws {
    let warmUpWeeks = cells.isEmpty ? nil : try await foundWarmUp()
    try await withThrowingTaskGroup(of: CellJob.Outcome.self) { group in
      var waiting = cells.makeIterator()
      var ready: [CellJob] = []
      var running = 0
      var plans = PlanCache(space, warmUpWeeks: warmUpWeeks)
      while true {
        while running < threads {
          guard let job = try ready.popLast() ?? waiting.next().map({ try plans.warmUp($0) })
          else { break }
          running += 1
          let meter = meter
          group.addTask { try job.perform(meter) }
        }
        guard let outcome = try await group.next() else { break }
        running -= 1
        switch outcome {
        case .warm(let cell, let plan, let world):
          ready += cell.arms.indices.reversed().map {
            CellJob(cell: cell, plan: plan, work: .run(arm: $0, world: world))
          }
        case .done(let request, let catalogue, let run):
          let outcome = RunOutcome(run, catalogue, like: measures)
          try archive?.keep(outcome.bytes, at: request.address)
          if let policy = meter.index(of: request.arm.policy) { meter.runDone(policy) }
          collect(request, outcome)
        }
      }
    }
  }
}
