import Testing

@testable import Experiments

/// The plane of two assumptions.
@Suite struct FlipMapTests {
  /// A leads B where x² + y² is less than `limit`.
  private static func landscape(limit: Double, noise: Double = 0, seed: UInt64 = 1) -> Landscape {
    Landscape(["a", "b"], seed: seed) { policy, values, draws in
      let (x, y) = (values["x"] ?? 0, values["y"] ?? 0)
      return policy == 0 ? limit - x * x - y * y + noise * draws.own : 0
    }
  }

  private static let axes = ["x", "y"].map { FlipAxis.plain($0, -2...2, from: 0) }

  @Test func `without noise every corner of the boundary lies on it`() async throws {
    let map = try await FlipStudy(Self.landscape(limit: 1.5), .landscape { $0.planeGrid = 9 })
      .map(Self.axes[0], Self.axes[1])
    let lines = map.boundaries.filter { $0.kind == .estimate }
    #expect(lines.count == 1)
    let points = try #require(lines.first?.points)
    #expect(points.first == points.last, "the circle is closed")
    #expect(points.count > 10)
    for point in points {
      let square = point.values.reduce(0) { $0 + $1 * $1 }
      #expect(abs(square - 1.5) < 1e-6)
      #expect(point.overtaker == 1)
    }
    let inside = map.cells.flatMap { $0 }.filter { $0.best == 0 }
    #expect(inside.allSatisfy { $0.values.reduce(0) { $0 + $1 * $1 } < 1.5 })
    #expect(map.share(of: 0) == Double(inside.count) / 81)
  }

  /// False-alarm rate below one in a thousand: the share of 200 is allowed 3.3 standard errors below
  /// 0.95; above, grid lines between which the surface is straight only may hold more.
  @Test func `the band holds the boundary as often as it claims`() async throws {
    let experiments = 200
    var covered = 0
    for seed in 0..<experiments {
      let options = FlipOptions.landscape(replications: 10, resamples: 300) {
        $0.planeGrid = 5
        $0.refinements = 0
        $0.seed = UInt64(seed)
      }
      // Grid lines go through x = 0 and y = 1, where the boundary is.
      let landscape = Self.landscape(limit: 1, noise: 0.5, seed: UInt64(seed))
      let map = try await FlipStudy(landscape, options).map(Self.axes[0], Self.axes[1])
      let interval = map.cells[2][3].leadInterval
      if interval.low <= 0, interval.high >= 0 { covered += 1 }
    }
    let share = Double(covered) / Double(experiments)
    #expect(abs(share - 0.95) < 3.3 * (0.95 * 0.05 / Double(experiments)).squareRoot())
  }

  @Test func `near and far lines lie on either side of the boundary`() async throws {
    let options = FlipOptions.landscape(replications: 10, resamples: 300) { $0.planeGrid = 9 }
    let map = try await FlipStudy(Self.landscape(limit: 1.5, noise: 0.4, seed: 3), options)
      .map(Self.axes[0], Self.axes[1])
    func radius(_ kind: FlipMap.Kind) -> Double {
      let points = map.boundaries.filter { $0.kind == kind }.flatMap(\.points)
      return points.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1 * $1 } } / Double(points.count)
    }
    #expect(radius(.near) < radius(.estimate))
    #expect(radius(.estimate) < radius(.far))
  }
}

/// Lines along which a surface is 0.
@Suite struct MarchingSquaresTests {
  private func grid(_ count: Int, _ height: (Double, Double) -> Double) -> MarchingSquares {
    MarchingSquares(
      heights: (0..<count).map { x in (0..<count).map { y in height(Double(x), Double(y)) } })
  }

  @Test func `a straight line is one chain from border to border`() {
    let squares = grid(5) { x, _ in 2.5 - x }
    #expect(squares.lines.count == 1)
    #expect(squares.lines[0].count == 5)
    #expect(squares.lines[0].allSatisfy { $0.isAcross && $0.column == 2 })
    #expect(squares.crossedEdges.allSatisfy { squares.share(of: $0) == 0.5 })
  }

  @Test func `a hill has a closed line, two hills have two`() {
    let hill = grid(7) { x, y in 3 - (x - 3) * (x - 3) - (y - 3) * (y - 3) }
    #expect(hill.lines.count == 1)
    #expect(hill.lines[0].first == hill.lines[0].last)
    let hills = grid(9) { x, y in
      max(0.9 - abs(x - 2) - abs(y - 2), 0.9 - abs(x - 6) - abs(y - 6))
    }
    #expect(hills.lines.count == 2)
  }

  @Test(arguments: [1.0, -1.0])
  func `a saddle parts the corners that its middle is not like`(middle: Double) {
    let low = middle - 2
    let high = middle + 2
    let lines = MarchingSquares(heights: [[high, low], [low, high]]).lines
    #expect(lines.count == 2)
    // A low middle leaves the high corner between the edges below and to the left alone.
    let below = MarchingSquares.Edge(column: 0, row: 0, isAcross: true)
    let left = MarchingSquares.Edge(column: 0, row: 0, isAcross: false)
    #expect(lines.contains { Set($0) == [below, left] } == (middle < 0))
  }

  @Test func `undefined corners and flat ground have no lines`() {
    #expect(grid(4) { x, _ in x == 1 ? .nan : 2.5 - x }.lines.count == 1)
    #expect(grid(4) { _, _ in 1 }.lines.isEmpty)
    #expect(MarchingSquares(heights: [[1]]).lines.isEmpty)
  }
}
