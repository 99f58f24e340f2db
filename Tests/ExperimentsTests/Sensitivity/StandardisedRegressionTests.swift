import Foundation
import Randomness
import Testing

@testable import Experiments

@Suite struct StandardisedRegressionTests {
  private func cube(_ factors: Int, _ rows: Int, seed: UInt64) throws -> DesignMatrix {
    try LatinHypercube(factorCount: factors, rowCount: rows).rows(seed: seed)
  }

  // A full factorial has uncorrelated factors, so the coefficients are slopes times the ratio of
  // deviations exactly: 2, -1 and 0 over sqrt(5).
  @Test func `coefficients of a straight line are its slopes in standard deviations`() throws {
    let rows = try FullFactorial(levels: [3, 3, 3]).rows()
    let regression = StandardisedRegression(
      of: rows.outputs { 10 + 2 * $0[$0.startIndex] - $0[$0.startIndex + 1] }, at: rows)
    for (coefficient, expected) in zip(regression.coefficients, [2.0, -1, 0]) {
      #expect(abs((coefficient.value ?? .nan) - expected / 5.0.squareRoot()) < 1e-12)
    }
    #expect(abs((regression.determination ?? .nan) - 1) < 1e-12)
  }

  // Worked with exact fractions: y on x has slope 0.6, r = 0.6 sqrt(10 / 6), so R² = 0.6, and the
  // standardised coefficient is r with standard error sqrt((1 - r²) / 3); t(0.975, 3) is
  // 3.182446305284263.
  @Test func `the interval of one factor is that of simple regression`() throws {
    let rows = DesignMatrix(factorCount: 1, positions: [1, 2, 3, 4, 5])
    let regression = StandardisedRegression(of: [2, 4, 5, 4, 5], at: rows)
    let coefficient = regression.coefficients[0]
    #expect(abs((coefficient.value ?? .nan) - 0.6.squareRoot()) < 1e-12)
    #expect(abs((regression.determination ?? .nan) - 0.6) < 1e-12)
    let half = 3.182446305284263 * (0.4 / 3).squareRoot()
    let interval = try #require(coefficient.interval)
    #expect(abs(interval.upperBound - interval.lowerBound - 2 * half) < 1e-10)
  }

  @Test func `ranks see a monotone curve whole`() throws {
    let rows = try cube(1, 100, seed: 1)
    let outputs = rows.outputs { exp(12 * $0[$0.startIndex]) }
    let plain = StandardisedRegression(of: outputs, at: rows)
    let ranked = StandardisedRegression(of: outputs, at: rows, usesRanks: true)
    #expect((plain.determination ?? 1) < 0.6)
    #expect(abs((ranked.determination ?? .nan) - 1) < 1e-12)
    #expect(ranked.usesRanks)
  }

  // Noise of standard deviation 1 on slopes 2 and 0: 500 fits of 30 rows, coverage of the coefficient
  // of a factor without effect, whose standardised truth is 0. Standard error .0097; 4 of them.
  @Test func `intervals cover no effect as often as they say`() throws {
    var covered = 0
    for seed in 0..<500 {
      var stream = RandomStream(
        StreamKey(seed: 61, replication: seed), purpose: 1, entity: 0, index: 0)
      let rows = try cube(2, 30, seed: UInt64(seed))
      let regression = StandardisedRegression(
        of: rows.outputs { 2 * $0[$0.startIndex] + stream.gaussian() }, at: rows)
      if try #require(regression.coefficients[1].interval).contains(0) { covered += 1 }
    }
    #expect(abs(Double(covered) / 500 - 0.95) < 4 * 0.0097)
  }

  @Test func `undefined outputs are left out, factors that do not vary have no coefficient`() throws
  {
    let rows = try FullFactorial(positions: [[0, 0.5, 1], [0.3], [0, 1]]).rows()
    var outputs = rows.outputs { $0[$0.startIndex] + $0[$0.startIndex + 2] * $0[$0.startIndex] }
    outputs[2] = .nan
    let regression = StandardisedRegression(of: outputs, at: rows)
    #expect(regression.rowsUsed == 5 && regression.rowsLeftOut == 1)
    #expect(regression.coefficients[1].value == nil)
    #expect(regression.coefficients[0].value != nil && regression.coefficients[2].value != nil)
  }

  @Test func `where nothing can be told nothing is said`() throws {
    let rows = try cube(2, 20, seed: 2)
    let constant = StandardisedRegression(of: [Double](repeating: 0.1, count: 20), at: rows)
    #expect(constant.determination == nil)
    #expect(constant.coefficients.allSatisfy { $0.value == nil })
    // The second factor is the first.
    let twins = DesignMatrix(
      factorCount: 2, positions: rows.column(0).flatMap { [$0, 1 - $0] })
    let collinear = StandardisedRegression(of: rows.column(1), at: twins)
    #expect(collinear.coefficients.allSatisfy { $0.value == nil })
    let few = DesignMatrix(factorCount: 2, positions: [0, 1, 1, 0])
    #expect(StandardisedRegression(of: [1, 2], at: few).determination == nil)
  }
}
