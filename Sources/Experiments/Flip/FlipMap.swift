/// Which policy is the best where two assumptions are moved together.
public struct FlipMap: Sendable {
  /// The assumptions: across and up.
  public let axes: [FlipAxis]
  /// Names of the policies.
  public let policies: [String]
  /// The policy that is recommended where nothing is moved.
  public let recommended: Int
  /// What was looked at, by column, then row.
  public let cells: [[Cell]]
  /// Lines along which the recommended policy is overtaken, and the band that holds them.
  public let boundaries: [Boundary]
  /// Runs that it took.
  public let runs: Int
  /// Runs without a value of the measure, left out of every mean.
  public let undefinedRuns: Int
  let sign: Double

  /// One pair of values.
  public struct Cell: Sendable {
    /// Values of the two assumptions.
    public let values: [Double]
    /// The policy with the greatest mean worth; nil where none has a value.
    public let best: Int?
    /// Share of resamples in which each policy is the best, by policy.
    public let probabilitiesOfBest: [Double]
    /// The lead of the recommended policy over the best other one; NaN if undefined.
    public let lead: Double
    /// Ends of the interval of the lead.
    public let leadInterval: (low: Double, high: Double)
    let positions: [Double]
    let worth: PolicyWorth
  }

  /// A line through the map.
  public struct Boundary: Sendable, Equatable {
    /// What it parts.
    public let kind: Kind
    /// Its corners, in order.
    public let points: [Point]
  }

  /// What a line parts.
  public enum Kind: String, Sendable, CaseIterable {
    /// Where the recommended policy is ahead on average from where it is not.
    case estimate
    /// Where it is ahead for sure from where it may not be.
    case near
    /// Where it may be ahead from where it is not for sure.
    case far
  }

  /// A corner of a line.
  public struct Point: Sendable, Equatable {
    /// Values of the two assumptions.
    public let values: [Double]
    /// The policy that overtakes there, where that is known.
    public let overtaker: Int?
  }

  /// Share of the cells in which a policy is the best on average.
  public func share(of policy: Int) -> Double {
    let all = cells.flatMap { $0 }
    return Double(all.count { $0.best == policy }) / Double(all.count)
  }
}

extension FlipStudy {
  /// Moves two assumptions together.
  ///
  /// - Throws: ``FlipError``; what the source throws.
  public func map(_ across: FlipAxis, _ up: FlipAxis) async throws -> FlipMap {
    var known = try KnownWorth(source, options)
    onStage(.atDefault(runs: source.policies.count * options.replications))
    let base = try await FlipBase(&known, options)
    let axes = [across, up]
    let positions = axes.map(gridPositions)
    @Sendable func point(_ places: [Double]) -> DesignPoint {
      DesignPoint(zip(axes, places).flatMap { $0.settings(at: $1) })
    }
    let wishes = positions[0].map { x in
      positions[1].map { y in
        KnownWorth<Source>.Wish(
          point: point([x, y]), policies: base.contenders, replications: 0..<options.replications)
      }
    }
    let wanted = wishes.flatMap { $0 }
    onStage(
      .mapping(
        cells: wanted.count, runs: wanted.count * base.contenders.count * options.replications))
    try await known.learn(wanted)
    let cells = wishes.enumerated().map { column, wishes in
      wishes.enumerated().map { row, wish in
        FlipMap.Cell(
          known.worth(wish), at: [positions[0][column], positions[1][row]], axes, base)
      }
    }
    let surface = MarchingSquares(heights: cells.map { $0.map(\.lead) })
    let crossings = try await crossings(
      surface, positions: positions, point: point, from: base, &known)
    let estimate = surface.lines.map { line in
      FlipMap.Boundary(
        kind: .estimate,
        points: line.map { edge in
          let crossing = crossings[edge]
          return FlipMap.Point(
            values: edge.values(
              at: crossing?.position ?? surface.share(of: edge), positions, axes),
            overtaker: crossing?.rival)
        })
    }
    let band = [(FlipMap.Kind.near, true), (.far, false)].flatMap { kind, isLow in
      let surface = MarchingSquares(
        heights: cells.map { $0.map { isLow ? $0.leadInterval.low : $0.leadInterval.high } })
      return surface.lines.map { line in
        FlipMap.Boundary(
          kind: kind,
          points: line.map { edge in
            FlipMap.Point(
              values: edge.values(at: surface.share(of: edge), positions, axes), overtaker: nil)
          })
      }
    }
    return FlipMap(
      axes: axes, policies: source.policies, recommended: base.recommended, cells: cells,
      boundaries: estimate + band, runs: known.runs, undefinedRuns: known.undefinedRuns,
      sign: options.prefersHigher ? 1 : -1)
  }

  /// Equal steps through a range; as many as there are whole numbers where only these make sense.
  private func gridPositions(_ axis: FlipAxis) -> [Double] {
    let count = options.planeGrid
    let positions = (0..<count).map { axis.settled(Double($0) / Double(count - 1)) }
    return positions.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// Where on each edge of the grid the recommended policy is overtaken, closed in on.
  private func crossings(
    _ surface: MarchingSquares, positions: [[Double]],
    point: @escaping @Sendable ([Double]) -> DesignPoint, from base: FlipBase,
    _ known: inout KnownWorth<Source>
  ) async throws -> [MarchingSquares.Edge: FlipLine.Crossing] {
    let edges = surface.crossedEdges
    let recommended = base.recommended
    let lines = edges.map { edge in
      // From the end where it is ahead to the one where it is not.
      let isForwards = surface.heights[edge.column][edge.row] >= 0
      return FlipLine(
        recommended: recommended, rivals: base.contenders.filter { $0 != recommended }
      ) { share in
        point(edge.places(at: isForwards ? share : 1 - share, positions))
      }
    }
    let searched = try await search(lines, steps: 1, from: base, &known)
    var found: [MarchingSquares.Edge: FlipLine.Crossing] = [:]
    for (edge, line) in zip(edges, searched) {
      guard var crossing = line.crossing() else { continue }
      if surface.heights[edge.column][edge.row] < 0 { crossing.position = 1 - crossing.position }
      found[edge] = crossing
    }
    return found
  }
}

extension FlipMap.Cell {
  fileprivate init(
    _ worth: PolicyWorth, at positions: [Double], _ axes: [FlipAxis], _ base: FlipBase
  ) {
    let rivals = base.contenders.filter { $0 != base.recommended }
    self.worth = worth
    self.positions = positions
    values = zip(axes, positions).map { $0.number(at: $1) }
    best = worth.ranking().first
    probabilitiesOfBest = worth.probabilitiesOfBest(base.resamples)
    lead = worth.lead(of: base.recommended, over: rivals)?.lead ?? .nan
    leadInterval = base.resamples.interval(
      of: base.resamples.weights.map {
        worth.lead(of: base.recommended, over: rivals, $0)?.lead ?? .nan
      })
  }
}

extension MarchingSquares.Edge {
  /// Positions on the two axes at a share of the edge; exact at its ends.
  fileprivate func places(at share: Double, _ positions: [[Double]]) -> [Double] {
    var places = [positions[0][column], positions[1][row]]
    let axis = isAcross ? 0 : 1
    let start = places[axis]
    let end = positions[axis][(isAcross ? column : row) + 1]
    places[axis] = share == 1 ? end : start + share * (end - start)
    return places
  }

  /// Values of the two assumptions at a share of the edge.
  fileprivate func values(
    at share: Double, _ positions: [[Double]], _ axes: [FlipAxis]
  ) -> [Double] {
    zip(axes, places(at: share, positions)).map { $0.number(at: $1) }
  }
}
