import Foundation
import WorkplaceModel

/// 2j: equilibria of a symmetric game of gaming among players who choose by logit.
enum QuantalResponse {
  static let all = [symmetric, sharedPrize]

  private static let source =
    "McKelvey and Palfrey 1995; Brock and Durlauf 2001: p = Λ(λ Δu(p))"

  // MARK: Linear interaction

  private static let symmetric = Verification(
    "quantal-response", section: "2j",
    "Symmetric logit equilibria when gaming gains a + c p: one, or three where conformity tips",
    source: source,
    parameters: [
      .init("precision", "precision of the choice, λ", standard: 6, range: 0...1_000),
      .init("gain", "private gain from gaming, a", standard: -0.5, range: -1e3...1e3),
      .init(
        "interaction",
        "what everybody else's gaming adds to it, c (below 0 congestion, above "
          + "conformity)", standard: 1, range: -1e3...1e3),
    ],
    rows: [
      row([0, 1, -2.5], [0.5]), row([2, 1, -2.5], [0.44454625]),
      row([50, 1, -2.5], [0.403139216]), row([1, -0.6, 1], [0.466732297]),
      row([6, -0.5, 1], [0.0707201817, 0.5, 0.929279818]), row([8, -0.65, 1], [0.00574274872]),
    ]
  ) { values in
    let (precision, gain, interaction) = (values[0], values[1], values[2])
    func advantage(_ share: Double) -> Double { gain + interaction * share }
    let closed = try equilibria { logistic(precision * advantage($0)) }
    let found = try equilibria { chosen(precision: precision, advantage: advantage($0)) }
    return [.exact("equilibria", Double(closed.count), Double(found.count))]
      + closed.indices.map { index in
        .exact("p\(index + 1)", closed[index], index < found.count ? found[index] : .nan)
      }
  }

  private static func row(_ parameters: [Double], _ equilibria: [Double]) -> Verification.Row {
    .init(
      parameters, named: ["equilibria"] + equilibria.indices.map { "p\($0 + 1)" },
      [Double(equilibria.count)] + equilibria)
  }

  // MARK: A shared prize

  private static let sharedPrize = Verification(
    "quantal-response-prize", section: "2j",
    "Logit equilibrium of n players who share a prize if they game, at a cost",
    source: source + ", u = B(1 − (1 − p)ⁿ)/(np) − m",
    parameters: [
      .init("n", "players", standard: 5, range: 1...10_000, isWhole: true),
      .init("precision", "precision of the choice, λ", standard: 5, range: 0...1_000),
      .init("prize", "prize B, shared by those who game", standard: 1, range: 0...1e3),
      .init("cost", "cost of gaming, m", standard: 0.4, range: 0...1e3),
    ],
    rows: [
      .init([2, 2, 1, 0.4], named: ["p"], [0.637118907]),
      .init([5, 5, 1, 0.4], named: ["p"], [0.491420647]),
      .init([10, 20, 1, 0.4], named: ["p"], [0.273124786]),
    ]
  ) { values in
    let (players, precision, prize, cost) = (values[0], values[1], values[2], values[3])
    // The closed form averages over how many others game; the other adds up that binomial.
    func shareOfPrize(_ p: Double) -> Double {
      p > 0 ? prize * -expm1(players * log1p(-p)) / (players * p) : prize
    }
    let closed = try equilibria { logistic(precision * (shareOfPrize($0) - cost)) }
    let found = try equilibria { p in
      let expected = expectedShare(of: prize, players: Int(players), probability: p)
      return chosen(precision: precision, advantage: expected - cost)
    }
    // A share falls with every other player who games, so there is one equilibrium.
    guard closed.count == 1, found.count == 1 else {
      throw NumericalFailure(description: "the equilibrium was not found")
    }
    return [.exact("p", closed[0], found[0])]
  }

  /// E[B/(1 + K)], K the others who game, term by term.
  private static func expectedShare(
    of prize: Double, players: Int, probability: Double
  ) -> Double {
    guard probability > 0 else { return prize }
    guard probability < 1 else { return prize / Double(players) }
    let odds = probability / (1 - probability)
    var term = pow(1 - probability, Double(players - 1))
    if term == 0 { return prize / (Double(players) * probability) }
    var total = 0.0
    for others in 0..<players {
      total += term / Double(others + 1)
      term *= odds * Double(players - 1 - others) / Double(others + 1)
    }
    return prize * total
  }

  // MARK: Equilibria

  /// Every share p with p = reply(p).
  private static func equilibria(_ reply: @escaping (Double) -> Double) throws -> [Double] {
    try Root.all(in: 0...1) { reply($0) - $0 }
  }

  /// The probability that the scenarios' choice games when gaming has an advantage.
  private static func chosen(precision: Double, advantage: Double) -> Double {
    ChoiceProbabilities(of: LogitChoice(precision: precision), among: [advantage, 0]).values[0]
  }

  private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
