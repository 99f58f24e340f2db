import Incentives

/// What an employee knows and believes, carried from week to week.
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
}
