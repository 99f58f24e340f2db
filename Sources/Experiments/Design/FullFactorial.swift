import WorkplaceModel

/// Every combination of some values of each factor.
///
/// The last factor changes fastest. Main effects and all interactions can be read off, at a price
/// that multiplies with every factor.
public struct FullFactorial: Design {
  /// The most rows that a design may have.
  public static let mostRows = 10_000_000

  /// The positions that each factor takes.
  public let positions: [[Double]]
  /// How many combinations there are.
  public let rowCount: Int

  /// How many factors vary.
  public var factorCount: Int { positions.count }

  /// All combinations of positions that are listed for each factor.
  ///
  /// - Throws: ``DesignError`` if there is nothing to combine or there are too many combinations.
  public init(positions: [[Double]]) throws(DesignError) {
    try DesignError.require(!positions.isEmpty, "a full factorial needs at least one factor")
    var rows = 1
    for (factor, values) in positions.enumerated() {
      try DesignError.require(
        !values.isEmpty, "factor \(factor + 1) of a full factorial has no levels")
      let (product, overflows) = rows.multipliedReportingOverflow(by: values.count)
      try DesignError.require(
        !overflows && product <= Self.mostRows,
        "a full factorial of \(positions.map { "\($0.count)" }.joined(separator: " x ")) levels "
          + "has more than \(Self.mostRows) rows; expected fewer levels or factors, or a Latin "
          + "hypercube, whose rows can be chosen")
      rows = product
    }
    self.positions = positions
    rowCount = rows
  }

  /// A number of levels for each factor, equally spaced from end to end.
  ///
  /// - Throws: ``DesignError`` if a factor has fewer than two levels or there are too many rows.
  public init(levels: [Int]) throws(DesignError) {
    for (factor, count) in levels.enumerated() {
      try DesignError.require(
        count >= 2,
        "\(count) levels of factor \(factor + 1): expected at least 2, the ends of its range")
    }
    try self.init(positions: levels.map(Self.spaced))
  }

  /// All levels of factors that have levels, and of every interval a number of equally spaced
  /// values, its ends included.
  ///
  /// - Throws: ``DesignError`` if there are fewer than two levels or too many rows.
  public init(_ factors: [Factor], levels: Int) throws(DesignError) {
    try DesignError.require(
      levels >= 2, "\(levels) levels: expected at least 2, the ends of each range")
    try self.init(
      positions: factors.map { factor in
        guard case .levels(let values) = factor.range else { return Self.spaced(levels) }
        // The middle of each level's share of the interval.
        return values.indices.map { (Double($0) + 0.5) / Double(values.count) }
      })
  }

  /// The combinations; there is no chance in them.
  ///
  /// - Complexity: O(rows x factors).
  public func rows(seed: UInt64 = 0) -> DesignMatrix {
    var values: [Double] = []
    values.reserveCapacity(rowCount * factorCount)
    var digits = [Int](repeating: 0, count: factorCount)
    for _ in 0..<rowCount {
      for factor in 0..<factorCount { values.append(positions[factor][digits[factor]]) }
      // Counts on, the last factor being the lowest digit.
      for factor in (0..<factorCount).reversed() {
        digits[factor] += 1
        if digits[factor] < positions[factor].count { break }
        digits[factor] = 0
      }
    }
    return DesignMatrix(factorCount: factorCount, positions: values)
  }

  private static func spaced(_ count: Int) -> [Double] {
    (0..<count).map { Double($0) / Double(count - 1) }
  }
}
