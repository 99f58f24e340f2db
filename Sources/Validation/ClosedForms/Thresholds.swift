import CGSL
import Foundation
import Incentives

/// 2g: bunching at thresholds, caps and goals.
enum Thresholds {
  static let all = [notch, isoelasticNotch, kink, goal]

  // MARK: g1

  private static let notch = Verification(
    "threshold-bonus", section: "2g",
    "Bonus at a threshold, quadratic cost of leaving one's own course: who bunches",
    source: "Kleven and Waseem 2013; utility −κ/2 (z − z₀)² + B 1{z ≥ T}: reach √(2B/κ)",
    parameters: [
      .init("mu", "log-mean of one's own course z₀", standard: 1, range: -50...50),
      .init("s", "its log-standard-deviation", standard: 0.5, range: 1e-6...20),
      .init("threshold", "threshold T", standard: 3, range: 1e-9...1e9),
      .init("stiffness", "cost of leaving one's own course, κ", standard: 1, range: 1e-9...1e9),
      .init("bonus", "bonus B", standard: 0.5, range: 1e-9...1e9),
    ],
    rows: [
      notchRow([1, 0.5, 3, 1, 0.5], [1, 0.421825899, 0.30846917, 0.730295069]),
      notchRow([1, 0.5, 3, 0.25, 0.5], [2, 0.421825899, 0.555423969, 0.977249868]),
      notchRow([0, 1, 2, 1, 0.125], [0.5, 0.244108596, 0.0984592347, 0.342567831]),
    ]
  ) { values in
    let (mu, s, threshold, stiffness, bonus) = (
      values[0], values[1], values[2], values[3], values[4]
    )
    let goal = GoalUtility(bonusHours: bonus, gainLossWeight: 0)
    func utility(_ z: Double, _ course: Double) -> Double {
      goal.utility(distance: z - threshold) - stiffness / 2 * (z - course) * (z - course)
    }
    let reach = (2 * bonus / stiffness).squareRoot()
    // Whoever gains by moving to the threshold from their own course does; the last one does not
    // care. The search begins far beyond the reach.
    let marginal = try Root.within((threshold - 3 * reach)...(threshold - reach / 1e3)) { course in
      utility(threshold, course) - utility(course, course)
    }
    let people = LognormalPeople(mu: mu, sigma: s)
    let without = gsl_cdf_lognormal_Q(threshold, mu, s)
    let lower = threshold - reach
    let with = lower > 0 ? gsl_cdf_lognormal_Q(lower, mu, s) : 1
    return [
      .exact("reach", reach, threshold - marginal),
      .exact("without bonus", without, people.share(above: threshold)),
      .exact("bunching", with - without, people.share(from: marginal, to: threshold)),
      .exact("with bonus", with, people.share(above: marginal)),
    ]
  }

  private static func notchRow(_ parameters: [Double], _ values: [Double]) -> Verification.Row {
    .init(parameters, named: ["reach", "without bonus", "bunching", "with bonus"], values)
  }

  // MARK: g2

  private static let isoelasticNotch = Verification(
    "isoelastic-threshold", section: "2g",
    "Bonus at a threshold, output with a constant elasticity: who bunches",
    source: "Kleven and Waseem 2013, bonus version: T + B − n/(1+1/e) (T/n)^(1+1/e) = n/(1+e)",
    parameters: [
      .init("elasticity", "elasticity of output, e", standard: 1, range: 0.01...100),
      .init("threshold", "threshold T", standard: 10, range: 1e-6...1e6),
      .init("bonus", "bonus B", standard: 0.5, range: 1e-9...1e6),
      .init("mu", "log-mean of ability n", standard: 2, range: -50...50),
      .init("s", "its log-standard-deviation", standard: 0.6, range: 1e-6...20),
    ],
    rows: [
      isoelasticRow([0.2, 10, 0.5, 2, 0.6], [8.79120771, 0.0790438649, 0.307022307, 0.386066172]),
      isoelasticRow([1, 10, 0.5, 2, 0.6], [7.29843788, 0.201181804, 0.307022307, 0.508204111]),
      isoelasticRow([2, 10, 0.5, 2, 0.6], [6.29763242, 0.298003282, 0.307022307, 0.605025589]),
    ]
  ) { values in
    let (elasticity, threshold, bonus, mu, s) = (
      values[0], values[1], values[2], values[3], values[4]
    )
    let reward = Reward(metric: 0, kind: .threshold(at: threshold), weightHours: bonus)
    func utility(_ z: Double, _ ability: Double) -> Double {
      z - IsoelasticCost.cost(of: z, ability: ability, elasticity: elasticity)
        + reward.prospect(.init(value: z, threshold: threshold)).mean
    }
    let range = (threshold * 1e-3)...(threshold * (1 - 1e-9))
    let closed = try Root.within(range) { ability in
      threshold + bonus
        - IsoelasticCost.cost(of: threshold, ability: ability, elasticity: elasticity)
        - ability / (1 + elasticity)
    }
    let marginal = try Root.within(range) { ability in
      let below = BestReply.goldenSection(0...threshold.nextDown) { utility($0, ability) }
      return utility(threshold, ability) - utility(below, ability)
    }
    let people = LognormalPeople(mu: mu, sigma: s)
    let without = gsl_cdf_lognormal_Q(threshold, mu, s)
    let with = gsl_cdf_lognormal_Q(closed, mu, s)
    return [
      .exact("marginal ability", closed, marginal),
      .exact("bunching", with - without, people.share(from: marginal, to: threshold)),
      .exact("without bonus", without, people.share(above: threshold)),
      .exact("with bonus", with, people.share(above: marginal)),
    ]
  }

  private static func isoelasticRow(
    _ parameters: [Double], _ values: [Double]
  ) -> Verification.Row {
    .init(
      parameters, named: ["marginal ability", "bunching", "without bonus", "with bonus"], values)
  }

  // MARK: g3

  private static let kink = Verification(
    "piece-rate-cap", section: "2g",
    "Piece rate that falls at a threshold (a cap if to nothing): who bunches",
    source: "Saez 2010: bunchers between T/b₁^e and T/b₂^e, response (b₁/b₂)^e − 1",
    parameters: [
      .init("elasticity", "elasticity of output, e", standard: 1, range: 0.01...100),
      .init("threshold", "threshold T", standard: 10, range: 1e-6...1e6),
      .init("rate", "piece rate below it, b₁", standard: 1, range: 1e-6...1e6),
      .init("rate-above", "piece rate above it, b₂ ≤ b₁", standard: 0.5, range: 0...1e6),
      .init("mu", "log-mean of ability n", standard: 2.3, range: -50...50),
      .init("s", "its log-standard-deviation", standard: 0.5, range: 1e-6...20),
    ],
    rows: [
      kinkRow([0.2, 10, 1, 0.5, 2.3, 0.5], [10, 0.109130135, 11.4869835, 0.148698355]),
      kinkRow([1, 10, 1, 0.5, 2.3, 0.5], [10, 0.415895102, 20, 1]),
      kinkRow([0.5, 10, 1, 0, 2.3, 0.5], [10, 0.497937403]),
    ]
  ) { values in
    let (elasticity, threshold, rate, above) = (values[0], values[1], values[2], values[3])
    guard above <= rate else {
      throw VerificationRefusal("a piece rate that rises at a threshold makes nobody bunch there")
    }
    // One rate for every unit, and another for units up to the cap.
    let rewards = [
      Reward(metric: 0, kind: .pieceRate, weightHours: above),
      Reward(metric: 0, kind: .pieceRate, weightHours: rate - above, metricCap: threshold),
    ]
    func pay(_ z: Double) -> Double {
      rewards.reduce(0) { $0 + $1.prospect(.init(value: $1.counted(z))).mean }
    }
    let slopes = OneSidedSlopes(of: pay, at: threshold, step: threshold / 1024)
    func buncher(_ slope: Double) throws -> Double {
      try Root.within((threshold * 1e-12)...(threshold * 1e12)) { ability in
        log(slope) - log(threshold / ability) / elasticity
      }
    }
    let people = LognormalPeople(mu: values[4], sigma: values[5])
    let lower = threshold / pow(rate, elasticity)
    let first = try buncher(slopes.below)
    guard above > 0 else {
      return [
        .exact("first buncher", lower, first),
        .exact(
          "bunching", gsl_cdf_lognormal_Q(lower, values[4], values[5]), people.share(above: first)),
      ]
    }
    let upper = threshold / pow(above, elasticity)
    let last = try buncher(slopes.above)
    return [
      .exact("first buncher", lower, first),
      .exact(
        "bunching",
        gsl_cdf_lognormal_Q(lower, values[4], values[5])
          - gsl_cdf_lognormal_Q(upper, values[4], values[5]), people.share(from: first, to: last)),
      .exact("last buncher", upper, last),
      .exact("response", pow(rate / above, elasticity) - 1, last / first - 1),
    ]
  }

  private static func kinkRow(_ parameters: [Double], _ values: [Double]) -> Verification.Row {
    let names = ["first buncher", "bunching", "last buncher", "response"]
    return .init(parameters, named: Array(names.prefix(values.count)), values)
  }

  // MARK: g4

  private static let goal = Verification(
    "goal-reference", section: "2g", "Goal as a reference point, losses weigh more: who bunches",
    source: "Allen, Dechow, Pope and Wu 2017: bunchers between T − ηλ/κ and T − η/κ",
    parameters: [
      .init("weight", "weight of gains, η", standard: 1, range: 0...1e6),
      .init("loss-aversion", "how much heavier losses weigh, λ", standard: 2, range: 1...100),
      .init("stiffness", "cost of leaving one's own course, κ", standard: 1, range: 1e-6...1e6),
      .init("goal", "goal T", standard: 10, range: -1e6...1e6),
      .init("mean", "mean of one's own course z₀", standard: 9, range: -1e6...1e6),
      .init("s", "its standard deviation", standard: 2, range: 1e-6...1e6),
    ],
    rows: [
      goalRow([1, 2, 1, 10, 9, 2], [8, 9, 0.191462461, 0.308537539, 0.691462461]),
      goalRow([0.5, 2, 1, 10, 9, 2], [9, 9.5, 0.0987063257, 0.308537539, 0.5]),
      goalRow([1, 1, 1, 10, 9, 2], [9, 9, 0, 0.308537539, 0.5]),
    ]
  ) { values in
    let (weight, aversion, stiffness, threshold) = (values[0], values[1], values[2], values[3])
    let goal = GoalUtility(bonusHours: 0, gainLossWeight: weight, lossAversion: aversion)
    let slopes = OneSidedSlopes(
      of: { goal.utility(distance: $0 - threshold) }, at: threshold, step: 1 / 1024)
    // Somebody stays at the goal while the cost of the next step, κ (T − z₀), lies between the
    // slopes on both sides.
    func course(_ slope: Double) throws -> Double {
      let widest = 2 * (weight * aversion / stiffness + 1)
      return try Root.within((threshold - widest)...(threshold + widest)) { course in
        slope - stiffness * (threshold - course)
      }
    }
    let (first, last) = (try course(slopes.below), try course(slopes.above))
    func above(_ z: Double) -> Double {
      Target(metric: 0, threshold: z).probabilityOfMeeting(mean: values[4], deviation: values[5])
    }
    func tail(_ z: Double) -> Double { gsl_cdf_ugaussian_Q((z - values[4]) / values[5]) }
    let (lower, upper) = (
      threshold - weight * aversion / stiffness, threshold - weight / stiffness
    )
    return [
      .exact("first buncher", lower, first),
      .exact("last buncher", upper, last),
      .exact("bunching", tail(lower) - tail(upper), above(first) - above(last)),
      .exact("without goal", tail(threshold), above(threshold)),
      .exact("with goal", tail(lower), above(first)),
    ]
  }

  private static func goalRow(_ parameters: [Double], _ values: [Double]) -> Verification.Row {
    .init(
      parameters,
      named: ["first buncher", "last buncher", "bunching", "without goal", "with goal"], values)
  }
}

/// A population whose own course, or ability, is lognormal.
private struct LognormalPeople {
  let mu: Double
  let sigma: Double

  /// Share of people above a value, as targets reckon it.
  func share(above value: Double) -> Double {
    Target(metric: 0, threshold: value)
      .probabilityOfMeeting(median: exp(mu), logDeviation: sigma)
  }

  func share(from low: Double, to high: Double) -> Double {
    share(above: low) - share(above: high)
  }
}

/// Cost of output with a constant elasticity: n/(1 + 1/e) (z/n)^(1 + 1/e).
private enum IsoelasticCost {
  static func cost(of z: Double, ability: Double, elasticity: Double) -> Double {
    let power = 1 + 1 / elasticity
    return ability / power * pow(z / ability, power)
  }
}

/// The slopes of a piecewise linear function on both sides of a point.
private struct OneSidedSlopes {
  let below: Double
  let above: Double

  init(of function: (Double) -> Double, at point: Double, step: Double) {
    let value = function(point)
    below = (value - function(point - step)) / step
    above = (function(point + step) - value) / step
  }
}
