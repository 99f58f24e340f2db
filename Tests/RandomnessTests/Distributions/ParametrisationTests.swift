import CGSL
import Randomness
import Testing

@Suite struct ParametrisationTests {
  @Test func `a lognormal can be given by mean and coefficient of variation`() throws {
    let distribution = try Distribution.lognormal(mean: 12, cv: 0.8)
    #expect(isClose(try #require(distribution.mean), 12, relative: 1e-12))
    #expect(isClose(try #require(distribution.standardDeviation), 9.6, relative: 1e-12))
  }

  @Test func `a lognormal can be given by its median and either spread`() throws {
    let byVariation = try Distribution.lognormal(median: 6, cv: 0.8)
    #expect(isClose(try byVariation.quantile(0.5), 6, relative: 1e-12))
    let (mean, deviation) = (
      try #require(byVariation.mean), try #require(byVariation.standardDeviation)
    )
    #expect(isClose(deviation / mean, 0.8, relative: 1e-12))
    let bySigma = try Distribution.lognormal(median: 6, sigma: 0.9)
    #expect(bySigma == (try Distribution.lognormal(zeta: log(6), sigma: 0.9)))
  }

  @Test func `a gamma can be given by mean and coefficient of variation`() throws {
    let distribution = try Distribution.gamma(mean: 10, cv: 0.5)
    #expect(distribution == (try Distribution.gamma(shape: 4, scale: 2.5)))
  }

  @Test func `a beta can be given by mean and concentration`() throws {
    #expect(
      try Distribution.beta(mean: 0.25, concentration: 8) == Distribution.beta(a: 2, b: 6))
  }

  @Test func `no spread makes a constant`() throws {
    #expect(try Distribution.lognormal(zeta: 0, sigma: 0) == .constant(1))
    #expect(try Distribution.lognormal(mean: 3, cv: 0).quantile(0.9) == exp(log(3)))
    #expect(try Distribution.gaussian(mean: 2, sigma: 0) == .constant(2))
    #expect(try Distribution.gamma(mean: 2, cv: 0) == .constant(2))
    #expect(try Distribution.poisson(mean: 0) == .constant(0))
    #expect(try Distribution.constant(4).constantValue == 4)
    #expect(try Distribution.exponential(mean: 4).constantValue == nil)
  }

  @Test func `scaling and shifting stay within a family where the family allows it`() throws {
    #expect(try Distribution.exponential(mean: 2).scaled(by: 3) == .exponential(mean: 6))
    #expect(
      try Distribution.gaussian(mean: 1, sigma: 2).scaled(by: 3).shifted(by: 1)
        == .gaussian(mean: 4, sigma: 6))
    #expect(
      try Distribution.discrete(values: [1, 2], weights: [1, 1]).shifted(by: 1)
        == .discrete(values: [2, 3], weights: [1, 1]))
    #expect(
      try Distribution.gamma(shape: 2, scale: 1).shifted(by: 1).shifted(by: 2)
        == .gamma(shape: 2, scale: 1).shifted(by: 3))
  }

  @Test func `modifiers that change nothing leave the distribution as it is`() throws {
    let count = try Distribution.poisson(mean: 3)
    #expect(count.rounded(.up) == count)
    #expect(try count.shifted(by: 0) == count)
    #expect(try count.scaled(by: 1) == count)
    #expect(try count.capped(min: 0) == count)
    #expect(try count.clamped(min: -1) == count)
    #expect(try Distribution.mixture([(1, count), (0, .constant(9))]) == count)
  }

  @Test func `weights count in proportion and equal values are merged`() throws {
    let left = try Distribution.discrete(values: [2, 1, 2], weights: [1, 6, 2])
    let right = try Distribution.discrete(values: [1, 2], weights: [2, 1])
    #expect(left == right)
    #expect(isClose(left.cumulative(1), 2.0 / 3, relative: 1e-15))
  }
}
