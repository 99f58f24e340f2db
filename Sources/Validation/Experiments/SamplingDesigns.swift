import Experiments
import Foundation

/// E1: what designs promise about means.
enum SamplingDesigns {
  static let all = [latinHypercube]

  private static let latinHypercube = Verification(
    "latin-hypercube", section: "E1", "Mean of a sum of factors over the rows of a hypercube",
    source: "McKay, Beckman and Conover 1979: variance k/(12n³), n² below independent rows",
    parameters: [
      .init("k", "factors", standard: 5, range: 1...40, isWhole: true),
      .init("n", "rows", standard: 20, range: 2...1000, isWhole: true),
    ],
    rows: [
      .init([5, 20], named: hypercubeNames, [2.5, 0.00721687836]),
      .init([1, 2], named: hypercubeNames, [0.5, 0.102062073]),
      .init([12, 50], named: hypercubeNames, [6, 0.00282842712]),
    ]
  ) { values, seed in
    let (factors, rows) = (Int(values[0]), Int(values[1]))
    let hypercube = try LatinHypercube(factorCount: factors, rowCount: rows)
    let means = (0..<UInt64(4000)).map {
      hypercube.rows(seed: seed &+ $0).positions.reduce(0, +) / Double(rows)
    }
    return [
      .simulated(hypercubeNames[0], values[0] / 2, SampleMean(means)),
      .simulated(
        hypercubeNames[1], (values[0] / (12 * pow(values[1], 3))).squareRoot(),
        .deviation(of: means)),
    ]
  }

  private static let hypercubeNames = ["mean", "s.d. of the mean"]
}
