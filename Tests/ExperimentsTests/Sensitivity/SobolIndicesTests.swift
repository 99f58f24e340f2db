import Foundation
import Randomness
import Testing

@testable import Experiments

@Suite struct SobolIndicesTests {
  // Exact indices of Ishigami's function, a = 7 and b = 0.1.
  private static let first = [0.31390519114781146, 0.4424111447900409, 0]
  private static let total = [0.5575888552099592, 0.4424111447900409, 0.24368366406214773]
  private static let pairs = [0, 0.24368366406214773, 0]

  @Test func `the indices of Ishigami's function`() throws {
    let design = try SaltelliDesign(factorCount: 3, baseCount: 8192, includesSecondOrder: true)
    let indices = SobolIndices(
      of: design.rows(seed: 1).outputs(TestFunctions.ishigami), in: design, resamples: 0, seed: 1)
    expect(indices.firstOrder, Self.first, within: 0.005)
    expect(indices.totalEffect, Self.total, within: 0.005)
    expect(indices.secondOrder.map(\.index), Self.pairs, within: 0.01)
    #expect(indices.secondOrder.map(\.first) == [0, 0, 1])
    #expect(indices.secondOrder.map(\.second) == [1, 2, 2])
    #expect(abs(try #require(indices.mean) - 3.5) < 0.01)
    #expect(abs(try #require(indices.variance) - 13.844587940719254) < 0.05)
    #expect(indices.baseRowsUsed == 8192 && indices.baseRowsLeftOut == 0)
  }

  @Test(arguments: [[0, 1, 4.5, 9, 99, 99, 99, 99], [0, 0.5, 3, 9, 99, 99]])
  func `the indices of the g function`(a: [Double]) throws {
    let design = try SaltelliDesign(factorCount: a.count, baseCount: 8192)
    let indices = SobolIndices(
      of: design.rows(seed: 2).outputs { TestFunctions.g($0, a) }, in: design, resamples: 0,
      seed: 2)
    let exact = TestFunctions.indicesOfG(a)
    expect(indices.firstOrder, exact.first, within: 0.005)
    expect(indices.totalEffect, exact.total, within: 0.005)
    #expect(indices.secondOrder.isEmpty)
  }

  // Made with SALib 1.6.0 (Python): 64 scrambled base rows, bounds 0 to 1, second order; `analyze`
  // centres outputs on the mean of all 512 rows, as is done here.
  @Test func `indices agree with another program's on its own design to twelve digits`() throws {
    let rows = try table("ishigami_design.csv").map { $0.compactMap(Double.init) }
    let expected = try table("ishigami_indices.csv").compactMap { Double($0[1]) }
    #expect(rows.count == 512 && expected.count == 9)
    let matrix = DesignMatrix(factorCount: 3, positions: rows.flatMap { $0.prefix(3) })
    for (output, row) in zip(matrix.outputs(TestFunctions.ishigami), rows) {
      #expect(abs(output - row[3]) < 1e-12)
    }
    let design = try SaltelliDesign(factorCount: 3, baseCount: 64, includesSecondOrder: true)
    let indices = SobolIndices(of: rows.map { $0[3] }, in: design, resamples: 0, seed: 1)
    expect(indices.firstOrder, Array(expected[..<3]), within: 1e-12)
    expect(indices.totalEffect, Array(expected[3..<6]), within: 1e-12)
    expect(indices.secondOrder.map(\.index), Array(expected[6...]), within: 1e-12)
  }

  // 95 % intervals of independent rows. 400 designs of 256 base rows: the standard error of a
  // coverage is .0109, so 4 of them around .95 tell 0.906 from 0.994; a false alarm of 6e-5 each.
  @Test func `intervals cover the truth as often as they say`() throws {
    let design = try SaltelliDesign(factorCount: 3, baseCount: 256, base: .independent)
    var covered = [Int](repeating: 0, count: 6)
    for seed in 0..<400 as Range<UInt64> {
      let indices = SobolIndices(
        of: design.rows(seed: seed).outputs(TestFunctions.ishigami), in: design, resamples: 400,
        seed: seed)
      let estimates = indices.firstOrder + indices.totalEffect
      for (index, (estimate, truth)) in zip(estimates, Self.first + Self.total).enumerated() {
        if try #require(estimate.interval).contains(truth) { covered[index] += 1 }
      }
    }
    for count in covered { #expect(abs(Double(count) / 400 - 0.95) < 4 * 0.0109) }
  }

  @Test func `a group with an undefined output is left out and counted`() throws {
    let design = try SaltelliDesign(factorCount: 3, baseCount: 64, includesSecondOrder: true)
    let outputs = design.rows(seed: 3).outputs(TestFunctions.ishigami)
    var holed = outputs
    holed[5 * 8 + 2] = .nan
    holed[63 * 8 + 7] = .infinity
    let smaller = try SaltelliDesign(factorCount: 3, baseCount: 62, includesSecondOrder: true)
    let kept = outputs.indices.filter { $0 / 8 != 5 && $0 / 8 != 63 }.map { outputs[$0] }
    let indices = SobolIndices(of: holed, in: design, resamples: 50, seed: 3)
    #expect(indices.baseRowsUsed == 62 && indices.baseRowsLeftOut == 2)
    let reference = SobolIndices(of: kept, in: smaller, resamples: 50, seed: 3)
    #expect(indices.firstOrder == reference.firstOrder)
    #expect(indices.secondOrder == reference.secondOrder)
  }

  @Test func `an output that never varies has no indices`() throws {
    let design = try SaltelliDesign(factorCount: 2, baseCount: 16)
    let constant = SobolIndices(
      of: [Double](repeating: 0.1, count: design.rowCount), in: design, seed: 1)
    #expect(constant.firstOrder.allSatisfy { $0 == SensitivityEstimate(nil) })
    #expect(constant.mean == 0.1)
    let nothing = SobolIndices(
      of: [Double](repeating: .nan, count: design.rowCount), in: design, seed: 1)
    #expect(nothing.baseRowsUsed == 0 && nothing.mean == nil)
    #expect(nothing.totalEffect == [SensitivityEstimate(nil), SensitivityEstimate(nil)])
  }

  @Test func `the unit and the origin of an output do not matter`() throws {
    let design = try SaltelliDesign(factorCount: 3, baseCount: 128)
    let outputs = design.rows(seed: 4).outputs(TestFunctions.ishigami)
    let plain = SobolIndices(of: outputs, in: design, resamples: 100, seed: 4)
    let moved = SobolIndices(
      of: outputs.map { 1e6 + 1000 * $0 }, in: design, resamples: 100, seed: 4)
    for (left, right) in zip(plain.firstOrder, moved.firstOrder) {
      let (one, other) = try (#require(left.interval), #require(right.interval))
      #expect(abs(one.lowerBound - other.lowerBound) < 1e-9)
      #expect(abs(one.upperBound - other.upperBound) < 1e-9)
    }
  }

  private func expect(
    _ estimates: [SensitivityEstimate], _ expected: [Double], within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(estimates.count == expected.count, sourceLocation: sourceLocation)
    for (estimate, value) in zip(estimates, expected) {
      let error = abs((estimate.value ?? .nan) - value)
      #expect(error < tolerance, sourceLocation: sourceLocation)
    }
  }

  /// The cells of a file beside this one, without its header.
  private func table(_ name: String) throws -> [[String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data/\(name)")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").map(String.init) }
  }
}
