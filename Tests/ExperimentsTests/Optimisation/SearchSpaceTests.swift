import Testing
import WorkplaceModel

@testable import Experiments

@Suite struct SearchSpaceTests {
  static let space = SearchSpace([
    .number("rate", 0, 30), .whole("size", 1, 4), .levels("seen", ["self", "team", "all"]),
  ])

  private func texts(_ positions: [Double]) -> [String] {
    let settings = Self.space.candidate(at: positions).point.settings
    return ["rate", "size", "seen"].map { path in settings.first { $0.path == path }?.value ?? "" }
  }

  @Test func `values are rounded to what can be written down`() {
    #expect(texts([0.123456, 0.5, 0.2]) == ["3.7", "3", "self"])
    #expect(texts([0, 0, 0.34]) == ["0", "1", "team"])
    #expect(texts([1, 1, 1]) == ["30", "4", "all"])
  }

  @Test func `beyond a side the space is mirrored`() {
    #expect(texts([-0.25, 0, 0]) == texts([0.25, 0, 0]))
    #expect(texts([1.25, 0, 0]) == texts([0.75, 0, 0]))
    #expect(texts([3.75, 0, 0]) == texts([0.25, 0, 0]))
  }

  @Test func `a rounded design is its own rounding`() {
    for share in stride(from: 0.0, through: 1, by: 0.037) {
      let once = Self.space.candidate(at: [share, share, share])
      #expect(Self.space.candidate(at: once.positions).point == once.point)
    }
  }

  @Test func `neighbours differ in one factor that has few values`() {
    let middle = Self.space.candidate(at: [0.5, 0.4, 0.5])
    let neighbours = Self.space.neighbours(of: middle)
    #expect(neighbours.count == 5)
    for neighbour in neighbours {
      let differing = zip(neighbour.point.settings, middle.point.settings).filter { $0 != $1 }
      #expect(differing.count == 1)
      #expect(differing.first?.0.path != "rate")
    }
    #expect(Self.space.continuous == [0])
  }

  @Test func `the designs to begin with take every share of a range once`() throws {
    let designs = try Self.space.spread(30, seed: 5)
    let shares = designs.map { Int($0.positions[0] * 30) }
    // Rounding may carry a design over the edge of its share.
    #expect(Set(shares).count >= 27)
    for level in ["self", "team", "all"] {
      #expect(designs.count { $0.point.settings.contains(Setting("seen", level)) } == 10)
    }
  }
}
