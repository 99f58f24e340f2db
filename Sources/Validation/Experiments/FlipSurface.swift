import Experiments

/// Where a recommendation flips, found by the experiment and by algebra.
enum FlipSurface {
  static let all = [boundaries, coverage]

  private static let source =
    "Holmström and Milgrom 1991: B1 c2 − B2 δ − ½ b c2 = ½ r b σ² (c1 c2 − δ²) at the flip"

  private static let parameters: [Verification.Parameter] = [
    .init("pay", "pay for a unit of task 1, b", standard: 0.5, range: 1e-3...1e3),
    .init("benefit1", "worth of a unit of task 1, B1", standard: 1, range: 1e-3...1e3),
    .init("benefit2", "worth of a unit of task 2, B2", standard: 1, range: 1e-3...1e3),
    .init("cost1", "slope of the marginal cost of task 1, c1", standard: 1, range: 1e-3...1e3),
    .init("cost2", "slope of the marginal cost of task 2, c2", standard: 1, range: 1e-3...1e3),
    .init("risk-aversion", "absolute risk aversion, r", standard: 1, range: 1e-3...1e3),
    .init("variance", "variance of the measure of task 1, σ²", standard: 0.5, range: 0...8),
  ]

  private static func choice(_ values: [Double]) -> ContractChoice {
    var choice = ContractChoice()
    choice.pay = values[0]
    choice.benefit = [values[1], values[2]]
    choice.cost = [values[3], values[4]]
    choice.riskAversion = values[5]
    choice.variance = values[6]
    return choice
  }

  // MARK: Without noise

  private static let boundaries = Verification(
    "flip-surface", section: "E6",
    "Where fixed pay overtakes pay on one of two tasks: in one assumption and in two",
    source: source, parameters: parameters,
    rows: [
      .init([0.5, 1, 1, 1, 1, 1, 0.5], named: names, [0.683375210, 3, 0]),
      .init([0.8, 1, 1.5, 1, 2, 1, 0.2], named: names, [0.721063035, 1.5, 0]),
      .init([0.5, 1, 2, 1.5, 1, 2, 0.4], named: names, [0.230303993, 1, 0]),
      .refused([1.9, 1, 1, 1, 1, 1, 0.5]),
    ]
  ) { values in
    let choice = choice(values)
    guard let crossCost = choice.flipCrossCost(variance: choice.variance) else {
      throw VerificationRefusal("no cross-cost makes fixed pay the better contract")
    }
    let limit = choice.flipVariance(crossCost: 0)
    guard choice.variance < limit, (0...8).contains(limit) else {
      throw VerificationRefusal("no variance from \(choice.variance) to 8 makes fixed pay better")
    }
    let study = choice.study(replications: 2, resamples: 20)
    return try PromptTask.value {
      let flips = try await study.flips(along: [choice.crossCostAxis, choice.varianceAxis])
      let map = try await study.map(choice.crossCostAxis, choice.varianceAxis)
      func value(_ axis: Int) -> Double {
        flips.directions.first { $0.axis == axis && $0.end == 1 }?.boundary?.value ?? .nan
      }
      return [
        .exact(names[0], crossCost, value(0)),
        .exact(names[1], limit, value(1)),
        .exact(names[2], 0, largestDistance(of: map, from: choice)),
      ]
    }
  }

  private static let names = ["δ", "σ²", "map"]

  /// Greatest distance, in variance, of a corner of the boundary from the closed form; NaN if there is
  /// no boundary.
  private static func largestDistance(of map: FlipMap, from choice: ContractChoice) -> Double {
    let corners = map.boundaries.filter { $0.kind == .estimate }.flatMap(\.points)
    return corners.map { corner in
      let variance = choice.flipVariance(crossCost: corner.values[0])
      return abs(corner.values[1] - variance) / max(1, abs(variance))
    }.max() ?? .nan
  }

  // MARK: With noise

  private static let coverage = Verification(
    "flip-interval", section: "E6",
    "The same from noisy replications: the boundary, and how often its 95 % interval holds it",
    source: source,
    parameters: parameters + [
      .init(
        "noise", "standard deviation of benefits and risk aversion between replications",
        standard: 0.05, range: 0...10),
      .init(
        "replications", "replications of every point", standard: 10, range: 2...100,
        isWhole: true),
    ],
    rows: [
      .init([0.5, 1, 1, 1, 1, 1, 0.5, 0.05, 10], named: ["δ"], [0.68337521])
    ],
    simulate: { values, seed in
      var choice = choice(values)
      choice.noise = values[7]
      guard let crossCost = choice.flipCrossCost(variance: choice.variance) else {
        throw VerificationRefusal("no cross-cost makes fixed pay the better contract")
      }
      let repetitions = 200
      var found: [Double] = []
      var covered = 0.0
      for repetition in 0..<repetitions {
        choice.seed = seed &+ UInt64(repetition)
        let study = choice.study(replications: Int(values[8]))
        let axis = choice.crossCostAxis
        let flips = try PromptTask.value { try await study.flips(along: [axis]) }
        guard let boundary = flips.directions.first?.boundary else { continue }
        if let value = boundary.value { found.append(value) }
        let near = boundary.near ?? .infinity
        let far = boundary.far ?? .infinity
        if near <= crossCost, crossCost <= far { covered += 1 }
      }
      let share = covered / Double(repetitions)
      return [
        .simulated("δ", crossCost, SampleMean(found)),
        .simulated(
          "coverage", 0.95,
          SampleMean(value: share, standardError: 0)
            .doubted(asShareOf: Double(repetitions), probability: 0.95)),
      ]
    })
}
