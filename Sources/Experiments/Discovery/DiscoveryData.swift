import WorkplaceModel

/// Rows of an experiment, some of which are of interest, and the values of the factors in each.
public struct DiscoveryData: Sendable {
  /// The factors, each with a value for every row.
  public let columns: [Column]
  /// Whether each row is of interest.
  public let isCase: [Bool]
  /// Rows left out, since it is not known whether they are of interest.
  public let rowsLeftOut: Int

  /// The values of one factor.
  public enum Column: Sendable, Equatable {
    /// Numbers, such as positions, whose order means something.
    case numbers([Double])
    /// Levels by their numbers from 0, whose order means nothing.
    case levels([Int])
  }

  /// How many rows there are, those left out not counted.
  public var rowCount: Int { isCase.count }
  /// How many rows are of interest.
  public var caseCount: Int { isCase.count { $0 } }

  /// Gathers rows; those of which it is not known whether they are of interest are left out.
  public init(columns: [Column], isCase: [Bool?]) {
    let known = isCase.indices.filter { isCase[$0] != nil }
    self.columns = columns.map { column in
      switch column {
      case .numbers(let values):
        precondition(values.count == isCase.count, "a factor has a value in each row")
        precondition(values.allSatisfy { !$0.isNaN }, "a factor is defined in each row")
        return .numbers(known.map { values[$0] })
      case .levels(let values):
        precondition(values.count == isCase.count, "a factor has a level in each row")
        return .levels(known.map { values[$0] })
      }
    }
    self.isCase = known.compactMap { isCase[$0] }
    rowsLeftOut = isCase.count - known.count
  }

  /// Rows of a design: positions for intervals, numbers of levels for factors that have levels.
  public init(_ rows: DesignMatrix, factors: [Factor], isCase: [Bool?]) {
    precondition(factors.count == rows.factorCount, "every column stands for a factor")
    self.init(
      columns: factors.enumerated().map { number, factor in
        let positions = rows.column(number)
        guard case .levels(let levels) = factor.range else { return .numbers(positions) }
        return .levels(
          positions.map { min(levels.count - 1, max(0, Int($0 * Double(levels.count)))) })
      }, isCase: isCase)
  }

  /// How well a box catches the cases.
  ///
  /// - Complexity: O(rows x restrictions).
  public func quality(of box: ScenarioBox) -> BoxQuality {
    let inside = rows(in: box)
    return BoxQuality(
      rows: inside.count, cases: inside.count { isCase[$0] }, allRows: rowCount,
      allCases: caseCount)
  }

  /// The rows in a box, ascending.
  func rows(in box: ScenarioBox) -> [Int] {
    box.restrictions.reduce(Array(isCase.indices)) { rows, restriction in
      rows.filter { restriction.bound.admits(value(of: restriction.factor, in: $0)) }
    }
  }

  /// The number of a factor in a row, or the number of its level.
  func value(of factor: Int, in row: Int) -> Double {
    switch columns[factor] {
    case .numbers(let values): values[row]
    case .levels(let values): Double(values[row])
    }
  }
}
