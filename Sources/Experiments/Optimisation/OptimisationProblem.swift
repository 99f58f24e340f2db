import WorkplaceModel

/// What is to be designed: which keys may be chosen, what is to be great, and what must hold.
public struct OptimisationProblem: Sendable, Equatable {
  /// Name of the policy in force.
  public var policy: String
  /// The keys that may be chosen, with the values they may take.
  public var factors: [Factor]
  /// Identifier of the measure whose mean is to be as great as possible.
  public var objective: String
  /// What must hold of the means of measures.
  public var constraints: [OutcomeConstraint]
  /// What the scenario itself has for each factor, as a position in its range; nil where that lies
  /// outside of the range.
  public var start: [Double?]

  /// Describes a problem.
  public init(
    policy: String, factors: [Factor], maximising objective: String,
    subjectTo constraints: [OutcomeConstraint] = [], start: [Double?]? = nil
  ) {
    self.policy = policy
    self.factors = factors
    self.objective = objective
    self.constraints = constraints
    self.start = start ?? factors.map { _ in nil }
  }
}

/// A bound that the mean of a measure must keep.
public struct OutcomeConstraint: Sendable, Equatable {
  /// Identifier of the measure.
  public var measure: String
  /// On which side of the bound the mean must lie.
  public var side: Side
  /// The bound, in the unit of the measure.
  public var bound: Double

  /// The side of a bound.
  public enum Side: String, Sendable {
    case atMost
    case atLeast
  }

  /// Creates a constraint.
  public init(_ measure: String, _ side: Side, _ bound: Double) {
    self.measure = measure
    self.side = side
    self.bound = bound
  }

  /// How far a value lies on the wrong side, negative where it lies on the right one.
  func excess(of value: Double) -> Double {
    side == .atMost ? value - bound : bound - value
  }
}

/// A problem that a source of runs cannot pose.
public enum OptimisationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such policy.
  case unknownPolicy(String, known: [String])
  /// There is no such measure.
  case unknownMeasure(String)
  /// Nothing may be chosen.
  case noFactors
  /// The budget does not suffice for any search.
  case budgetTooSmall(Int, least: Int)

  /// The mistake in words.
  public var description: String {
    switch self {
    case .unknownPolicy(let name, let known):
      "there is no policy '\(name)': expected one of \(known.joined(separator: ", "))"
    case .unknownMeasure(let name): "there is no measure '\(name)'"
    case .noFactors: "nothing may be chosen: expected at least one factor"
    case .budgetTooSmall(let budget, let least):
      "a budget of \(budget) runs is too small: expected at least \(least)"
    }
  }
}
