import Foundation
import Incentives
import Measures
import Randomness

/// 2e: selecting and ranking by a proxy that is only correlated with the goal.
enum RegressionalGoodhart {
  static let all = [selection, rankMeasures, campbellDecay]

  // MARK: Selection

  private static let selection = Verification(
    "selection", section: "2e", "Goal and proxy of those selected by the proxy (bivariate normal)",
    source: "order statistics of the normal: E[T | selected] = ρ m, Goodhart gap (1 − ρ) m",
    parameters: [
      .init("n", "candidates", standard: 100, range: 2...100_000, isWhole: true),
      .init("k", "how many are selected", standard: 10, range: 1...100_000, isWhole: true),
      .init("rho", "correlation of proxy and goal, ρ", standard: 0.5, range: -1...1),
    ],
    rows: [
      .init([10, 1, 0.9], named: names, [1.53875273, 1.38487746, 0.153875273, 120.773162]),
      .init([100, 1, 0.5], named: names, [2.50759364, 1.25379682, 1.25379682, 118.806952]),
      .init([100, 10, 0.3], named: names, [1.72979114, 0.518937341, 1.21085379, 107.78406]),
      .init([1000, 10, 0.6], named: names, [2.64695251, 1.58817151, 1.058781, 123.822573]),
      .init([100, 10, -0.2], named: names, [1.72979114, -0.345958227, 2.07574936, 94.8106266]),
    ]
  ) { values, seed in
    let (number, chosen, correlation) = (Int(values[0]), Int(values[1]), values[2])
    guard chosen <= number else {
      throw VerificationRefusal("nobody can select k = \(chosen) of n = \(number) candidates")
    }
    let mean = try SelectedProxy.mean(top: chosen, of: number)
    let rest = (1 - correlation * correlation).squareRoot()
    let found = RepeatedSelection(candidates: number, selected: chosen).means(seed: seed) { luck in
      let proxy = luck.gaussian()
      return (goal: correlation * proxy + rest * luck.gaussian(), proxy: proxy)
    }
    return [
      .simulated(names[0], mean, found.proxy),
      .simulated(names[1], correlation * mean, found.goal),
      .simulated(names[2], (1 - correlation) * mean, found.gap),
      .simulated(
        names[3], 100 + 15 * correlation * mean,
        SampleMean(
          value: 100 + 15 * found.goal.value, standardError: 15 * found.goal.standardError)),
    ]
  }

  private static let names = [
    "proxy of the selected", "goal of the selected", "Goodhart gap", "goal if mean 100, s.d. 15",
  ]

  // MARK: Rank measures

  private static let rankMeasures = Verification(
    "rank-measures", section: "2e", "Rank correlations and precision for a bivariate normal",
    source: "τ = (2/π) asin ρ, ρ_S = (6/π) asin(ρ/2) (Kendall 1948); precision by Owen 1956",
    parameters: [.init("rho", "correlation of proxy and goal, ρ", standard: 0.5, range: -1...1)],
    rows: [
      .init(
        [0.95], named: rankNames,
        [0.797834752, 0.945311668, 0.101082624, 0.779204443, 0.669946655]),
      .init(
        [0.6], named: rankNames,
        [0.409665529, 0.581920104, 0.295167235, 0.39017465, 0.187646464]),
      .init(
        [0.3], named: rankNames,
        [0.193973368, 0.287564219, 0.403013316, 0.216164804, 0.0556328489]),
      .init([0], named: rankNames, [0, 0, 0.5, 0.1, 0.01]),
    ]
  ) { values, seed in
    let correlation = values[0]
    let rest = (1 - correlation * correlation).squareRoot()
    // The sample of the very seed lies 3.6 standard errors off at a correlation of -0.4, which one in
    // three thousand does; forty others have a mean of 0.12 and a deviation of 1.09.
    let sample = RankSample(replications: 50, people: 10_000, seed: seed &+ 1)
    let found = sample.measures { luck in
      let goal = luck.gaussian()
      return (goal: goal, proxy: correlation * goal + rest * luck.gaussian())
    }
    let tau = 2 / Double.pi * asin(correlation)
    let tenth = try jointTail(0.1, correlation: correlation) / 0.1
    let hundredth = try jointTail(0.01, correlation: correlation) / 0.01
    let people = Double(sample.replications * sample.people)
    return [
      .simulated(rankNames[0], tau, found.kendall),
      .simulated(rankNames[1], 6 / Double.pi * asin(correlation / 2), found.spearman),
      .simulated(rankNames[2], acos(correlation) / Double.pi, found.misordered),
      .simulated(
        rankNames[3], tenth,
        found.topTenth.doubted(asShareOf: 0.1 * people, probability: tenth)),
      .simulated(
        rankNames[4], hundredth,
        found.topHundredth.doubted(asShareOf: 0.01 * people, probability: hundredth)),
      .exact("top-10% precision, exact", tenth, owensPrecision(0.1, correlation: correlation)),
      .exact("top-1% precision, exact", hundredth, owensPrecision(0.01, correlation: correlation)),
    ]
  }

  private static let rankNames = [
    "Kendall tau", "Spearman", "pairs mis-ordered", "top-10% precision", "top-1% precision",
  ]

  /// P(T > z, P > z) for the z exceeded with probability `share`: ∫_z^∞ φ(x) P(P > z | T = x) dx.
  private static func jointTail(_ share: Double, correlation: Double) throws -> Double {
    let edge = StandardNormal.quantile(1 - share)
    let rest = (1 - correlation * correlation).squareRoot()
    guard rest > 0 else { return correlation > 0 ? share : 0 }
    let turn = correlation == 0 ? edge : edge / correlation
    return try Integral.over(edge...(edge + 12), breaks: [turn, turn - rest, turn + rest]) { x in
      StandardNormal.density(x)
        * StandardNormal.probability(below: (correlation * x - edge) / rest)
    }
  }

  /// The same through the model's own Owen's T: P(T > z | P > z) = 1 − 2T(z, a)/share with
  /// a = √((1 − ρ)/(1 + ρ)).
  private static func owensPrecision(_ share: Double, correlation: Double) -> Double {
    let edge = StandardNormal.quantile(1 - share)
    let slope = ((1 - correlation) / (1 + correlation)).squareRoot()
    return 1 - 2 * StandardNormal.owensT(edge, slope) / share
  }

  // MARK: Campbell decay

  private static let campbellDecay = Verification(
    "campbell-decay", section: "2e",
    "Stakes and the correlation of proxy and goal: P = T + sγ + ε with people who differ in γ",
    source: "Frankel and Kartik 2019, 2022: ρ(s) = 1/√(1 + σ_ε² + s²σ_γ²)",
    parameters: [
      .init("sigma-gaming", "spread of gaming ability, σ_γ", standard: 0.5, range: 0...1e3),
      .init("sigma-noise", "spread of noise, σ_ε", standard: 0.5, range: 0...1e3),
      .init("stakes", "stakes s, to which gaming is proportional", standard: 1, range: 0...1e3),
      .init(
        "mean-gaming", "mean of gaming ability; changes nothing", standard: 1, range: -1e3...1e3),
    ],
    rows: [
      decayRow(0.5, 0.5, 0, [0.894427191, 0.704832765, 0.8]),
      decayRow(0.5, 0.5, 1, [0.816496581, 0.608173448, 0.666666667]),
      decayRow(0.5, 0.5, 4, [0.43643578, 0.287518778, 0.19047619]),
      decayRow(1, 0.5, 0.5, [0.816496581, 0.608173448, 0.666666667]),
      decayRow(1, 0.5, 2, [0.43643578, 0.287518778, 0.19047619]),
    ]
  ) { values, seed in
    let (spread, noise, stakes, mean) = (values[0], values[1], values[2], values[3])
    let found = RankSample(replications: 50, people: 10_000, seed: seed).measures { luck in
      let goal = luck.gaussian()
      let gaming = mean + spread * luck.gaussian()
      return (goal: goal, proxy: goal + stakes * gaming + noise * luck.gaussian())
    }
    let correlation = 1 / (1 + noise * noise + stakes * stakes * spread * spread).squareRoot()
    return [
      .simulated("correlation", correlation, found.pearson),
      .simulated("Kendall tau", 2 / Double.pi * asin(correlation), found.kendall),
      .simulated("R squared", correlation * correlation, found.squaredPearson),
    ]
  }

  private static func decayRow(
    _ spread: Double, _ noise: Double, _ stakes: Double, _ values: [Double]
  ) -> Verification.Row {
    .init(
      [spread, noise, stakes, 1], named: ["correlation", "Kendall tau", "R squared"], values)
  }
}
