import Randomness
import Testing

@testable import Measures

@Suite struct BunchingTests {
  private let window = Bunching.Window(threshold: 4, below: 2, above: 2)

  @Test func `excess and missing mass in bins of the counterfactual`() throws {
    // Just above: 30 + 14 against 8 + 8; just below: 2 + 3 against 12 + 10.
    let bunching = try #require(
      Bunching(
        [20, 16, 2, 3, 30, 14, 5, 4], counterfactual: [20, 16, 12, 10, 8, 8, 5, 4],
        around: window))
    #expect(bunching.excessMass == 28 / 8.0)
    #expect(bunching.missingMass == 17 / 8.0)
  }

  @Test func `nothing bunches where nothing differs`() throws {
    let counts: [Double] = [9, 8, 7, 6, 5, 4, 3, 2]
    let bunching = try #require(Bunching(counts, counterfactual: counts, around: window))
    #expect(bunching == Bunching(counts, counterfactual: counts, around: window))
    #expect(bunching.excessMass == 0)
    #expect(bunching.missingMass == 0)
  }

  @Test func `masses do not depend on how many people there are`() throws {
    let counts: [Double] = [20, 16, 2, 3, 30, 14, 5, 4]
    let base: [Double] = [20, 16, 12, 10, 8, 8, 5, 4]
    let one = try #require(Bunching(counts, counterfactual: base, around: window))
    let many = try #require(
      Bunching(counts.map { 64 * $0 }, counterfactual: base.map { 64 * $0 }, around: window))
    #expect(one == many)
  }

  @Test func `without mass above the threshold there is no unit to count in`() {
    let empty = [Double](repeating: 0, count: 8)
    #expect(Bunching([0, 0, 0, 0, 5, 0, 0, 0], counterfactual: empty, around: window) == nil)
  }

  @Test func `a polynomial is found again from the bins outside the window`() throws {
    let window = Bunching.Window(threshold: 20, below: 2, above: 2)
    let smooth = (0..<60).map { bin -> Double in
      let x = Double(bin) / 10
      return 400 - 3 * x + 7 * x * x - 2.5 * x * x * x + 0.25 * x * x * x * x
        - 0.01 * x * x * x * x * x
    }
    var counts = smooth
    counts[18] -= 100
    counts[19] -= 150
    counts[20] += 300
    counts[21] += 50
    let fitted = try #require(Bunching(fittedTo: counts, around: window))
    let unit = (smooth[20] + smooth[21]) / 2
    #expect(abs(fitted.excessMass - 350 / unit) < 1e-9)
    #expect(abs(fitted.missingMass - 250 / unit) < 1e-9)
  }

  @Test func `too few bins fit no polynomial`() {
    let counts = [Double](repeating: 3, count: 13)
    let narrow = Bunching.Window(threshold: 6, below: 1, above: 1)
    #expect(Bunching(fittedTo: counts, around: narrow) == nil)
    #expect(Bunching(fittedTo: counts, around: narrow, degree: 4) != nil)
  }

  // The excess against fixed counts is a binomial number over the unit, so its standard error is
  // known. 800 resamples give it to a fortieth; five of those errors: false alarms below 1 in 10^6.
  @Test func `the bootstrap finds the binomial standard error`() {
    let counts: [Double] = [100, 100, 50, 50, 180, 120, 200, 200]
    let base: [Double] = [100, 100, 100, 100, 100, 100, 200, 200]
    var stream = RandomStream(
      StreamKey(seed: 31, replication: 0), purpose: 4, entity: 0, index: 0)
    let errors = Bunching.standardErrors(of: counts, resamples: 800, stream: &stream) {
      Bunching($0, counterfactual: base, around: window)
    }
    let excess = (1000 * 0.3 * 0.7).squareRoot() / 100
    let missing = (1000 * 0.1 * 0.9).squareRoot() / 100
    #expect(abs(errors.excessMass / excess - 1) < 5 / 40)
    #expect(abs(errors.missingMass / missing - 1) < 5 / 40)
  }

  @Test func `a resample keeps the number of observations`() {
    var stream = RandomStream(
      StreamKey(seed: 32, replication: 0), purpose: 4, entity: 0, index: 0)
    let sample = Bunching.resample([3, 0, 5, 92], &stream)
    #expect(sample.reduce(0, +) == 100)
    #expect(sample[1] == 0)
  }
}

@Suite struct TargetHistogramTests {
  @Test func `the threshold itself lies in the first bin above`() {
    // 0.3 / 0.3 and its neighbours: rounding must not move a value across the threshold.
    for threshold in [0.1, 0.3, 7, 1e7 / 3] {
      var histogram = TargetHistogram(threshold: threshold)
      histogram.add(threshold)
      histogram.add(threshold.nextDown)
      #expect(histogram.counts[TargetHistogram.binsBelow] == 1)
      #expect(histogram.counts[TargetHistogram.binsBelow - 1] == 1)
    }
  }

  @Test func `what lies beyond the bins is in none`() {
    var histogram = TargetHistogram(threshold: 10)
    for value in [-1, 30, 1e9, .nan, .infinity] { histogram.add(value) }
    #expect(histogram.counts.allSatisfy { $0 == 0 })
    histogram.add(0)
    histogram.add(29.9)
    #expect(histogram.counts[0] == 1)
    #expect(histogram.counts[TargetHistogram.bins - 1] == 1)
  }
}
