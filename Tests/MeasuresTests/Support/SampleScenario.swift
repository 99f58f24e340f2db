import EventKernel
import Incentives
import Randomness
import WorkplaceModel

/// A scenario of four people that is never simulated; ledgers are written by hand.
enum SampleScenario {
  static let employees = 4

  /// A scenario with no metric, a token board and a board with a bonus on value.
  static func make(
    horizonWeeks: Int = 6, evaluationWeeks: Int = 4, extraPolicies: [Policy] = []
  ) throws -> Scenario {
    let one = try Distribution.constant(1)
    let metrics = [
      Metric(name: "tokens", formula: try MetricFormula("output_tokens")),
      Metric(name: "active", formula: try MetricFormula("active_days >= 1")),
      Metric(name: "accepted", formula: try MetricFormula("tasks_accepted")),
    ]
    return Scenario(
      name: "sample", title: "Four people", horizonWeeks: horizonWeeks, warmUpWeeks: 1,
      evaluationWeeks: evaluationWeeks, seed: 1, replications: 2, roles: [role(one)],
      workKinds: [
        kind("feature", .employee, one), kind("urgentTicket", .team, one),
      ],
      review: ReviewPractice(
        duration: one, priority: 0, hoursPerDay: 2, patienceHours: 10, catchProbability: 0.5,
        reworkSize: one, reworkPriority: 0),
      platform: platform(one), behaviour: behaviour, risk: risk(one),
      economics: Economics(hourValue: 100, policyOverhead: 3), metrics: metrics,
      policies: [policy("noMetric", [])] + measuredPolicies(metrics) + extraPolicies, baseline: 0)
  }

  static func policy(
    _ name: String, _ indices: [Int], scheme: IncentiveScheme = .none
  ) -> Policy {
    Policy(
      name: name, title: name,
      phases: [
        PolicyPhase(
          startWeek: 0, scheme: scheme, metricIndices: indices, permissions: permissions,
          channels: .all)
      ])
  }

  private static func measuredPolicies(_ metrics: [Metric]) -> [Policy] {
    let board = IncentiveScheme(
      metrics: [metrics[1], metrics[0]], leaderboards: [Leaderboard(metric: 1)],
      targets: [Target(metric: 0, goalShare: 0.8)])
    let bonus = IncentiveScheme(
      metrics: [metrics[0], metrics[2]], leaderboards: [Leaderboard(metric: 0)],
      targets: [Target(metric: 0, threshold: 100)],
      rewards: [Reward(metric: 1, kind: .bonus, weightHours: 1)])
    return [
      policy("board", [1, 0], scheme: board), policy("bonus", [0, 2], scheme: bonus),
    ]
  }

  private static let permissions = PermissionProfile(
    name: "broad", breadth: Array(repeating: 0.5, count: 7),
    sandbox: Array(repeating: 0.2, count: 7), approval: Array(repeating: false, count: 7),
    approvalMinutes: 0, approvalAccepted: 1, injectionDefence: .factor(1), auditLog: false,
    productivityLoss: 0)

  private static func role(_ one: Distribution) -> Role {
    Role(
      name: "developer", count: employees, teamSize: 3, hoursPerWeek: 30, calendar: .always,
      timeZoneOffsets: [0], workKinds: [0, 1],
      traits: Traits(
        ability: one, neverGames: 0.5, statusWeight: one, careerWeight: one, moralCost: one,
        promiseCredibility: one, aiEffect: one, priorExperience: one, tokenMultiplier: one,
        tokenAbilityCorrelation: 0, gamingYield: one))
  }

  private static func kind(
    _ name: String, _ assignment: Assignment, _ one: Distribution
  ) -> WorkKind {
    WorkKind(
      name: name, source: .arrivals(perWeek: 1), profile: .uniform, assignment: assignment,
      priority: 0, preempts: false, size: one, difficulty: one, valuePerHour: 1, isTask: true,
      agentEligible: true, agentSuccess: one, reviewed: true, deployShare: 0, untrustedShare: 0,
      defectProbability: 0, reopenLagWeeks: one)
  }

  private static func platform(_ one: Distribution) -> AgentPlatform {
    AgentPlatform(
      name: "agents", concurrency: nil, sessionsPerHour: 1, requestsPerSession: one,
      promptTokens: one, outputTokens: one, cacheReadShare: 0, cacheWriteShare: 0, weekNoise: 0,
      thinkTimeHours: one, latencyHours: one, callsPerMegatoken: 1,
      callMix: Array(repeating: 1 / 7, count: 7),
      prices: TokenPrices(freshInput: 1, cacheWrite: 1, cacheRead: 1, output: 1),
      linesPerOutputKilotoken: 1)
  }

  private static func risk(_ one: Distribution) -> RiskParameters {
    RiskParameters(
      irreversibleShare: Array(repeating: 0.1, count: 7), harmPerIrreversibleCall: 0,
      injectionAttempts: 0, injectionSuccess: 0, humanIncidentShare: 0, severities: severities,
      detectionHours: one, repairHours: one)
  }

  /// Severities without spread, so that expected losses are exact.
  static let severities = [200, 5000, 25_000, 50_000].map {
    Severity(median: $0, sigma: 0, limit: .infinity)
  }

  private static var behaviour: BehaviourParameters {
    var parameters = bareBehaviour
    parameters.attrition = Attrition(
      hazard: 0.01, utilitySlope: 0, trustSlope: 0, replacementHours: 0.48, start: 1,
      rampUpWeeks: 1)
    return parameters
  }

  private static let bareBehaviour = BehaviourParameters(
    agentShares: [0, 0.5], intrinsicWeight: 1, misperception: 0, learningDrop: 0, learningGain: 0,
    learningHours: 1, adoptionInertia: 0, choicePrecision: 1, weekNoise: 1, badgeBonus: 0,
    lowRankSlope: 0, lossAversion: 1, flagCost: 0, hassle: 0, mislabelSurcharge: 0,
    credibilityPriorWeight: 1, credibilityGain: 1, credibilityLoss: 1, auditLearning: 1,
    techniques: [], contagionWithinTeam: 0, visibleItems: 1, difficultySize: 0,
    difficultyValue: 0, difficultyDefects: 0, agentDefectFactor: 1, selfDetection: 0,
    cornerCutting: 0, cornerCuttingDefects: 1, reopenWindowWeeks: 1)
}
