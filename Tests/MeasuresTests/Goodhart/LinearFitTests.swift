import Testing

@testable import Measures

@Suite struct LinearFitTests {
  @Test func `a line through three points by hand`() throws {
    // Means 1 and 2, deviations -1, 0, 1 and -1, -1, 2: slope (1 + 2) / 2.
    let line = try #require(LinearFit([0, 1, 2], [1, 1, 4]))
    #expect(abs(line.slope - 1.5) < 1e-14)
    #expect(abs(line.intercept - 0.5) < 1e-14)
    #expect(abs(line.value(at: 4) - 6.5) < 1e-14)
  }

  @Test func `a weight counts a point that often`() throws {
    let weighted = try #require(LinearFit([0, 1, 3], [2, 0, 5], weights: [3, 1, 2]))
    let repeated = try #require(LinearFit([0, 0, 0, 1, 3, 3], [2, 2, 2, 0, 5, 5]))
    #expect(abs(weighted.slope - repeated.slope) < 1e-13)
    #expect(abs(weighted.intercept - repeated.intercept) < 1e-13)
  }

  @Test func `points above each other have no line`() {
    #expect(LinearFit([2, 2, 2], [1, 2, 3]) == nil)
    #expect(LinearFit([], []) == nil)
    #expect(LinearFit([1, 2], [1, 2], weights: [1, 0]) == nil)
  }
}
