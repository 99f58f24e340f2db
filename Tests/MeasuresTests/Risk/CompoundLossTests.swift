import Foundation
import Testing
import WorkplaceModel

@testable import Measures

@Suite struct CompoundLossTests {
  private func loss(_ rate: Double, _ mu: Double, _ sigma: Double) -> CompoundLoss {
    CompoundLoss([
      LossClass(
        perYear: rate, severity: Severity(median: exp(mu), sigma: sigma, limit: .infinity))
    ])
  }

  // Tables m1 and m2, computed on lattices of 2^24 points; ours has 2^13.
  @Test(arguments: [
    (1.0, 0.0, 1.0, 1.6487213, 7.3890561, 0.661729, 4.54654, 6.57179, 12.3393, 15.4061),
    (3, 0, 2, 22.167168, 8942.874, 6.31915, 47.265, 82.4543, 246.158, 375.258),
    (
      2, log(50.0), 1.5, 308.02168, 450085.66, 123.666, 748.218, 1167.76, 2703.75, 3713.89
    ),
    (52, 0, 1, 85.733506, 384.23092, 83.9903, 111.297, 120.405, 139.863, 148.048),
  ])
  func `moments and quantiles of a compound Poisson lognormal loss`(
    rate: Double, mu: Double, sigma: Double, mean: Double, variance: Double, median: Double,
    var90: Double, var95: Double, var99: Double, var995: Double
  ) {
    let loss = loss(rate, mu, sigma)
    #expect(abs(loss.mean / mean - 1) < 1e-7)
    #expect(abs(loss.variance / variance - 1) < 1e-7)
    let expected = [(0.5, median), (0.9, var90), (0.95, var95), (0.99, var99), (0.995, var995)]
    for (p, quantile) in expected {
      #expect(abs(loss.tail(p).valueAtRisk / quantile - 1) < 1e-5, "quantile at \(p)")
    }
  }

  @Test(arguments: [
    (1.0, 0.0, 1.0, 10.3622, 17.4856), (3, 0, 2, 215.116, 548.457),
    (2, log(50.0), 1.5, 2268.82, 4687.13), (52, 0, 1, 132.623, 152.139),
  ])
  func `expected shortfall uses the exact mean`(
    rate: Double, mu: Double, sigma: Double, es95: Double, es99: Double
  ) {
    let loss = loss(rate, mu, sigma)
    #expect(abs(loss.tail(0.95).expectedShortfall / es95 - 1) < 1e-5)
    #expect(abs(loss.tail(0.99).expectedShortfall / es99 - 1) < 1e-5)
  }

  @Test func `exceedance is the complement of the quantile`() {
    for (rate, mu, sigma) in [(1.0, 0.0, 1.0), (3, 0, 2), (52, 0, 1)] {
      let loss = loss(rate, mu, sigma)
      for p in [0.9, 0.95, 0.99] {
        let exceedance = loss.aggregateExceedance(of: loss.tail(p).valueAtRisk)
        #expect(abs(exceedance + p - 1) < 5e-5)
      }
    }
  }

  @Test func `classes add up to one compound loss`() {
    let severity = Severity(median: 1, sigma: 1, limit: .infinity)
    let parts = CompoundLoss([
      LossClass(perYear: 0.25, severity: severity), LossClass(perYear: 0.75, severity: severity),
    ])
    let whole = loss(1, 0, 1)
    let ratio = parts.tail(0.95).valueAtRisk / whole.tail(0.95).valueAtRisk
    #expect(abs(ratio - 1) < 1e-10)
    #expect(abs(parts.mean - whole.mean) < 1e-12)
  }

  @Test func `rare losses have no value at risk but a shortfall`() {
    let rare = loss(0.01, log(1000), 1)
    let tail = rare.tail(0.95)
    #expect(tail.valueAtRisk == 0)
    #expect(abs(tail.expectedShortfall - rare.mean / 0.05) < 1e-9)
    let someLoss = 1 - exp(-0.01)
    #expect(abs(rare.aggregateExceedance(of: 0) - someLoss) < 1e-12)
  }

  @Test func `years without incidents lose nothing`() {
    let none = CompoundLoss([
      LossClass(perYear: 0, severity: Severity(median: 5, sigma: 1, limit: 10))
    ])
    #expect(none.mean == 0)
    #expect(none.tail(0.95) == CompoundLoss.Tail(valueAtRisk: 0, expectedShortfall: 0))
    #expect(none.aggregateExceedance(of: 1) == 0)
    #expect(none.occurrenceExceedance(of: 1) == 0)
  }

  // One loss of 1 with a Poisson number: the total is the number. With rate 1 the 95 % quantile of
  // the count is 3.
  @Test func `losses without spread make a Poisson count`() {
    let count = CompoundLoss([
      LossClass(perYear: 1, severity: Severity(median: 1, sigma: 0, limit: .infinity))
    ])
    #expect(count.mean == 1)
    #expect(count.variance == 1)
    #expect(abs(count.tail(0.95).valueAtRisk - 3) < 1e-3)
    let terms: [Double] = [1, 1, 1 / 2, 1 / 6]
    let beyondThree = 1 - exp(-1) * terms.reduce(0, +)
    #expect(abs(count.aggregateExceedance(of: 3.5) - beyondThree) < 1e-9)
  }

  @Test func `a limit binds every moment and the occurrence curve`() {
    let severity = Severity(median: 10, sigma: 2, limit: 50)
    let limited = CompoundLoss([LossClass(perYear: 2, severity: severity)])
    #expect(limited.occurrenceExceedance(of: 50) == 0)
    let below = limited.occurrenceExceedance(of: 49.999)
    let expected = 1 - exp(-2 * severity.exceedance(of: 49.999))
    #expect(abs(below - expected) < 1e-14)
    #expect(limited.mean < 100)
    #expect(limited.variance < 2 * 2500)
  }

  // The limited mean is the integral of the survival function.
  @Test(arguments: [(1.0, 1.0, 3.0), (200, 1.5, 1e6), (50_000, 2, 20_000), (5, 0, 3), (2, 0, 3)])
  func `the limited mean integrates the survival function`(
    median: Double, sigma: Double, bound: Double
  ) {
    let severity = Severity(median: median, sigma: sigma, limit: .infinity)
    let steps = 50_000
    // Integrate over u with x = bound u^4, which resolves the start of the heavy tail.
    let integral = (0..<steps).reduce(0.0) { sum, step in
      let u = (Double(step) + 0.5) / Double(steps)
      let x = bound * u * u * u * u
      return sum + severity.exceedance(of: x) * 4 * bound * u * u * u / Double(steps)
    }
    #expect(abs(severity.limitedMean(upTo: bound) / integral - 1) < 1e-4)
    let limited = Severity(median: median, sigma: sigma, limit: bound)
    #expect(limited.mean == severity.limitedMean(upTo: bound))
  }
}
