import CGSL
import Randomness

/// Rows in which each factor takes one value in each of as many equal shares of its range as there
/// are rows.
///
/// Every factor is covered evenly whatever the others do, so a mean of additive effects varies by a
/// factor 1/n² less than with independent rows. Source: M. D. McKay, R. J. Beckman, W. J. Conover,
/// "A comparison of three methods for selecting values of input variables", Technometrics 21 (1979);
/// maximin choice: M. D. Morris, T. J. Mitchell, "Exploratory designs for computational
/// experiments", Journal of Statistical Planning and Inference 43 (1995).
public struct LatinHypercube: Design {
  /// How many factors vary.
  public let factorCount: Int
  /// How many rows there are.
  public let rowCount: Int
  /// How many hypercubes are drawn, of which the one whose nearest two rows are farthest apart is
  /// kept; with 1 the first is.
  public let tries: Int

  /// Describes a hypercube.
  ///
  /// - Throws: ``DesignError`` if there is no factor, fewer than two rows or no try.
  public init(factorCount: Int, rowCount: Int, tries: Int = 1) throws(DesignError) {
    try DesignError.require(factorCount >= 1, "a Latin hypercube needs at least one factor")
    try DesignError.require(
      rowCount >= 2, "\(rowCount) rows of a Latin hypercube: expected at least 2")
    try DesignError.require(
      tries >= 1, "\(tries) tries for a Latin hypercube: expected at least 1")
    self.factorCount = factorCount
    self.rowCount = rowCount
    self.tries = tries
  }

  /// The rows of the best try.
  ///
  /// - Complexity: O(rows x factors) for one try; with several, O(rows² x factors) for each at
  ///   worst, less where few rows are near each other.
  public func rows(seed: UInt64) -> DesignMatrix {
    var best = hypercube(seed: seed, attempt: 0)
    var distance = 0.0
    if tries > 1 { distance = best.leastSquaredDistance(above: 0) }
    for attempt in 1..<max(1, tries) {
      let candidate = hypercube(seed: seed, attempt: attempt)
      let least = candidate.leastSquaredDistance(above: distance)
      if least > distance { (best, distance) = (candidate, least) }
    }
    return best
  }

  private func hypercube(seed: UInt64, attempt: Int) -> DesignMatrix {
    let streams = ExperimentStreams(seed: seed)
    var positions = [Double](repeating: 0, count: rowCount * factorCount)
    for factor in 0..<factorCount {
      var stream = streams.stream(.design, entity: factor, index: attempt)
      var shares = Array(0..<rowCount)
      stream.withGSL { generator in
        gsl_ran_shuffle(generator, &shares, shares.count, MemoryLayout<Int>.stride)
      }
      for row in 0..<rowCount {
        let within = stream.uniform() + 0x1p-33
        positions[row * factorCount + factor] = (Double(shares[row]) + within) / Double(rowCount)
      }
    }
    return DesignMatrix(factorCount: factorCount, positions: positions)
  }
}

extension DesignMatrix {
  /// The squared distance of the two rows that are nearest to each other, or some number not above
  /// `bound` if it is not greater than that.
  func leastSquaredDistance(above bound: Double) -> Double {
    // Rows in the order of the first factor: only those near in it can be near at all.
    let order = (0..<rowCount).sorted { self[$0, 0] < self[$1, 0] }
    var least = Double.infinity
    for (place, row) in order.enumerated() {
      for other in order[(place + 1)...] {
        let step = self[other, 0] - self[row, 0]
        if step * step >= least { break }
        var distance = 0.0
        for (left, right) in zip(self[row], self[other]) {
          distance += (left - right) * (left - right)
        }
        least = min(least, distance)
        if least <= bound { return least }
      }
    }
    return least
  }
}
