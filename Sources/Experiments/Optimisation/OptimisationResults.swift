import WorkplaceModel

/// What a search for the best design found, and what fresh runs say of it.
public struct OptimisationResults: Sendable {
  /// What was to be designed.
  public let problem: OptimisationProblem
  /// How the budget was divided.
  public let plan: SearchPlan
  /// Name of the policy that the others are compared with.
  public let baseline: String
  /// Identifiers of the tracked measures: the objective, the constrained ones in order, then further
  /// axes of the Pareto front.
  public let measures: [String]
  /// Every design that was evaluated, in order; the first is that of the file.
  public let designs: [EvaluatedDesign]
  /// Number of the chosen design.
  public let chosen: Int
  /// Whether the chosen design kept all constraints in the search.
  public let isFeasible: Bool
  /// The fresh runs.
  public let confirmation: DesignConfirmation
  /// Runs made by the search.
  public let searchRuns: Int
  /// Runs made to confirm.
  public let confirmationRuns: Int

  /// Whether the search found nothing better than the design of the file.
  public var keepsStart: Bool { chosen == 0 }

  /// A design less the design of the file, in a tracked measure, paired over the replications that
  /// both have.
  public func difference(of measure: Int, design: Int) -> PairedDifference {
    let values = designs[design].values[measure]
    let start = designs[0].values[measure]
    let common = min(values.count, start.count)
    return PairedDifference(
      policy: Array(values.prefix(common)), baseline: Array(start.prefix(common)))
  }

  /// Mean of a tracked measure over the replications of a design.
  public func estimate(of measure: Int, design: Int) -> Estimate {
    Estimate(designs[design].values[measure])
  }

  /// Whether each constraint holds for the chosen design, by the fresh runs.
  public var verdicts: [ConstraintVerdict] {
    problem.constraints.indices.map {
      problem.constraints[$0].verdict(on: confirmation.chosen[$0 + 1])
    }
  }

  /// How much better the objective of the chosen design looked in the search.
  public var optimism: SearchOptimism? {
    SearchOptimism(search: designs[chosen].values[0], confirmation: confirmation.chosen[0])
  }

  /// The gain over the design of the file that the search promised.
  public var promisedGain: Estimate { difference(of: 0, design: chosen).estimate }

  /// The setting of a factor under a design; nil for the design of the file.
  public func setting(of factor: Int, design: Int) -> String? {
    designs[design].point.settings.first { $0.path == problem.factors[factor].path }?.value
  }

  /// Whether a design kept all constraints on the replications it had.
  public func isFeasible(_ design: Int) -> Bool { merit(design).violation == 0 }

  /// The sum of relative violations of a design, on the replications it had.
  public func violation(of design: Int) -> Double { merit(design).violation }

  private func merit(_ design: Int) -> Merit {
    let values = designs[design].values
    return problem.merit(
      objective: values[0], constrained: Array(values[1..<1 + problem.constraints.count]))
  }
}

extension OptimisationResults {
  /// Measures of which less is better and which every front weighs against the objective.
  static let hazards = ["cvar95_annual_loss_usd", "gaming_people_share"]

  /// Positions among ``measures`` of the axes of the front, and whether more is better.
  public var axes: [(measure: Int, isMaximised: Bool)] {
    [(0, true)]
      + Self.hazards.compactMap { hazard in
        guard hazard != problem.objective else { return nil }
        return measures.firstIndex(of: hazard).map { ($0, false) }
      }
  }

  /// The front of each design, 1 being that of the designs that none surpasses in all axes.
  ///
  /// Designs differ in how many replications they had. They are placed by what they change against
  /// the design of the file on the same replications, so that none gains by luck that all share.
  public var fronts: [Int?] {
    ParetoFronts.ranks(
      of: designs.indices.map { design in
        axes.map { axis in
          let change = difference(of: axis.measure, design: design).estimate
          guard change.missing == 0, let mean = change.mean else { return .nan }
          return axis.isMaximised ? mean : -mean
        }
      })
  }
}
