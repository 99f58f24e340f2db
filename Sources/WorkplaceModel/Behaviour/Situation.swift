import Incentives

/// Everything an employee's weekly choice depends on.
struct Situation: Sendable {
  let employee: Employee
  /// The employee's number in the organisation.
  let index: Int
  let mind: Mind
  let surroundings: Surroundings
  let publication: DecisionProblem.Publication
  let guards: GuardRails
}

/// What an employee sees around them on Monday.
struct Surroundings: Sendable {
  /// Share of team-mates who gamed last week.
  var gamingPeers = 0.0
  /// Mean standing of team-mates on the most visible board, as a normal score; NaN without one.
  var teamStanding = Double.nan
  /// The employee's own place on it last week, 0 lowest, 1 highest; one half without one.
  var percentile = 0.5
  /// The profile of a peer the employee happens to look at.
  var peerProfile: ActionProfile?
}

/// The uniforms of one weekly choice, drawn whether needed or not so that all policies stay in step.
struct ChoiceLuck: Sendable {
  /// Which alternative.
  var choice: Double
  /// Whether last week's profile is kept without thinking.
  let inertia: Double
  /// Whether the employee looks at a peer.
  let looking: Double
  /// Which peer.
  let peer: Double
  /// Whether the peer is copied.
  let copying: Double
}

/// What an employee has decided.
struct Decision: Sendable {
  let profile: ActionProfile
  /// Working time above the contract's, as a fraction.
  let effort: Double
  /// Cost of the effort, in hours of pay a week.
  let effortCost: Double
  /// Utility of the week, effort included.
  let utility: Double
  /// Utility that aspirations about the honest part of the week follow; nil where it is the same.
  var honestUtility: Double?
  /// Attractions after the week, for rules that have them.
  var attractions: [Double] = []
  /// Experience N after the week.
  var experience = 1.0
  /// What the rule remembers of techniques, where these were chosen by themselves.
  var techniqueMemory: ChoiceMemory?
}
