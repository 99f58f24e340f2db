import Randomness
import Testing

@testable import Experiments

@Suite("Batch means")
struct BatchMeansTests {
  @Test("of independent values cover their mean as often as they say")
  func coverage() throws {
    // 2,000 series of 200 normal values: 95 % +- 1.9 (3.9 s.e.; false alarm 1e-4).
    var covered = 0
    for number in 0..<2000 {
      let found = try #require(BatchMeans(Self.series(number, correlation: 0, count: 200)))
      let interval = try #require(found.estimate.interval())
      if interval.contains(0) { covered += 1 }
    }
    #expect((1862...1938).contains(covered))
  }

  @Test("of correlated values are far better than values taken as independent")
  func correlated() throws {
    var (batched, naive) = (0, 0)
    for number in 0..<500 {
      let series = Self.series(number, correlation: 0.8, count: 1000)
      let found = try #require(BatchMeans(series))
      if try #require(found.estimate.interval()).contains(0) { batched += 1 }
      if try #require(Estimate(series).interval()).contains(0) { naive += 1 }
    }
    // The naive interval is three times too narrow: erf(1.96 / 3 / sqrt 2) = 0.49.
    #expect(batched > 440)
    #expect(naive < 280)
  }

  @Test("say when neighbours are too alike for the length of the series")
  func dependence() throws {
    let warned = try (0..<200).count { number in
      let found = try #require(
        BatchMeans(Self.series(number, correlation: 0.98, count: 60)))
      return !found.areIndependent
    }
    #expect(warned > 150)
  }

  @Test("need forty values that are defined")
  func tooShort() {
    #expect(BatchMeans([Double](repeating: 1, count: 39)) == nil)
    #expect(BatchMeans([Double](repeating: 1, count: 40) + [.nan]) == nil)
    #expect(BatchMeans([Double](repeating: 1, count: 40))?.batchSize == 4)
  }

  /// A stationary autoregressive series of mean 0.
  private static func series(_ number: Int, correlation: Double, count: Int) -> [Double] {
    var luck = ExperimentStreams(seed: 7).stream(.synthetic, index: number)
    var value = luck.gaussian() / (1 - correlation * correlation).squareRoot()
    return (0..<count).map { _ in
      value = correlation * value + luck.gaussian()
      return value
    }
  }
}
