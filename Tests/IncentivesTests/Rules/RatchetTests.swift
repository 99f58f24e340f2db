import Testing

@testable import Incentives

@Suite struct RatchetTests {
  @Test func `a threshold follows results by its share`() {
    #expect(Ratchet(share: 0.5).threshold(after: 10, value: 14) == 12)
    #expect(Ratchet(share: 0.5).threshold(after: 10, value: 6) == 8)
    #expect(Ratchet(share: 0.5).threshold(after: 10, value: .nan) == 10)
    #expect(Ratchet.none.threshold(after: 10, value: 14) == 10)
  }

  @Test func `only the last week before a setting sets the threshold`() {
    let ratchet = Ratchet(share: 0.5, everyWeeks: 4)
    #expect((0..<9).filter { ratchet.setsThreshold(inWeek: $0) } == [3, 7])
    #expect((0..<3).allSatisfy { Ratchet(share: 0.5).setsThreshold(inWeek: $0) })
    #expect(!Ratchet.none.setsThreshold(inWeek: 0))
  }

  // First-period effort with T weeks remaining, gamma 0.3, delta 0.98 (closed form 2h, h3).
  @Test(arguments: [(1, 1.0), (3, 0.504316), (8, 0.130634388), (26, 0.0637700416)])
  func `foresight takes what later weeks pay for it`(horizon: Int, left: Double) {
    let cost = Ratchet(share: 0.3).futureCost(horizon: horizon, discount: 0.98)
    #expect(abs(1 - cost - left) < 1e-9)
  }

  @Test(arguments: [1, 2, 5])
  func `the cost is that of a unit more in the recursion itself`(every: Int) {
    let ratchet = Ratchet(share: 0.4, everyWeeks: every)
    // The unit is done in the first week that sets the threshold; thresholds then move by the rule.
    func costs(_ extra: Double) -> Double {
      var threshold = ratchet.threshold(after: 5, value: 5 + extra)
      var total = 0.0
      var weight = 1.0
      for week in 1..<12 {
        weight *= 0.95
        total += weight * threshold
        if week % every == 0 { threshold = ratchet.threshold(after: threshold, value: 5) }
      }
      return total
    }
    let cost = ratchet.futureCost(horizon: 12, discount: 0.95)
    #expect(abs(costs(1) - costs(0) - cost) < 1e-12)
  }
}

@Suite struct RewardWeightsTests {
  @Test func `known weights leave pay as it is`() {
    let prospect = RewardWeights.disclosed.prospect(sum: 5, squares: 13, noise: 2, count: 2)
    #expect(prospect == PayProspect(mean: 5, variance: 2))
  }

  @Test func `unknown weights spread pay about the same mean, more the less balanced it is`() {
    let weights = RewardWeights.undisclosed(concentration: 1)
    // Two rewards, uniform weight omega: pay 2 omega a + 2 (1 - omega) b has variance (a - b)^2/3.
    let lopsided = weights.prospect(sum: 5, squares: 13, noise: 0, count: 2)
    #expect(lopsided.mean == 5)
    #expect(abs(lopsided.variance - 1.0 / 3) < 1e-12)
    let balanced = weights.prospect(sum: 5, squares: 12.5, noise: 0, count: 2)
    #expect(balanced.variance == 0)
    // E (2 omega)^2 = 4/3 for a uniform weight.
    let noisy = weights.prospect(sum: 5, squares: 12.5, noise: 3, count: 2)
    #expect(abs(noisy.variance - 4) < 1e-12)
    #expect(weights.prospect(sum: 5, squares: 25, noise: 3, count: 1).variance == 3)
  }

  @Test func `weights that are nearly alike spread little`() {
    let wide = RewardWeights.random(concentration: 0.5)
    let narrow = RewardWeights.random(concentration: 50)
    let (first, second) = (
      wide.prospect(sum: 4, squares: 16, noise: 0, count: 2),
      narrow.prospect(sum: 4, squares: 16, noise: 0, count: 2)
    )
    #expect(first.variance > 10 * second.variance)
  }
}

@Suite struct DistanceTests {
  @Test func `where everybody has nothing whatever differs is far`() {
    let nothing = ScoreDistribution([0, 0, 0, 0])
    #expect(nothing.distance(of: 0, from: 10) == -3)
    #expect(nothing.distance(of: 1, from: 0) == 3)
    #expect(nothing.distance(of: 2, from: 2) == 0)
  }

  @Test func `a distance is one of normal scores within and of spreads beyond`() {
    let values = (0..<1001).map { StandardNormal.quantile((Double($0) + 0.5) / 1001) }
    let board = ScoreDistribution(values)
    #expect(abs(board.spread - 1) < 0.01)
    #expect(abs(board.distance(of: 1, from: 0.2) - 0.8) < 0.01)
    // Nobody has reached 4 yet, and 3.5 is nearer to it than 3.
    let near = board.distance(of: 3.5, from: 4)
    let far = board.distance(of: 2, from: 4)
    #expect(far < near && near < 0)
    #expect(board.distance(of: 100, from: 0) == 3)
    #expect(board.distance(of: .nan, from: 0).isNaN)
  }

  @Test func `heavy tails do not rule the spread`() {
    let board = ScoreDistribution((0..<100).map { $0 == 99 ? 1e6 : Double($0) })
    #expect(board.spread < 40)
    #expect(board.deviation > 1e4)
  }

  @Test func `where all are equal distances are in halves of the common value`() {
    let board = ScoreDistribution([4, 4, 4])
    #expect(board.distance(of: 4, from: 4) == 0)
    #expect(board.distance(of: 6, from: 4) == 1)
    #expect(ScoreDistribution([]).distance(of: 1, from: 2) == -3)
    #expect(ScoreDistribution([0, 0]).distance(of: 0, from: 0) == 0)
  }
}

@Suite struct AuditCostTests {
  private let rule = AuditRule(ratePerWeek: 0.1, sanctionHours: 8)

  @Test func `an audit costs gamers the sanction and the honest a false accusation`() {
    let gamer = rule.expectedLoss(
      auditProbability: 0.1, gamingTokens: 1, mislabelled: false, pay: 5)
    #expect(abs(gamer - 0.1 * 0.7 * 8) < 1e-12)
    let honest = rule.expectedLoss(
      auditProbability: 0.1, gamingTokens: 0, mislabelled: false, pay: 5)
    #expect(abs(honest - 0.1 * 0.02 * 8) < 1e-12)
  }

  @Test func `a claw-back takes the week's rewards, and no debts`() {
    var clawing = rule
    clawing.clawsBack = true
    let loss = clawing.expectedLoss(
      auditProbability: 0.1, gamingTokens: 1, mislabelled: false, pay: 5)
    #expect(abs(loss - 0.1 * 0.7 * 13) < 1e-12)
    #expect(clawing.takenBack(of: -3) == 0 && clawing.takenBack(of: 3) == 3)
    #expect(rule.takenBack(of: 3) == 0)
  }

  @Test func `targeted audits have the budget of random ones`() {
    var targeted = rule
    targeted.selection = .topOfMetric(0)
    #expect(rule.targeting(standing: 2, noise: 0.5) == 1)
    #expect(targeted.targeting(standing: 2, noise: 0.5) > 8)
    #expect(targeted.targeting(standing: -1, noise: 0.5) < 0.01)
    let steps = 20_000
    let mean =
      (0..<steps).map { step in
        targeted.targeting(
          standing: StandardNormal.quantile((Double(step) + 0.5) / Double(steps)), noise: 0.5)
      }.reduce(0, +) / Double(steps)
    #expect(abs(mean - 1) < 1e-4)
  }
}
