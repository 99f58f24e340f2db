import CGSL
import Foundation
import Incentives
import Measures
import Randomness

/// 2n to 2p: inequality, credibility, and the gamer who goes on.
enum SmallMeasures {
  static let all = [inequality, credibility, persistentGamer]

  // MARK: Inequality

  private static let inequality = Verification(
    "inequality", section: "2n", "Inequality of a lognormal amount: Gini and top shares",
    source: "Aitchison and Brown 1957: Gini 2Φ(σ/√2) − 1, top share Φ(σ − z)",
    parameters: [
      .init("sigma", "log standard deviation σ", standard: 1.3, range: 0.01...3)
    ],
    rows: [
      .init(
        [0.5], named: inequalityNames,
        [0.27632639, 0.21723908, 0.0338989391, 0.00479555921, 1.89795271, 1.13314845]),
      .init(
        [1], named: inequalityNames,
        [0.520499878, 0.389143692, 0.0923622481, 0.0182984684, 3.60222448, 1.64872127]),
      .init(
        [1.3], named: inequalityNames,
        [0.642029327, 0.507359443, 0.152363819, 0.0367082868, 5.2910517, 2.32797781]),
      .init(
        [1.8], named: inequalityNames,
        [0.796908212, 0.697927286, 0.299323263, 0.0984850062, 10.0421659, 5.05309032]),
      .init(
        [2.7], named: inequalityNames,
        [0.943762196, 0.921970058, 0.645668426, 0.348182387, 31.8229977, 38.2827729]),
    ]
  ) { values in
    let sigma = values[0]
    let amounts = stratifiedLognormal(sigma: sigma, strata: 200_000)
    func topShare(_ share: Double) -> Double {
      StandardNormal.probability(below: sigma - StandardNormal.quantile(1 - share))
    }
    let law = try Distribution.lognormal(zeta: 0, sigma: sigma)
    let median = try law.quantile(0.5)
    return [
      .exact(
        inequalityNames[0], erf(sigma / 2),
        Inequality.gini(amounts)),
      .exact(inequalityNames[1], topShare(0.1), Inequality.topShare(0.1, of: amounts)),
      .exact(inequalityNames[2], topShare(0.01), Inequality.topShare(0.01, of: amounts)),
      .exact(inequalityNames[3], topShare(0.001), Inequality.topShare(0.001, of: amounts)),
      .exact(
        inequalityNames[4], exp(sigma * StandardNormal.quantile(0.9)),
        try law.quantile(0.9) / median),
      .exact(inequalityNames[5], exp(sigma * sigma / 2), (law.mean ?? .nan) / median),
    ]
  }

  private static let inequalityNames = [
    "Gini", "top 10 %", "top 1 %", "top 0.1 %", "P90/median", "mean/median",
  ]

  /// A population that stands for the whole law: the mean amount of each of many equal shares of
  /// people, from the poorest to the richest.
  private static func stratifiedLognormal(sigma: Double, strata: Int) -> [Double] {
    // Held by those above a place z: Φ(σ − z) of the total.
    let edges = (0...strata).map { StandardNormal.quantile(Double($0) / Double(strata)) }
    return zip(edges, edges.dropFirst()).map { low, high in
      // Differences of the smaller tail keep their digits.
      low - sigma > 0
        ? StandardNormal.probability(below: sigma - low)
          - StandardNormal.probability(below: sigma - high)
        : StandardNormal.probability(below: high - sigma)
          - StandardNormal.probability(below: low - sigma)
    }
  }

  // MARK: Credibility

  private static let credibility = Verification(
    "credibility", section: "2o", "Belief in a promise after n weeks with k violations",
    source: "Beta-Bernoulli: c = (α0 + n − k)/(α0 + β0 + n − k + wk)",
    parameters: [
      .init("alpha", "prior weight for the promise, α0", standard: 2, range: 1e-3...1e6),
      .init("beta", "prior weight against it, β0", standard: 2, range: 1e-3...1e6),
      .init("n", "weeks observed", standard: 12, range: 0...100_000, isWhole: true),
      .init("k", "weeks with a violation", standard: 1, range: 0...100_000, isWhole: true),
      .init("weight", "weight of a violation, w", standard: 1, range: 0...1e3),
      .init("gain", "weight of a week without one", standard: 1, range: 0...1e3),
    ],
    rows: [
      .init([2, 2, 0, 0, 1, 1], named: credibilityNames, [0.5, 0.223606798, 0.5]),
      .init([2, 2, 12, 1, 1, 1], named: credibilityNames, [0.8125, 0.0946646558, 0.1875]),
      .init(
        [8, 2, 12, 1, 1, 1], named: credibilityNames, [0.863636364, 0.0715567865, 0.136363636]),
      .init(
        [8, 2, 52, 4, 1, 1], named: credibilityNames, [0.903225806, 0.0372484045, 0.0967741935]),
    ]
  ) { values in
    let (weeks, violations) = (Int(values[2]), Int(values[3]))
    guard violations <= weeks else {
      throw VerificationRefusal("k = \(violations) violations do not fit into n = \(weeks) weeks")
    }
    var belief = CredibilityBelief(
      alpha: values[0], beta: values[1], quietWeight: values[5], violationWeight: values[4])
    for week in 0..<weeks { belief.observe(violated: week < violations) }
    let alpha = values[0] + values[5] * Double(weeks - violations)
    let beta = values[1] + values[4] * Double(violations)
    let total = alpha + beta
    let scheme = IncentiveScheme(
      metrics: [Metric(name: "tokens", formula: try MetricFormula("total_tokens"))],
      promise: Promise())
    return [
      .exact("credibility", alpha / total, belief.mean),
      .exact("s.d.", (alpha * beta / (total + 1)).squareRoot() / total, belief.deviation),
      .exact("belief it counts", beta / total, scheme.weightItCounts(credibility: belief.mean)),
    ]
  }

  private static let credibilityNames = ["credibility", "s.d.", "belief it counts"]

  // MARK: Persistent gamer

  private static let persistentGamer = Verification(
    "persistent-gamer", section: "2p", "Somebody who games every week, audited at random",
    source: "geometric: P = 1 − (1 − ad)^T, mean 1/(ad), median ln ½/ln(1 − ad)",
    parameters: [
      .init("rate", "probability of an audit in a week, a", standard: 0.05, range: 1e-4...1),
      .init("detection", "probability that an audit finds it, d", standard: 0.7, range: 1e-2...1),
      .init("weeks", "weeks T", standard: 52, range: 0...100_000, isWhole: true),
    ],
    rows: [
      .init([0.05, 0.7, 1], named: gamerNames, [0.035, 28.5714286, 19.4555737]),
      .init([0.05, 0.7, 52], named: gamerNames, [0.843173195, 28.5714286, 19.4555737]),
      .init([0.02, 0.3, 52], named: gamerNames, [0.268706036, 166.666667, 115.177609]),
    ]
  ) { values in
    let rule = AuditRule(ratePerWeek: values[0], detection: values[1])
    let weekly = values[0] * values[1]
    func free(_ weeks: Int) -> Double { 1 - rule.probabilityCaught(within: weeks) }
    // Mean weeks to detection: the sum over weeks of the probability of being free before them.
    var mean = 0.0
    var week = 0
    while free(week) > 1e-9, week < 50_000_000 {
      mean += free(week)
      week += 1
    }
    // Freedom falls geometrically between the weeks that lie around one half.
    var before = 0
    while free(before + 1) > 0.5 { before += 1 }
    let fall = log(free(before) / free(before + 1))
    let median = Double(before) + (fall.isFinite ? log(free(before) / 0.5) / fall : 0)
    return [
      .exact(
        "P(caught)", -expm1(values[2] * log1p(-weekly)),
        rule.probabilityCaught(within: Int(values[2]))),
      .exact("mean weeks", 1 / weekly, mean),
      .exact("median weeks", log(0.5) / log1p(-weekly), median),
    ]
  }

  private static let gamerNames = ["P(caught)", "mean weeks", "median weeks"]
}
