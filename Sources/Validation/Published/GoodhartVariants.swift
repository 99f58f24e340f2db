import Foundation
import Incentives
import Randomness

/// What is left of a goal when the highest by a proxy are kept, by the tail of the discrepancy.
enum GoodhartVariants {
  static let all = [regressional, exponential, heavyTailed, turningPoint, reversal, dependentHarm]

  private static let share = Verification.Parameter(
    "alpha", "share kept, α", standard: 0.1, range: 1e-9...1)

  // MARK: Regressional

  private static let regressional = Verification(
    "regressional-goodhart", section: "P4.1",
    "Normal goal, normal discrepancy: the goal of those kept still rises",
    source: "Manheim and Garrabrant 2018; truncated bivariate normal (Tallis 1961)",
    parameters: [.init("s", "spread of the discrepancy", standard: 1, range: 1e-2...100), share],
    rows: [
      (1.0, [0, 0.894427, 0, 0.707107, 0, 0.447214]),
      (0.1, [1.569705, 0.635243, 1.240961, 0.380351, 0.784852, 0.201416]),
      (1e-3, [3.011617, 0.461876, 2.380892, 0.251973, 1.505808, 0.129098]),
      (1e-6, [4.425923, 0.352747, 3.499000, 0.185228, 2.212962, 0.093829]),
    ].flatMap { (alpha: Double, values: [Double]) in
      [0.5, 1, 2].enumerated().map { place, spread in
        .init(
          [spread, alpha], named: ["goal", "correlation"],
          [values[2 * place], values[2 * place + 1]], decimals: 6)
      }
    }
  ) { values, seed in
    let (spread, alpha) = (values[0], values[1])
    let variance = 1 + spread * spread
    var (hazard, shrunk) = (0.0, 1.0)
    if alpha < 1 {
      // Above z the normal law has the mean λ and the variance 1 − λ(λ − z).
      let z = -StandardNormal.quantile(alpha)
      hazard = DiscrepancyLaw.normal(deviation: 1).density(z) / alpha
      shrunk = 1 - hazard * (hazard - z)
    }
    let slope = 1 / variance
    let explained = slope * slope * variance * shrunk
    let correlation =
      slope * variance.squareRoot() * shrunk.squareRoot()
      / (explained + spread * spread * slope).squareRoot()
    let selection = TailSelection(
      goal: .normal(deviation: 1), discrepancy: .normal(deviation: spread))
    let found = try selection.selected(share: alpha, .overDiscrepancy)
    let goal = hazard / variance.squareRoot()
    return [
      // Where nothing is kept out the goal is 0, which no quadrature hits.
      .exact("goal", goal, alpha < 1 ? found.goal : (found.goal * 1e6).rounded() / 1e6),
      .exact("correlation", correlation, found.correlation),
    ] + drawn(selection, alpha, goal: goal, seed: seed)
  }

  /// The same by drawing people and keeping the best of them, where enough can be drawn.
  private static func drawn(
    _ selection: TailSelection, _ alpha: Double, goal: Double, harm: Double = 0, seed: UInt64
  ) -> [Verification.Quantity] {
    guard alpha >= 1e-3, alpha < 1 else { return [] }
    let candidates = max(2000, Int((50 / alpha).rounded()))
    let kept = Int((alpha * Double(candidates)).rounded())
    let found = RepeatedSelection(candidates: candidates, selected: kept).means(seed: seed) {
      luck in
      let goal = selection.goal.draw(from: &luck)
      let discrepancy = selection.discrepancy.draw(from: &luck)
      return (goal: goal - harm * discrepancy, proxy: goal + discrepancy)
    }.goal
    return [
      .init(
        "goal, selected", closedForm: goal, obtained: found.value,
        .standardErrors(4, standardError: found.standardError))
    ]
  }

  /// A difference of large numbers, without what rounding leaves of nothing.
  private static func settled(_ value: Double) -> Double { abs(value) < 1e-9 ? 0 : value }

  /// Goal and correlation of those kept, integrated in either order, and drawn.
  private static func selected(
    _ selection: TailSelection, _ alpha: Double, seed: UInt64
  ) throws -> [Verification.Quantity] {
    let expected = try selection.selected(share: alpha, .overGoal)
    let found = try selection.selected(share: alpha, .overDiscrepancy)
    return [
      .exact("goal", expected.goal, found.goal),
      .exact("correlation", settled(expected.correlation), settled(found.correlation)),
    ] + drawn(selection, alpha, goal: expected.goal, seed: seed)
  }

  // MARK: Exponential

  private static let exponential = Verification(
    "exponential-goodhart", section: "P4.2",
    "Exponential goal and discrepancy: the heavier of the two tails decides",
    source: "Majka and El-Mhamdi 2025; El-Mhamdi and Hoang 2024",
    parameters: [
      .init("goal-rate", "rate of the goal", standard: 1, range: 0.1...10),
      .init("noise-rate", "rate of the discrepancy", standard: 1, range: 0.1...10), share,
    ],
    rows: [
      exponentialRows(
        1, 1,
        [
          (0.1, 2.547115, 0.361304), (0.01, 3.884635, 0.239057), (1e-3, 5.165566, 0.178646),
          (1e-4, 6.417382, 0.142777), (1e-6, 8.872477, 0.102113),
        ]),
      exponentialRows(
        2, 1,
        [
          (0.1, 0.908628, 0.048997), (0.01, 0.985438, 0.006971), (1e-3, 0.997974, 0.000959),
          (1e-4, 0.999740, 0.000124),
        ]),
      exponentialRows(
        1, 2,
        [
          (0.1, 3.074278, 0.763931), (0.01, 5.311627, 0.720588), (1e-3, 7.602804, 0.709725),
          (1e-4, 9.903735, 0.707545),
        ]),
    ].flatMap { $0 }
  ) { values, seed in
    try selected(
      TailSelection(
        goal: .exponential(rate: values[0]), discrepancy: .exponential(rate: values[1])),
      values[2], seed: seed)
  }

  private static func exponentialRows(
    _ goal: Double, _ noise: Double, _ values: [(Double, Double, Double)]
  ) -> [Verification.Row] {
    values.map { alpha, mean, correlation in
      .init(
        [goal, noise, alpha], named: ["goal", "correlation"], [mean, correlation], decimals: 6)
    }
  }

  // MARK: Heavy tails

  private static let law = [
    Verification.Parameter(
      "law", "1 Student's t of variance 1, 2 lognormal less its mean, 3 Laplace of variance 1",
      standard: 1, range: 1...3, isWhole: true),
    Verification.Parameter(
      "shape", "degrees of freedom (above 2) or sigma of the lognormal", standard: 3,
      range: 0.1...100),
  ]

  private static func discrepancy(_ values: [Double]) throws -> DiscrepancyLaw {
    switch values[0] {
    case 1:
      guard values[1] > 2 else {
        throw VerificationRefusal(
          "Student's t with \(values[1]) degrees of freedom has no variance; expected more than 2")
      }
      return .student(degrees: values[1])
    case 2: return .lognormal(sigma: values[1])
    default: return .laplace
    }
  }

  private static let heavyTailed = Verification(
    "heavy-tailed-goodhart", section: "P4.3",
    "Normal goal, heavy-tailed discrepancy: the goal of those kept rises, then falls",
    source: "Kwa, Thomas and Garriga-Alonso 2024; El-Mhamdi and Hoang 2024",
    parameters: law + [share],
    rows: [
      heavyRows(
        [1, 3], goals: [0.636620, 1.284664, 1.389023, 1.218747, 0.529476, 0.235786, 0.050319],
        correlations: [0.452440, -0.016812, -0.125233, -0.197588, -0.100439]),
      heavyRows(
        [1, 10], goals: [0.576920, 1.228880, 1.410213, 1.691000, 1.813482, 1.669253, 1.110541],
        correlations: [0.501764, 0.272599, 0.201876, 0.070477, -0.054173]),
      heavyRows(
        [2, 1], goals: [0.545776, 0.514821, 0.411980, 0.263267, 0.153669, 0.096130, 0.042673]),
      heavyRows(
        [3, 1], goals: [0.604694, 1.201731, 1.312763, 1.404445, 1.414164, 1.414214, 1.414214]),
      heavyRows([1, 5], correlations: [0.482688, 0.137070, 0.027891, -0.130149, -0.156204]),
    ].flatMap { $0 }
  ) { values, seed in
    try selected(
      TailSelection(goal: .normal(deviation: 1), discrepancy: discrepancy(values)), values[2],
      seed: seed)
  }

  private static let shares = [0.5, 0.1, 0.05, 0.01, 1e-3, 1e-4, 1e-6]

  private static func heavyRows(
    _ law: [Double], goals: [Double] = [], correlations: [Double] = []
  ) -> [Verification.Row] {
    shares.indices.prefix(max(goals.count, correlations.count)).map { place in
      let figures = [("goal", goals), ("correlation", correlations)].filter { place < $0.1.count }
      return .init(
        law + [shares[place]], figures.map { (quantity: $0.0, value: $0.1[place]) }, decimals: 6)
    }
  }

  // MARK: Where more selection harms

  /// At the best share those at the threshold are as good as those above it.
  private static let turningPoint = Verification(
    "goodhart-turning-point", section: "P4.3", "The share below which keeping fewer loses goal",
    source: "E[G | M = m] = E[G | M > m] at the best m; laws as in heavy-tailed-goodhart",
    parameters: law,
    rows: [
      // The place of a maximum is given to as many digits as could be read off it.
      .init([1, 3], named: ["best share"], [0.03535], digits: 3),
      .init([1, 10], named: ["best share"], [0.00123], digits: 2),
      .init([2, 1], named: ["best share"], [0.2729], digits: 3),
      .init([1, 3], named: ["goal"], [1.402548], decimals: 6),
      .init([1, 10], named: ["goal"], [1.814647], decimals: 6),
      .init([2, 1], named: ["goal"], [0.639088], decimals: 6),
      .refused([3, 1]),
    ]
  ) { values in
    let law = try discrepancy(values)
    let selection = TailSelection(goal: .normal(deviation: 1), discrepancy: law)
    let given = GivenProxy(discrepancy: law)
    if law == .laplace {
      throw VerificationRefusal("with a Laplace discrepancy the goal rises for ever, to √2")
    }
    // Scanned for the first change of sign: beyond it both means fall towards 0.
    func advantage(_ threshold: Double) -> Double {
      (try? given.goal(threshold) - selection.meanGoal(above: threshold)) ?? .nan
    }
    var low = -3.0
    while low < 40, advantage(low + 0.25) < 0 { low += 0.25 }
    let threshold = try Root.within(low...(low + 0.25), advantage)
    let expected = try selection.selected(above: threshold, .overGoal)
    let found = try Maximum.within((threshold - 1)...(threshold + 1), steps: 40) { threshold in
      (try? selection.meanGoal(above: threshold)) ?? -.infinity
    }
    return [
      .init(
        "best share", closedForm: expected.share,
        obtained: try selection.selected(above: found.place, .overDiscrepancy).share,
        .relative(1e-4)),
      .exact("goal", expected.goal, found.value),
    ]
  }

  private static let reversal = Verification(
    "goodhart-reversal", section: "P4.3",
    "The proxy beyond which a higher one means a lower goal, E[G | M = m] at its greatest",
    source: "quadrature, and E[G | m] = −(ln f_M)'(m) (Tweedie's formula; Efron 2011)",
    parameters: law,
    rows: [
      ([1.0, 3], [3.100254, 1.517291]), ([1, 5], [3.748272, 1.524496]),
      ([1, 10], [5.036724, 1.838924]), ([2, 1], [1.411774, 0.742039]),
    ].map { .init($0, named: ["proxy", "goal"], $1, decimals: 6) }
  ) { values in
    let given = GivenProxy(discrepancy: try discrepancy(values))
    if given.discrepancy == .laplace {
      throw VerificationRefusal("with a Laplace discrepancy the goal rises for ever, to √2")
    }
    let peak = try Maximum.within(0...12, steps: 240) { (try? given.goal($0)) ?? .nan }
    // The top of a curve is found to 1e-8 only, by values; its slope crosses 0 more sharply.
    let place = try Root.within((peak.place - 0.05)...(peak.place + 0.05)) { proxy in
      (try? given.goal(proxy + 1e-3) - given.goal(proxy - 1e-3)) ?? .nan
    }
    let found = try Slope.at(peak.place, step: 1e-2) { proxy in
      -log((try? given.density(proxy)) ?? .nan)
    }
    return [
      .init("proxy", closedForm: peak.place, obtained: place, .relative(1e-5)),
      .init("goal", closedForm: peak.value, obtained: found, .relative(1e-6)),
    ]
  }

  /// What is known of a standard normal goal when the proxy is known.
  private struct GivenProxy {
    let discrepancy: DiscrepancyLaw

    /// Density of the proxy.
    func density(_ proxy: Double) throws -> Double { try folded(proxy) { _ in 1 } }

    /// E[G | M = m].
    func goal(_ proxy: Double) throws -> Double {
      try folded(proxy) { $0 } / folded(proxy) { _ in 1 }
    }

    private func folded(
      _ proxy: Double, _ weight: @escaping (Double) -> Double
    ) throws -> Double {
      let normal = DiscrepancyLaw.normal(deviation: 1)
      let high = min(13, proxy - discrepancy.extent.low)
      return try Integral.over(
        -13...high, breaks: [-4, -1, 1, 4] + discrepancy.breaks.map { proxy - $0 },
        absolute: 1e-18
      ) { weight($0) * normal.density($0) * discrepancy.density(proxy - $0) }
    }
  }

  // MARK: Dependent harm

  private static let dependentHarm = Verification(
    "dependent-harm", section: "P4.5",
    "What lifts the proxy harms the goal: M = Z + ξ, G = Z − dξ, ξ exponential",
    source: "causal and adversarial variants of Manheim and Garrabrant 2018",
    parameters: [
      .init("harm", "harm d for a unit of what lifts the proxy", standard: 0.25, range: 0...10),
      share,
    ],
    rows: [
      (0.0, [0, 0.618860, 0.973798, 0.999983, 1]),
      (0.25, [-0.25, 0.252144, 0.267324, -0.276313, -0.851939]),
      (0.5, [-0.5, -0.114573, -0.439150, -1.552610, -2.703878]),
      (1, [-1, -0.848006, -1.852099, -4.105203, -6.407755]),
    ].flatMap { (harm: Double, goals: [Double]) in
      zip([1, 0.5, 0.1, 0.01, 1e-3], goals).filter { $0.0 < 1 || harm > 0 }.map {
        .init([harm, $0], named: ["goal"], [$1], decimals: 6)
      }
    }
  ) { values, seed in
    let (harm, alpha) = (values[0], values[1])
    let selection = TailSelection(goal: .normal(deviation: 1), discrepancy: .exponential(rate: 1))
    let expected = try selection.selected(share: alpha, .overGoal)
    let found = try selection.selected(share: alpha, .overDiscrepancy)
    let goal = expected.goal - harm * expected.discrepancy
    return [.exact("goal", goal, found.goal - harm * found.discrepancy)]
      + drawn(selection, alpha, goal: goal, harm: harm, seed: seed)
  }
}
