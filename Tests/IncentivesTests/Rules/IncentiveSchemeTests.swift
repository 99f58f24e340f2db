import Testing

@testable import Incentives

@Suite struct IncentiveSchemeTests {
  private func scheme() throws -> IncentiveScheme {
    IncentiveScheme(
      metrics: [
        Metric(name: "tokens", title: "Tokens", formula: try MetricFormula("total_tokens")),
        Metric(name: "active", formula: try MetricFormula("active_days >= 1")),
      ],
      leaderboards: [Leaderboard(metric: 0)],
      targets: [Target(metric: 1, goalShare: 0.8, scope: .team)],
      promise: Promise(), audit: AuditRule(ratePerWeek: 0.1))
  }

  @Test func `a belief that it counts comes from rewards, promises or nothing said`() throws {
    var scheme = try scheme()
    #expect(scheme.weightItCounts(credibility: 0.7) == 1 - 0.7)
    scheme.promise = nil
    #expect(scheme.weightItCounts(credibility: 0.7) == 0.5)
    scheme.rewards = [.bonus(shareOfPay: 0.08, weeklyHours: 30, metric: 0)]
    scheme.promise = Promise()
    #expect(scheme.weightItCounts(credibility: 0.7) == 1)
    #expect(IncentiveScheme.none.weightItCounts(credibility: 0) == 0)
  }

  @Test func `a scheme knows what it looks at`() throws {
    let scheme = try scheme()
    #expect(scheme.hasMetric && !IncentiveScheme.none.hasMetric)
    #expect(
      scheme.observedDependencies
        == ObservableSet(DerivedObservable.totalTokens.terms + [.activeDays]))
    #expect(IncentiveScheme.none.observedDependencies.isEmpty)
    #expect(scheme.metrics[1].title == "active")
  }

  @Test func `all metrics are measured at once`() throws {
    let scheme = try scheme()
    var panel = ObservationPanel(teams: [0, 0], formulas: scheme.formulas)
    panel[1] = Observation([.activeDays: 2, .outputTokens: 7])
    #expect(scheme.values(in: panel) == [[0, 7], [0, 1]])
    #expect(scheme.references(in: panel).count == 2)
  }

  @Test func `a sound scheme is valid`() throws {
    try scheme().validate()
    try IncentiveScheme.none.validate()
  }

  private static let faults: [(String, @Sendable (inout IncentiveScheme) throws -> Void)] = [
    ("leaderboards[0].metric", { $0.leaderboards[0].metric = 2 }),
    ("leaderboards[0].badgeShare", { $0.leaderboards[0].badgeShare = 10 }),
    ("targets[0].metric", { $0.targets[0].metric = -1 }),
    ("targets[0].goalShare", { $0.targets[0].goalShare = 80 }),
    ("targets[0].threshold", { $0.targets[0].threshold = 2 }),
    ("targets[0].threshold", { $0.targets[0].threshold = .nan }),
    ("targets[0].ratchet.share", { $0.targets[0].ratchet.share = -0.1 }),
    ("targets[0].ratchet.everyWeeks", { $0.targets[0].ratchet.everyWeeks = 0 }),
    ("targets[0].ratchet", { $0.targets[0].ratchet.share = 0.5 }),
    (
      "rewards[0].gate",
      { $0.rewards = [.init(metric: 0, kind: .bonus, weightHours: 1, gate: 0)] }
    ),
    (
      "rewards[0].gate.metric",
      { $0.rewards = [.init(metric: 0, kind: .bonus, weightHours: 1, gate: 7)] }
    ),
    (
      "rewards[0].prizes[1]",
      { $0.rewards = [.init(metric: 0, kind: .tournament(prizes: [1, -1]), weightHours: 1)] }
    ),
    (
      "rewards[0].scope",
      {
        $0.rewards = [
          .init(
            metric: 0, kind: .prize(topShare: 0.1), weightHours: 1, scope: .organisation)
        ]
      }
    ),
    (
      "rewards[0].threshold",
      { $0.rewards = [.init(metric: 0, kind: .threshold(at: .nan), weightHours: 1)] }
    ),
    (
      "rewards[0].payCapHours",
      { $0.rewards = [.init(metric: 0, kind: .bonus, weightHours: 1, payCapHours: -1)] }
    ),
    (
      "rewards[0].metricCap",
      { $0.rewards = [.init(metric: 0, kind: .bonus, weightHours: 1, metricCap: .nan)] }
    ),
    ("weights", { $0.weights = .random(concentration: 0) }),
    ("rewards[0].metric", { $0.rewards = [.init(metric: 5, kind: .bonus, weightHours: 1)] }),
    (
      "rewards[0].weightHours",
      { $0.rewards = [.init(metric: 0, kind: .bonus, weightHours: .infinity)] }
    ),
    (
      "rewards[0].topShare",
      { $0.rewards = [.init(metric: 0, kind: .prize(topShare: 3), weightHours: 1)] }
    ),
    (
      "promise.violationProbabilityPerWeek",
      { $0.promise = Promise(violationProbabilityPerWeek: 1.5) }
    ),
    ("promise.priorCredibility", { $0.promise = Promise(priorCredibility: 50) }),
    ("audit.ratePerWeek", { $0.audit?.ratePerWeek = .nan }),
    ("audit.detection", { $0.audit?.detection = 2 }),
    ("audit.detectionIfMislabelled", { $0.audit?.detectionIfMislabelled = -1 }),
    ("audit.falsePositive", { $0.audit?.falsePositive = 7 }),
    ("audit.sanctionHours", { $0.audit?.sanctionHours = -8 }),
    ("audit.costPerAuditUSD", { $0.audit?.costPerAuditUSD = -1 }),
    ("audit.detectionScaleTokens", { $0.audit?.detectionScaleTokens = -1 }),
    ("audit.selection.metric", { $0.audit?.selection = .topOfMetric(9) }),
    ("priorItCounts", { $0.priorItCounts = 2 }),
    ("metrics[1].name", { $0.metrics[1].name = "tokens" }),
    ("metrics[0].name", { $0.metrics[0].name = "" }),
    (
      "metrics[0].formula",
      { $0.metrics[0].formula = try MetricFormula("total_tokens where intent = 'productive'") }
    ),
  ]

  @Test(arguments: faults.indices)
  func `a fault is reported with its place`(index: Int) throws {
    let (path, spoil) = Self.faults[index]
    var scheme = try scheme()
    try spoil(&scheme)
    let error = try #require(throws: SchemeError.self) { try scheme.validate() }
    #expect(error.path == path)
    #expect("\(error)".hasPrefix("\(path): "))
    #expect("\(error)".contains("; expected "))
  }
}

@Suite struct AuditRuleTests {
  private let rule = AuditRule(ratePerWeek: 0.05)

  @Test func `mislabelling hides and honesty has nothing to find`() {
    #expect(rule.detectionProbability(gamingTokens: 1, mislabelled: false) == 0.7)
    #expect(rule.detectionProbability(gamingTokens: 1, mislabelled: true) == 0.3)
    #expect(rule.detectionProbability(gamingTokens: 0, mislabelled: true) == 0)
  }

  @Test func `volume gives gaming away when it matters`() {
    let scaled = AuditRule(ratePerWeek: 0.05, detectionScaleTokens: 1e7)
    let small = scaled.detectionProbability(gamingTokens: 1e6, mislabelled: false)
    #expect(abs(small - 0.7 * (1 - 0.904837418035960)) < 1e-12)
    #expect(abs(scaled.detectionProbability(gamingTokens: 1e9, mislabelled: false) - 0.7) < 1e-12)
  }

  @Test(arguments: [
    (0.05, 0.7, 1, 0.035), (0.05, 0.7, 52, 0.843173195), (0.02, 0.3, 52, 0.268706036),
  ])
  func `persistent gamers are caught as in closed form p`(
    rate: Double, detection: Double, weeks: Int, expected: Double
  ) {
    let rule = AuditRule(ratePerWeek: rate, detection: detection)
    #expect(abs(rule.probabilityCaught(within: weeks) - expected) < 1e-9)
  }
}

@Suite struct CredibilityBeliefTests {
  private static let posteriors: [(Double, Double, Int, Int, Double, Double)] = [
    (2, 2, 0, 0, 0.5, 0.223606798), (2, 2, 12, 1, 0.8125, 0.0946646558),
    (8, 2, 12, 1, 0.863636364, 0.0715567865), (8, 2, 52, 4, 0.903225806, 0.0372484045),
  ]

  @Test(arguments: posteriors.indices)
  func `posteriors agree with closed form o`(index: Int) {
    let (alpha, beta, weeks, violations, mean, deviation) = Self.posteriors[index]
    var belief = CredibilityBelief(
      alpha: alpha, beta: beta, quietWeight: 1, violationWeight: 1)
    for week in 0..<weeks { belief.observe(violated: week < violations) }
    #expect(abs(belief.mean - mean) < 1e-9)
    #expect(abs(belief.deviation - deviation) < 1e-9)
  }

  @Test func `one violation undoes forty quiet weeks`() {
    var belief = CredibilityBelief(mean: 0.5)
    #expect(belief.alpha == 2 && belief.beta == 2)
    for _ in 0..<40 { belief.observe(violated: false) }
    belief.observe(violated: true)
    #expect(abs(belief.mean - 0.5) < 1e-12)
  }

  @Test func `certainty is kept a hair away from its ends`() {
    #expect(CredibilityBelief(mean: 0).mean > 0)
    #expect(CredibilityBelief(mean: 1).mean < 1)
  }
}

@Suite struct ScoreDistributionTests {
  @Test func `places are mid-ranks, interpolated between values`() {
    let board = ScoreDistribution([10, 20, 20, 40, .nan])
    #expect(board.count == 4)
    #expect(board.mean == 22.5)
    let expected: [(Double, Double)] = [
      (10, 0.125), (20, 0.5), (40, 0.875), (15, 0.3125), (30, 0.6875), (-5, 0.125), (99, 0.875),
    ]
    for (value, percentile) in expected { #expect(board.percentile(of: value) == percentile) }
    #expect(board.percentile(of: .nan).isNaN)
  }

  @Test func `normal scores undo to percentiles at the values`() {
    let values = (0..<101).map { Double(($0 * 37) % 101) }
    let board = ScoreDistribution(values)
    for value in values {
      let place = StandardNormal.probability(below: board.normalScore(of: value))
      #expect(abs(place - board.percentile(of: value)) < 1e-12)
    }
    #expect(abs(board.normalScore(of: 50)) < 1e-12)
    #expect(board.normalScore(of: 1000) == -board.normalScore(of: -1000))
  }

  @Test func `where all are equal any lead is a full lead`() {
    let board = ScoreDistribution([5, 5, 5, 5])
    #expect(board.percentile(of: 5) == 0.5)
    #expect(board.percentile(of: 5.1) == 0.875)
    #expect(board.percentile(of: 4.9) == 0.125)
    #expect(board.normalScore(of: 5) == 0)
    #expect(board.deviation == 0)
  }

  @Test func `an empty board places everybody in the middle`() {
    let board = ScoreDistribution([])
    #expect(board.percentile(of: 3) == 0.5 && board.normalScore(of: 3) == 0)
    #expect(board.mean.isNaN && board.deviation.isNaN)
  }

  @Test func `a higher value never has a lower place`() {
    var generator = SplitMix(state: 99)
    let board = ScoreDistribution((0..<200).map { _ in (generator.uniform() * 40).rounded() })
    var last = -Double.infinity
    for step in -20...900 {
      let score = board.normalScore(of: Double(step) / 20)
      #expect(score >= last)
      last = score
    }
  }
}
