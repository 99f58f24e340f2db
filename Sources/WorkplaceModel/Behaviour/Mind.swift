import Incentives

/// What an employee knows, believes and feels, carried from week to week.
struct Mind: Sendable {
  /// Belief that the promise of non-use is kept.
  var credibility: CredibilityBelief
  /// Hours of agent-assisted work so far.
  var experienceHours = 0.0
  /// Techniques the employee has heard of.
  var known: TechniqueSet = []
  /// Believed probability of being audited in a week.
  var auditBelief = 0.0
  /// The profile of the latest week.
  var profile = ActionProfile(agentShareIndex: 0, techniques: [])
  /// Working time above the contract's in the latest week, as a fraction.
  var effort = 0.0
  /// What that effort cost, in hours of pay.
  var effortCost = 0.0
  /// Utility of the latest week as it looked on Monday, in hours of pay.
  var utility = 0.0

  // Slow states.
  /// Intrinsic motivation as a multiple of where it started.
  var motivation = 1.0
  var fatigue = 0.0
  /// Trust in the organisation, between 0 and 1.
  var trust = 1.0
  /// Standard hours a week that automation does.
  var automation = 0.0
  /// Weeks in the job; those who were there at the beginning have long been.
  var weeksInJob = Double.infinity
  /// Utility that the employee has come to expect of the job.
  var reference = ReferenceUtility()
  /// Newcomers who have sat in this seat before, the employee included.
  var generation: UInt32 = 0

  // Memory of some decision rules.
  /// Attractions by entry of the menu; empty unless the rule needs them.
  var attractions: [Double] = []
  /// Experience N of the attractions.
  var experience = 1.0
  /// What the employee wants to reach; nil before the first week.
  var aspiration: Double?
  /// The same for techniques, where these are chosen by themselves; nil where they are not.
  var techniqueMemory: ChoiceMemory?

  /// Forgets what refers to a menu that no longer holds.
  mutating func meetNewMenu() {
    attractions = []
    experience = 1
    aspiration = nil
    techniqueMemory = nil
  }
}

/// The mean of the weeks before a policy, with which later weeks are compared.
struct ReferenceUtility: Sendable {
  private(set) var mean = 0.0
  private var weeks = 0.0

  /// Takes in a week.
  mutating func add(_ utility: Double) {
    weeks += 1
    mean += (utility - mean) / weeks
  }

  /// Whether there is a week to compare with.
  var isKnown: Bool { weeks > 0 }
}
