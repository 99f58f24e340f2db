extension Distribution {
  /// Listed values with weights, which need not add up to one (`gsl_ran_discrete`).
  public static func discrete(
    values: [Double], weights: [Double]
  ) throws(DistributionError) -> Distribution {
    for value in values { try ParameterRange.any.check(value, "values", of: "discrete") }
    guard !values.isEmpty else {
      throw DistributionError(
        what: "discrete", parameter: "values", found: "empty", expected: "at least one value")
    }
    guard weights.count == values.count else {
      throw DistributionError(
        what: "discrete", parameter: "weights", found: "\(weights.count) weights",
        expected: "one for each of the \(values.count) values")
    }
    try check(weights: weights, of: "discrete")
    let table = DiscreteTable(values: values, weights: weights)
    return Distribution(table.values.count == 1 ? .constant(table.values[0]) : .discrete(table))
  }

  /// The values of a measured sample, each equally likely; ties count as often as they occur.
  ///
  /// - Parameters:
  ///   - sample: the measured values, in any order.
  ///   - source: where they come from, for the reader of a report.
  public static func empirical(
    _ sample: [Double], source: String
  ) throws(DistributionError) -> Distribution {
    guard !sample.isEmpty else {
      throw DistributionError(
        what: "empirical", parameter: "sample", found: "empty", expected: "at least one value")
    }
    for value in sample { try ParameterRange.any.check(value, "sample", of: "empirical") }
    return Distribution(.empirical(EmpiricalSample(values: sample, source: source)))
  }

  /// One of several distributions, chosen with weights that need not add up to one.
  public static func mixture(
    _ components: [(weight: Double, Distribution)]
  ) throws(DistributionError) -> Distribution {
    guard !components.isEmpty else {
      throw DistributionError(
        what: "mixture", parameter: "components", found: "empty",
        expected: "at least one component")
    }
    try check(weights: components.map(\.weight), of: "mixture")
    let used = components.filter { $0.weight > 0 }
    if used.count == 1 { return used[0].1 }
    return Distribution(
      .mixture(Mixture(weights: used.map(\.weight), components: used.map { $0.1.law })))
  }

  private static func check(
    weights: [Double], of what: String
  ) throws(DistributionError) {
    for weight in weights { try ParameterRange.nonnegative.check(weight, "weight", of: what) }
    let total = weights.reduce(0, +)
    guard total > 0, total.isFinite else {
      throw DistributionError(
        what: what, parameter: "weights", found: "a total of \(total.plain)",
        expected: "a positive, finite total")
    }
  }
}
