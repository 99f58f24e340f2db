/// What a study runs beside its policies; nothing of it changes a figure of a policy's own run.
public struct StudyDesign: Sendable, Equatable {
  /// Which counterfactuals stand beside every policy.
  public var counterfactuals: CounterfactualSelection
  /// Whether the policies are also compared in the corners of what is known least.
  public var showsCorners: Bool
  /// The corners.
  public var corners: CornerDesign
  /// How precisely a measure shall be known; nil for a given number of replications.
  public var precision: PrecisionTarget?
  /// How the length of the warm-up is found; nil where it is given.
  public var warmUpSearch: WarmUpSearch?
  /// What experiments vary unless they are told otherwise.
  public var factors: [Factor]
  /// What the design of a policy is searched for unless the search is told otherwise.
  public var optimisation: OptimisationDesign?

  /// Creates the value from all of its parts; what is left out is the default of the library, not
  /// of scenario files.
  public init(
    counterfactuals: CounterfactualSelection = .none, showsCorners: Bool = false,
    corners: CornerDesign = CornerDesign(), factors: [Factor] = [],
    optimisation: OptimisationDesign? = nil
  ) {
    self.counterfactuals = counterfactuals
    self.showsCorners = showsCorners
    self.corners = corners
    self.factors = factors
    self.optimisation = optimisation
  }
}

/// Which counterfactuals are run; the raw value is the word in scenario files.
public enum CounterfactualSelection: String, CaseIterable, Sendable {
  /// Without gaming, and without the metric.
  case all
  /// Without gaming only.
  case honest
  /// None.
  case none
}

/// Two levels of each of the three things that decide which policy is best and that nobody has
/// measured well: friction of adoption, severity of incidents, credibility of the promise.
///
/// MODEL 5 asks that no ranking of policies be shown without them.
public struct CornerDesign: Sendable, Equatable {
  /// Weekly cost of changing over to agents for a beginner, in hours (`behaviour.adoptionInertia`).
  public var adoptionInertiaHours: Levels
  /// Factor on median and limit of every class of incident (`risk.severities`).
  public var severityFactor: Levels
  /// Prior belief of everybody that the promise of non-use is kept, between 0 and 1.
  public var promiseCredibility: Levels
  /// Replications of every corner, from the first of the study on.
  public var replications: Int

  /// Creates the value from all of its parts.
  public init(
    adoptionInertiaHours: Levels = Levels(low: 0, high: 3),
    severityFactor: Levels = Levels(low: 0.1, high: 10),
    promiseCredibility: Levels = Levels(low: 0.2, high: 0.9), replications: Int = 3
  ) {
    self.adoptionInertiaHours = adoptionInertiaHours
    self.severityFactor = severityFactor
    self.promiseCredibility = promiseCredibility
    self.replications = replications
  }

  /// A low and a high value.
  public struct Levels: Sendable, Equatable {
    /// The lower value.
    public var low: Double
    /// The higher value.
    public var high: Double

    /// Creates a pair of levels.
    public init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }
  }
}
