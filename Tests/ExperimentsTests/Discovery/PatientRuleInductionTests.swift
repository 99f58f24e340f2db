import Randomness
import Testing
import WorkplaceModel

@testable import Experiments

@Suite struct PatientRuleInductionTests {
  private static func corner(_ row: ArraySlice<Double>) -> Bool {
    row[row.startIndex] > 0.6 && row[row.startIndex + 1] < 0.3
  }

  private func cube(_ factors: Int, _ rows: Int, seed: UInt64) throws -> DesignMatrix {
    try LatinHypercube(factorCount: factors, rowCount: rows).rows(seed: seed)
  }

  private func data(_ rows: DesignMatrix, _ isCase: [Bool?]) -> DiscoveryData {
    DiscoveryData(
      columns: (0..<rows.factorCount).map { .numbers(rows.column($0)) }, isCase: isCase)
  }

  private func discovery(in rows: DesignMatrix, _ isCase: (ArraySlice<Double>) -> Bool) throws
    -> PatientRuleInduction.Discovery
  {
    try #require(
      PatientRuleInduction().discover(
        in: data(rows, (0..<rows.rowCount).map { isCase(rows[$0]) })))
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64], [500, 2000])
  func `a corner of two factors among eight is found within one peel`(
    seed: UInt64, count: Int
  ) throws {
    let found = try discovery(in: cube(8, count, seed: seed), Self.corner)
    #expect(found.quality.coverage >= 0.95)
    #expect(found.quality.density >= 0.95)
    #expect(found.box.restrictions.count == 2)
    // A peel takes 5 % of the box: of the part of a factor's range that is left, at most 5 % / 0.4.
    guard case .atLeast(let low) = found.box.restrictions[0].bound,
      case .atMost(let high) = found.box.restrictions[1].bound
    else {
      Issue.record("x1 has a lower limit and x2 an upper one: \(found.box)")
      return
    }
    #expect(found.box.restrictions.map(\.factor) == [0, 1])
    #expect(abs(low - 0.6) < 0.4 * 0.05)
    #expect(abs(high - 0.3) < 0.3 * 0.05)
    #expect(found.quasiProbabilities.allSatisfy { $0 < 1e-6 })
  }

  // A tenth of the rows are labelled wrongly, so the corner's density is .9 at best.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `wrong labels neither hide a corner nor add restrictions`(seed: UInt64) throws {
    var stream = RandomStream(
      StreamKey(seed: seed, replication: 5), purpose: 1, entity: 0, index: 0)
    let found = try discovery(in: cube(8, 4000, seed: seed)) {
      Self.corner($0) != stream.bernoulli(0.1)
    }
    #expect(Set(found.box.restrictions.map(\.factor)) == [0, 1])
    #expect(found.quality.density > 0.85)
    // Of the cases, 432 are in the corner and 352 are wrong labels all over.
    #expect(found.quality.coverage > 0.5)
  }

  @Test func `a factor of levels is restricted to some of them`() throws {
    let factors = [
      Factor("size", .interval(low: 0, high: 1, scale: .linear, notation: .init())),
      Factor("mode", .levels(["a", "b", "c", "d"])),
      Factor("other", .levels(["x", "y"])),
    ]
    let rows = try cube(3, 2000, seed: 6)
    let isCase = (0..<rows.rowCount).map { row -> Bool? in
      let level = factors[1].setting(at: rows[row, 1]).value
      return rows[row, 0] < 0.5 && (level == "b" || level == "d")
    }
    let found = try #require(
      PatientRuleInduction().discover(
        in: DiscoveryData(rows, factors: factors, isCase: isCase)))
    #expect(found.box.restrictions.map(\.factor) == [0, 1])
    #expect(found.box.restrictions[1].bound == .among([1, 3]))
    #expect(found.quality.density == 1)
    #expect(found.quality.coverage > 0.97)
  }

  @Test func `equal numbers are never separated`() throws {
    let rows = try FullFactorial(levels: [5, 5, 5]).rows()
    let found = try discovery(in: rows) {
      $0[$0.startIndex] >= 0.75 && $0[$0.startIndex + 2] <= 0.5
    }
    #expect(found.quality.coverage == 1 && found.quality.density == 1)
    #expect(
      found.box
        == ScenarioBox([
          .init(factor: 0, .atLeast(0.625)), .init(factor: 2, .atMost(0.625)),
        ]))
  }

  @Test func `boxes on the way are nested and counted rightly`() throws {
    let rows = try cube(4, 1000, seed: 7)
    let data = data(rows, (0..<1000).map { Self.corner(rows[$0]) })
    let trajectory = PatientRuleInduction().peel(data)
    #expect(trajectory[0].box.restrictions.isEmpty && trajectory[0].quality.support == 1)
    for (before, after) in zip(trajectory, trajectory.dropFirst()) {
      #expect(after.quality.rows < before.quality.rows)
      #expect(
        Double(before.quality.rows - after.quality.rows) <= 0.05 * Double(before.quality.rows))
      #expect(data.quality(of: after.box) == after.quality)
    }
    #expect(trajectory.last?.quality.density == 1)
  }

  @Test func `peeling stops at the least support`() throws {
    let rows = try cube(2, 1000, seed: 8)
    var method = PatientRuleInduction()
    method.leastSupport = 0.3
    let trajectory = method.peel(data(rows, (0..<1000).map { Self.corner(rows[$0]) }))
    let smallest = try #require(trajectory.last).quality.support
    #expect(smallest >= 0.3 && smallest < 0.3 / 0.95)
  }

  @Test func `a threshold of density gives up no coverage beyond what it needs`() throws {
    let rows = try cube(3, 2000, seed: 9)
    let data = data(rows, (0..<2000).map { Self.corner(rows[$0]) })
    var last = 1.0
    for density in [0.2, 0.5, 0.8] {
      let found = try #require(
        PatientRuleInduction().discover(in: data, choosing: .density(atLeast: density)))
      #expect(found.quality.density >= density)
      #expect(found.quality.coverage > 0.95)
      #expect(found.quality.support < last)
      last = found.quality.support
    }
  }

  // P(X >= 9 of 10 | 1/2) = 11/1024; the box holds 9 cases of 10 rows, the rows beyond it 1 of 10.
  @Test func `a quasi-p-value is a binomial tail`() {
    let isCase = (0..<20).map { $0 < 9 || $0 == 19 }
    let data = DiscoveryData(columns: [.numbers((0..<20).map(Double.init))], isCase: isCase)
    let box = ScenarioBox([.init(factor: 0, .atMost(9.5))])
    let probabilities = QuasiProbability.ofRestrictions(of: box, in: data)
    #expect(abs(probabilities[0] - 11.0 / 1024) < 1e-15)
    #expect(QuasiProbability.tail(cases: 0, of: 10, density: 0.5) == 1)
    #expect(QuasiProbability.tail(cases: 10, of: 10, density: 1) == 1)
  }

  @Test func `a box tells points inside from points outside`() {
    let box = ScenarioBox([
      .init(factor: 2, .among([0, 3])), .init(factor: 0, .atMost(2)), .init(factor: 0, .atLeast(1)),
    ])
    #expect(box.restrictions.map(\.bound) == [.atLeast(1), .atMost(2), .among([0, 3])])
    #expect(box.contains([1, 99, 3]) && box.contains([2, -99, 0]))
    #expect(!box.contains([0.9, 0, 0]) && !box.contains([2.1, 0, 0]) && !box.contains([1, 0, 1]))
  }

  // A restriction is reported by chance in about one of sixty such experiments; four or more of
  // forty have a probability of about .005.
  @Test func `cases without a pattern have no box`() throws {
    var restricted = 0
    for seed in 0..<40 as Range<UInt64> {
      var stream = RandomStream(
        StreamKey(seed: seed, replication: 6), purpose: 1, entity: 0, index: 0)
      let found = try discovery(in: cube(3, 400, seed: seed)) { _ in stream.bernoulli(0.3) }
      if !found.box.restrictions.isEmpty { restricted += 1 }
    }
    #expect(restricted < 4)
  }

  @Test func `rows of which nothing is known are left out and counted`() throws {
    let rows = try cube(2, 1000, seed: 10)
    let known = (0..<1000).map { $0 % 4 == 0 ? nil : Self.corner(rows[$0]) }
    let data = data(rows, known)
    #expect(data.rowCount == 750 && data.rowsLeftOut == 250)
    let found = try #require(PatientRuleInduction().discover(in: data))
    #expect(found.quality.allRows == 750)
    #expect(found.quality.density > 0.95)
  }

  @Test func `without cases, or with nothing else, there is nothing to discover`() throws {
    let rows = try cube(2, 50, seed: 11)
    for value in [true, false] {
      let data = data(rows, [Bool?](repeating: value, count: 50))
      #expect(PatientRuleInduction().discover(in: data) == nil)
    }
    #expect(
      PatientRuleInduction().discover(in: data(rows, [Bool?](repeating: nil, count: 50))) == nil)
  }
}
