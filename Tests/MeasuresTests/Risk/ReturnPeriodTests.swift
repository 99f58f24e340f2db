import Foundation
import Testing
import WorkplaceModel

@testable import Measures

@Suite struct ReturnPeriodTests {
  private func loss(_ rate: Double, _ sigma: Double, limit: Double = .infinity) -> CompoundLoss {
    CompoundLoss([
      LossClass(perYear: rate, severity: Severity(median: 1, sigma: sigma, limit: limit))
    ])
  }

  // With -ln(0.9) = r P(X > x), P(Z > 2) = 0.022750131948179 and sigma 1, the largest loss of ten
  // years is e^2.
  @Test func `the largest incident of ten years, by hand`() {
    let rate = -log(0.9) / 0.022750131948179
    #expect(abs(loss(rate, 1).occurrenceLoss(returnPeriod: 10) / exp(2) - 1) < 1e-9)
  }

  // One loss of 1 with a Poisson number of mean 1: P(N <= 1, 2, 3, 4) = .736, .920, .981, .996.
  @Test(arguments: [(3.0, 1.0), (10, 2), (50, 3), (200, 4)])
  func `the total of a year with losses of one is a Poisson quantile`(years: Double, count: Double)
  {
    #expect(abs(loss(1, 0).aggregateLoss(returnPeriod: years) - count) < 2e-3)
    #expect(abs(loss(1, 0).occurrenceLoss(returnPeriod: years) - 1) < 1e-9)
  }

  // Table m1: VaR 90 and VaR 99.5 are the losses of 10 and 200 years.
  @Test(arguments: [
    (1.0, 1.0, 4.54654, 15.4061), (3, 2, 47.265, 375.258), (52, 1, 111.297, 148.048),
  ])
  func `return periods of a compound lognormal loss`(
    rate: Double, sigma: Double, tenYears: Double, twoHundredYears: Double
  ) {
    let loss = loss(rate, sigma)
    #expect(abs(loss.aggregateLoss(returnPeriod: 10) / tenYears - 1) < 1e-5)
    #expect(abs(loss.aggregateLoss(returnPeriod: 200) / twoHundredYears - 1) < 1e-5)
  }

  @Test(arguments: [10.0, 50, 200])
  func `a loss is exceeded as often as its return period says, and no incident beats the year`(
    years: Double
  ) {
    let mixed = CompoundLoss([
      LossClass(perYear: 6, severity: Severity(median: 200, sigma: 1.5, limit: 1e7)),
      LossClass(perYear: 0.4, severity: Severity(median: 25_000, sigma: 2, limit: 1e7)),
    ])
    let worst = mixed.occurrenceLoss(returnPeriod: years)
    #expect(abs(mixed.occurrenceExceedance(of: worst) * years - 1) < 1e-9)
    let total = mixed.aggregateLoss(returnPeriod: years)
    #expect(abs(mixed.aggregateExceedance(of: total, points: 4096) * years - 1) < 2e-3)
    #expect(total > worst)
  }

  @Test func `a limit that is reached more often is the loss of the return period`() {
    #expect(abs(loss(5, 2, limit: 3).occurrenceLoss(returnPeriod: 10) - 3) < 1e-9)
  }

  @Test func `what happens less than once in so many years costs nothing in them`() {
    #expect(loss(0.01, 1).occurrenceLoss(returnPeriod: 50) == 0)
    #expect(loss(0.01, 1).aggregateLoss(returnPeriod: 50) == 0)
    #expect(loss(0.01, 1).occurrenceLoss(returnPeriod: 200) > 0)
  }

  @Test func `figures of a loss are its tails and return periods`() {
    let loss = loss(3, 2)
    let figures = RiskFigures(loss)
    #expect(figures.tail95 == loss.tail(0.95) && figures.tail99 == loss.tail(0.99))
    #expect(figures.aggregate == [10, 50, 200].map { loss.aggregateLoss(returnPeriod: $0) })
    #expect(figures.occurrence == [10, 50, 200].map { loss.occurrenceLoss(returnPeriod: $0) })
    #expect(figures.tail99.expectedShortfall > figures.tail99.valueAtRisk)
    #expect(figures.tail99.valueAtRisk > figures.tail95.valueAtRisk)
  }
}
