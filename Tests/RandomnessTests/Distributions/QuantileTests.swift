import Randomness
import Testing

@Suite struct QuantileTests {
  static let probabilities = [
    1e-6, 0.001, 0.01, 0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95, 0.99, 0.999, 1 - 1e-6,
  ]

  @Test(arguments: Example.all)
  func `a quantile is the smallest value that reaches its probability`(example: Example) throws {
    let distribution = try example.make()
    for p in Self.probabilities {
      let quantile = try distribution.quantile(p)
      #expect(distribution.cumulative(quantile) >= p - 1e-9 * min(p, 1 - p) - 1e-12)
      // One double earlier falls short, unless the distribution function is that flat; near one,
      // a U-shaped beta rises by more than the tolerance from one double to the next.
      let before = min(
        distribution.cumulative(below: quantile), distribution.cumulative(quantile.nextDown))
      #expect(before <= p + 1e-9 * min(p, 1 - p) + 1e-12)
      #expect(distribution.support.contains(quantile))
    }
  }

  @Test(arguments: Example.all)
  func `quantiles of cumulative probabilities return`(example: Example) throws {
    let distribution = try example.make()
    var stream = RandomStream.test(21)
    for _ in 0..<50 {
      let value = distribution.sample(from: &stream)
      let p = distribution.cumulative(value)
      let quantile = try distribution.quantile(p)
      // The distribution function may be flat to rounding near the ends, so compare it as well.
      #expect(
        isClose(quantile, value, relative: 1e-6)
          || abs(distribution.cumulative(quantile) - p) < 1e-12)
    }
  }

  @Test(arguments: Example.all)
  func `quantiles never fall`(example: Example) throws {
    let distribution = try example.make()
    let quantiles = try ([0] + Self.probabilities + [1]).map { try distribution.quantile($0) }
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(quantiles.first == distribution.support.lowerBound)
    #expect(quantiles.last == distribution.support.upperBound)
  }

  @Test(arguments: Example.all)
  func `the distribution function rises from zero to one`(example: Example) throws {
    let distribution = try example.make()
    #expect(distribution.cumulative(-.infinity) == 0)
    #expect(distribution.cumulative(.infinity) == 1)
    #expect(distribution.cumulative(.nan).isNaN)
    let support = distribution.support
    if support.lowerBound.isFinite {
      #expect(distribution.cumulative(below: support.lowerBound) == 0)
    }
    if support.upperBound.isFinite {
      #expect(isClose(distribution.cumulative(support.upperBound), 1, relative: 1e-12))
    }
  }

  @Test func `an empirical distribution steps by the share of its ties`() throws {
    let distribution = try Distribution.empirical([2, 1, 2, 5], source: "hand")
    #expect(distribution.cumulative(below: 2) == 0.25)
    #expect(distribution.cumulative(2) == 0.75)
    #expect(distribution.cumulative(4.9) == 0.75)
    #expect(try distribution.quantile(0.25) == 1)
    #expect(try distribution.quantile(0.26) == 2)
    #expect(try distribution.quantile(0.75) == 2)
    #expect(try distribution.quantile(0.76) == 5)
  }

  @Test func `quantiles of a rounded quantity are its rounded quantiles`() throws {
    // exp(0.75 + 1.65 z) is 0.696, 2.117 and 17.55 at the Gaussian's 25, 50 and 90 % points.
    let steps = try Distribution.lognormal(zeta: 0.75, sigma: 1.65)
    let (down, up) = (steps.rounded(.down), steps.rounded(.up))
    for (p, whole) in [(0.25, 0.0), (0.5, 2), (0.9, 17)] {
      #expect(try down.quantile(p) == whole)
      #expect(try up.quantile(p) == whole + 1)
    }
  }
}
