/// What the design of a policy is searched for: what may be chosen, what is to be great, and which
/// bounds must be kept.
///
/// Measures belong to whoever measures, so they are named here and bounds are kept as they were
/// written.
public struct OptimisationDesign: Sendable, Equatable {
  /// Name of the policy that is designed.
  public var policy: String
  /// What may be chosen.
  public var factors: [Factor]
  /// Identifier of the measure whose mean is to be great.
  public var objective: String
  /// Bounds on the means of measures.
  public var bounds: [Bound]

  /// A bound on the mean of a measure.
  public struct Bound: Sendable, Equatable {
    /// Identifier of the measure.
    public var measure: String
    /// Whether the mean must lie below the bound rather than above it.
    public var isUpper: Bool
    /// The bound as it was written, with its unit.
    public var text: String

    /// Creates a bound.
    public init(measure: String, isUpper: Bool, text: String) {
      self.measure = measure
      self.isUpper = isUpper
      self.text = text
    }
  }

  /// Creates the value from all of its parts.
  public init(policy: String, factors: [Factor], objective: String, bounds: [Bound]) {
    self.policy = policy
    self.factors = factors
    self.objective = objective
    self.bounds = bounds
  }
}
