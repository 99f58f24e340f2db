import Foundation
import Incentives
import WorkplaceModel

/// 2h: thresholds that follow results.
enum RatchetedTargets {
  static let all = [ratchet, rational]

  private static let source =
    "Weitzman 1980; Freixas, Guesnerie and Tirole 1985; Gibbons 1987: pay b(y − T), T' = T + γ(y − T)"

  // MARK: h1 and h3

  private static let ratchet = Verification(
    "ratchet", section: "2h", "Effort under a threshold that follows results",
    source: source,
    parameters: [
      .init("rate", "pay for a unit above the threshold, b", standard: 1, range: 1e-9...1e9),
      .init("cost", "slope of the marginal cost of effort, c", standard: 1, range: 1e-9...1e9),
      .init("discount", "weight of next period, δ", standard: 0.95, range: 0...0.9999),
      .init(
        "share", "share of the surplus that moves the threshold, γ", standard: 0.5, range: 0...1),
      .init(
        "periods", "periods to go, the current one included, T", standard: 8, range: 1...10_000,
        isWhole: true),
    ],
    rows: [
      twoPeriods([1, 1, 0.95, 0, 2], [1, 1, 1, 1]),
      twoPeriods([1, 1, 0.95, 0.5, 2], [0.525, 1, 0.525, 0.0952380952]),
      twoPeriods([2, 0.5, 0.9, 0.6, 2], [1.84, 4, 0.46, 0.625]),
      twoPeriods([3, 1.5, 0.99, 0.8, 2], [0.416, 2, 0.208, 0.0249376559]),
      first([1, 1, 0.98, 0.3, 1], 1), first([1, 1, 0.98, 0.3, 3], 0.504316),
      first([1, 1, 0.98, 0.3, 8], 0.130634388), first([1, 1, 0.98, 0.3, 26], 0.0637700416),
    ]
  ) { values in
    let (rate, cost, discount, share) = (values[0], values[1], values[2], values[3])
    let periods = Int(values[4])
    let career = RatchetedCareer(rate: rate, ratchet: Ratchet(share: share), discount: discount)
    let response = EffortResponse(costSlope: cost)
    let two = response.effort(marginalReturn: career.marginalReturn(periods: 2))
    let last = response.effort(marginalReturn: career.marginalReturn(periods: 1))
    // Weights below 1e-16 do not count, so a long horizon is an endless one.
    let kept = discount * (1 - share)
    let endless = kept > 0 ? Int((-37 / log(kept)).rounded(.up)) + 3 : 3
    let stationary = response.effort(
      marginalReturn: rate
        * (1 - career.ratchet.futureCost(horizon: endless, discount: discount)))
    var future = 0.0
    for period in stride(from: 1, to: periods, by: 1) {
      future += pow(discount, Double(period)) * share * pow(1 - share, Double(period - 1))
    }
    return [
      .exact("first of two", rate / cost * (1 - discount * share), two),
      .exact("last", rate / cost, last),
      .exact("ratio", 1 - discount * share, two / last),
      .exact(
        "stationary", rate / cost * (1 - discount) / (1 - discount + discount * share), stationary),
      .exact(
        "first", rate / cost * (1 - future),
        response.effort(marginalReturn: career.marginalReturn(periods: periods))),
      .exact(
        "first as people reckon", rate / cost * (1 - future),
        response.effort(
          marginalReturn: rate
            * (1 - career.ratchet.futureCost(horizon: periods, discount: discount)))),
    ]
  }

  private static func twoPeriods(_ parameters: [Double], _ values: [Double]) -> Verification.Row {
    .init(parameters, named: ["first of two", "last", "ratio", "stationary"], values)
  }

  private static func first(_ parameters: [Double], _ value: Double) -> Verification.Row {
    .init(parameters, named: ["first"], [value])
  }

  // MARK: h2

  private static let rational = Verification(
    "ratchet-rational", section: "2h",
    "Effort when the next target is what the first result says about ability",
    source: source + "; T₂ = E[η | y₁], so γ = σ_η²/(σ_η² + σ_ε²)",
    parameters: [
      .init("rate", "pay for a unit above the target, b", standard: 1, range: 1e-9...1e9),
      .init("cost", "slope of the marginal cost of effort, c", standard: 1, range: 1e-9...1e9),
      .init("discount", "weight of the second period, δ", standard: 0.95, range: 0...1),
      .init("ability-variance", "variance of ability, σ_η²", standard: 1, range: 1e-3...1e3),
      .init("noise-variance", "variance of the noise, σ_ε²", standard: 3, range: 0...1e3),
    ],
    rows: [
      rationalRow([1, 1, 0.95, 1, 0], [1, 0.05, 1]),
      rationalRow([1, 1, 0.95, 1, 3], [0.25, 0.7625, 1]),
      rationalRow([2, 0.5, 0.9, 1, 1], [0.5, 2.2, 4]),
    ]
  ) { values in
    let (rate, cost, discount, ability, noise) = (
      values[0], values[1], values[2], values[3], values[4]
    )
    let closed = ability / (ability + noise)
    let found = try expectedAbility(of: 1, ability: ability, noise: noise)
    let career = RatchetedCareer(rate: rate, ratchet: Ratchet(share: found), discount: discount)
    let response = EffortResponse(costSlope: cost)
    return [
      .exact("γ", closed, found),
      .exact(
        "first", rate / cost * (1 - discount * closed),
        response.effort(marginalReturn: career.marginalReturn(periods: 2))),
      .exact(
        "second", rate / cost, response.effort(marginalReturn: career.marginalReturn(periods: 1))),
    ]
  }

  private static func rationalRow(_ parameters: [Double], _ values: [Double]) -> Verification.Row {
    .init(parameters, named: ["γ", "first", "second"], values)
  }

  /// E[η | η + ε = y] for independent normals of mean 0, by integration over η.
  private static func expectedAbility(
    of result: Double, ability: Double, noise: Double
  ) throws -> Double {
    guard noise > 0 else { return result }
    let (spread, width) = (ability.squareRoot(), noise.squareRoot())
    let range = (-12 * spread)...(12 * spread)
    let breaks = [-4, -1, 0, 1, 4].map { result + $0 * width } + [-spread, 0, spread]
    // Only the ratio counts, so the likelihood is scaled to 1 where it is greatest.
    let peak = ability / (ability + noise) * result
    func weight(_ eta: Double) -> Double {
      func exponent(_ eta: Double) -> Double {
        -(eta * eta / ability + (result - eta) * (result - eta) / noise) / 2
      }
      return exp(exponent(eta) - exponent(peak))
    }
    return try Integral.over(range, breaks: breaks + [peak]) { $0 * weight($0) }
      / Integral.over(range, breaks: breaks + [peak], weight)
  }
}

/// Pay over several periods in which the threshold follows results.
private struct RatchetedCareer {
  let rate: Double
  let ratchet: Ratchet
  let discount: Double

  /// What a unit more in the first period adds to the pay of all periods.
  ///
  /// Pay is linear in results, so a whole unit says as much as an infinitesimal one.
  func marginalReturn(periods: Int) -> Double { pay(extra: 1, periods) - pay(extra: 0, periods) }

  private func pay(extra: Double, _ periods: Int) -> Double {
    let reward = Reward(metric: 0, kind: .pieceRate, weightHours: rate)
    var threshold = 0.0
    var total = 0.0
    var weight = 1.0
    for period in 0..<periods {
      let result = period == 0 ? extra : 0
      total += weight * reward.prospect(.init(value: result - threshold)).mean
      if ratchet.setsThreshold(inWeek: period) {
        threshold = ratchet.threshold(after: threshold, value: result)
      }
      weight *= discount
    }
    return total
  }
}
