import Experiments
import Foundation
import Randomness

/// E4: whether intervals hold all at once, and whether a stated probability of being the best is what
/// happens.
enum SimultaneousCoverage {
  static let all = [intervals, probability]

  // MARK: Intervals

  private static let repetitions = 2_000

  private static let intervals = Verification(
    "simultaneous-intervals", section: "E4",
    "How often all intervals of a family hold, for normal policies",
    source: """
      Tukey 1953 and Dunnett 1955 for equal variances and correlations: exactly the level; Bonferroni, \
      and comparisons with the best after Edwards and Hsu 1983: at least the level
      """,
    parameters: [
      .init("k", "policies", standard: 5, range: 2...20, isWhole: true),
      .init("n", "replications", standard: 10, range: 2...200, isWhole: true),
      .init("rho", "correlation by common random numbers, ρ", standard: 0.6, range: 0...0.99),
      .init("level", "confidence", standard: 0.95, range: 0.5...0.999),
    ],
    rows: [
      .init([5, 10, 0, 0.95], named: intervalNames, [0.95, 0.95, 0, 0, 0]),
      .init([5, 10, 0.6, 0.95], named: intervalNames, [0.95, 0.95, 0, 0, 0]),
      .init([2, 5, 0.6, 0.9], named: intervalNames, [0.9, 0.9, 0, 0, 0]),
      .init([8, 8, 0.6, 0.95], named: intervalNames, [0.95, 0.95, 0, 0, 0]),
    ]
  ) { values, seed in
    let (count, replications) = (Int(values[0]), Int(values[1]))
    let (correlation, level) = (values[2], values[3])
    // The best two are near each other, the others at some distance.
    let means = (0..<count).map { -0.4 * Double($0) }
    let families: [SimultaneousIntervals.Family] = [.allPairs, .against(baseline: count - 1)]
    let critical = families.map {
      SimultaneousIntervals.criticalValue(
        of: $0, policies: count, replications: replications, dependence: .spherical,
        confidence: level)
    }
    var held = [0, 0, 0, 0, 0]
    for repetition in 0..<repetitions {
      let sample = SyntheticPolicies(
        means: means, deviations: means.map { _ in 1 }, correlation: correlation, seed: seed,
        repetition: repetition
      ).values(0..<replications)
      func holds(_ intervals: SimultaneousIntervals) -> Bool {
        intervals.comparisons.allSatisfy {
          $0.interval?.contains(means[$0.first] - means[$0.second]) == true
        }
      }
      for (index, family) in families.enumerated() {
        if holds(
          SimultaneousIntervals(
            sample, family: family, dependence: .spherical, confidence: level,
            critical: critical[index]))
        {
          held[index] += 1
        }
        if holds(SimultaneousIntervals(sample, family: family, confidence: level)) {
          held[2 + index] += 1
        }
      }
      let best = ComparisonsWithBest(sample, confidence: level)
      let isRight = means.indices.allSatisfy { policy in
        let others = means.indices.filter { $0 != policy }.map { means[$0] }.max() ?? 0
        return best.entries[policy]?.interval?.contains(means[policy] - others) == true
      }
      if isRight && best.contenders.contains(0) { held[4] += 1 }
    }
    let shares = held.map {
      SampleMean(share: Double($0) / Double(repetitions), of: Double(repetitions))
        .doubted(asShareOf: Double(repetitions), probability: level)
    }
    return [
      .simulated(intervalNames[0], level, shares[0]),
      .simulated(intervalNames[1], level, shares[1]),
    ]
      + (2..<5).map { .simulated(intervalNames[$0], 0, shares[$0].shortfall(from: level)) }
  }

  private static let intervalNames = [
    "all pairs, pooled", "against one, pooled", "all pairs, paired: short by",
    "against one, paired: short by", "with the best: short by",
  ]

  // MARK: Probability of being the best

  private static let problems = 2_000
  private static let draws = 500

  private static let probability = Verification(
    "probability-of-best", section: "E4",
    "How often the policy with the best mean is the best, against the probability stated for it",
    source: """
      by definition: no more is stated than comes true; true means normal, with a spread of at least \
      two standard errors of a difference (docs/experiments.md has narrower ones)
      """,
    parameters: [
      .init("k", "policies", standard: 5, range: 2...50, isWhole: true),
      .init("n", "replications", standard: 10, range: 2...200, isWhole: true),
      .init(
        "spread", "standard deviation of true means, in standard errors of a difference",
        standard: 5, range: 0.1...100),
      .init("rho", "correlation by common random numbers, ρ", standard: 0.6, range: 0...0.99),
    ],
    rows: [
      .init([2, 5, 3, 0.6], named: probabilityNames, [0, 0]),
      .init([5, 10, 3, 0.6], named: probabilityNames, [0, 0]),
      .init([8, 8, 3, 0], named: probabilityNames, [0, 0]),
    ]
  ) { values, seed in
    let found = calibration(
      policies: Int(values[0]), replications: Int(values[1]), spread: values[2],
      correlation: values[3], seed: seed)
    return [
      .simulated(probabilityNames[0], 0, found.all.excess),
      .simulated(probabilityNames[1], 0, found.near90.excess),
    ]
  }

  private static let probabilityNames = ["overstated by", "where 0.8 to 0.97, by"]

  /// How much more probability is stated for the leader than comes true: over all problems, and where
  /// between 0.8 and 0.97 is stated.
  static func calibration(
    policies: Int, replications: Int, spread: Double, correlation: Double, seed: UInt64
  ) -> (all: SampleMean, near90: SampleMean) {
    let error = (2 * (1 - correlation) / Double(replications)).squareRoot()
    var excess: [Double] = []
    var near: [Double] = []
    for problem in 0..<problems {
      var stream = RandomStream(
        StreamKey(seed: seed, replication: problem), purpose: 0, entity: 0, index: 0)
      let means = (0..<policies).map { _ in spread * error * stream.gaussian() }
      let sample = SyntheticPolicies(
        means: means, deviations: means.map { _ in 1 }, correlation: correlation, seed: seed,
        repetition: problem
      ).values(0..<replications)
      let leader = sample.order[0]
      let stated =
        ProbabilityOfBest.of(sample, seed: seed &+ UInt64(problem), draws: draws)[leader] ?? .nan
      let isRight = means.indices.allSatisfy { means[$0] <= means[leader] }
      excess.append(stated - (isRight ? 1 : 0))
      if (0.8...0.97).contains(stated) { near.append(stated - (isRight ? 1 : 0)) }
    }
    return (SampleMean(excess), SampleMean(near))
  }
}
