import Testing

@testable import Incentives

@Suite struct RewardTests {
  private func pay(_ reward: Reward, value: Double = 0, standing: Double = 0) -> Double {
    reward.expectedHours(value: value, standing: standing)
  }

  @Test func `a bonus of 8 percent of 30 hours is worth 2_4 hours per standard deviation`() {
    let bonus = Reward.bonus(shareOfPay: 0.08, weeklyHours: 30, metric: 0)
    #expect(abs(bonus.weightHours - 2.4) < 1e-12)
    #expect(abs(pay(bonus, value: 99, standing: -1) + 2.4) < 1e-12)
  }

  @Test func `a piece rate pays units, losses too`() {
    let piece = Reward(metric: 0, kind: .pieceRate, weightHours: 0.5)
    #expect(pay(piece, value: 6, standing: 3) == 3)
    #expect(pay(piece, value: -6) == -3)
  }

  @Test func `a lump sum is paid from the threshold on`() {
    let lump = Reward(metric: 0, kind: .threshold(at: 10), weightHours: 4)
    #expect(pay(lump, value: 9.99) == 0)
    #expect(pay(lump, value: 10) == 4)
    #expect(pay(lump, value: 99) == 4)
    let even = lump.prospect(.init(value: 10, threshold: 10, distance: 0, noise: 0.5))
    #expect(even == PayProspect(mean: 2, variance: 4))
  }

  @Test func `an accelerator pays units above the threshold only`() {
    let accelerator = Reward(metric: 0, kind: .accelerator(above: 10), weightHours: 0.5)
    #expect(pay(accelerator, value: 8) == 0)
    #expect(pay(accelerator, value: 14) == 2)
  }

  @Test func `a prize pays the top`() {
    let prize = Reward(metric: 0, kind: .prize(topShare: 0.5), weightHours: 10)
    #expect(prize.prospect(.init(value: 0, standing: 0, noise: 1)).mean == 5)
    #expect(pay(prize, standing: 0.1) == 10)
  }

  @Test func `caps end what counts and what is paid, whichever comes first`() {
    var piece = Reward(metric: 0, kind: .pieceRate, weightHours: 0.5, metricCap: 10)
    #expect(pay(piece, value: 14) == 5)
    piece.payCapHours = 3
    #expect(pay(piece, value: 14) == 3)
    #expect(pay(piece, value: 4) == 2)
    let lump = Reward(metric: 0, kind: .threshold(at: 1), weightHours: 4, payCapHours: 3)
    #expect(pay(lump, value: 2) == 3)
    let bonus = Reward(metric: 0, kind: .bonus, weightHours: 2, payCapHours: 3)
    #expect(pay(bonus, standing: 2) == 3)
    #expect(pay(bonus, standing: -2) == -4)
    let accelerator = Reward(
      metric: 0, kind: .accelerator(above: 10), weightHours: 0.5, payCapHours: 3)
    #expect(pay(accelerator, value: 99) == 3)
    let cup = Reward(
      metric: 0, kind: .tournament(prizes: [9, 2]), weightHours: 1, payCapHours: 5)
    #expect(cup.prizes == [5, 2])
  }

  @Test(
    arguments: [nil, 1.0], [nil, 2.5])
  func `mean and variance of noisy pay are those of the pay's distribution`(
    low: Double?, high: Double?
  ) {
    // Midpoint sums over eighteen standard deviations, with error of about 1e-7.
    for (mean, deviation) in [(0.3, 1.2), (1.7, 0.5), (4, 2)] {
      let steps = 60_000
      let width = 18.0 / Double(steps)
      var first = 0.0
      var second = 0.0
      for step in 0..<steps {
        let draw = -9 + (Double(step) + 0.5) * width
        var pay = mean + deviation * draw
        if let high { pay = min(pay, high) }
        if let low { pay = max(0, pay - low) }
        first += pay * StandardNormal.density(draw) * width
        second += pay * pay * StandardNormal.density(draw) * width
      }
      let part = NoisyMetric(mean: mean, deviation: deviation).part(from: low, to: high)
      #expect(abs(part.mean - first) < 1e-6)
      #expect(abs(part.variance - (second - first * first)) < 1e-6)
    }
  }

  @Test func `certain pay has no variance`() {
    for value in [0.5, 1.5, 9] {
      let part = NoisyMetric(mean: value, deviation: 0).part(from: 1, to: 2)
      #expect(part.variance == 0)
      #expect(part.mean == min(max(value - 1, 0), 1))
      let capped = NoisyMetric(mean: value, deviation: 0).part(from: nil, to: 2)
      #expect(abs(capped.mean - min(value, 2)) < 1e-12 && abs(capped.variance) < 1e-12)
    }
  }

  @Test func `prizes go by rank and ties share`() {
    #expect(Reward.prizes([10, 5, 2], for: [3, 9, .nan, 7, 1]) == [2, 10, 0, 5, 0])
    #expect(Reward.prizes([10, 5, 3], for: [7, 7, 1, 1]) == [7.5, 7.5, 1.5, 1.5])
    #expect(Reward.prizes([10], for: [4, 4]) == [5, 5])
    #expect(Reward.prizes([10, 5], for: [.nan]) == [0])
  }
}

@Suite struct PrizeContestTests {
  @Test func `among equals everybody expects the mean prize`() {
    let contest = PrizeContest(prizes: [10, 5, 2], contestants: 8)
    let prospect = contest.prospect(standing: 0, noise: 1)
    #expect(abs(prospect.mean - 17.0 / 8) < 1e-9)
    #expect(abs(prospect.variance - (129.0 / 8 - 17.0 / 8 * 17 / 8)) < 1e-9)
  }

  @Test func `against one rival the chance of winning is normal in the lead`() {
    let contest = PrizeContest(prizes: [1], contestants: 2)
    for standing in [-2.0, 0, 0.7] {
      for noise in [0.3, 1, 2] {
        let expected = StandardNormal.probability(
          below: standing / (1 + noise * noise).squareRoot())
        #expect(abs(contest.prospect(standing: standing, noise: noise).mean - expected) < 1e-9)
      }
    }
  }

  // E[max of n]/n of standard normals (David and Nagaraja 2003), to ten digits.
  @Test(arguments: [
    (2, 0.2820947918), (5, 0.2325928947), (25, 0.07861258439), (100, 0.02507593636),
  ])
  func `the pull of a sole prize is the mean of the greatest over n`(n: Int, expected: Double) {
    let contest = PrizeContest(prizes: [1], contestants: n)
    #expect(abs(contest.slope(standing: 0, noise: 1) - expected) < 1e-9)
  }

  @Test func `a certain performer is paid by the rivals' luck alone`() {
    let contest = PrizeContest(prizes: [1], contestants: 2)
    #expect(abs(contest.prospect(standing: 0.5, noise: 0).mean - 0.6914624613) < 1e-5)
  }

  @Test func `a table reads as the contest`() {
    let contest = PrizeContest(prizes: [10, 5, 2], contestants: 16)
    let table = PrizeTable(contest, noise: 0.5)
    for standing in stride(from: -3.0, through: 3, by: 0.37) {
      let exact = contest.prospect(standing: standing, noise: 0.5)
      let read = table.prospect(standing: standing)
      #expect(abs(read.mean - exact.mean) < 0.005)
      #expect(abs(read.variance - exact.variance) < 0.05)
    }
    #expect(table.prospect(standing: .nan) == PayProspect())
  }
}
