import Foundation
import Randomness

// The published figures of Proxyeconomics: means and standard errors over 200 runs at step 100.
extension ProxyEconomy {
  static let all = [snapshot, practice]

  private static let names = ["effort", "proxy", "goal", "utility", "practice", "talent"]

  private static let parameters: [Verification.Parameter] = [
    .init("competition", "share of agents below the threshold, c", standard: 0.9, range: 0...1),
    .init("goal-weight", "weight g of the goal in utility", standard: 1, range: 0...20),
    .init("goal-angle", "goal angle γ in degrees", standard: 45, range: 0...180),
    .init("selection", "probability p that a loser is replaced", standard: 0.1, range: 0...1),
    .init(
      "mutation", "standard deviation of inherited practice in degrees", standard: 2, range: 0...20),
    .init("agents", "how many agents", standard: 100, range: 2...1000, isWhole: true),
    .init("talent", "standard deviation of talent", standard: 1, range: 0...5),
    .init(
      "variant", "0 none, 1 step prospect, 2 fitness-proportionate", standard: 0, range: 0...2,
      isWhole: true),
    .init("runs", "independent runs", standard: 100, range: 2...10_000, isWhole: true),
  ]

  private static func settings(_ values: [Double]) -> Settings {
    var settings = Settings()
    settings.competition = values[0]
    settings.intrinsicWeight = values[1]
    settings.goalAngle = values[2]
    settings.selectionProbability = values[3]
    settings.mutation = values[4]
    settings.agents = Int(values[5])
    settings.talentDeviation = values[6]
    if values[7] == 1 { settings.prospect = .step }
    if values[7] == 2 { settings.selection = .fitnessProportionate }
    return settings
  }

  /// A published mean of each outcome, and its standard error.
  struct Figure: Sendable {
    /// The parameters, without the number of runs.
    let parameters: [Double]
    let means: [Double]
    let standardErrors: [Double]

    /// Whether the mean utility means something: under strong competition it jumps in rare
    /// avalanches, by which a mean of few snapshots cannot be compared.
    var comparesUtility: Bool { parameters[0] < 0.8 }

    var settings: Settings { ProxyEconomy.settings(parameters) }
  }

  private static func figure(
    _ competition: Double, _ goalWeight: Double, _ cells: KeyValuePairs<Double, Double>,
    angle: Double = 45, selection: Double = 0.1, mutation: Double = 2, agents: Double = 100,
    talent: Double = 1, variant: Double = 0
  ) -> Figure {
    Figure(
      parameters: [competition, goalWeight, angle, selection, mutation, agents, talent, variant],
      means: cells.map(\.key), standardErrors: cells.map(\.value))
  }

  static let figures: [Figure] = [
    figure(
      0.1, 1,
      [11.063: 0.009, 10.564: 0.010, 9.428: 0.013, -2.298: 0.012, 14.27: 0.10, 10.447: 0.007]),
    figure(
      0.5, 1,
      [14.018: 0.010, 13.671: 0.011, 11.412: 0.020, -8.451: 0.018, 10.14: 0.12, 10.358: 0.007]),
    figure(
      0.9, 1,
      [13.265: 0.017, 12.685: 0.013, 10.177: 0.024, -14.032: 0.037, 7.61: 0.13, 10.171: 0.007]),
    figure(
      0.7, 0,
      [10.207: 0.012, 9.957: 0.012, 7.823: 0.012, -12.919: 0.010, 6.38: 0.09, 10.286: 0.007]),
    figure(
      0.9, 3,
      [21.785: 0.028, 20.642: 0.020, 17.856: 0.049, -0.391: 0.082, 12.48: 0.16, 10.178: 0.007]),
    figure(
      0.9, 1,
      [14.106: 0.017, 13.552: 0.013, 13.046: 0.017, -13.580: 0.018, 5.76: 0.13, 10.176: 0.007],
      angle: 22.5),
    figure(
      0.9, 1,
      [6.456: 0.014, 5.941: 0.010, -3.271: 0.011, -13.504: 0.011, 12.27: 0.16, 10.170: 0.007],
      angle: 135),
    figure(
      0.9, 1,
      [13.740: 0.018, 12.727: 0.015, 10.163: 0.024, -14.182: 0.041, 7.30: 0.12, 10.190: 0.007],
      selection: 0.2),
    figure(
      0.9, 1,
      [13.175: 0.017, 12.543: 0.013, 10.036: 0.028, -13.962: 0.021, 7.34: 0.15, 10.169: 0.007],
      mutation: 5),
    figure(
      0.9, 1,
      [13.265: 0.010, 12.661: 0.008, 10.142: 0.013, -14.253: 0.012, 7.51: 0.07, 10.186: 0.004],
      agents: 300),
    figure(
      0.9, 1,
      [13.582: 0.033, 12.591: 0.028, 10.239: 0.038, -18.666: 0.066, 8.46: 0.21, 10.571: 0.021],
      talent: 3),
    figure(
      0, 1, [4.502: 0.004, 4.019: 0.003, 4.092: 0.006, 2.046: 0.003, 22.50: 0.09, 10.001: 0.007],
      selection: 0),
    figure(
      0.1, 1, [6.135: 0.007, 5.547: 0.004, 5.526: 0.012, 2.720: 0.006, 21.12: 0.16, 10.087: 0.008],
      variant: 1),
    figure(
      0.5, 1,
      [12.793: 0.020, 11.843: 0.031, 11.195: 0.032, -6.757: 0.031, 18.60: 0.26, 9.987: 0.007],
      variant: 2),
  ]

  /// Means of every outcome over independent runs.
  static func means(
    _ settings: Settings, steps: Int = 100, runs: Int, seed: UInt64
  ) -> [SampleMean] {
    let outcomes = (0..<runs).map { run in
      var economy = ProxyEconomy(settings, key: StreamKey(seed: seed, replication: run))
      economy.run(steps: steps)
      return economy.outcome
    }
    let columns: [KeyPath<Outcome, Double>] = [
      \.effort, \.proxy, \.goal, \.utility, \.practice, \.talent,
    ]
    return columns.map { column in SampleMean(outcomes.map { $0[keyPath: column] }) }
  }

  private static let snapshot = Verification(
    "proxyeconomics", section: "P1.4",
    "Competition by a proxy (Proxyeconomics): population means after 100 steps",
    source: "Braganza 2022, doi 10.1098/rsos.211030; 200 runs of each setting",
    parameters: parameters,
    rows: figures.map { figure in
      // Every figure is rounded to three decimals, practice to two.
      .init(
        figure.parameters + [100],
        zip(names, figure.means).filter { $0.0 != "utility" || figure.comparesUtility }.map {
          (quantity: $0, value: $1)
        }, decimals: 3)
    }
  ) { values, seed in
    let known = figures.first { $0.parameters == Array(values.dropLast()) }
    guard let known else {
      throw VerificationRefusal(
        "no figure is published for these parameters; expected one of the rows of proxyeconomics")
    }
    let found = means(known.settings, runs: Int(values[8]), seed: seed)
    return names.indices.filter { names[$0] != "utility" || known.comparesUtility }.map { place in
      let error = known.standardErrors[place]
      // Half a unit of the last decimal is not chance, but practice is given to two only.
      let combined = (found[place].standardError * found[place].standardError + error * error)
        .squareRoot()
      return .init(
        names[place], closedForm: known.means[place], obtained: found[place].value,
        .standardErrors(4, standardError: combined))
    }
  }

  // MARK: Practice

  /// Slope of the prospect 3 below the threshold, the typical shortfall.
  private static let typicalSlope: Double = 2.25 * 0.88 * pow(3.0, -0.12)

  /// With a straight prospect of slope s, agents who choose their practice turn by
  /// atan2(g sin γ, s + g cos γ); where it evolves, by about half of that.
  private static let practice = Verification(
    "proxyeconomics-practice", section: "P1.6",
    "Practice between proxy and goal: chosen, and evolved by selection on the proxy alone",
    source: "near-exact: the prospect of Braganza 2022 replaced by its slope at a shortfall of 3",
    parameters: [
      .init("goal-weight", "weight g of the goal in utility", standard: 1, range: 0...20),
      .init("goal-angle", "goal angle γ in degrees", standard: 45, range: 0...180),
      .init("runs", "independent runs", standard: 20, range: 2...10_000, isWhole: true),
    ],
    rows: [
      ([0.5, 45], 9.61, 4.80), ([1, 45], 16.15, 8.07), ([2, 45], 24.18, 12.09),
      ([3, 45], 28.81, 14.41), ([5, 45], 33.85, 16.93), ([10, 45], 38.76, 19.38),
      ([1, 22.5], 8.19, 4.09), ([1, 90], 29.95, 14.98),
    ].map {
      .init($0 + [20], named: ["turn, chosen", "turn, evolved"], [$1, $2], decimals: 2)
    }
  ) { values, seed in
    let (weight, angle) = (values[0], values[1] * .pi / 180)
    let turn = atan2(weight * sin(angle), typicalSlope + weight * cos(angle)) * 180 / Double.pi
    // What an agent with the straight prospect would choose.
    let best = try Maximum.near([5, angle / 2]) { trial in
      let effort = trial[0]
      return effort * (typicalSlope * cos(trial[1]) + weight * cos(angle - trial[1]))
        - effort * effort / 10
    }
    var settings = Settings()
    settings.competition = 0.9
    settings.intrinsicWeight = weight
    settings.goalAngle = values[1]
    var choosing = settings
    choosing.angleAgency = 1
    let runs = Int(values[2])
    let chosen = means(choosing, steps: 300, runs: runs, seed: seed)[4]
    let evolved = means(settings, steps: 1000, runs: runs, seed: seed &+ 1)[4]
    // The prospect is bent, so the formulas are near: within 1° and 4°, beside luck.
    return [
      .init("turn, chosen", closedForm: turn, obtained: best[1] * 180 / Double.pi, .relative(1e-5)),
      .init(
        "turn, evolved", closedForm: turn / 2, obtained: best[1] * 90 / Double.pi, .relative(1e-5)),
      .init(
        "practice, chosen", closedForm: turn, obtained: chosen.value,
        .standardErrors(4, standardError: chosen.standardError + 0.25)),
      .init(
        "practice, evolved", closedForm: turn / 2, obtained: evolved.value,
        .standardErrors(4, standardError: evolved.standardError + 1)),
    ]
  }
}
