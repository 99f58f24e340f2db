import Testing

@testable import Experiments

@Suite struct SimultaneousIntervalsTests {
  /// A paired example whose figures are known to ten digits.
  static let example = PairedValues(
    policies: ["x", "y"],
    values: [
      [3.80, 3.24, 3.02, 3.61, 2.95, 3.23, 4.10, 3.55, 3.47, 3.33],
      [3.61, 3.10, 2.88, 3.55, 2.81, 3.02, 3.95, 3.30, 3.40, 3.05],
    ])

  @Test func `two policies have the ordinary paired interval`() throws {
    let pair = try #require(
      SimultaneousIntervals(Self.example, family: .allPairs).comparisons.first)
    #expect(abs((pair.estimate.mean ?? .nan) - 0.163) < 1e-12)
    #expect(abs((pair.halfWidth ?? .nan) - 0.0507012624) < 1e-9)
    #expect(abs((pair.probability ?? .nan) - 4.700535e-5) < 1e-10)
    #expect(pair.adjustedProbability == pair.probability)
    #expect(pair.excludesZero)
  }

  /// Two-sided Bonferroni quantiles of t with 19 degrees of freedom, by number of comparisons.
  @Test(arguments: [(1, 2.093024), (3, 2.625106), (6, 2.943895), (10, 3.173725)])
  func `half-widths are Bonferroni's`(comparisons: Int, quantile: Double) throws {
    let sample = SyntheticPolicies(
      means: Array(repeating: 0, count: comparisons + 1),
      deviations: Array(repeating: 1, count: comparisons + 1), correlation: 0.5, seed: 3
    ).values(0..<20)
    let intervals = SimultaneousIntervals(sample, family: .against(baseline: 0))
    #expect(intervals.comparisons.map(\.first) == Array(1...comparisons))
    for pair in intervals.comparisons {
      let error = try #require(pair.estimate.standardError)
      #expect(abs((pair.halfWidth ?? .nan) / error - quantile) < 1e-6)
    }
  }

  @Test func `all pairs are each policy less every later one, with p values after Holm`() {
    let sample = SyntheticPolicies(
      means: [0, 1, 2, 3], deviations: [1, 1, 1, 1], seed: 4
    ).values(0..<8)
    let pairs = SimultaneousIntervals(sample, family: .allPairs).comparisons
    #expect(
      pairs.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
    #expect(
      pairs.map(\.adjustedProbability) == HolmAdjustment.adjusted(pairs.map(\.probability)))
  }

  @Test func `a replication in which one policy is undefined counts for the other pairs`() {
    let sample = PairedValues(
      policies: ["a", "b", "c"], values: [[1, 2, .nan], [2, 4, 6], [0, 1, 3]])
    let pairs = SimultaneousIntervals(sample, family: .allPairs).comparisons
    #expect(pairs.map(\.estimate.count) == [2, 2, 3])
    #expect(pairs.map(\.estimate.missing) == [1, 1, 0])
    let single = PairedValues(policies: ["a", "b"], values: [[1], [2]])
    let pair = SimultaneousIntervals(single, family: .allPairs).comparisons[0]
    #expect(pair.halfWidth == nil && pair.interval == nil && !pair.excludesZero)
  }

  @Test func `pooled intervals are those of Tukey and Dunnett`() throws {
    // Three policies, two replications: the residuals can be reckoned by hand.
    let sample = PairedValues(policies: ["a", "b", "c"], values: [[1, 3], [2, 6], [0, 3]])
    // Within policies: squares 2 + 8 + 4.5 over 3 degrees; beside replications' means 1 over 2.
    let within = (14.5 / 3).squareRoot()
    let beside = 0.5.squareRoot()
    func width(
      _ family: SimultaneousIntervals.Family, _ dependence: SimultaneousIntervals.Dependence
    ) throws -> Double {
      try #require(
        SimultaneousIntervals(sample, family: family, dependence: dependence)
          .comparisons.first?.halfWidth)
    }
    let q3 = StudentisedExtreme.range(of: 3).quantile(0.95, degreesOfFreedom: 3)
    let q2 = StudentisedExtreme.range(of: 3).quantile(0.95, degreesOfFreedom: 2)
    let d2 = StudentisedExtreme.greatestAbsoluteDifference(to: 2)
      .quantile(0.95, degreesOfFreedom: 2)
    let independent = try width(.allPairs, .independent)
    let spherical = try width(.allPairs, .spherical)
    let control = try width(.against(baseline: 0), .spherical)
    #expect(abs(independent - q3 * within / 2.0.squareRoot()) < 1e-9)
    #expect(abs(spherical - q2 * beside / 2.0.squareRoot()) < 1e-9)
    #expect(abs(control - d2 * beside) < 1e-9)
  }
}

@Suite struct StudentisedExtremeTests {
  @Test(arguments: [
    (3, 10.0, 0.95, 3.87678), (4, 20.0, 0.95, 3.95829), (5, 20.0, 0.95, 4.23186),
    (4, 12.0, 0.99, 5.50163), (3, Double.infinity, 0.95, 3.31449),
  ])
  func `the studentised range has its printed quantiles`(
    means: Int, degrees: Double, level: Double, expected: Double
  ) {
    let obtained = StudentisedExtreme.range(of: means).quantile(level, degreesOfFreedom: degrees)
    #expect(abs(obtained - expected) < 5.1e-6)
  }

  @Test(arguments: [
    (1, 20.0, 1.7247), (2, 20.0, 2.0273), (3, 36.0, 2.1327), (4, 45.0, 2.2224), (9, 190.0, 2.4354),
  ])
  func `Dunnett's one-sided quantiles are as printed`(
    others: Int, degrees: Double, expected: Double
  ) {
    let obtained = StudentisedExtreme.greatestDifference(to: others)
      .quantile(0.95, degreesOfFreedom: degrees)
    #expect(abs(obtained - expected) < 5.1e-5)
  }

  @Test func `of two means the range is the difference, over its own error`() {
    for degrees in [1.0, 4, 30] {
      let range = StudentisedExtreme.range(of: 2).quantile(0.95, degreesOfFreedom: degrees)
      let difference = StudentisedExtreme.greatestAbsoluteDifference(to: 1)
        .quantile(0.95, degreesOfFreedom: degrees)
      #expect(abs(range / 2.0.squareRoot() - difference) < 1e-8 * range)
    }
  }

  @Test func `low quantiles are negative where the extreme may be`() {
    let law = StudentisedExtreme.greatestDifference(to: 1)
    #expect(
      abs(
        law.quantile(0.1, degreesOfFreedom: 8) + law.quantile(0.9, degreesOfFreedom: 8)) < 1e-8)
  }
}
