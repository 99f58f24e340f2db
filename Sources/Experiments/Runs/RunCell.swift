import Measures
import WorkplaceModel

/// A design point and a replication with the arms that are to be simulated there, from one warm-up.
struct RunCell: Sendable {
  var point: DesignPoint
  var replication: Int
  var arms: [Arm]

  /// The cells of requests, in the order in which they are first asked for.
  static func cells(of requests: [RunRequest]) -> [RunCell] {
    var cells: [RunCell] = []
    var places: [Place: Int] = [:]
    for request in requests {
      let place = Place(point: request.point, replication: request.replication)
      if let index = places[place] {
        cells[index].arms.append(request.arm)
      } else {
        places[place] = cells.count
        cells.append(
          RunCell(point: request.point, replication: request.replication, arms: [request.arm]))
      }
    }
    return cells
  }

  /// The cells of a shard, with what of them is still missing.
  static func cells(
    of requests: [RunRequest], onlyThoseOf shard: Shard, missing: [RunRequest]
  ) -> [RunCell] {
    var numbers: [Place: Int] = [:]
    for cell in cells(of: requests) { numbers[cell.place] = numbers.count }
    return cells(of: missing).filter { shard.has(cell: numbers[$0.place] ?? 0) }
  }

  private struct Place: Hashable {
    var point: DesignPoint
    var replication: Int
  }

  private var place: Place { Place(point: point, replication: replication) }
}

/// What one task does for a cell.
struct CellJob: Sendable {
  var cell: RunCell
  var plan: StudyPlan
  var work: Work

  /// A step of the cell.
  enum Work: Sendable {
    case warmUp
    case run(arm: Int, world: Workplace)
  }

  /// What comes of it.
  enum Outcome: Sendable {
    case warm(RunCell, StudyPlan, Workplace)
    case done(RunRequest, MeasureCatalogue, PolicyRun)
  }

  /// Does the job.
  func perform(_ meter: ExperimentMeter) throws -> Outcome {
    let job: StudyPlan.Job =
      switch work {
      case .warmUp: .warmUp(replication: cell.replication)
      case .run(let arm, let world): .run(replication: cell.replication, arm: arm, world: world)
      }
    switch try plan.perform(job, meter) {
    case .warm(_, let world): return .warm(cell, plan, world)
    case .done(let replication, let arm, let run):
      return .done(
        RunRequest(cell.point, cell.arms[arm], replication: replication), plan.catalogue, run)
    }
  }
}

/// Makes the plans of cells, and remembers the scenario of the latest point, since cells of a point
/// follow each other.
struct PlanCache {
  private let space: ScenarioSpace
  private var latest: (point: DesignPoint, scenario: Scenario)?

  private let warmUpWeeks: Int?

  /// - Parameter warmUpWeeks: weeks of warm-up in place of those of the scenarios.
  init(_ space: ScenarioSpace, warmUpWeeks: Int?) {
    self.space = space
    self.warmUpWeeks = warmUpWeeks
  }

  /// The first job of a cell.
  ///
  /// - Throws: What the space throws; ``StudyError/unknownPolicy(_:known:)``.
  mutating func warmUp(_ cell: RunCell) throws -> CellJob {
    let scenario = try scenario(at: cell.point)
    let arms = try cell.arms.map { arm in
      guard let index = scenario.policies.firstIndex(where: { $0.name == arm.policy }) else {
        throw StudyError.unknownPolicy(arm.policy, known: scenario.policies.map(\.name))
      }
      return StudyPlan.Arm(policy: scenario.policies[index].under(arm), index: index)
    }
    return CellJob(
      cell: cell, plan: StudyPlan(scenario, StudyOptions(), arms: arms), work: .warmUp)
  }

  private mutating func scenario(at point: DesignPoint) throws -> Scenario {
    if let latest, latest.point == point { return latest.scenario }
    var scenario = try space.scenario(at: point)
    if let warmUpWeeks { scenario.warmUpWeeks = warmUpWeeks }
    latest = (point, scenario)
    return scenario
  }
}

extension RunOutcome {
  /// What is kept of a run: the measures called `names`, NaN for those that the run does not have.
  init(_ run: PolicyRun, _ catalogue: MeasureCatalogue, like names: [String]) {
    let own = catalogue.measures.map(\.identifier)
    let measures =
      own == names
      ? run.record.measures
      : names.map { name in
        own.firstIndex(of: name).map { run.record.measures[$0] } ?? .nan
      }
    self.init(measures: measures, fingerprint: run.fingerprint)
  }
}

/// Runs that an archive should hold and does not.
public struct MissingRuns: Error, Sendable, Equatable {
  /// Where they should be, in the order in which they were asked for.
  public var addresses: [RunAddress]
  /// How many runs were asked for, with those that are there.
  public var wanted: Int

  init(_ addresses: [RunAddress], of wanted: Int) {
    self.addresses = addresses
    self.wanted = wanted
  }
}

/// A shard has made its runs; what they mean is for whoever joins the shards.
public struct ShardDone: Error, Sendable, Equatable {
  /// Creates the value.
  public init() {}
}
