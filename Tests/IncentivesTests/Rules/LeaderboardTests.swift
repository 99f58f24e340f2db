import Testing

@testable import Incentives

@Suite struct LeaderboardTests {
  private let board = Leaderboard(metric: 0)

  @Test func `visibility weighs 0, 0_3, 0_6 and 1`() {
    #expect(Visibility.allCases.map(\.weight) == [0, 0.3, 0.6, 1])
  }

  private static let returns: [(Double, Double)] = [
    (0.5, 0.0), (0.75, 0.5), (0.9, 0.8), (0.95, 0.9 + 0.5), (1, 1.5),
    (0.25, -0.5 - 0.3 * 0.955 * 0.25), (0, -1 - 0.3 * 0.955 * 0.5),
  ]

  @Test(arguments: returns)
  func `status rises with the place, with a badge at the top and a loss below the median`(
    percentile: Double, expected: Double
  ) {
    #expect(abs(board.statusReturn(percentile: percentile) - expected) < 1e-12)
  }

  @Test(arguments: [-2.5, -1, -0.3, 0, 0.4, 1, 1.2815515655446, 3], [0.05, 0.5, 1, 2.5])
  func `expected status is the mean of status over normal noise`(score: Double, noise: Double) {
    // Midpoint rule over the noise, from −9 to 9 standard deviations.
    let steps = 90_000
    let width = 18.0 / Double(steps)
    var mean = 0.0
    for step in 0..<steps {
      let draw = -9 + (Double(step) + 0.5) * width
      let place = StandardNormal.probability(below: score + noise * draw)
      mean += board.statusReturn(percentile: place) * StandardNormal.density(draw) * width
    }
    let expected = board.expectedStatusReturn(normalScore: score, noise: noise)
    // The badge is a jump, which costs the midpoint rule up to half a step.
    #expect(abs(expected - mean) < 1e-4)
  }

  @Test(arguments: [-1.5, 0, 0.7])
  func `without badges and losses expected status is 2Φ(z∕√(1+s²)) − 1`(score: Double) {
    let plain = StatusPreferences(badgeBonus: 0, lossSlope: 0)
    let expected = board.expectedStatusReturn(
      normalScore: score, noise: 0.75, preferences: plain)
    #expect(abs(expected - (2 * StandardNormal.probability(below: score / 1.25) - 1)) < 1e-14)
  }

  @Test func `linear status pays S∕σ√π for effort whatever the number of rivals`() {
    // Closed form d4: u = S(2q − 1) against rivals with the same noise σ has the marginal return
    // S/(σ√π) at equal effort; the board's spread is σ, so one's own noise is 1 on its scale.
    let plain = StatusPreferences(badgeBonus: 0, lossSlope: 0)
    for (stake, sigma) in [(1.0, 1.0), (2, 1.2), (3, 1.3)] {
      func status(effort: Double) -> Double {
        stake
          * board.expectedStatusReturn(
            normalScore: effort / sigma, noise: 1, preferences: plain)
      }
      let slope = (status(effort: 1e-4) - status(effort: -1e-4)) / 2e-4
      #expect(abs(slope - stake / (sigma * Double.pi.squareRoot())) < 1e-7)
    }
  }

  @Test func `noise blurs the badge`() {
    #expect(board.badgeProbability(normalScore: 1.3, noise: 0) == 1)
    #expect(board.badgeProbability(normalScore: 1.2, noise: 0) == 0)
    #expect(abs(board.badgeProbability(normalScore: 1.2815515655446, noise: 2) - 0.5) < 1e-12)
    let none = Leaderboard(metric: 0, badgeShare: 0)
    #expect(none.badgeProbability(normalScore: 5, noise: 1) == 0)
    #expect(Leaderboard(metric: 0, badgeShare: 1).badgeProbability(normalScore: -5, noise: 1) == 1)
  }

  @Test func `little noise is nearly none`() {
    for score in [-2.0, -0.1, 0.2, 1, 2] {
      let certain = board.expectedStatusReturn(normalScore: score, noise: 0)
      let nearly = board.expectedStatusReturn(normalScore: score, noise: 1e-6)
      #expect(abs(certain - nearly) < 1e-6)
    }
  }

  @Test(arguments: [0.1, 0.5, 1.5])
  func `the table agrees with the closed form`(noise: Double) {
    let table = StatusTable(board: board, noise: noise)
    for step in -900...900 {
      let score = Double(step) / 123
      let exact = board.expectedStatusReturn(normalScore: score, noise: noise)
      #expect(abs(table.value(normalScore: score) - exact) < 1e-4)
    }
    #expect(table.value(normalScore: 99) == table.value(normalScore: 8))
    #expect(table.value(normalScore: .nan).isNaN)
  }
}
