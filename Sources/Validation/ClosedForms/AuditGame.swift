import Foundation
import Incentives
import WorkplaceModel

/// 2i: the game between somebody who may game and an auditor who may look.
enum AuditGame {
  static let all = [inspection, logit]

  private static let source =
    "Avenhaus, von Stengel and Zamir 2002; Tsebelis 1989: α* = g/(d(g+F) − qF), π* = k/(dL)"

  private static let stakes: [Verification.Parameter] = [
    .init("gain", "gain from gaming that is not found, g", standard: 1, range: 1e-9...1e6),
    .init("sanction", "sanction, F", standard: 4, range: 0...1e6),
    .init("detection", "probability that an audit finds gaming, d", standard: 0.7, range: 1e-6...1),
    .init("audit-cost", "cost of an audit, k", standard: 0.5, range: 1e-9...1e6),
    .init("found-worth", "worth of finding gaming, L", standard: 5, range: 1e-9...1e6),
    .init("false-positive", "probability of a false accusation, q", standard: 0, range: 0...1),
  ]

  // MARK: i

  private static let inspection = Verification(
    "audit-game", section: "2i", "Inspection game: how often to audit, how often people game",
    source: source, parameters: stakes,
    rows: [
      row([1, 4, 1, 0.5, 5, 0], [0.2, 0.1, 0, 0.08]),
      row([1, 9, 1, 0.5, 5, 0], [0.1, 0.1, 0, 0.09]),
      row([1, 4, 0.7, 1, 5, 0], [0.285714286, 0.285714286, 0, 0.228571429]),
      row([0.5, 2, 0.5, 0.2, 2, 0.05], [0.434782609, 0.2, -0.0434782609, 0.156521739]),
      .refused([10, 1, 0.5, 0.5, 5, 0]), .refused([1, 4, 0.7, 9, 5, 0]),
    ]
  ) { values in
    let game = InspectionGame(values)
    guard game.advantage(audited: 1) < 0 else {
      throw VerificationRefusal(
        "no mixed equilibrium: gaming pays even if everybody is audited, so everybody games")
    }
    guard game.auditorsGain(gaming: 1) > 0 else {
      throw VerificationRefusal(
        "no mixed equilibrium: an audit costs more than it finds, so nobody is audited")
    }
    let audited = try Root.within(0...1) { game.advantage(audited: $0) }
    let gaming = try Root.within(0...1) { game.auditorsGain(gaming: $0) }
    let (gain, sanction, detection, cost, worth, error) = (
      values[0], values[1], values[2], values[3], values[4], values[5]
    )
    let rate = gain / (detection * (gain + sanction) - error * sanction)
    let share = cost / (detection * worth)
    return [
      .exact("audited", rate, audited),
      .exact("gaming", share, gaming),
      .exact("payoff", -rate * error * sanction, game.payoff(gaming: false, audited: audited)),
      .exact(
        "undetected", share * (1 - rate * detection),
        gaming * (1 - audited * game.rule.detectionProbability(gamingTokens: 1, mislabelled: false))
      ),
    ]
  }

  private static func row(_ parameters: [Double], _ values: [Double]) -> Verification.Row {
    .init(parameters, named: ["audited", "gaming", "payoff", "undetected"], values)
  }

  // MARK: i2

  private static let logit = Verification(
    "audit-game-logit", section: "2i", "The same game among people who choose by logit",
    source: "McKelvey and Palfrey 1995; " + source,
    parameters: [
      .init("precision", "precision of both choices, λ", standard: 5, range: 0...1_000)
    ] + stakes,
    rows: [
      logitRow(0, [0.5, 0.5]), logitRow(1, [0.252936842, 0.595145688]),
      logitRow(5, [0.119632166, 0.399766746]), logitRow(50, [0.137911308, 0.296187128]),
    ]
  ) { values in
    let precision = values[0]
    let game = InspectionGame(Array(values.dropFirst()))
    let (gain, sanction, detection, cost, worth, error) = (
      values[1], values[2], values[3], values[4], values[5], values[6]
    )
    func logistic(_ x: Double) -> Double { 1 / (1 + exp(-precision * x)) }
    func audits(_ gaming: Double) -> Double { logistic(gaming * detection * worth - cost) }
    let closed = try Root.within(0...1) { gaming in
      let audited = audits(gaming)
      return gaming
        - logistic(gain - audited * detection * (gain + sanction) + audited * error * sanction)
    }
    let choice = LogitChoice(precision: precision)
    func chosen(_ first: Double, _ second: Double) -> Double {
      ChoiceProbabilities(of: choice, among: [first, second]).values[0]
    }
    func audited(_ gaming: Double) -> Double { chosen(game.auditorsGain(gaming: gaming), 0) }
    let found = try Root.within(0...1) { gaming in
      let rate = audited(gaming)
      return gaming
        - chosen(
          game.payoff(gaming: true, audited: rate), game.payoff(gaming: false, audited: rate))
    }
    return [
      .exact("gaming", closed, found), .exact("audited", audits(closed), audited(found)),
    ]
  }

  private static func logitRow(_ precision: Double, _ values: [Double]) -> Verification.Row {
    .init([precision, 1, 4, 0.7, 0.5, 5, 0], named: ["gaming", "audited"], values)
  }
}

/// Pay-offs of the inspection game, by the audit rule of scenarios: the gain of somebody who is
/// caught is taken back.
private struct InspectionGame {
  let rule: AuditRule
  let gain: Double
  let auditCost: Double
  let foundWorth: Double

  init(_ values: [Double]) {
    gain = values[0]
    auditCost = values[3]
    foundWorth = values[4]
    rule = AuditRule(
      ratePerWeek: 0, detection: values[2], falsePositive: values[5], sanctionHours: values[1],
      clawsBack: true)
  }

  /// What a week is worth to an employee.
  func payoff(gaming: Bool, audited: Double) -> Double {
    (gaming ? gain : 0)
      - rule.expectedLoss(
        auditProbability: audited, gamingTokens: gaming ? 1 : 0, mislabelled: false,
        pay: gaming ? gain : 0)
  }

  /// How much more gaming brings than honesty.
  func advantage(audited: Double) -> Double {
    payoff(gaming: true, audited: audited) - payoff(gaming: false, audited: audited)
  }

  /// What an audit brings the auditor, less what it costs.
  func auditorsGain(gaming: Double) -> Double {
    gaming * rule.detectionProbability(gamingTokens: 1, mislabelled: false) * foundWorth
      - auditCost
  }
}
