/// Lines along which a surface over a grid is 0.
///
/// Marching squares: in each square of the grid, the line joins the edges on which the height changes
/// sign (W. E. Lorensen and H. E. Cline, "Marching cubes", SIGGRAPH 1987, in two dimensions). Where a
/// square has two lines through it, the mean of its corners says which corners they part. Squares
/// with an undefined corner have none.
struct MarchingSquares {
  /// Heights by column, then row.
  let heights: [[Double]]

  /// An edge of the grid: from a node to the next one in its row or column.
  struct Edge: Hashable {
    var column: Int
    var row: Int
    /// Whether it leads to the next column; else to the next row.
    var isAcross: Bool
  }

  /// Edges on which the height changes sign, in the order of columns, then rows.
  var crossedEdges: [Edge] {
    heights.indices.flatMap { column in
      heights[column].indices.flatMap { row in
        [true, false].map { Edge(column: column, row: row, isAcross: $0) }.filter(isCrossed)
      }
    }
  }

  /// The lines as chains of edges; a closed line begins and ends with the same edge.
  var lines: [[Edge]] { Self.chained(segments) }

  /// Where the straight line between the ends of an edge is 0, from 0 to 1.
  func share(of edge: Edge) -> Double {
    let (start, end) = ends(of: edge)
    return start / (start - end)
  }

  /// Heights at both ends of an edge.
  private func ends(of edge: Edge) -> (Double, Double) {
    (
      heights[edge.column][edge.row],
      edge.isAcross ? heights[edge.column + 1][edge.row] : heights[edge.column][edge.row + 1]
    )
  }

  private func isCrossed(_ edge: Edge) -> Bool {
    guard
      edge.isAcross ? edge.column + 1 < heights.count : edge.row + 1 < heights[edge.column].count
    else { return false }
    let (start, end) = ends(of: edge)
    return start.isFinite && end.isFinite && (start >= 0) != (end >= 0)
  }

  /// The parts of lines that lie in one square each.
  private var segments: [(Edge, Edge)] {
    heights.indices.dropLast().flatMap { column in
      heights[column].indices.dropLast().flatMap { row in segments(column, row) }
    }
  }

  private func segments(_ column: Int, _ row: Int) -> [(Edge, Edge)] {
    let corners = [
      heights[column][row], heights[column + 1][row], heights[column + 1][row + 1],
      heights[column][row + 1],
    ]
    guard corners.allSatisfy(\.isFinite) else { return [] }
    // Around the square: below, right, above, left.
    let around = [
      Edge(column: column, row: row, isAcross: true),
      Edge(column: column + 1, row: row, isAcross: false),
      Edge(column: column, row: row + 1, isAcross: true),
      Edge(column: column, row: row, isAcross: false),
    ]
    let crossed = around.filter(isCrossed)
    if crossed.count == 2 { return [(crossed[0], crossed[1])] }
    guard crossed.count == 4 else { return [] }
    let isHighInside = corners.reduce(0, +) >= 0
    // The first corner lies between the left edge and the one below.
    return (corners[0] >= 0) == isHighInside
      ? [(around[0], around[1]), (around[2], around[3])]
      : [(around[3], around[0]), (around[1], around[2])]
  }

  private static func chained(_ segments: [(Edge, Edge)]) -> [[Edge]] {
    var open = segments
    var chains: [[Edge]] = []
    while let first = open.first {
      open.removeFirst()
      var chain = [first.0, first.1]
      for _ in 0..<2 {
        while let last = chain.last,
          let index = open.firstIndex(where: { $0.0 == last || $0.1 == last })
        {
          let segment = open.remove(at: index)
          chain.append(segment.0 == last ? segment.1 : segment.0)
        }
        chain.reverse()
      }
      chains.append(chain)
    }
    return chains
  }
}
