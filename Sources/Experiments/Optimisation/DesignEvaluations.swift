import WorkplaceModel

/// Which part of a search first asked for a design.
public enum SearchStage: String, Sendable, CaseIterable {
  /// The design of the file.
  case start
  /// The designs that fill the space.
  case screening
  /// Moves of a local search.
  case localSearch = "local_search"
}

/// A design and what its runs gave.
public struct EvaluatedDesign: Sendable, Equatable {
  /// Where it lies, one position for each factor; nil where the design of the file is outside.
  public var positions: [Double]?
  /// What it sets; nothing for the design of the file.
  public var point: DesignPoint
  /// The part of the search that first asked for it.
  public var stage: SearchStage
  /// By tracked measure, then replication from 0; NaN where undefined.
  public var values: [[Double]]

  /// Replications that were made.
  public var replications: Int { values.first?.count ?? 0 }
}

/// The designs of a search with their runs, and the runs they took.
///
/// All designs are run on the same replications from 0 up, so that for a given number of them the
/// mean is a plain function of the design (sample average approximation; S. Kim, R. Pasupathy,
/// S. Henderson, "A guide to sample average approximation", Handbook of Simulation Optimization,
/// 2015).
struct DesignEvaluations: Sendable {
  let source: any RunSource
  let problem: OptimisationProblem
  /// Positions of the tracked measures in the source: the objective, the constraints, then others.
  let tracked: [Int]
  /// In the order in which they were first asked for.
  private(set) var designs: [EvaluatedDesign] = []
  /// Runs made so far.
  private(set) var runs = 0
  private var numbers: [DesignPoint: Int] = [:]

  init(_ source: any RunSource, _ problem: OptimisationProblem, tracked: [Int]) {
    self.source = source
    self.problem = problem
    self.tracked = tracked
  }

  /// The number of a design; nil if it was never asked for.
  func number(of point: DesignPoint) -> Int? { numbers[point] }

  /// Runs that bringing designs to a number of replications would take.
  func cost(of points: [DesignPoint], replications: Int) -> Int {
    points.reduce(0) { total, point in
      let made = numbers[point].map { designs[$0].replications } ?? 0
      return total + max(0, replications - made)
    }
  }

  /// Brings designs to a number of replications; those that have them already stay as they are.
  mutating func evaluate(
    _ candidates: [(point: DesignPoint, positions: [Double]?)], replications: Int,
    stage: SearchStage
  ) async throws {
    var requests: [(design: Int, request: RunRequest)] = []
    for candidate in candidates {
      let number = numbers[candidate.point] ?? add(candidate.point, candidate.positions, stage)
      guard !requests.contains(where: { $0.design == number }) else { continue }
      for replication in designs[number]
        .replications..<max(
          replications, designs[number].replications)
      {
        requests.append(
          (
            number,
            RunRequest(candidate.point, Arm(problem.policy), replication: replication)
          ))
      }
    }
    guard !requests.isEmpty else { return }
    let outcomes = try await source.outcomes(of: requests.map(\.request))
    for (request, outcome) in zip(requests, outcomes) {
      for (place, measure) in tracked.enumerated() {
        designs[request.design].values[place].append(outcome.measures[measure])
      }
    }
    runs += requests.count
  }

  private mutating func add(
    _ point: DesignPoint, _ positions: [Double]?, _ stage: SearchStage
  ) -> Int {
    numbers[point] = designs.count
    designs.append(
      EvaluatedDesign(
        positions: positions, point: point, stage: stage, values: tracked.map { _ in [] }))
    return designs.count - 1
  }

  /// How good a design is on its first replications; nil if it has not as many.
  func merit(
    of point: DesignPoint, replications: Int, slack: Double = OptimisationProblem.slack
  ) -> Merit? {
    guard let number = numbers[point], designs[number].replications >= replications else {
      return nil
    }
    let values = designs[number].values.map { Array($0.prefix(replications)) }
    return problem.merit(
      objective: values[0], constrained: Array(values[1..<1 + problem.constraints.count]),
      slack: slack)
  }
}
