import Randomness
import Testing

@Suite struct ReferenceDistributionsTests {
  /// Critical values as printed in statistical tables.
  @Test func `tabulated critical values are reproduced`() throws {
    typealias Reference = ReferenceDistributions
    func near(_ value: Double, _ printed: Double) -> Bool { abs(value - printed) < 5e-4 }
    #expect(near(try Reference.studentTQuantile(0.975, degreesOfFreedom: 29), 2.045))
    #expect(near(try Reference.studentTQuantile(0.95, degreesOfFreedom: 5), 2.015))
    #expect(near(try Reference.gaussianQuantile(0.975), 1.960))
    #expect(near(try Reference.chiSquareQuantile(0.95, degreesOfFreedom: 10), 18.307))
    #expect(near(Reference.chiSquareTail(18.307, degreesOfFreedom: 10), 0.05))
    #expect(near(Reference.studentTTail(2.045, degreesOfFreedom: 29), 0.025))
    #expect(near(Reference.gaussianCumulative(1.645), 0.95))
    #expect(near(Reference.fTail(3.326, numeratorDegrees: 5, denominatorDegrees: 10), 0.05))
  }

  /// Kolmogorov's limit at its printed critical values, and its two series where they meet.
  @Test func `the Kolmogorov tail is the tabulated one`() {
    let count = 1e12
    for (value, tail) in [(1.22385, 0.1), (1.35810, 0.05), (1.62762, 0.01), (0.82757, 0.5)] {
      let computed = ReferenceDistributions.kolmogorovTail(distance: value / 1e6, count: count)
      #expect(abs(computed - tail) < 2e-5)
    }
    let (below, above) = (
      ReferenceDistributions.kolmogorovTail(distance: 0.999_999e-6, count: count),
      ReferenceDistributions.kolmogorovTail(distance: 1.000_001e-6, count: count)
    )
    #expect(below > above && below - above < 1e-5)
    #expect(ReferenceDistributions.kolmogorovTail(distance: 0, count: 10) == 1)
    #expect(ReferenceDistributions.kolmogorovTail(distance: 1, count: 100) < 1e-40)
    // Exact small-sample table: the 5 % point for ten values is 0.409.
    #expect(abs(ReferenceDistributions.kolmogorovTail(distance: 0.409, count: 10) - 0.05) < 0.003)
  }

  @Test func `a quantile needs a probability and degrees of freedom`() {
    for p in [0, 1, -0.5, 1.5, .nan] {
      #expect(throws: DistributionError.self) {
        try ReferenceDistributions.studentTQuantile(p, degreesOfFreedom: 9)
      }
      #expect(throws: DistributionError.self) { try ReferenceDistributions.gaussianQuantile(p) }
    }
    #expect(throws: DistributionError.self) {
      try ReferenceDistributions.chiSquareQuantile(0.5, degreesOfFreedom: 0)
    }
  }
}
