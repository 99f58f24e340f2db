import Randomness
import Testing

@testable import Experiments

@Suite struct ParetoFrontsTests {
  @Test func `points are sorted into fronts`() {
    let points: [[Double]] = [
      [1, 5], [2, 4], [3, 3], [1, 4], [2, 2], [0, 0], [.nan, 9], [3, 3],
    ]
    #expect(ParetoFronts.ranks(of: points) == [1, 1, 1, 2, 2, 3, nil, 1])
  }

  @Test func `no point dominates another of its own front, and some of the front before does`() {
    var stream = ExperimentStreams(seed: 3).stream(.synthetic)
    let points = (0..<120).map { _ in (0..<3).map { _ in (stream.uniform() * 8).rounded() } }
    let ranks = ParetoFronts.ranks(of: points)
    func dominates(_ left: Int, _ right: Int) -> Bool {
      let pairs = zip(points[left], points[right])
      return pairs.allSatisfy { $0 >= $1 } && pairs.contains { $0 > $1 }
    }
    for point in points.indices {
      let rank = ranks[point] ?? 0
      #expect(!points.indices.contains { ranks[$0] == rank && dominates($0, point) })
      if rank > 1 {
        #expect(points.indices.contains { ranks[$0] == rank - 1 && dominates($0, point) })
      }
    }
  }
}
