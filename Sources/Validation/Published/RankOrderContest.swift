import CGSL
import Foundation
import Incentives
import Randomness
import WorkplaceModel

/// Leaderboards as contests for effort: prizes by rank, in finite groups.
///
/// Metric e + ε with ε standard normal, cost ½e², a prize V for each of the k highest of n. In
/// equilibrium effort is the prize times what a lead is worth where nobody has one,
///
///     e* = V (n − 1) C(n − 2, k − 1) ∫ φ² Φ^(n−1−k) (1 − Φ)^(k−1).
///
/// Source: Lazear and Rosen 1981, "Rank-order tournaments as optimum labor contracts".
struct RankOrderContest {
  let people: Int
  let winners: Int
  /// Prize of each winner.
  let prize: Double

  /// Equilibrium effort by the formula.
  func equilibriumEffort() throws -> Double {
    let (n, k) = (people, winners)
    guard k < n else { return 0 }
    // C(n − 2, k − 1) Φ^(n−1−k) (1 − Φ)^(k−1) is a binomial probability.
    let density = try Integral.over(-12...12, breaks: [-4, -2, 0, 2, 4]) { z in
      let above = StandardNormal.probability(below: -z)
      let density = StandardNormal.density(z)
      return density * density * gsl_ran_binomial_pdf(UInt32(k - 1), above, UInt32(n - 2))
    }
    return prize * Double(n - 1) * density
  }

  /// Probability of a prize for somebody who is ahead of all others' effort by a lead.
  func chance(lead: Double) throws -> Double {
    try Integral.over(-12...12, breaks: [-lead - 2, -lead, -lead + 2, 0, 2]) { z in
      let above = StandardNormal.probability(below: -(z + lead))
      return StandardNormal.density(z)
        * gsl_cdf_binomial_P(UInt32(winners - 1), above, UInt32(people - 1))
    }
  }

  /// What a little more of the metric brings where nobody is ahead.
  func marginalReturn() throws -> Double {
    let chances = try Slope.at(0, step: 0.05) { (try? chance(lead: $0)) ?? .nan }
    return prize * chances
  }

  /// The effort with which everybody answers everybody.
  ///
  /// - Throws: a refusal if another effort pays better: then there is no equilibrium of this kind.
  func obtainedEffort() throws -> Double {
    let response = EffortResponse(costSlope: 1, range: 0...Double.infinity)
    let effort = response.effort(marginalReturn: try marginalReturn())
    func utility(_ own: Double) -> Double {
      prize * ((try? chance(lead: own - effort)) ?? .nan) - response.cost(of: own)
    }
    let best = try Maximum.within(0...((2 * prize).squareRoot() + 0.1), steps: 60, utility)
    guard utility(effort) >= best.value - 1e-9 * max(1, abs(best.value)) else {
      throw VerificationRefusal(
        "no equilibrium: against effort \(effort), effort \(best.place) pays better")
    }
    return effort
  }
}

extension RankOrderContest {
  static let all = [contest, gaming]

  private static let groups: [Verification.Parameter] = [
    .init("n", "how many compete", standard: 10, range: 2...1000, isWhole: true),
    .init("winners", "how many win", standard: 1, range: 1...999, isWhole: true),
    .init("prize", "prize of each winner", standard: 1, range: 0...100),
  ]

  private static func contest(_ values: [Double]) throws -> RankOrderContest {
    let contest = RankOrderContest(
      people: Int(values[0]), winners: Int(values[1]), prize: values[2])
    guard contest.winners < contest.people else {
      throw VerificationRefusal("where everybody wins nobody competes; expected winners below n")
    }
    return contest
  }

  private static let contest = Verification(
    "rank-order-contest", section: "P3.5", "Effort where the k highest of n win a prize each",
    source: "Lazear and Rosen 1981; total effort V E[max] for one winner",
    parameters: groups,
    rows: [
      (2, 0.282095, 0.460211, 0.564190), (5, 0.232593, 0.172950, 1.162964),
      (20, 0.093374, 0.045641, 1.867475), (100, 0.025076, 0.009686, 2.507594),
    ].map { (people: Double, effort: Double, utility: Double, total: Double) in
      .init(
        [people, 1, 1], named: ["effort", "utility", "total effort"], [effort, utility, total],
        decimals: 6)
    }
      + [
        (1, 0.093374, 0.093374), (2, 0.081877, 0.163754), (5, 0.060724, 0.303620),
        (10, 0.038375, 0.383745), (15, 0.020241, 0.303620), (19, 0.004914, 0.093374),
      ].flatMap { (winners: Double, shared: Double, each: Double) in
        [(1 / winners, shared), (1, each)].map {
          .init([20, winners, $0], named: ["effort"], [$1], decimals: 6)
        }
      }
  ) { values, seed in
    let contest = try contest(values)
    let people = Double(contest.people)
    let share = Double(contest.winners) / people
    let effort = try contest.equilibriumEffort()
    let found = try contest.obtainedEffort()
    func utility(_ effort: Double) -> Double { contest.prize * share - effort * effort / 2 }
    // The luck of those selected measures what a lead would have been worth (Stein's identity).
    let luck = RepeatedSelection(candidates: contest.people, selected: contest.winners)
      .means(seed: seed) { stream in
        let luck = stream.gaussian()
        return (goal: luck, proxy: effort + luck)
      }.goal
    let scale = contest.prize * share
    return [
      .exact("effort", effort, found),
      .exact("utility", utility(effort), utility(found)),
      .exact("total effort", people * effort, people * found),
      .simulated(
        "effort, selected", effort,
        SampleMean(value: scale * luck.value, standardError: scale * luck.standardError)),
    ]
  }

  // MARK: Gaming

  private static let gaming = Verification(
    "leaderboard-gaming", section: "P3.5",
    "Gaming on a leaderboard: its share is μ/(1+μ) whatever the prize and the number of people",
    source: "Lazear and Rosen 1981 with a metric e + q, costs ½e² and q²/(2μ)",
    parameters: groups + [.init("mu", "manipulability μ", standard: 1, range: 0...1e3)],
    rows: [
      (0, 0.142036), (0.25, 0.139077), (1, 0.130198), (2, 0.118359), (4, 0.094681), (9, 0.035487),
    ].map { (mu: Double, surplus: Double) in
      .init(
        [10, 1, 1, mu], named: ["metric", "surplus"], [0.153875 * (1 + mu), surplus],
        // The table gives the metric as a rounded number times 1 + μ.
        decimals: mu > 1 ? 5 : 6)
    }
  ) { values in
    let contest = try contest(values)
    let mu = values[3]
    let effort = try contest.equilibriumEffort()
    let pull = try contest.marginalReturn()
    let work = EffortResponse(costSlope: 1)
    let play = EffortResponse(costSlope: 1 / mu)
    let (worked, played) = (work.effort(marginalReturn: pull), play.effort(marginalReturn: pull))
    let playedCost = played == 0 ? 0 : play.cost(of: played)
    return [
      .exact("metric", effort * (1 + mu), worked + played),
      .exact("gaming share", mu / (1 + mu), played / (worked + played)),
      .exact(
        "surplus", effort - (1 + mu) * effort * effort / 2,
        worked - work.cost(of: worked) - playedCost),
    ]
  }
}
