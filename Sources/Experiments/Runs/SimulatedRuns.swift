import Measures
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
    meter.expect(asked)
    meter.found(known.keys)
    switch mode {
    case .archivedOnly where !missing.isEmpty: throw MissingRuns(missing)
    case .shard(let shard):
      try await simulate(RunCell.cells(of: requests, onlyThoseOf: shard, missing: missing)) {
        known[$0] = $1
      }
      throw ShardDone()
    default:
      try await simulate(RunCell.cells(of: missing)) { known[$0] = $1 }
    }
    return requests.compactMap { known[$0] }
  }

  /// Simulates cells, at most `threads` runs at a time.
  private func simulate(
    _ cells: [RunCell], _ collect: (RunRequest, RunOutcome) -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: CellJob.Outcome.self) { group in
      var waiting = cells.makeIterator()
      var ready: [CellJob] = []
      var running = 0
      var plans = PlanCache(space)
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
          meter.done(request.arm.policy)
          collect(request, outcome)
        }
      }
    }
  }
}
