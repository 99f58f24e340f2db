import Foundation
import Testing

@testable import Measures

@Suite struct OverOptimisationTests {
  // Table f2: peak, its gain, and where all is lost again.
  @Test(arguments: [
    (1.0, 0.25, 2.0, 1.0, 4.0), (0.6, 0.1, 3.0, 0.9, 6.0), (0.8, 0.8, 0.5, 0.2, 1.0),
  ])
  func `the peak of the curve`(
    alpha: Double, beta: Double, best: Double, gain: Double, zero: Double
  ) {
    let curve = OverOptimisation(alpha: alpha, beta: beta)
    #expect(abs(curve.bestDistance - best) < 1e-12)
    #expect(abs(curve.bestGain - gain) < 1e-12)
    #expect(abs(curve.gain(at: best) - gain) < 1e-12)
    #expect(abs(curve.gain(at: zero)) < 1e-12)
  }

  // Table f1, alpha 1 and beta 0.25, at best of n for n = 1, 4, 100, 10 000.
  @Test func `the curve of best-of-n selection`() {
    let curve = OverOptimisation(alpha: 1, beta: 0.25)
    let table = [
      (1.0, 0.0), (4, 0.638607023), (100, 0.997567542), (10_000, 0.812776508),
    ]
    for (n, gain) in table {
      let distance = (log(n) - (n - 1) / n).squareRoot()
      #expect(abs(curve.gain(at: distance) - gain) < 1e-9)
    }
  }

  @Test func `a fit finds an exact curve again`() throws {
    let curve = OverOptimisation(alpha: 3, beta: 1.5)
    let distances = [0, 0.4, 0.9, 1.7, 2.4]
    let fitted = try #require(
      OverOptimisation(fittedTo: distances, gains: distances.map { curve.gain(at: $0) }))
    #expect(abs(fitted.alpha - 3) < 1e-12)
    #expect(abs(fitted.beta - 1.5) < 1e-12)
  }

  @Test func `a fit minimises squared residuals of the gain`() throws {
    // d = 1, 2, 3 with gains 1, 0, 1. Normal equations: 14 a - 36 b = 4, 36 a - 98 b = 10.
    let fitted = try #require(OverOptimisation(fittedTo: [1, 2, 3], gains: [1, 0, 1]))
    #expect(abs(fitted.alpha - 32 / 76.0) < 1e-12)
    #expect(abs(fitted.beta - 4 / 76.0) < 1e-12)
  }

  @Test func `one pressure fits no curve`() {
    #expect(OverOptimisation(fittedTo: [0, 2, 2], gains: [0, 1, 1.5]) == nil)
  }

  @Test func `what only grows has no peak, and what only falls has it at nothing`() {
    #expect(OverOptimisation(alpha: 1, beta: -0.1).bestDistance == .infinity)
    #expect(OverOptimisation(alpha: -1, beta: 0.1).bestDistance == 0)
    #expect(OverOptimisation(alpha: -1, beta: 0.1).bestGain == 0)
  }
}

@Suite struct ProfileDivergenceTests {
  @Test func `the divergence of a hand-computed case`() {
    // 3/4 ln(3/2) + 1/4 ln(1/2) nats.
    let distance = ProfileDivergence.distance(from: [1, 1], to: [3, 1])
    #expect(abs(distance * distance - (0.75 * log(1.5) - 0.25 * log(2))) < 1e-15)
  }

  @Test func `equal distributions have none, whatever their size`() {
    #expect(ProfileDivergence.distance(from: [1, 2, 5], to: [3, 6, 15]) < 1e-8)
  }

  @Test func `best of n lies as far as the formula says`() {
    // The density of the best of n on [0, 1] is n x^(n-1); KL = ln n - (n-1)/n.
    let cells = 20_000
    let best = (0..<cells).map { cell -> Double in
      pow(Double(cell + 1) / Double(cells), 4) - pow(Double(cell) / Double(cells), 4)
    }
    let distance = ProfileDivergence.distance(
      from: [Double](repeating: 1, count: cells), to: best)
    #expect(abs(distance - 0.797680613) < 1e-6)
  }
}
