import Randomness
import Testing

@Suite struct SampleStatisticsTests {
  let sample: [Double] = [2, 4, 4, 4, 5, 5, 7, 9]

  @Test func `mean and spread are the textbook's`() {
    #expect(SampleStatistics.mean(sample) == 5)
    #expect(isClose(SampleStatistics.variance(sample), 32.0 / 7, relative: 1e-14))
    #expect(
      isClose(SampleStatistics.standardDeviation(sample), (32.0 / 7).squareRoot(), relative: 1e-14))
    #expect(
      isClose(SampleStatistics.standardError(sample), (4.0 / 7).squareRoot(), relative: 1e-14))
  }

  @Test func `quantiles interpolate between order statistics`() {
    // R: quantile(c(10, 20, 30, 40), c(0, .1, .5, .9, 1), type = 7)
    let values = [40.0, 10, 30, 20]
    let expected: [(Double, Double)] = [(0, 10), (0.1, 13), (0.5, 25), (0.9, 37), (1, 40)]
    for (p, quantile) in expected {
      #expect(isClose(SampleStatistics.quantile(p, of: values), quantile, relative: 1e-14))
    }
    #expect(SampleStatistics.median(sample) == 4.5)
    #expect(SampleStatistics.quantile(0.5, of: [3]) == 3)
  }

  @Test func `co-movement is measured in values and in ranks`() {
    let (x, y) = ([1.0, 2, 3, 4, 5], [2.0, 1, 4, 3, 100])
    #expect(isClose(SampleStatistics.covariance(x, y), 49.5, relative: 1e-14))
    #expect(isClose(SampleStatistics.rankCorrelation(x, y), 0.8, relative: 1e-12))
    #expect(isClose(SampleStatistics.correlation(x, x.map { -2 * $0 + 1 }), -1, relative: 1e-14))
  }

  @Test func `too few values give no number`() {
    #expect(SampleStatistics.mean([]).isNaN)
    #expect(SampleStatistics.variance([1]).isNaN)
    #expect(SampleStatistics.standardError([1]).isNaN)
    #expect(SampleStatistics.median([]).isNaN)
    #expect(SampleStatistics.quantile(1.5, of: [1, 2]).isNaN)
    #expect(SampleStatistics.correlation([1], [1]).isNaN)
    #expect(SampleStatistics.correlation([1, 1], [1, 2]).isNaN)
  }
}
