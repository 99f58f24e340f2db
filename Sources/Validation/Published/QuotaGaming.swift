import Foundation
import Incentives
import WorkplaceModel

/// Quotas and thresholds: effort that peaks where they can just be reached, and reports that are
/// moved over them.
enum QuotaGaming {
  static let all = [quota, inflation, checks, predictor]

  // MARK: Effort under a quota

  /// A bonus B if e + ε reaches Q, ε standard normal, cost ½e².
  private static let quota = Verification(
    "quota-effort", section: "P3.6", "Effort for a bonus that a noisy result has to earn",
    source:
      "first-order condition B φ(Q − e) = e at its best root (Lazear and Rosen 1981, one-sided)",
    parameters: [
      .init("quota", "the quota Q in standard deviations of luck", standard: 1, range: -5...5),
      .init("bonus", "the bonus B", standard: 1, range: 0...20),
    ],
    rows: zip(
      [-0.5, 0, 0.5, 1, 1.5, 2, 2.5],
      [
        [0.291628, 0.785711, 0.489178], [0.372239, 0.645143, 0.647143],
        [0.396825, 0.458912, 0.769441], [0.315656, 0.246879, 0.778560],
        [0.163267, 0.090655, 0.468892], [0.060867, 0.026243, 0.142011],
        [0.018348, 0.006539, 0.038577],
      ]
    ).flatMap { quota, values in
      [
        .init([quota, 1], named: ["effort", "hit rate"], [values[0], values[1]], decimals: 6),
        .init([quota, 2], named: ["effort"], [values[2]], decimals: 6),
      ]
    }
  ) { values in
    let (quota, bonus) = (values[0], values[1])
    let target = Target(metric: 0, threshold: quota)
    let goal = GoalUtility(bonusHours: bonus, gainLossWeight: 0)
    let response = EffortResponse(costSlope: 1)
    func utility(_ effort: Double) -> Double {
      goal.expectedUtility(mean: effort - quota, deviation: 1) - response.cost(of: effort)
    }
    let limit = (2 * bonus).squareRoot() + 1e-3
    let roots = try Root.all(in: 0...limit) {
      $0 - bonus * StandardNormal.density(quota - $0)
    }
    func worth(_ effort: Double) -> Double {
      bonus * StandardNormal.probability(below: effort - quota) - effort * effort / 2
    }
    let effort = roots.max { worth($0) < worth($1) } ?? 0
    let found = try Maximum.within(0...limit, steps: 2000, utility).place
    return [
      .exact("effort", effort, found),
      .exact(
        "hit rate", StandardNormal.probability(below: effort - quota),
        target.probabilityOfMeeting(mean: found, deviation: 1)),
    ]
  }

  // MARK: Reports moved over a threshold

  /// A bonus B if z + m reaches Q, inflation m at the cost m²/(2k), audited with probability a and
  /// fined F.
  private static let inflation = Verification(
    "threshold-inflation", section: "P3.6",
    "Results lifted over a threshold, with audits and fines",
    source: "in the spirit of Healy 1985: inflate iff 0 < Q − z ≤ √(2k((1−a)B − aF)₊)",
    parameters: [
      .init("k", "ease k of inflating", standard: 0.5, range: 1e-3...100),
      .init("bonus", "the bonus B", standard: 1, range: 0...100),
      .init("audit", "probability of an audit", standard: 0, range: 0...1),
      .init("fine", "the fine F", standard: 0, range: 0...100),
      .init("quota", "the threshold Q", standard: 1, range: -5...5),
    ],
    rows: [
      ([0.5, 1, 0, 0, 1], [1, 0.341345, 0.5, 0.158655, 0.184373]),
      ([0.5, 1, 0.1, 2, 1], [0.836660, 0.276470, 0.435125, 0.158655, 0.124785]),
      ([2, 1, 0, 0, 1], [2, 0.682689, 0.841345, 0.158655, 0.682689]),
      ([0.5, 1, 0, 0, 2], [1, 0.135905, 0.158655, 0.022750, 0.083830]),
    ].map {
      .init(
        $0, named: ["reach", "share gaming", "reported hits", "true hits", "mean inflation"], $1,
        decimals: 6)
    }
  ) { values in
    let (ease, bonus, rate, fine, quota) = (values[0], values[1], values[2], values[3], values[4])
    let reach = (2 * ease * max(0, (1 - rate) * bonus - rate * fine)).squareRoot()
    let (low, high) = (
      StandardNormal.probability(below: quota - reach), StandardNormal.probability(below: quota)
    )
    // Somebody short of the threshold by a gap weighs the bonus against cost, audit and fine.
    let audit = AuditRule(ratePerWeek: rate, detection: 1, sanctionHours: fine)
    let goal = GoalUtility(bonusHours: bonus, gainLossWeight: 0)
    let response = EffortResponse(costSlope: 1 / ease)
    func gain(_ gap: Double) -> Double {
      let caught =
        audit.ratePerWeek * audit.detectionProbability(gamingTokens: 1, mislabelled: false)
      return (1 - caught) * goal.utility(distance: 0) - caught * audit.sanctionHours
        - response.cost(of: gap)
    }
    let largest = gain(0) > 0 ? try Root.within(0...((2 * ease * bonus).squareRoot() + 1), gain) : 0
    let from = quota - largest
    let gaming = try Integral.over(from...quota) { StandardNormal.density($0) }
    let moved = try Integral.over(from...quota) { (quota - $0) * StandardNormal.density($0) }
    let honest = Target(metric: 0, threshold: quota).probabilityOfMeeting(mean: 0, deviation: 1)
    let density = StandardNormal.density
    return [
      .exact("reach", reach, largest),
      .exact("share gaming", high - low, gaming),
      .exact("reported hits", 1 - low, honest + gaming),
      .exact("true hits", 1 - high, honest),
      .exact(
        "mean inflation", quota * (high - low) - (density(quota - reach) - density(quota)), moved),
    ]
  }

  // MARK: Announced checks

  /// Who gains nothing either way cheats: the first tabulated row is such a case.
  private static let checks = Verification(
    "announced-checks", section: "P3.6", "Whether to say in advance what will be checked",
    source: "after Lazear 2006 (speed traps): at random all cheat iff V ≥ KG/n; announced, n − G",
    parameters: [
      .init("n", "how many units", standard: 10, range: 1...1000, isWhole: true),
      .init("checked", "how many are checked, G", standard: 3, range: 0...1000, isWhole: true),
      .init("fine", "the fine K", standard: 5, range: 0...1e3),
      .init("gain", "gain V from cheating on a unit", standard: 1, range: 0...1e3),
    ],
    rows: [
      ([10, 2, 5, 1], [10, 8]), ([10, 3, 5, 1], [0, 7]), ([10, 4, 2, 1], [10, 6]),
    ].map { .init($0, named: ["cheated, random", "cheated, announced"], $1) }
  ) { values in
    let (units, checked, fine, gain) = (Int(values[0]), Int(values[1]), values[2], values[3])
    guard checked <= units else {
      throw VerificationRefusal(
        "\(checked) of \(units) units cannot be checked; expected G up to n")
    }
    let random = gain >= fine * Double(checked) / Double(units) ? units : 0
    let announced = gain >= fine ? units : units - checked
    // Unit by unit, by what is believed of its being checked.
    func cheated(_ belief: (Int) -> Double) -> Double {
      let hits = (0..<units).count { unit in
        let audit = AuditRule(ratePerWeek: belief(unit), detection: 1, sanctionHours: fine)
        let caught =
          audit.ratePerWeek * audit.detectionProbability(gamingTokens: 1, mislabelled: false)
        return gain - caught * audit.sanctionHours >= 0
      }
      return Double(hits)
    }
    return [
      .exact("cheated, random", Double(random), cheated { _ in Double(checked) / Double(units) }),
      .exact("cheated, announced", Double(announced), cheated { $0 < checked ? 1 : 0 }),
    ]
  }

  // MARK: Manipulated predictors

  /// A predictor x of y = βx + noise whose owners shift it by b/c, or by the share b/c of it.
  private static let predictor = Verification(
    "manipulated-predictor", section: "P3.6", "A fitted slope that those fitted can answer",
    source: "Hennessy and Goodhart 2023: b = (c/2)(−1 + √(1 + 4β/c)) where the cost is in per cent",
    parameters: [
      .init("beta", "slope β without manipulation", standard: 1, range: 1e-3...100),
      .init("cost", "slope c of the cost of manipulation", standard: 1, range: 1e-2...1e3),
    ],
    rows: [(0.5, 0.5), (1, 0.618034), (2, 0.732051), (5, 0.854102), (20, 0.954451)].map {
      .init([1, $0], named: ["slope, per cent"], [$1], decimals: 6)
    }
  ) { values in
    let (slope, cost) = (values[0], values[1])
    let response = EffortResponse(costSlope: cost)
    let truth = [-1.5, -0.5, 0.25, 1, 2.5]
    let outcome = truth.map { slope * $0 }
    func settled(_ shown: (Double, Double) -> Double) -> (slope: Double, intercept: Double) {
      var fitted = (slope: slope, intercept: 0.0)
      for _ in 0..<100_000 {
        let seen = truth.map { shown($0, response.effort(marginalReturn: fitted.slope)) }
        let line = leastSquares(seen, outcome)
        let change = 0.2 * (line.slope - fitted.slope)
        fitted = (fitted.slope + change, line.intercept)
        if abs(change) < 1e-15 { break }
      }
      return fitted
    }
    let shifted = settled { $0 + $1 }
    let scaled = settled { $0 * (1 + $1) }
    return [
      .exact("slope, per cent", cost / 2 * ((1 + 4 * slope / cost).squareRoot() - 1), scaled.slope),
      .exact("slope, absolute", slope, shifted.slope),
      .exact("intercept, absolute", -slope * slope / cost, shifted.intercept),
    ]
  }

  private static func leastSquares(
    _ x: [Double], _ y: [Double]
  ) -> (slope: Double, intercept: Double) {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let product = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let square = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    return (product / square, meanY - product / square * meanX)
  }
}
