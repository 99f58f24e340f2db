import WorkplaceModel

/// A rule that says at which points an experiment is run.
///
/// A design speaks of positions, between 0 and 1 for each factor; what a position means is said by
/// the ``Factor``. It is a small value: its rows are made when they are asked for.
public protocol Design: Sendable {
  /// How many factors vary.
  var factorCount: Int { get }
  /// How many rows the design has, known without making them.
  var rowCount: Int { get }
  /// The rows: a pure function of the design and the seed.
  ///
  /// Designs without chance give the same rows for every seed.
  func rows(seed: UInt64) -> DesignMatrix
}

/// The points of a design: rows of positions in the unit cube, one column for each factor.
public struct DesignMatrix: Sendable, Equatable {
  /// Columns: how many factors vary.
  public let factorCount: Int
  /// Rows: how many points there are.
  public let rowCount: Int
  /// Positions row by row.
  public private(set) var positions: [Double]

  /// Creates a matrix from its positions row by row, as many as rows times factors.
  public init(factorCount: Int, positions: [Double]) {
    precondition(
      factorCount > 0 && positions.count.isMultiple(of: factorCount),
      "every row has a position for each factor")
    self.factorCount = factorCount
    self.positions = positions
    rowCount = positions.count / factorCount
  }

  /// The position of one factor in one row.
  public subscript(row: Int, factor: Int) -> Double {
    get { positions[row * factorCount + factor] }
    set { positions[row * factorCount + factor] = newValue }
  }

  /// The positions of one row.
  public subscript(row: Int) -> ArraySlice<Double> {
    positions[row * factorCount..<(row + 1) * factorCount]
  }

  /// The positions of one factor, row by row.
  public func column(_ factor: Int) -> [Double] {
    (0..<rowCount).map { self[$0, factor] }
  }

  /// What a row sets, given what its columns stand for.
  public func point(_ row: Int, of factors: [Factor]) -> DesignPoint {
    precondition(factors.count == factorCount, "every column stands for a factor")
    return DesignPoint(zip(factors, self[row]).map { $0.setting(at: $1) })
  }
}

/// A design that cannot be made.
public struct DesignError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was asked for, and what was expected instead.
  public let description: String

  init(_ description: String) { self.description = description }

  /// Throws unless a condition holds.
  static func require(
    _ condition: Bool, _ description: @autoclosure () -> String
  ) throws(DesignError) {
    guard condition else { throw DesignError(description()) }
  }
}
