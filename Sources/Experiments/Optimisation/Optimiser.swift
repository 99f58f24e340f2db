import WorkplaceModel

/// Finds the design with the greatest objective among those that keep the constraints, then makes
/// fresh runs that say how good it is.
public struct Optimiser: Sendable {
  private let problem: OptimisationProblem
  private let plan: SearchPlan
  private let seed: UInt64
  private let resolution: Double

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - problem: what is to be designed.
  ///   - plan: how many runs go into what.
  ///   - seed: seed of the designs that the search begins with.
  ///   - resolution: share of an interval that still makes a difference.
  public init(
    _ problem: OptimisationProblem, plan: SearchPlan, seed: UInt64, resolution: Double = 1e-3
  ) {
    self.problem = problem
    self.plan = plan
    self.seed = seed
    self.resolution = resolution
  }

  /// Searches and confirms.
  ///
  /// - Throws: ``OptimisationError`` where the source has not what the problem names; what the
  ///   source throws.
  public func run(_ source: some RunSource) async throws -> OptimisationResults {
    let tracked = try trackedMeasures(of: source)
    var search = DesignSearch(
      SearchSpace(problem.factors, resolution: resolution), plan,
      DesignEvaluations(source, problem, tracked: tracked), seed: seed)
    let chosen = try await search.run()
    let designs = search.evaluations.designs
    let (confirmation, runs) = try await confirm(
      designs[chosen].point, source, tracked: tracked)
    let values = designs[chosen].values
    let merit = problem.merit(
      objective: values[0], constrained: Array(values[1..<1 + problem.constraints.count]))
    return OptimisationResults(
      problem: problem, plan: plan, baseline: source.policies[source.baseline],
      measures: tracked.map { source.measures[$0] }, designs: designs, chosen: chosen,
      isFeasible: merit.violation == 0, confirmation: confirmation,
      searchRuns: search.evaluations.runs, confirmationRuns: runs)
  }

  /// Positions of the objective, the constrained measures and the further axes of the front.
  private func trackedMeasures(of source: some RunSource) throws -> [Int] {
    guard source.policies.contains(problem.policy) else {
      throw OptimisationError.unknownPolicy(problem.policy, known: source.policies)
    }
    guard !problem.factors.isEmpty else { throw OptimisationError.noFactors }
    let named = [problem.objective] + problem.constraints.map(\.measure)
    let positions = try named.map { name in
      guard let position = source.position(of: name) else {
        throw OptimisationError.unknownMeasure(name)
      }
      return position
    }
    let hazards = OptimisationResults.hazards.filter { !named.contains($0) }
    return positions + hazards.compactMap { source.position(of: $0) }
  }

  /// Runs the chosen design, the design of the file and the baseline on fresh replications.
  private func confirm(
    _ point: DesignPoint, _ source: some RunSource, tracked: [Int]
  ) async throws -> (DesignConfirmation, runs: Int) {
    let replications = plan.confirmationRange
    let baseline = Arm(source.policies[source.baseline])
    let rows = [
      (point, Arm(problem.policy)), (.unchanged, Arm(problem.policy)), (.unchanged, baseline),
    ]
    let requests = replications.flatMap { replication in
      rows.map { RunRequest($0.0, $0.1, replication: replication) }
    }
    let outcomes = try await source.outcomes(of: requests)
    let values = rows.indices.map { row in
      tracked.map { measure in
        replications.indices.map { index in
          outcomes[(index - replications.lowerBound) * rows.count + row].measures[measure]
        }
      }
    }
    return (
      DesignConfirmation(
        replications: replications, chosen: values[0], start: values[1], baseline: values[2]),
      Set(requests).count
    )
  }
}
