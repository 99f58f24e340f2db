import Randomness
import Testing
import WorkplaceModel

@testable import Experiments

@Suite struct FullFactorialTests {
  @Test func `combinations stand in order, the last factor changing fastest`() throws {
    let rows = try FullFactorial(levels: [2, 3]).rows()
    #expect(rows.rowCount == 6)
    #expect(rows.column(0) == [0, 0, 0, 1, 1, 1])
    #expect(rows.column(1) == [0, 0.5, 1, 0, 0.5, 1])
  }

  @Test func `a factor with levels takes each of them, an interval both of its ends`() throws {
    let factors = [
      Factor("mode", .levels(["a", "b", "c"])),
      Factor("rate", .interval(low: 2, high: 4, scale: .linear, notation: .init(unit: "h"))),
    ]
    let rows = try FullFactorial(factors, levels: 2).rows()
    let texts = (0..<rows.rowCount).map { rows.point($0, of: factors).key }
    #expect(
      texts
        == ["a", "b", "c"].flatMap { mode in
          ["2 h", "4 h"].map { "mode=\(mode); rate=\($0)" }
        })
  }

  @Test func `impossible sizes say what was expected`() {
    #expect(throws: DesignError.self) { try FullFactorial(levels: []) }
    #expect(throws: DesignError.self) { try FullFactorial(levels: [2, 1]) }
    let error = #expect(throws: DesignError.self) {
      try FullFactorial(levels: [Int](repeating: 10, count: 30))
    }
    #expect(error?.description.contains("more than 10000000 rows") == true)
  }
}

@Suite struct LatinHypercubeTests {
  @Test func `every share of every factor holds one row`() throws {
    let rows = try LatinHypercube(factorCount: 4, rowCount: 37).rows(seed: 3)
    for factor in 0..<4 {
      #expect(rows.column(factor).map { Int($0 * 37) }.sorted() == Array(0..<37))
    }
  }

  @Test func `rows are a function of the seed`() throws {
    let cube = try LatinHypercube(factorCount: 3, rowCount: 10)
    #expect(cube.rows(seed: 5) == cube.rows(seed: 5))
    #expect(cube.rows(seed: 5) != cube.rows(seed: 6))
  }

  @Test func `several tries keep the hypercube whose nearest rows are farthest apart`() throws {
    func nearest(_ rows: DesignMatrix) -> Double {
      var least = Double.infinity
      for row in 0..<rows.rowCount {
        for other in 0..<row {
          least = min(
            least, zip(rows[row], rows[other]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
        }
      }
      return least
    }
    let one = try LatinHypercube(factorCount: 3, rowCount: 30).rows(seed: 9)
    let best = try LatinHypercube(factorCount: 3, rowCount: 30, tries: 50).rows(seed: 9)
    #expect(nearest(best) > nearest(one))
    #expect(abs(best.leastSquaredDistance(above: 0) - nearest(best)) < 1e-15)
    for factor in 0..<3 {
      #expect(best.column(factor).map { Int($0 * 30) }.sorted() == Array(0..<30))
    }
  }

  // The mean of a sum of k factors over n rows has variance k / 12 n³. 2000 hypercubes: the relative
  // error of the sample variance is sqrt(2/1999) = .0316 or less (the mean of a hypercube has lighter
  // tails than a normal); at 4.5 of them a false alarm has probability below 7e-6.
  @Test func `the mean of an additive output varies as theory says`() throws {
    let cube = try LatinHypercube(factorCount: 5, rowCount: 20)
    let means = (0..<2000).map { seed in
      cube.rows(seed: UInt64(seed)).positions.reduce(0, +) / 20
    }
    let expected = 5.0 / (12 * 20 * 20 * 20)
    #expect(abs(SampleStatistics.variance(means) / expected - 1) < 4.5 * 0.0316)
    #expect(abs(SampleStatistics.mean(means) - 2.5) < 4.5 * (expected / 2000).squareRoot())
  }

  @Test func `impossible sizes are refused`() {
    #expect(throws: DesignError.self) { try LatinHypercube(factorCount: 0, rowCount: 5) }
    #expect(throws: DesignError.self) { try LatinHypercube(factorCount: 1, rowCount: 1) }
    #expect(throws: DesignError.self) { try LatinHypercube(factorCount: 1, rowCount: 5, tries: 0) }
  }
}

@Suite struct SobolSequenceTests {
  @Test func `the sequence itself begins at the origin`() throws {
    let rows = try SobolSequence(factorCount: 2, rowCount: 4, isScrambled: false).rows(seed: 1)
    #expect(rows.positions == [0, 0, 0.5, 0.5, 0.75, 0.25, 0.25, 0.75])
  }

  @Test func `a scrambled power of two of rows is balanced in every factor`() throws {
    let rows = try SobolSequence(factorCount: 40, rowCount: 256).rows(seed: 11)
    for factor in 0..<40 {
      #expect(rows.column(factor).map { Int($0 * 256) }.sorted() == Array(0..<256))
    }
  }

  // The first two dimensions are a (0, m, 2)-net: every elementary rectangle holds one point.
  @Test(arguments: 0...8) func `scrambling keeps the net`(binaryDigits: Int) throws {
    let rows = try SobolSequence(factorCount: 2, rowCount: 256).rows(seed: 12)
    let (columns, lines) = (1 << binaryDigits, 1 << (8 - binaryDigits))
    let cells = (0..<256).map {
      Int(rows[$0, 0] * Double(columns)) * lines + Int(rows[$0, 1] * Double(lines))
    }
    #expect(cells.sorted() == Array(0..<256))
  }

  @Test func `a longer sequence begins with the shorter one`() throws {
    let short = try SobolSequence(factorCount: 3, rowCount: 50).rows(seed: 4)
    let long = try SobolSequence(factorCount: 3, rowCount: 80).rows(seed: 4)
    #expect(Array(long.positions.prefix(150)) == short.positions)
    #expect(try SobolSequence(factorCount: 3, rowCount: 50).rows(seed: 5) != short)
  }

  // Any row is uniform over scrambles, as are its digits given those before. 2000 scrambles of row 5:
  // mean and variance at 4.5 standard errors, the four quarters by chi-square below 28 (3 degrees):
  // false alarms of 7e-6, 7e-6 and 4e-6.
  @Test func `scrambling makes each row uniform`() throws {
    let sequence = try SobolSequence(factorCount: 2, rowCount: 6)
    let values = (0..<2000).map { sequence.rows(seed: UInt64($0))[5, 1] }
    #expect(abs(SampleStatistics.mean(values) - 0.5) < 4.5 * (1.0 / 12 / 2000).squareRoot())
    #expect(
      abs(SampleStatistics.variance(values) - 1.0 / 12) < 4.5 * (1.0 / 180 / 2000).squareRoot())
    let quarters = (0..<4).map { quarter in values.count { Int($0 * 4) == quarter } }
    #expect(quarters.reduce(0) { $0 + Double(($1 - 500) * ($1 - 500)) / 500 } < 28)
  }

  // Nested scrambling of 2^m rows makes the error of a smooth mean fall as n^-1.5: between 64 and
  // 1024 rows by 64, against 4 of independent rows. Over 50 scrambles the root mean square has a
  // relative error of about .1 at either size.
  @Test func `means of smooth functions gain from scrambling`() throws {
    func error(_ count: Int) throws -> Double {
      let sequence = try SobolSequence(factorCount: 2, rowCount: count)
      let squares = (0..<50).map { seed -> Double in
        let rows = sequence.rows(seed: UInt64(seed))
        let mean = (0..<count).reduce(0.0) { $0 + 4 * rows[$1, 0] * rows[$1, 1] } / Double(count)
        return (mean - 1) * (mean - 1)
      }
      return SampleStatistics.mean(squares).squareRoot()
    }
    #expect(try error(64) / error(1024) > 30)
  }

  @Test func `more factors than the sequence has are refused`() {
    let error = #expect(throws: DesignError.self) {
      try SobolSequence(factorCount: 41, rowCount: 8)
    }
    #expect(error?.description == "a Sobol' sequence of 41 factors: expected 1 to 40")
    #expect(throws: DesignError.self) { try SobolSequence(factorCount: 1, rowCount: 0) }
  }
}

@Suite struct SaltelliDesignTests {
  @Test(arguments: SaltelliDesign.Base.allCases)
  func `each row of a group takes one factor from the other sample`(
    base: SaltelliDesign.Base
  ) throws {
    let design = try SaltelliDesign(
      factorCount: 3, baseCount: 16, includesSecondOrder: true, base: base)
    let rows = design.rows(seed: 8)
    #expect(rows.rowCount == 128 && design.rowCount == 128)
    for group in 0..<16 {
      let (a, b) = (rows[group * 8], rows[group * 8 + 7])
      #expect(zip(a, b).allSatisfy { $0 != $1 })
      for factor in 0..<3 {
        for other in 0..<3 {
          let (own, swapped) = (rows[group * 8 + 1 + factor], rows[group * 8 + 4 + factor])
          let isTaken = other == factor
          #expect(
            own[own.startIndex + other] == (isTaken ? b : a)[(isTaken ? b : a).startIndex + other])
          #expect(
            swapped[swapped.startIndex + other]
              == (isTaken ? a : b)[(isTaken ? a : b).startIndex + other])
        }
      }
    }
  }

  @Test func `groups without second order are smaller`() throws {
    let design = try SaltelliDesign(factorCount: 5, baseCount: 4)
    #expect(design.groupSize == 7)
    #expect(design.rows(seed: 1).rowCount == 28)
  }

  @Test func `more factors than half the dimensions of the sequence are refused`() {
    let error = #expect(throws: DesignError.self) {
      try SaltelliDesign(factorCount: 21, baseCount: 8)
    }
    #expect(error?.description.contains("expected 1 to 20") == true)
    #expect(throws: DesignError.self) { try SaltelliDesign(factorCount: 2, baseCount: 1) }
  }
}

@Suite struct MorrisDesignTests {
  @Test(arguments: [2, 4, 6]) func `each step changes one factor, each factor once`(
    levels: Int
  ) throws {
    let design = try MorrisDesign(factorCount: 5, trajectoryCount: 20, levels: levels)
    let rows = design.rows(seed: 2)
    #expect(rows.rowCount == 120)
    for trajectory in 0..<20 {
      var changed: Set<Int> = []
      for step in 0..<5 {
        let row = trajectory * 6 + step
        let factors = (0..<5).filter { rows[row, $0] != rows[row + 1, $0] }
        #expect(factors.count == 1)
        for factor in factors {
          changed.insert(factor)
          #expect(abs(abs(rows[row, factor] - rows[row + 1, factor]) - design.step) < 1e-15)
        }
      }
      #expect(changed.count == 5)
    }
    let grid = Set((0..<levels).map { Double($0) / Double(levels - 1) })
    #expect(Set(rows.positions) == grid)
  }

  @Test func `odd numbers of levels are refused`() {
    #expect(throws: DesignError.self) {
      try MorrisDesign(factorCount: 2, trajectoryCount: 4, levels: 5)
    }
    #expect(throws: DesignError.self) { try MorrisDesign(factorCount: 0, trajectoryCount: 4) }
    #expect(throws: DesignError.self) { try MorrisDesign(factorCount: 2, trajectoryCount: 0) }
  }
}
