import Foundation
import Testing

@testable import Incentives

@Suite struct StandardNormalTests {
  private static let quantiles: [(Double, Double)] = [
    (0.5, 0), (0.9, 1.2815515655446004), (0.975, 1.959963984540054), (0.001, -3.090232306167813),
    (1e-10, -6.361340902404056),
  ]

  @Test(arguments: quantiles)
  func `quantiles agree with tables`(probability: Double, quantile: Double) {
    #expect(abs(StandardNormal.quantile(probability) - quantile) < 1e-13)
  }

  @Test func `the quantile undoes the probability`() {
    for step in -320...320 {
      let x = Double(step) / 40
      let probability = StandardNormal.probability(below: x)
      // Near 1 the probability itself holds few digits of x.
      let tolerance = 1e-13 + 4e-16 / StandardNormal.density(x)
      #expect(abs(StandardNormal.quantile(probability) - x) <= tolerance, "x = \(x)")
    }
  }

  @Test func `the ends are infinite and outside is missing`() {
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
    #expect(StandardNormal.quantile(-0.1).isNaN)
    #expect(StandardNormal.quantile(.nan).isNaN)
  }

  @Test func `Owen's T has its known special values`() {
    for h in [0.0, 0.3, 1, 2.5, 5] {
      let upper = 1 - StandardNormal.probability(below: h)
      // T(h, 1) = Φ(h)(1 − Φ(h))/2 and T(h, ∞) = (1 − Φ(|h|))/2.
      let unit = StandardNormal.probability(below: h) * upper / 2
      #expect(abs(StandardNormal.owensT(h, 1) - unit) < 1e-14)
      #expect(abs(StandardNormal.owensT(h, .infinity) - upper / 2) < 1e-15)
      #expect(StandardNormal.owensT(h, 0) == 0)
      for a in [0.2, 0.9, 1.5, 8] {
        #expect(StandardNormal.owensT(-h, a) == StandardNormal.owensT(h, a))
        #expect(StandardNormal.owensT(h, -a) == -StandardNormal.owensT(h, a))
      }
    }
    for a in [0.1, 0.7, 3, 20] {
      // T(0, a) = arctan(a)/2π.
      #expect(abs(StandardNormal.owensT(0, a) - atan(a) / (2 * .pi)) < 1e-14)
    }
  }

  @Test(arguments: [(0.4, 0.6), (1.3, 0.95), (0.2, 3.0), (2.0, 1.7), (0.05, 25)])
  func `Owen's T agrees with its defining integral`(h: Double, a: Double) {
    // Simpson's rule with 200 000 steps.
    let steps = 200_000
    func integrand(_ x: Double) -> Double {
      exp(-0.5 * h * h * (1 + x * x)) / (1 + x * x) / (2 * .pi)
    }
    var sum = integrand(0) + integrand(a)
    for step in 1..<steps {
      sum += (step % 2 == 1 ? 4 : 2) * integrand(a * Double(step) / Double(steps))
    }
    #expect(abs(StandardNormal.owensT(h, a) - sum * a / Double(steps) / 3) < 1e-12)
  }

  @Test func `joined moments are those of the whole`() {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let whole = Moments(values)
    let joined = Moments(values.prefix(3)).joined(with: Moments(values.dropFirst(3)))
    #expect(joined.count == 8)
    #expect(abs(joined.mean - whole.mean) < 1e-14)
    #expect(abs(joined.deviation - whole.deviation) < 1e-14)
    #expect(Moments().joined(with: whole) == whole)
    #expect(Moments().joined(with: Moments()) == Moments())
  }
}
