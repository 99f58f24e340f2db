import WorkplaceModel

/// The points of a sweep, and the rule that chose them, which decides what can be concluded.
public struct SweepDesign: Sendable {
  /// How the points were chosen.
  public enum Kind: Sendable {
    /// Every combination of some values.
    case factorial(FullFactorial)
    /// Evenly in each factor, otherwise by chance.
    case latinHypercube(LatinHypercube)
    /// For variance-based indices.
    case sobol(SaltelliDesign)
    /// For elementary effects.
    case morris(MorrisDesign)
    /// By somebody else.
    case listed
  }

  /// How the points were chosen.
  public let kind: Kind
  /// What varies, one factor for each column of the rows.
  public let factors: [Factor]
  /// Positions of the points in the factors' ranges.
  public let rows: DesignMatrix
  /// The points, where they are listed; otherwise they are made from the rows.
  private let listed: [DesignPoint]

  /// Points chosen by a rule.
  ///
  /// - Parameter seed: what the design's chance depends on, if there is any in it.
  public init(_ kind: Kind, _ factors: [Factor], seed: UInt64) {
    self.kind = kind
    self.factors = factors
    listed = []
    switch kind {
    case .factorial(let design): rows = design.rows(seed: seed)
    case .latinHypercube(let design): rows = design.rows(seed: seed)
    case .sobol(let design): rows = design.rows(seed: seed)
    case .morris(let design): rows = design.rows(seed: seed)
    case .listed: preconditionFailure("listed points are given, not made")
    }
  }

  /// Listed points.
  ///
  /// A key whose values are all numbers in one unit is an interval from the least to the greatest;
  /// any other has the values as levels, in the order in which they first occur.
  ///
  /// - Parameters:
  ///   - paths: the keys; none twice.
  ///   - values: for each point a value of each key, as YAML.
  public init(paths: [String], values: [[String]]) {
    precondition(!paths.isEmpty && !values.isEmpty, "a sweep has points, and something varies")
    kind = .listed
    let columns = paths.indices.map { column in
      ListedColumn(paths[column], values.map { $0[column] })
    }
    factors = columns.map(\.factor)
    rows = DesignMatrix(
      factorCount: paths.count,
      positions: values.indices.flatMap { row in columns.map { $0.positions[row] } })
    listed = values.map { row in DesignPoint(zip(paths, row).map { Setting($0, $1) }) }
  }

  /// How many points there are.
  public var pointCount: Int { rows.rowCount }

  /// What a row sets.
  public func point(_ row: Int) -> DesignPoint {
    listed.isEmpty ? rows.point(row, of: factors) : listed[row]
  }
}

/// The values of one key in listed points.
private struct ListedColumn {
  let factor: Factor
  let positions: [Double]

  init(_ path: String, _ values: [String]) {
    if let interval = Self.interval(values) {
      factor = Factor(path, interval.range)
      positions = interval.positions
      return
    }
    var levels: [String] = []
    var places: [String: Int] = [:]
    for value in values where places[value] == nil {
      places[value] = levels.count
      levels.append(value)
    }
    factor = Factor(path, .levels(levels))
    positions = values.map { (Double(places[$0] ?? 0) + 0.5) / Double(levels.count) }
  }

  /// The range of values that are numbers in one unit, and their places in it.
  private static func interval(
    _ values: [String]
  ) -> (range: Factor.Range, positions: [Double])? {
    let numbers = values.compactMap { WrittenNumber($0) }
    guard numbers.count == values.count,
      let low = numbers.min(by: { $0.number < $1.number }),
      let high = numbers.max(by: { $0.number < $1.number }), low.number < high.number,
      numbers.allSatisfy({ $0.notation == low.notation })
    else { return nil }
    let span = high.number - low.number
    return (
      .interval(
        low: low.number, high: high.number, scale: .linear, notation: low.notation),
      numbers.map { ($0.number - low.number) / span }
    )
  }
}
