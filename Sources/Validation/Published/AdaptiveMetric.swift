import Foundation
import Randomness
import WorkplaceModel

/// A metric whose weights follow the data against one whose weights are promised.
///
/// x = η + mβγ, judged by ŷ = βx + β₀; loss E(η − ŷ)². Weights that are fitted again to what they
/// bring about end where β = Cov(η, x)/Var(x); weights that are promised make the least of the data:
/// they minimise the loss, and are smaller.
///
/// Source: Frankel and Kartik 2022, doi 10.1093/jeea/jvab017; quadratic costs as in their set-up.
enum AdaptiveMetric {
  static let all = [adaptive]

  private static let names = [
    "adaptive weight", "promised weight", "adaptive loss", "promised loss", "loss at weight 1",
  ]

  private static let adaptive = Verification(
    "adaptive-metric", section: "P3.4", "Weights that follow the data against promised ones",
    source: "Frankel and Kartik 2022 (Journal of the European Economic Association)",
    parameters: [
      .init("m", "how much a stake moves behaviour", standard: 1, range: 0...20),
      .init("sigma", "spread of gaming ability, σ_γ", standard: 1, range: 0...10),
      .init("rho", "correlation of type and gaming ability", standard: 0, range: -1...1),
    ],
    rows: [
      ([0.25, 1, 0], [0.946932, 0.906795, 0.053068, 0.050946, 0.0625]),
      ([1, 1, 0], [0.682328, 0.589755, 0.317672, 0.289273, 1]),
      ([4, 1, 0], [0.344699, 0.282043, 0.655301, 0.616709, 16]),
      ([1, 1, -0.3], [0.720899, 0.573957, 0.435009, 0.374244, 1]),
    ].map { .init($0, named: names, $1, decimals: 6) }
  ) { values in
    let (move, spread, correlation) = (values[0], values[1], values[2])
    let product = move * spread
    func covariance(_ weight: Double) -> Double { 1 + product * weight * correlation }
    func variance(_ weight: Double) -> Double {
      1 + 2 * product * weight * correlation + product * product * weight * weight
    }
    func loss(_ weight: Double) -> Double {
      1 - 2 * weight * covariance(weight) + weight * weight * variance(weight)
    }
    let fixed = try Root.within(0...50) { $0 * variance($0) - covariance($0) }
    // d loss/dβ is a cubic; its root next to the lowest value of the loss is the promise.
    let roots = try Root.all(in: 0...50) { weight in
      -2 - 4 * product * correlation * weight + 2 * weight
        + 6 * product * correlation * weight * weight
        + 4 * product * product * weight * weight * weight
    }
    guard let promised = roots.min(by: { loss($0) < loss($1) }) else {
      throw VerificationRefusal("the loss has no least value at a weight from 0 to 50")
    }
    let people = Population(move: move, spread: spread, correlation: correlation)
    let followed = people.weightThatFollows()
    let best = try Maximum.within(0...4, steps: 2000) { -people.loss($0) }.place
    return [
      .exact(names[0], fixed, followed),
      .exact(names[1], promised, best),
      .exact(names[2], loss(fixed), people.loss(followed)),
      .exact(names[3], loss(promised), people.loss(best)),
      .exact(names[4], loss(1), people.loss(1)),
    ]
  }

  /// Four people whose first and second moments are those of the bivariate normal law: regression
  /// and quadratic loss know no others.
  private struct Population {
    let types = [1.0, 1, -1, -1]
    let abilities: [Double]
    let move: Double

    init(move: Double, spread: Double, correlation: Double) {
      let rest = (1 - correlation * correlation).squareRoot()
      abilities = zip(types, [1.0, -1, 1, -1]).map { spread * (correlation * $0 + rest * $1) }
      self.move = move
    }

    func metric(_ weight: Double) -> [Double] {
      let response = EffortResponse(costSlope: 1)
      return zip(types, abilities).map {
        $0 + response.effort(marginalReturn: move * weight * $1)
      }
    }

    func loss(_ weight: Double) -> Double {
      let errors = zip(types, metric(weight)).map { $0 - weight * $1 }
      return errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)
    }

    /// The weight at which fitting again changes nothing, reached by moving part of the way to each
    /// new fit.
    func weightThatFollows() -> Double {
      var weight = 1.0
      for _ in 0..<100_000 {
        let seen = metric(weight)
        let fitted =
          SampleStatistics.covariance(types, seen) / SampleStatistics.variance(seen)
        let change = 0.2 * (fitted - weight)
        weight += change
        if abs(change) < 1e-15 { break }
      }
      return weight
    }
  }
}
