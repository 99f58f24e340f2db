import Randomness

/// The design for variance-based sensitivity indices: two independent samples A and B, and copies
/// of one in which a single factor is taken from the other.
///
/// Rows come in groups, one for each base row: A, then for each factor A with that factor from B,
/// then with second order for each factor B with that factor from A, then B. Base rows come from one
/// sequence of twice as many dimensions as there are factors.
///
/// Source: A. Saltelli, "Making best use of model evaluations to compute sensitivity indices",
/// Computer Physics Communications 145 (2002); A. Saltelli et al., "Variance based sensitivity
/// analysis of model output", Computer Physics Communications 181 (2010).
public struct SaltelliDesign: Design {
  /// The most factors: the sequence of Sobol' has 40 dimensions, two for each.
  public static let mostFactors = SobolSequence.mostFactors / 2

  /// How many factors vary.
  public let factorCount: Int
  /// How many base rows there are; a power of two is balanced best.
  public let baseCount: Int
  /// Whether interactions of two factors can be estimated.
  public let includesSecondOrder: Bool
  /// Where the base rows come from.
  public let base: Base

  /// Where base rows come from.
  public enum Base: String, Sendable, CaseIterable {
    /// A scrambled sequence of Sobol': much smaller errors for smooth outputs. Intervals that
    /// resample rows do not see this, and are too wide rather than too narrow.
    case sobol
    /// Independent rows, for which such intervals are right.
    case independent
  }

  /// Describes a design.
  ///
  /// - Throws: ``DesignError`` for more than 20 factors, or too few or too many base rows.
  public init(
    factorCount: Int, baseCount: Int, includesSecondOrder: Bool = false, base: Base = .sobol
  ) throws(DesignError) {
    try DesignError.require(
      (1...Self.mostFactors).contains(factorCount),
      "a Saltelli design of \(factorCount) factors: expected 1 to \(Self.mostFactors), since the "
        + "Sobol' sequence has \(SobolSequence.mostFactors) dimensions and each factor takes two; "
        + "a Morris design has no such limit and tells which factors can be left out")
    try DesignError.require(
      (2...SobolSequence.mostRows).contains(baseCount),
      "\(baseCount) base rows of a Saltelli design: expected 2 to \(SobolSequence.mostRows)")
    self.factorCount = factorCount
    self.baseCount = baseCount
    self.includesSecondOrder = includesSecondOrder
    self.base = base
  }

  /// Rows in the group of a base row: factors + 2, or 2 x factors + 2 with second order.
  public var groupSize: Int { (includesSecondOrder ? 2 : 1) * factorCount + 2 }

  /// How many rows there are: base rows times the size of a group.
  public var rowCount: Int { baseCount * groupSize }

  /// The rows, group by group.
  ///
  /// - Complexity: O(rows x factors).
  public func rows(seed: UInt64) -> DesignMatrix {
    let base = baseRows(seed: seed)
    var positions: [Double] = []
    positions.reserveCapacity(rowCount * factorCount)
    for row in 0..<baseCount {
      let a = base[row].prefix(factorCount)
      let b = base[row].suffix(factorCount)
      positions += a
      appendSwaps(of: a, with: b, to: &positions)
      if includesSecondOrder { appendSwaps(of: b, with: a, to: &positions) }
      positions += b
    }
    return DesignMatrix(factorCount: factorCount, positions: positions)
  }

  /// Appends a row for each factor, in which that factor alone is taken from another row.
  private func appendSwaps(
    of row: ArraySlice<Double>, with other: ArraySlice<Double>, to positions: inout [Double]
  ) {
    for factor in 0..<factorCount {
      positions += row
      positions[positions.count - factorCount + factor] = other[other.startIndex + factor]
    }
  }

  private func baseRows(seed: UInt64) -> DesignMatrix {
    switch base {
    case .sobol:
      guard let sequence = try? SobolSequence(factorCount: 2 * factorCount, rowCount: baseCount)
      else { preconditionFailure("the sizes of the sequence were checked") }
      return sequence.rows(seed: seed)
    case .independent:
      var stream = ExperimentStreams(seed: seed).stream(.design)
      return DesignMatrix(
        factorCount: 2 * factorCount,
        positions: (0..<2 * factorCount * baseCount).map { _ in stream.uniformPositive() })
    }
  }
}
