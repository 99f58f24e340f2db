import CGSL
import Foundation
import Incentives
import Measures
import Randomness

/// 2f: optimising a proxy beyond the point up to which it helps.
enum RewardOverOptimisation {
  static let all = [rewardForms, peaks, extremalSelection, heavyTailedGaming]

  private static let forms: [Verification.Parameter] = [
    .init("alpha", "gain from the first distance, α", standard: 1, range: 0...1e3),
    .init("beta", "how fast the gain is lost, β", standard: 0.25, range: 1e-6...1e3),
  ]

  /// True reward after best-of-n at a distance d = √KL: d(α − βd).
  private static func bestOfN(_ d: Double, _ alpha: Double, _ beta: Double) -> Double {
    d * (alpha - beta * d)
  }

  /// True reward after reinforcement learning at a distance d: d(α − β ln d).
  private static func reinforcement(_ d: Double, _ alpha: Double, _ beta: Double) -> Double {
    d > 0 ? d * (alpha - beta * log(d)) : 0
  }

  /// KL of the best of n from one draw: ln n − (n − 1)/n; n need not be whole.
  private static func divergence(_ number: Double) -> Double {
    log(number) - (number - 1) / number
  }

  /// The pressure d = √KL of the best of n on one draw, as the model measures it: both distributions
  /// over fine cells of the proxy's places u, the best being at u with density n u^(n−1).
  ///
  /// Edges are spaced by v = uⁿ = (i/m)², close together where the density changes most.
  private static func pressure(bestOf number: Double) -> Double {
    let cells = 100_000
    var before: [Double] = []
    var after: [Double] = []
    var low = 0.0
    for cell in 1...cells {
      let high = Double(cell) / Double(cells) * Double(cell) / Double(cells)
      // A difference of nearly equal places keeps its digits in this form.
      let place = exp(log(high) / number)
      before.append(low > 0 ? -place * expm1(log(low / high) / number) : place)
      after.append(high - low)
      low = high
    }
    return ProfileDivergence.distance(from: before, to: after)
  }

  // MARK: Forms

  private static let rewardForms = Verification(
    "over-optimisation", section: "2f", "Best-of-n: divergence, and reward by Gao's two forms",
    source: "Gao, Schulman and Hilton 2023: R = d(α − βd) and d(α − β ln d), KL = ln n − (n−1)/n",
    parameters: [.init("n", "candidates", standard: 100, range: 1...1_000_000, isWhole: true)]
      + forms,
    rows: rewardRows(
      [
        1: [0, 0, 0, 0, 0, 0],
        4: [0.636294361, 0.797680613, 0.638607023, 0.479533433, 0.414978932, 0.905868597],
        100: [3.61517019, 1.90136009, 0.997567542, 0.0937749955, 0.779299034, 1.16830653],
        10000: [8.21044037, 2.8653866, 0.812776508, -1.23983359, 0.898187923, 1.05554548],
      ])
  ) { values, seed in
    let (number, alpha, beta) = (values[0], values[1], values[2])
    let exact = divergence(number)
    let distance = exact.squareRoot()
    let found = number == 1 ? 0 : pressure(bestOf: number)
    let curve = OverOptimisation(alpha: alpha, beta: beta)
    // The same by drawing: the selected one's log-likelihood ratio.
    let selection = RepeatedSelection(
      candidates: Int(number), selected: 1, draws: 2_000_000)
    let drawn = selection.means(seed: seed) { luck in
      let place = 1 - luck.uniform()
      return (goal: log(number) + (number - 1) * log(place), proxy: place)
    }
    // The ratio of the best scatters as an exponential variable times (n − 1)/n.
    let scatter = (number - 1) / number / Double(selection.repetitions).squareRoot()
    return [
      .exact("KL", exact, found * found), .exact("d", distance, found),
      .exact("best-of-n", bestOfN(distance, alpha, beta), curve.gain(at: found)),
      .exact(
        "reinforcement", reinforcement(distance, alpha, beta), reinforcement(found, alpha, beta)),
      .simulated("KL, drawn", exact, drawn.goal.doubted(atLeast: scatter)),
    ]
  }

  /// One row for each column of rewards.
  private static func rewardRows(_ table: KeyValuePairs<Double, [Double]>) -> [Verification.Row] {
    table.flatMap { number, values in
      [
        (1.0, 0.25, "best-of-n", values[2]), (1, 0.5, "best-of-n", values[3]),
        (0.6, 0.1, "best-of-n", values[4]), (1, 0.6, "reinforcement", values[5]),
      ].map { alpha, beta, form, reward in
        .init([number, alpha, beta], named: ["KL", "d", form], [values[0], values[1], reward])
      }
    }
  }

  // MARK: Peaks

  private static let peaks = Verification(
    "over-optimisation-peaks", section: "2f",
    "Where Gao's forms peak, and where they are back at 0",
    source: "Gao, Schulman and Hilton 2023: d* = α/2β and e^(α/β−1)",
    parameters: forms,
    rows: [
      .init(
        [1, 0.25], named: peakNames,
        [2, 1, 4, 147.40976, 20.0855369, 5.02138423, 54.59815]),
      .init(
        [0.6, 0.1], named: peakNames,
        [3, 0.9, 6, 22025.4658, 148.413159, 14.8413159, 403.428793]),
      .init(
        [0.8, 0.8], named: peakNames, [0.5, 0.2, 1, 2.22825323, 1, 0.8, 2.71828183]),
    ]
  ) { values in
    let (alpha, beta) = (values[0], values[1])
    guard alpha > 0, alpha / beta <= 30 else {
      throw VerificationRefusal(
        "no peak to be found: expected 0 < α/β ≤ 30, where the reinforcement form peaks below e^29")
    }
    let ratio = alpha / beta
    // What the model fits to designs that lie on the curve.
    let designs = [0.2, 0.5, 0.9, 1.3].map { $0 * ratio }
    let fit = OverOptimisation(
      fittedTo: designs, gains: designs.map { bestOfN($0, alpha, beta) })
    guard let curve = fit else { throw NumericalFailure(description: "no curve was fitted") }
    let best = curve.bestDistance
    // The slope of the other form changes sign once, at its peak.
    let learnt = exp(try Root.within(-40...40) { alpha - beta - beta * $0 })
    let candidates = try Root.within(0...(best * best + 2)) { logarithm in
      divergence(exp(logarithm)) - best * best
    }
    let peak = ratio / 2
    let lambert = gsl_sf_lambert_W0(-exp(-(1 + peak * peak)))
    return [
      .exact("best-of-n d*", peak, best),
      .exact("best-of-n R*", alpha * alpha / (4 * beta), curve.bestGain),
      .exact(
        "best-of-n zero", ratio,
        try Root.within(best...(2 * ratio), curve.gain)),
      .exact("n at the peak", -1 / lambert, exp(candidates)),
      .exact("reinforcement d*", exp(ratio - 1), learnt),
      .exact("reinforcement R*", beta * exp(ratio - 1), reinforcement(learnt, alpha, beta)),
      .exact(
        "reinforcement zero", exp(ratio),
        exp(try Root.within(log(learnt)...(ratio + 1)) { alpha - beta * $0 })),
    ]
  }

  private static let peakNames = [
    "best-of-n d*", "best-of-n R*", "best-of-n zero", "n at the peak", "reinforcement d*",
    "reinforcement R*", "reinforcement zero",
  ]

  // MARK: Extremal selection

  private static let extremalSelection = Verification(
    "extremal-selection", section: "2f",
    "Best of n by a proxy whose extremes harm: T = aP − b(P⁺)²",
    source: "Manheim and Garrabrant 2018, extremal Goodhart; order statistics of the normal",
    parameters: [
      .init("n", "candidates", standard: 100, range: 1...100_000, isWhole: true),
      .init("a", "gain from the proxy", standard: 1, range: -1e3...1e3),
      .init("b", "harm of extreme values", standard: 0.2, range: -1e3...1e3),
    ],
    rows: [
      (1.0, 0.0, [-0.1, -0.175, -0.1]),
      (4, 1.02937537, [0.720618371, 0.489050619, 0.411805759]),
      (100, 2.50759364, [1.2131075, 0.242242906, 0.460829414]),
    ].flatMap { (number: Double, proxy: Double, goals: [Double]) in
      zip([(1, 0.2), (1, 0.35), (0.7, 0.2)], goals).map { harm, goal in
        Verification.Row(
          [number, harm.0, harm.1], named: ["E[P]", "E[T]"], [proxy, goal])
      }
    }
  ) { values, seed in
    let (number, gain, harm) = (Int(values[0]), values[1], values[2])
    func goal(_ proxy: Double) -> Double {
      gain * proxy - harm * max(0, proxy) * max(0, proxy)
    }
    let found = RepeatedSelection(candidates: number, selected: 1).means(seed: seed) { luck in
      let proxy = luck.gaussian()
      return (goal: goal(proxy), proxy: proxy)
    }
    return [
      .simulated("E[P]", try SelectedProxy.mean(top: 1, of: number), found.proxy),
      .simulated(
        "E[T]", try SelectedProxy.mean(top: 1, of: number, breaks: [0], goal), found.goal),
    ]
  }

  // MARK: Heavy tails

  private static let heavyTailedGaming = Verification(
    "heavy-tailed-gaming", section: "2f",
    "Best of n by P = T + X with gaming X of variance 1 and different tails: E[T]",
    source: "Kwa, Thomas and Garriga-Alonso 2024 (catastrophic Goodhart)",
    parameters: [
      .init("n", "candidates", standard: 1000, range: 1...100_000, isWhole: true),
      .init(
        "law", "1 normal, 2 Student's t, 3 lognormal", standard: 3, range: 1...3, isWhole: true),
      .init(
        "shape", "degrees of freedom of Student's t (above 2), or sigma of the lognormal",
        standard: 1.3, range: 0.1...100),
    ],
    // At n = 1 nothing is selected, and the value is 0; the table has the 9.5e-8 of a quadrature.
    rows: [
      (1.0, [0, 0, 0]), (10, [1.0881, 1.1288, 1.1009]), (1000, [2.292, 0.65417, 0.27496]),
      (100_000, [3.1002, 0.12948, 0.074765]),
    ].flatMap { (number: Double, goals: [Double]) in
      zip([(1, 1), (2, 3), (3, 1.3)], goals).map { law, goal in
        Verification.Row([number, law.0, law.1], named: ["E[T]"], [goal], digits: 5)
      }
    }
  ) { values, seed in
    let number = Int(values[0])
    let gaming = try GamingTail(law: Int(values[1]), shape: values[2])
    let repetitions = number > 10_000 ? 12_000_000 : 2_000_000
    let found = RepeatedSelection(candidates: number, selected: 1, draws: repetitions)
      .means(seed: seed) { luck in
        let goal = luck.gaussian()
        return (goal: goal, proxy: goal + gaming.draw(from: &luck))
      }
    return [.simulated("E[T]", try gaming.goalOfBest(of: number), found.goal)]
  }
}
