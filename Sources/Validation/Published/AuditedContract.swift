import Incentives
import WorkplaceModel

/// Linear pay on metrics that can be manipulated, with audits.
///
/// Metric x = e + m + noise of each of two tasks, pay β·x + s, cost ½ e'Ke of effort and ½ m'M⁻¹m of
/// manipulation, M the matrix of manipulabilities, value v'e, everybody risk-neutral, rent taken by
/// the fixed part s. A task is audited with probability a, and then paid on e instead of x.
///
/// - Audits not known when acting: e = K⁻¹β, m = (1−a)Mβ, best β* = (I + (1−a)² KM)⁻¹ v.
/// - Audits announced before: m = Mβ where there is none, and (1−a)² becomes (1−a).
///
/// Surplus is ½ v'K⁻¹β*. Without a fixed part the best weights are half of these.
///
/// Source: derived from standard assumptions (Holmström and Milgrom 1991; Feltham and Xie 1994 for
/// the congruity of metrics); no publication with these tables is known.
struct AuditedContract {
  /// Value v of a unit of effort on each task.
  let value: [Double]
  /// Slopes of marginal effort cost, the diagonal of K.
  let cost: [Double]
  /// Manipulabilities M, symmetric, positive semi-definite; off the diagonal, gaming one metric
  /// makes gaming the other cheaper.
  let manipulability: [[Double]]
  /// How audits are made.
  let audit: AuditRule
  /// Whether people know in advance what will be audited.
  let isAnnounced: Bool

  /// What people do under given weights, each choosing by the model's own effort response.
  struct Reply {
    let effort: [Double]
    /// Manipulation; of units that are not audited, where audits are announced.
    let manipulation: [Double]
    /// Expected cost of effort and manipulation.
    let cost: Double
    /// Expected pay, without the fixed part.
    let pay: Double
  }

  /// Expected share of a manipulation that is paid for when it is decided on.
  private var unaudited: Double { 1 - audit.ratePerWeek }

  /// How much of the cost and effect of manipulation is in force, (1−a)² or (1−a).
  private var discount: Double { isAnnounced ? unaudited : unaudited * unaudited }

  // MARK: Closed form

  /// The best weights β*.
  func bestWeights() throws -> [Double] {
    let matrix = (0..<2).map { row in
      (0..<2).map { column in
        (row == column ? 1 : 0) + discount * cost[row] * manipulability[row][column]
      }
    }
    return try LinearSystem.solve(matrix, value)
  }

  /// Manipulation under given weights.
  func manipulation(_ weights: [Double]) -> [Double] {
    let known = isAnnounced ? 1 : unaudited
    return (0..<2).map { row in
      known * (0..<2).reduce(0) { $0 + manipulability[row][$1] * weights[$1] }
    }
  }

  /// Surplus under given weights, v'K⁻¹β − ½β'K⁻¹β − ½(1−a)² β'Mβ.
  func surplus(_ weights: [Double]) -> Double {
    var sum = 0.0
    for row in 0..<2 {
      sum += (value[row] - weights[row] / 2) * weights[row] / cost[row]
      for column in 0..<2 {
        sum -= discount * weights[row] * manipulability[row][column] * weights[column] / 2
      }
    }
    return sum
  }

  // MARK: Behaviour

  /// What people answer to given weights.
  func reply(to weights: [Double]) throws -> Reply {
    let rewards = weights.map { Reward(metric: 0, kind: .pieceRate, weightHours: $0) }
    let returns = rewards.map { $0.expectedHours(value: 1, standing: 0) }
    let efforts = zip(cost, returns).map { slope, pay in
      EffortResponse(costSlope: slope).effort(marginalReturn: pay)
    }
    let believed = isAnnounced ? 1 : unaudited
    let (gaming, gamingCost) = try manipulate(returns.map { believed * $0 })
    let share = isAnnounced ? unaudited : 1
    let effortCost = zip(cost, efforts).reduce(0) {
      $0 + EffortResponse(costSlope: $1.0).cost(of: $1.1)
    }
    let pay = (0..<2).reduce(0.0) { sum, task in
      let seen = efforts[task] + unaudited * gaming[task]
      return sum + rewards[task].expectedHours(value: seen, standing: 0)
    }
    return Reply(
      effort: efforts, manipulation: gaming, cost: effortCost + share * gamingCost, pay: pay)
  }

  /// Manipulation of both metrics, each the best reply to the other until neither changes.
  private func manipulate(_ returns: [Double]) throws -> (amounts: [Double], cost: Double) {
    let linked = manipulability[0][1]
    let determinant = manipulability[0][0] * manipulability[1][1] - linked * linked
    if linked == 0 {
      // A metric that cannot be manipulated has an infinite slope, and no cost because no amount.
      let responses = (0..<2).map { EffortResponse(costSlope: 1 / manipulability[$0][$0]) }
      let amounts = zip(responses, returns).map { $0.effort(marginalReturn: $1) }
      let costs = zip(responses, amounts).map { $1 == 0 ? 0 : $0.cost(of: $1) }
      return (amounts, costs[0] + costs[1])
    }
    guard determinant > 0, manipulability[0][0] > 0 else {
      throw VerificationRefusal(
        "manipulability is not positive definite; expected M11 M22 > M12², or M12 = 0")
    }
    let slopes = [manipulability[1][1] / determinant, manipulability[0][0] / determinant]
    let cross = -linked / determinant
    var amounts = [0.0, 0.0]
    for _ in 0..<10_000 {
      let before = amounts
      for task in 0..<2 {
        amounts[task] = EffortResponse(costSlope: slopes[task])
          .effort(marginalReturn: returns[task] - cross * amounts[1 - task])
      }
      if before == amounts { break }
    }
    let own = (0..<2).reduce(0) {
      $0 + EffortResponse(costSlope: slopes[$1]).cost(of: amounts[$1])
    }
    return (amounts, own + cross * amounts[0] * amounts[1])
  }

  /// Expected value of what people do, less what it costs them.
  func obtainedSurplus(_ weights: [Double]) throws -> Double {
    let reply = try reply(to: weights)
    return valueOf(reply) - reply.cost
  }

  func valueOf(_ reply: Reply) -> Double {
    zip(value, reply.effort).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

extension AuditedContract {
  static let all = [contract, auditRate, penalty]

  private static let contract = Verification(
    "audited-contract", section: "P3.2",
    "Linear pay on two metrics that can be manipulated, with audits",
    source: "derived from standard assumptions (Holmström and Milgrom 1991; Feltham and Xie 1994)",
    parameters: [
      .init("v1", "value of effort on task 1", standard: 1, range: 0...1e3),
      .init("v2", "value of effort on task 2", standard: 1, range: 0...1e3),
      .init("k1", "slope of marginal effort cost on task 1", standard: 1, range: 1e-3...1e3),
      .init("k2", "slope of marginal effort cost on task 2", standard: 1, range: 1e-3...1e3),
      .init("m11", "manipulability of metric 1", standard: 0.25, range: 0...1e3),
      .init("m12", "how gaming one metric helps the other", standard: 0, range: -1e3...1e3),
      .init("m22", "manipulability of metric 2", standard: 1, range: 0...1e3),
      .init("audit", "probability of an audit", standard: 0, range: 0...1),
      .init(
        "announced", "1 if audits are known when acting", standard: 0, range: 0...1, isWhole: true),
    ],
    rows: contractRows
  ) { values in
    let contract = AuditedContract(
      value: [values[0], values[1]], cost: [values[2], values[3]],
      manipulability: [[values[4], values[5]], [values[5], values[6]]],
      audit: AuditRule(ratePerWeek: values[7]), isAnnounced: values[8] == 1)
    let weights = try contract.bestWeights()
    let expected = contract.manipulation(weights)
    // A manipulability that is not positive definite is refused before anything is searched for.
    _ = try contract.reply(to: contract.value)
    let found = try Maximum.near(contract.value) {
      (try? contract.obtainedSurplus($0)) ?? -.infinity
    }
    let reply = try contract.reply(to: found)
    let withoutTransfer = try Maximum.near(contract.value) { weights in
      guard let reply = try? contract.reply(to: weights) else { return -.infinity }
      return contract.valueOf(reply) - reply.pay
    }
    let goal = (0..<2).reduce(0) { $0 + contract.value[$1] * weights[$1] / contract.cost[$1] }
    return [
      .exact("weight 1", weights[0], found[0]),
      .exact("weight 2", weights[1], found[1]),
      .exact("gaming 1", expected[0], reply.manipulation[0]),
      .exact("gaming 2", expected[1], reply.manipulation[1]),
      .exact(
        "metric 2 unaudited", weights[1] / contract.cost[1] + expected[1],
        reply.effort[1] + reply.manipulation[1]),
      .exact("value", goal, contract.valueOf(reply)),
      .exact("surplus", goal / 2, try contract.obtainedSurplus(found)),
      .exact(
        "surplus, naive", contract.surplus(contract.value),
        try contract.obtainedSurplus(contract.value)),
      .exact("weight 1 without fixed pay", weights[0] / 2, withoutTransfer[0]),
      .exact("weight 2 without fixed pay", weights[1] / 2, withoutTransfer[1]),
    ]
  }

  private static var contractRows: [Verification.Row] {
    let first = [1.0, 1, 1, 1, 0.25, 0, 1]
    let second = [1.0, 1, 1, 1, 0, 0, 3]
    let third = [1.0, 0.5, 1, 2, 2, 0, 0.5]
    let fourth = [1.0, 1, 1, 1, 1, 0.5, 2]
    let all = [
      "weight 1", "weight 2", "gaming 1", "gaming 2", "value", "surplus", "surplus, naive",
    ]
    let ofSecond = [
      "weight 2", "gaming 2", "metric 2 unaudited", "value", "surplus", "surplus, naive",
    ]
    let short = ["weight 1", "weight 2", "surplus"]
    func row(
      _ case: [Double], _ audit: Double, _ announced: Double, _ names: [String], _ values: [Double]
    )
      -> Verification.Row
    {
      .init(`case` + [audit, announced], named: names, values, decimals: 6)
    }
    return [
      row(first, 0, 0, all, [0.8, 0.5, 0.2, 0.5, 1.3, 0.65, 0.375]),
      row(
        first, 0.25, 0, all,
        [0.876712, 0.64, 0.164384, 0.48, 1.516712, 0.758356, 0.648438]),
      row(
        first, 0.75, 0, all,
        [0.984615, 0.941176, 0.061538, 0.235294, 1.925792, 0.962896, 0.960938]),
      row(
        first, 0.1, 1, all,
        [0.816327, 0.526316, 0.204082, 0.526316, 1.342642, 0.671321, 0.4375]),
      row(
        first, 0.9, 1, all,
        [0.975610, 0.909091, 0.243902, 0.909091, 1.884701, 0.942350, 0.9375]),
      row(second, 0, 0, ofSecond, [0.25, 0.75, 1, 1.25, 0.625, -0.5]),
      row(
        second, 0.25, 0, ofSecond,
        [0.372093, 0.837209, 1.209302, 1.372093, 0.686047, 0.15625]),
      row(
        second, 0.75, 0, ofSecond,
        [0.842105, 0.631579, 1.473684, 1.842105, 0.921053, 0.90625]),
      row(third, 0, 0, short, [0.333333, 0.25, 0.197917]),
      row(third, 0.25, 0, short, [0.470588, 0.32, 0.275294]),
      row(third, 0.5, 0, short, [0.666667, 0.4, 0.383333]),
      row(third, 0.75, 0, short, [0.888889, 0.470588, 0.503268]),
      row(third, 0.9, 0, short, [0.980392, 0.495050, 0.552077]),
      row(
        fourth, 0, 0, ["weight 1", "weight 2", "gaming 1", "gaming 2", "surplus"],
        [0.434783, 0.260870, 0.565217, 0.739130, 0.347826]),
      row(fourth, 0.25, 0, short, [0.568846, 0.395300, 0.482073]),
      row(fourth, 0.5, 0, short, [0.739496, 0.605042, 0.672269]),
      row(fourth, 0.75, 0, short, [0.915781, 0.863451, 0.889616]),
      row(fourth, 0.9, 0, short, [0.985269, 0.975562, 0.980416]),
    ]
  }

  // MARK: How much to audit

  private static let auditRate = Verification(
    "audit-rate", section: "P3.2", "How often to audit one manipulable metric",
    source: "½/(1 + (1−a)²μ) − κa at its greatest; derived as the contract itself",
    parameters: [
      .init("mu", "manipulability μ", standard: 1, range: 1e-3...1e3),
      .init("kappa", "cost κ of auditing everything", standard: 0.1, range: 1e-6...10),
    ],
    rows: [
      ([0.5, 0.05], [0.898977, 0.994923, 0.452513]),
      ([1, 0.1], [0.897904, 0.989684, 0.405052]),
      ([2, 0.1], [0.949488, 0.994923, 0.402513]),
    ].map { .init($0, named: ["audit rate", "weight", "worth"], $1, decimals: 6) }
  ) { values in
    let (mu, kappa) = (values[0], values[1])
    // With x = 1 − a: what another audit saves, less what it costs.
    func margin(_ x: Double) -> Double { mu * x / ((1 + mu * x * x) * (1 + mu * x * x)) - kappa }
    func worth(_ rate: Double) -> Double {
      0.5 / (1 + (1 - rate) * (1 - rate) * mu) - kappa * rate
    }
    // The saving is greatest at 1/√(3μ) and falls to 0 at 0: the best rate lies in between.
    let top = min(1, 1 / (3 * mu).squareRoot())
    var rate = 0.0
    if margin(top) > 0 {
      let inner = 1 - (try Root.within(0...top, margin))
      if worth(inner) > worth(0) { rate = inner }
    }
    func contract(_ rate: Double) -> AuditedContract {
      AuditedContract(
        value: [1, 0], cost: [1, 1], manipulability: [[mu, 0], [0, 0]],
        audit: AuditRule(ratePerWeek: rate), isAnnounced: false)
    }
    func best(_ rate: Double) throws -> (weight: Double, surplus: Double) {
      // Surplus is a parabola in the weight, which three of its values determine.
      let at = try [0.0, 0.5, 1].map { try contract(rate).obtainedSurplus([$0, 0]) }
      let bend = 2 * (at[0] - 2 * at[1] + at[2])
      let slope = at[2] - at[0] - bend
      let weight = -slope / (2 * bend)
      return (weight, try contract(rate).obtainedSurplus([weight, 0]))
    }
    let found = try Maximum.within(0...1) { rate in
      ((try? best(rate))?.surplus ?? -.infinity) - kappa * rate
    }
    let weight = 1 / (1 + (1 - rate) * (1 - rate) * mu)
    return [
      .exact("audit rate", rate, found.place),
      .exact("weight", weight, try best(found.place).weight),
      .exact("worth", worth(rate), found.value),
    ]
  }

  // MARK: Fines

  private static let penalty = Verification(
    "audit-fine", section: "P3.2", "A fine on every unit of manipulation found",
    source: "m = μ max(0, (1−a)β − aφ), 0 from a = β/(β+φ) on; derived as the contract itself",
    parameters: [
      .init("beta", "pay β for a unit of the metric", standard: 1, range: 0...1e3),
      .init("mu", "manipulability μ", standard: 1, range: 1e-3...1e3),
      .init("fine", "fine φ for a unit found", standard: 1, range: 0...1e3),
      .init("audit", "probability of an audit", standard: 0.1, range: 0...1),
    ],
    rows: [
      (1, 0, 1), (1, 0.1, 0.8), (1, 0.25, 0.5), (1, 0.5, 0), (3, 0, 1), (3, 0.1, 0.6),
      (3, 0.25, 0), (3, 0.5, 0),
    ].map { (fine: Double, audit: Double, gaming: Double) in
      .init([1, 1, fine, audit], named: ["gaming"], [gaming])
    }
  ) { values in
    let (pay, mu, fine, rate) = (values[0], values[1], values[2], values[3])
    let audit = AuditRule(ratePerWeek: rate, detection: 1, sanctionHours: fine)
    func gaming(_ audit: AuditRule) -> Double {
      let caught =
        audit.ratePerWeek * audit.detectionProbability(gamingTokens: 1, mislabelled: false)
      let response = EffortResponse(costSlope: 1 / mu, range: 0...Double.infinity)
      return response.effort(marginalReturn: (1 - caught) * pay - caught * audit.sanctionHours)
    }
    // The rate that ends gaming, found where the return on it changes sign.
    let end = try Root.within(0...1) { rate in (1 - rate) * pay - rate * fine }
    return [
      .exact("gaming", mu * max(0, (1 - rate) * pay - rate * fine), gaming(audit)),
      .exact("rate that ends it", pay + fine > 0 ? pay / (pay + fine) : 1, end),
    ]
  }
}
