/// What drives the weekly choice; the same for every policy (MODEL 1.5 to 1.8, defaults 3.8).
public struct BehaviourParameters: Sendable {
  /// Menu of shares of eligible work done with agents.
  public var agentShares: [Double]
  /// Weight of one's own believed value, hours per hour (iota).
  public var intrinsicWeight: Double
  /// Added to the true agent effect in people's belief.
  public var misperception: Double
  /// Initial loss of the agent effect for a beginner, as a fraction.
  public var learningDrop: Double
  /// Gain from full experience, as a fraction.
  public var learningGain: Double
  /// Experience scale E0 in hours of agent-assisted work.
  public var learningHours: Double
  /// Weekly cost of changing over to agents for a beginner, hours.
  public var adoptionInertia: Double
  /// Logit precision lambda, per hour.
  public var choicePrecision: Double
  /// Noise of one's own weekly standing, in standard deviations of the normal score.
  public var weekNoise: Double
  /// Status return of a badge (b_top).
  public var badgeBonus: Double
  /// Slope of the loss below the median rank (lambda_s).
  public var lowRankSlope: Double
  /// Loss aversion lambda_L.
  public var lossAversion: Double
  /// Cost of missing a target that counts, hours per week (B).
  public var flagCost: Double
  /// Fixed cost of gaming at all, hours per week (f_0).
  public var hassle: Double
  /// Fraction added to hassle and moral cost by a false label.
  public var mislabelSurcharge: Double
  /// Observations the prior belief in a promise is worth.
  public var credibilityPriorWeight: Double
  /// Weight of a week without a violation (w_0).
  public var credibilityGain: Double
  /// Weight of a violation seen or heard (w_neg).
  public var credibilityLoss: Double
  /// Weight of this week in the belief about audits (phi_p).
  public var auditLearning: Double
  /// One entry per `Technique`, in its order.
  public var techniques: [TechniqueParameters]
  /// Share of contagion that runs inside the team (omega_net).
  public var contagionWithinTeam: Double
  /// Items a cherry-picker looks at before taking the easiest.
  public var visibleItems: Int
  /// How much size grows with difficulty: size factor 1 + a (x - 1/2).
  public var difficultySize: Double
  /// How much the value of an hour grows with difficulty: 1 + a (x - 1/2).
  public var difficultyValue: Double
  /// How much defects grow with difficulty: 1 + a (x - 1/2).
  public var difficultyDefects: Double
  /// Defects of agent-assisted over manual work, on average.
  public var agentDefectFactor: Double
  /// Probability that the maker notices a defect before handing over.
  public var selfDetection: Double
  /// Share of time saved by cutting corners.
  public var cornerCutting: Double
  /// Factor on defects when corners are cut.
  public var cornerCuttingDefects: Double
  /// Weeks after which a finished task counts as having stayed done.
  public var reopenWindowWeeks: Int
  /// Feelings about goals, and foresight where they follow results.
  public var goals = GoalParameters()

  // MARK: How people choose

  /// How people pick from the menu.
  public var decisionRule = DecisionRule.logit
  /// Probability that somebody stays with last week's profile without thinking.
  public var choiceInertia = 0.0
  /// Weeks of published figures that people place themselves in.
  public var rankMemoryWeeks = 1
  /// Weight of the past, of pay-offs forgone, and of accumulation in attractions.
  public var attraction = ExperienceWeightedAttraction(memory: 0.9, forgone: 0.5)
  /// What is good enough, and how it moves.
  public var satisficing = Satisficing(tolerance: 0.5, adaptation: 0.2)
  /// Copying of visible peers under any rule.
  public var imitation = Imitation(rate: 0, scale: 2)

  // MARK: Blocks; nil is switched off

  /// Hours respond to incentives.
  public var effort: EffortParameters?
  /// Dislike r of variable pay, per hour: half of it times the variance of pay.
  public var riskAversion = 0.0
  /// What team-mates do matters.
  public var peers: PeerInfluence?
  /// Control crowds out motivation.
  public var crowdingOut: CrowdingOut?
  /// People tire.
  public var fatigue: Fatigue?
  /// Trust is lost and regained.
  public var trust: Trust?
  /// People leave and are replaced.
  public var attrition: Attrition?
  /// People may build automation.
  public var automation: AutomationCapital?

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    agentShares: [Double],
    intrinsicWeight: Double,
    misperception: Double,
    learningDrop: Double,
    learningGain: Double,
    learningHours: Double,
    adoptionInertia: Double,
    choicePrecision: Double,
    weekNoise: Double,
    badgeBonus: Double,
    lowRankSlope: Double,
    lossAversion: Double,
    flagCost: Double,
    hassle: Double,
    mislabelSurcharge: Double,
    credibilityPriorWeight: Double,
    credibilityGain: Double,
    credibilityLoss: Double,
    auditLearning: Double,
    techniques: [TechniqueParameters],
    contagionWithinTeam: Double,
    visibleItems: Int,
    difficultySize: Double,
    difficultyValue: Double,
    difficultyDefects: Double,
    agentDefectFactor: Double,
    selfDetection: Double,
    cornerCutting: Double,
    cornerCuttingDefects: Double,
    reopenWindowWeeks: Int
  ) {
    self.agentShares = agentShares
    self.intrinsicWeight = intrinsicWeight
    self.misperception = misperception
    self.learningDrop = learningDrop
    self.learningGain = learningGain
    self.learningHours = learningHours
    self.adoptionInertia = adoptionInertia
    self.choicePrecision = choicePrecision
    self.weekNoise = weekNoise
    self.badgeBonus = badgeBonus
    self.lowRankSlope = lowRankSlope
    self.lossAversion = lossAversion
    self.flagCost = flagCost
    self.hassle = hassle
    self.mislabelSurcharge = mislabelSurcharge
    self.credibilityPriorWeight = credibilityPriorWeight
    self.credibilityGain = credibilityGain
    self.credibilityLoss = credibilityLoss
    self.auditLearning = auditLearning
    self.techniques = techniques
    self.contagionWithinTeam = contagionWithinTeam
    self.visibleItems = visibleItems
    self.difficultySize = difficultySize
    self.difficultyValue = difficultyValue
    self.difficultyDefects = difficultyDefects
    self.agentDefectFactor = agentDefectFactor
    self.selfDetection = selfDetection
    self.cornerCutting = cornerCutting
    self.cornerCuttingDefects = cornerCuttingDefects
    self.reopenWindowWeeks = reopenWindowWeeks
  }
}

/// How one technique of gaming spreads, what it yields and what it costs.
public struct TechniqueParameters: Sendable {
  /// Human hours per week it takes.
  public var hours: Double
  /// Share of the full moral cost it carries.
  public var intensity: Double
  /// Share of the fixed hassle it carries.
  public var hassleShare: Double
  /// Median tokens per week it burns; 0 when it burns none.
  public var tokens: Double
  /// Whether the personal heavy-tailed yield multiplies its tokens.
  public var usesPersonalYield: Bool
  /// Junk changes opened for review per million tokens.
  public var changesPerMegatoken: Double
  /// Weekly hazard of discovering it while a metric exists (p).
  public var discovery: Double
  /// Weekly hazard of learning it when all others use it (q).
  public var contagion: Double
  /// Weekly hazard of forgetting it (gamma).
  public var forgetting: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    hours: Double,
    intensity: Double,
    hassleShare: Double,
    tokens: Double,
    usesPersonalYield: Bool,
    changesPerMegatoken: Double,
    discovery: Double,
    contagion: Double,
    forgetting: Double
  ) {
    self.hours = hours
    self.intensity = intensity
    self.hassleShare = hassleShare
    self.tokens = tokens
    self.usesPersonalYield = usesPersonalYield
    self.changesPerMegatoken = changesPerMegatoken
    self.discovery = discovery
    self.contagion = contagion
    self.forgetting = forgetting
  }
}
