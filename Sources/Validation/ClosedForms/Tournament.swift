import Foundation
import Incentives
import WorkplaceModel

/// 2d: prizes by rank, and status by rank.
enum Tournament {
  static let all = [pull, prizes, status]

  private static let source =
    "Lazear and Rosen 1981; Nalebuff and Stiglitz 1983: e* = Σ w_j E[Z_(j:n)]/(n σ c), normal noise"

  // MARK: The pull of a prize

  private static let pull = Verification(
    "tournament-pull", section: "2d", "How the chance of winning rises with effort among n rivals",
    source: source,
    parameters: [
      .init("n", "contestants", standard: 5, range: 2...10_000, isWhole: true)
    ],
    rows: [
      row([2], [0.5641895835, 0.2820947918]), row([5], [1.162964474, 0.2325928947]),
      row([25], [1.96531461, 0.07861258439]), row([100], [2.507593636, 0.02507593636]),
    ]
  ) { values in
    let contestants = Int(values[0])
    let greatest = try SelectedProxy.mean(top: 1, of: contestants)
    let slope = PrizeContest(prizes: [1], contestants: contestants).slope(standing: 0, noise: 1)
    return [
      .exact("E[max]", greatest, Double(contestants) * slope),
      .exact("pull", greatest / Double(contestants), slope),
    ]
  }

  private static func row(_ parameters: [Double], _ values: [Double]) -> Verification.Row {
    .init(parameters, named: ["E[max]", "pull"], values, digits: 10)
  }

  // MARK: Equal prizes for the first k

  private static let prizes = Verification(
    "tournament", section: "2d", "Rank-order tournament with equal prizes for the first k of n",
    source: source,
    parameters: [
      .init("n", "contestants", standard: 10, range: 2...10_000, isWhole: true),
      .init("k", "winners", standard: 1, range: 1...9_999, isWhole: true),
      .init("prize", "worth of each prize, W", standard: 5, range: 1e-9...1e9),
      .init("cost", "slope of the marginal cost of effort, c", standard: 1, range: 1e-9...1e9),
      .init("sigma", "standard deviation of the noise, σ", standard: 1, range: 1e-9...1e9),
      .init("worth", "worth of a unit of output, v", standard: 1, range: 1e-9...1e9),
    ],
    rows: [
      winnerTakesAll([2, 1, 1, 1, 1, 1], [0.282094792, 3.5449077, 0.460211264]),
      winnerTakesAll([3, 1, 2, 1, 1, 1], [0.564189584, 3.5449077, 0.507511724]),
      winnerTakesAll([10, 1, 5, 1, 1, 1], [0.769376365, 6.49876995, 0.204030004]),
      winnerTakesAll([100, 1, 30, 2, 2, 1], [0.188069523, 79.7577395, 0.264629855]),
      badges([10, 1, 5, 1, 1, 1], [1.53875273, 0.769376365]),
      badges([10, 5, 5, 1, 2, 1], [0.738920266, 0.923650333]),
      badges([100, 10, 5, 1, 2, 1], [1.72979114, 0.432447784]),
      badges([1000, 100, 5, 1, 2, 1], [1.75242371, 0.438105928]),
      .refused([100, 1, 30, 2, 1, 1]), .refused([100, 10, 5, 1, 1, 1]),
      .refused([1000, 100, 5, 1, 1, 1]),
    ]
  ) { values in
    let (contestants, winners) = (Int(values[0]), Int(values[1]))
    let (prize, cost, sigma, worth) = (values[2], values[3], values[4], values[5])
    guard winners < contestants else {
      throw VerificationRefusal("\(winners) winners among \(contestants): nobody can lose")
    }
    let reward = Reward(
      metric: 0, kind: .tournament(prizes: Array(repeating: prize, count: winners)), weightHours: 1)
    let contest = PrizeContest(prizes: reward.prizes, contestants: contestants)
    let response = EffortResponse(costSlope: cost)
    let pull = contest.slope(standing: 0, noise: 1) / sigma
    let effort = response.effort(marginalReturn: pull)
    func payoff(_ own: Double, against rivals: Double) -> Double {
      contest.prospect(standing: (own - rivals) / sigma, noise: 1).mean - response.cost(of: own)
    }
    let atRest = payoff(effort, against: effort)
    let best = BestReply(in: 0...(2 * prize / cost).squareRoot(), also: effort) {
      payoff($0, against: effort)
    }
    try best.refuse(departingFrom: effort, paying: atRest, scale: prize)
    let mean = try SelectedProxy.mean(top: winners, of: contestants)
    let (n, k) = (Double(contestants), Double(winners))
    let closed = prize * k * mean / (n * sigma * cost)
    return [
      .exact("mean of the first", mean, pull * sigma * n / (k * prize)),
      .exact("effort", closed, effort),
      .exact("first-best prize", worth * n * sigma / (k * mean), worth * prize / pull),
      .exact("rent", k * prize / n - cost * closed * closed / 2, atRest),
    ]
  }

  private static func winnerTakesAll(
    _ parameters: [Double], _ values: [Double]
  ) -> Verification.Row {
    .init(parameters, named: ["effort", "first-best prize", "rent"], values)
  }

  private static func badges(_ parameters: [Double], _ values: [Double]) -> Verification.Row {
    .init(parameters, named: ["mean of the first", "effort"], values)
  }

  // MARK: Status in proportion to the place

  private static let status = Verification(
    "rank-status", section: "2d", "Status in proportion to one's place: a rat race of any size",
    source: source + "; status S(2q − 1): e* = S/(cσ√π), utility −S²/(2cσ²π)",
    parameters: [
      .init(
        "status", "worth of the step from the middle to the top, S", standard: 1, range: 0...1e9),
      .init("cost", "slope of the marginal cost of effort, c", standard: 1, range: 1e-9...1e9),
      .init("sigma", "standard deviation of the noise, σ", standard: 1, range: 1e-9...1e9),
    ],
    rows: [
      statusRow([1, 1, 1], [0.564189584, -0.159154943]),
      statusRow([2, 1, 1.2], [0.940315973, -0.442097064]),
      statusRow([3, 0.7, 1.3], [1.85996566, -1.21081529]),
      .refused([2, 1, 0.5]),
    ]
  ) { values in
    let (worth, cost, sigma) = (values[0], values[1], values[2])
    let board = Leaderboard(metric: 0, badgeShare: 0)
    let plain = StatusPreferences(badgeBonus: 0, lossSlope: 0)
    let response = EffortResponse(costSlope: cost)
    func status(_ lead: Double) -> Double {
      worth
        * board.expectedStatusReturn(normalScore: lead / sigma, noise: 1, preferences: plain)
    }
    // The slope where nobody leads, by differences of fourth order.
    let step = 1e-3 * sigma
    let slope =
      (8 * (status(step) - status(-step)) - (status(2 * step) - status(-2 * step))) / (12 * step)
    let effort = response.effort(marginalReturn: slope)
    func payoff(_ own: Double) -> Double { status(own - effort) - response.cost(of: own) }
    let best = BestReply(in: 0...(4 * worth / cost).squareRoot(), also: effort, payoff: payoff)
    try best.refuse(departingFrom: effort, paying: payoff(effort), scale: worth)
    return [
      .exact("effort", worth / (cost * sigma * Double.pi.squareRoot()), effort),
      .exact(
        "utility", -worth * worth / (2 * cost * sigma * sigma * Double.pi), payoff(effort)),
    ]
  }

  private static func statusRow(_ parameters: [Double], _ values: [Double]) -> Verification.Row {
    .init(parameters, named: ["effort", "utility"], values)
  }
}
