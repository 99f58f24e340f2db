import Incentives

/// A validated, immutable description of one study: an organisation, its work, its agents and the
/// policies to compare.
///
/// Everything is resolved: names are indices, units are hours, weeks, tokens, US dollars and shares
/// between 0 and 1.
public struct Scenario: Sendable {
  /// Identifier of the study; names its results folder.
  public var name: String
  /// One line for people.
  public var title: String
  /// Weeks simulated under each policy after the warm-up.
  public var horizonWeeks: Int
  /// Weeks simulated once per replication before any policy is switched on; not reported.
  public var warmUpWeeks: Int
  /// The last weeks of the horizon, over which measures are averaged.
  public var evaluationWeeks: Int
  /// Seed of the study; with the replication's number it keys every random stream.
  public var seed: UInt64
  /// Independent repetitions.
  public var replications: Int
  /// Groups of employees that share traits, calendar and work.
  public var roles: [Role]
  /// Kinds of work, in the order of the file.
  public var workKinds: [WorkKind]
  /// How finished work is reviewed by team-mates.
  public var review: ReviewPractice
  /// The AI-agent platform.
  public var platform: AgentPlatform
  /// What drives the weekly choice.
  public var behaviour: BehaviourParameters
  /// Harm done by agents and people, and what it costs.
  public var risk: RiskParameters
  /// Prices that turn hours and tokens into money.
  public var economics: Economics
  /// Every distinct metric of every policy.
  ///
  /// All of them are evaluated under every policy, so that
  /// a metric can be judged where nobody is rewarded by it; employees react only to the metrics of
  /// the scheme in force.
  public var metrics: [Metric]
  /// The designs to compare, in the order of the file.
  public var policies: [Policy]
  /// Index of the policy that the others are compared with.
  public var baseline: Int
  /// What is run beside the policies.
  public var design = StudyDesign()
  /// Decision rules under which the comparison is repeated; empty for the scenario's own alone.
  public var comparedRules: [DecisionRule] = []

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    name: String,
    title: String,
    horizonWeeks: Int,
    warmUpWeeks: Int,
    evaluationWeeks: Int,
    seed: UInt64,
    replications: Int,
    roles: [Role],
    workKinds: [WorkKind],
    review: ReviewPractice,
    platform: AgentPlatform,
    behaviour: BehaviourParameters,
    risk: RiskParameters,
    economics: Economics,
    metrics: [Metric],
    policies: [Policy],
    baseline: Int
  ) {
    self.name = name
    self.title = title
    self.horizonWeeks = horizonWeeks
    self.warmUpWeeks = warmUpWeeks
    self.evaluationWeeks = evaluationWeeks
    self.seed = seed
    self.replications = replications
    self.roles = roles
    self.workKinds = workKinds
    self.review = review
    self.platform = platform
    self.behaviour = behaviour
    self.risk = risk
    self.economics = economics
    self.metrics = metrics
    self.policies = policies
    self.baseline = baseline
  }
}

/// Prices that turn hours, tokens and audits into US dollars.
public struct Economics: Sendable {
  /// Value of one standard hour of surviving work, in US dollars.
  public var hourValue: Double
  /// Cost of running any measured policy (dashboards, administration), in US dollars per person-week.
  public var policyOverhead: Double

  /// Creates the prices.
  public init(hourValue: Double, policyOverhead: Double) {
    self.hourValue = hourValue
    self.policyOverhead = policyOverhead
  }
}

extension Scenario {
  /// Replications for experiments that take a fixed number: those of the first look where a
  /// precision is asked for, which is an upper bound otherwise.
  public var plannedReplications: Int { design.precision?.first ?? replications }
}
