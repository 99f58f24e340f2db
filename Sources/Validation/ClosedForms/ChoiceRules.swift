import Foundation
import WorkplaceModel

/// 2q: logit shares, and attractions weighted by experience.
enum ChoiceRules {
  static let all = [logit, attraction]

  private static let logit = Verification(
    "logit", section: "2q", "Multinomial logit among three alternatives, and its inclusive value",
    source: "McFadden 1974: P ∝ exp(λu), inclusive value (1/λ) ln Σ exp(λu)",
    parameters: [
      .init("precision", "precision of the choice, λ", standard: 3, range: 1e-6...1e4),
      .init("u1", "utility of the first alternative", standard: 0, range: -1e3...1e3),
      .init("u2", "utility of the second alternative", standard: 0.5, range: -1e3...1e3),
      .init("u3", "utility of the third alternative", standard: 1, range: -1e3...1e3),
    ],
    rows: [
      .init([1, 0, 0.5, 1], named: names, [0.186323723, 0.307195886, 0.506480391, 1.68026967]),
      .init(
        [3, 0, -0.8, 0.4], named: names, [0.226714449, 0.0205670708, 0.75271848, 0.494687995]),
      .init(
        [10, 0, 0.01, 0.02], named: names, [0.300609605, 0.332224994, 0.367165401, 0.120194285]),
    ]
  ) { values in
    let (precision, utilities) = (values[0], Array(values[1...3]))
    let best = utilities.max() ?? 0
    let weights = utilities.map { exp(precision * ($0 - best)) }
    let total = weights.reduce(0, +)
    let shares = ChoiceProbabilities(of: LogitChoice(precision: precision), among: utilities).values
    // The inclusive value is a utility less what its probability is worth, for whichever is likely.
    let likely = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    let inclusive = utilities[likely] - log(shares[likely]) / precision
    return zip(names, zip(weights, shares)).map { .exact($0, $1.0 / total, $1.1) }
      + [.exact(names[3], best + log(total) / precision, inclusive)]
  }

  private static let names = ["P1", "P2", "P3", "inclusive value"]

  private static let attraction = Verification(
    "attraction", section: "2q",
    "Experience-weighted attraction after t periods in which 1, 2, 2, 1 are chosen in turn",
    source: "Camerer and Ho 1999: N(t) = φ(1 − κ)N(t−1) + 1, A = [φNA + (δ + (1 − δ)1{chosen})u]/N",
    parameters: [
      .init("t", "periods", standard: 3, range: 1...1_000, isWhole: true),
      .init("memory", "weight of the past, φ", standard: 0.9, range: 0...1),
      .init("forgone", "weight of pay-offs forgone, δ", standard: 0.5, range: 0...1),
      .init("accumulation", "how far attractions add up, κ", standard: 0, range: 0...1),
      .init("precision", "precision of the choice, λ", standard: 2, range: 0...1e3),
      .init("payoff1", "pay-off of the first alternative", standard: 1, range: -1e3...1e3),
      .init("payoff2", "pay-off of the second alternative", standard: 1.5, range: -1e3...1e3),
    ],
    rows: [
      .init(
        [1, 0.9, 0.5, 0, 2, 1, 1.5], named: traceNames,
        [1.9, 0.526315789, 0.394736842, 0.434587587]),
      .init(
        [3, 0.9, 0.5, 0, 2, 1, 1.5], named: traceNames,
        [3.439, 0.511776679, 1.00537947, 0.728535619]),
    ]
  ) { values in
    let periods = Int(values[0])
    let payoffs = [values[5], values[6]]
    let rule = ExperienceWeightedAttraction(
      memory: values[1], forgone: values[2], accumulation: values[3])
    var experience = 1.0
    var attractions = [0.0, 0.0]
    for period in 0..<periods {
      for index in attractions.indices {
        attractions[index] = rule.updated(
          attractions[index], payoff: payoffs[index],
          wasChosen: index == chosen(in: period), experience: experience)
      }
      experience = rule.experience(after: experience)
    }
    let next = ChoiceProbabilities(of: LogitChoice(precision: values[4]), among: attractions)
    let closed = closedForm(periods: periods, values: values, payoffs: payoffs)
    let second = 1 / (1 + exp(values[4] * (closed.attractions[0] - closed.attractions[1])))
    return [
      .exact("N", closed.experience, experience),
      .exact("A1", closed.attractions[0], attractions[0]),
      .exact("A2", closed.attractions[1], attractions[1]),
      .exact("P(2) next", second, next.values[1]),
    ]
  }

  private static let traceNames = ["N", "A1", "A2", "P(2) next"]

  /// The alternative chosen in a period: 1, 2, 2, 1 and again.
  private static func chosen(in period: Int) -> Int { [0, 1, 1, 0][period % 4] }

  /// The recursion summed up: N(t) = ρᵗ + (1 − ρᵗ)/(1 − ρ) with ρ = φ(1 − κ), and
  /// N(t)A(t) = Σ φ^(t−s) w_s u.
  private static func closedForm(
    periods: Int, values: [Double], payoffs: [Double]
  ) -> (experience: Double, attractions: [Double]) {
    let decay = values[1] * (1 - values[3])
    let left = pow(decay, Double(periods))
    let experience = left + (decay < 1 ? (1 - left) / (1 - decay) : Double(periods))
    let attractions = payoffs.indices.map { index in
      (0..<periods).reduce(0) { total, period in
        let weight = index == chosen(in: period) ? 1 : values[2]
        return total + pow(values[1], Double(periods - 1 - period)) * weight * payoffs[index]
      } / experience
    }
    return (experience, attractions)
  }
}
