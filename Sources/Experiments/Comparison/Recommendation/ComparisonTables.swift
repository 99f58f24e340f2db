import Measures

/// A recommendation as tables of a results folder.
public struct ComparisonTables {
  private let recommendation: Recommendation?
  private let values: PairedValues
  private let confidence: Double
  private let measure: String
  private let unit: String

  /// Takes what was compared and what is recommended, if anything is.
  public init(
    _ values: PairedValues, _ recommendation: Recommendation?, measure: Measure,
    confidence: Double = 0.95
  ) {
    self.values = values
    self.recommendation = recommendation
    self.confidence = confidence
    self.measure = measure.identifier
    unit = measure.unit.rawValue
  }

  /// One row for each policy: how it compares with the best of the others.
  public var selection: ResultTable {
    let rows = values.policies.indices.map { policy -> [ResultTable.Cell] in
      let level = values.level(of: policy)
      let entry = recommendation?.comparisons.entries[policy]
      let verdict = recommendation?.verdict(on: policy)
      let rival = recommendation?.rivals.first { $0.policy == policy }
      return [
        .text(values.policies[policy]), .text(measure), .text(unit), .init(level.mean),
        .init(level.standardDeviation), .integer(level.count), .integer(level.missing),
        .init(recommendation?.probabilities[policy]),
        entry?.best.map { .text(values.policies[$0]) } ?? .missing,
        .init(entry?.advantage.mean.map { $0 * values.goal.sign }),
        .init(interval(entry)?.lowerBound), .init(interval(entry)?.upperBound),
        .number(confidence),
        verdict.map { .text($0.rawValue) } ?? .missing,
        rival?.moreReplications.map { .integer($0) } ?? .missing,
      ]
    }
    return ResultTable(
      name: "selection",
      title: "Every policy against the best of the others, and which to pick.",
      columns: [
        .init("policy", .text, "The policy in force."),
        .init("measure", .text, "Identifier of the measure."),
        .init("unit", .text, "Unit of the measure."),
        .init("mean", .number, "Mean over replications."),
        .init("sd", .number, "Standard deviation between replications."),
        .init("n", .integer, "Replications in which the value is defined."),
        .init("missing", .integer, "Replications in which it is undefined."),
        .init(
          "probability_best_share", .number, unit: "share",
          "Probability that the policy has the best true mean, given the replications."),
        .init("best_other", .text, "The other policy with the best mean."),
        .init("difference", .number, "Mean of the policy less that policy, paired."),
        .init(
          "lower", .number,
          "Lower end of the interval for the policy less the best of the others; all rows together."
        ),
        .init("upper", .number, "Upper end of that interval."),
        .init("confidence_share", .number, unit: "share", "Confidence in all rows together."),
        .init(
          "verdict", .text,
          "pick; contender: may be the best; behind: is not; undefined: has no value."),
        .init(
          "more_replications_count", .integer, unit: "count",
          "Replications that would probably tell a contender from the best, beside those made."),
      ], primaryKey: ["policy", "measure"], rows: rows)
  }

  /// One row for each two policies: their paired difference.
  public var pairs: ResultTable {
    let intervals = SimultaneousIntervals(values, family: .allPairs, confidence: confidence)
    let rows = intervals.comparisons.map { pair -> [ResultTable.Cell] in
      let single = pair.estimate.interval(confidence: confidence)
      return [
        .text(values.policies[pair.first]), .text(values.policies[pair.second]), .text(measure),
        .text(unit), .init(pair.estimate.mean), .init(pair.estimate.standardDeviation),
        .integer(pair.estimate.count), .integer(pair.estimate.missing),
        .init(single?.lowerBound), .init(single?.upperBound),
        .init(pair.interval?.lowerBound), .init(pair.interval?.upperBound),
        .number(confidence), .init(pair.probability), .init(pair.adjustedProbability),
      ]
    }
    return ResultTable(
      name: "pairs", title: "Every policy less every other, paired.",
      columns: [
        .init("policy", .text, "The policy."),
        .init("other", .text, "The policy that is subtracted."),
        .init("measure", .text, "Identifier of the measure."),
        .init("unit", .text, "Unit of the measure."),
        .init("difference", .number, "Mean of policy less other."),
        .init("sd", .number, "Standard deviation of the difference between replications."),
        .init("n", .integer, "Replications in which both are defined."),
        .init("missing", .integer, "Replications in which one is undefined."),
        .init("lower_single", .number, "Lower end of the t interval of this difference alone."),
        .init("upper_single", .number, "Upper end of that interval."),
        .init("lower", .number, "Lower end of the interval that holds in all rows at once."),
        .init("upper", .number, "Upper end of that interval."),
        .init("confidence_share", .number, unit: "share", "Confidence of the intervals."),
        .init("p", .number, unit: "share", "P value of no difference, paired t test."),
        .init("p_holm", .number, unit: "share", "P value adjusted after Holm for all rows."),
      ], primaryKey: ["policy", "other", "measure"], rows: rows)
  }

  /// The interval of a policy in the unit of the measure.
  private func interval(_ entry: ComparisonsWithBest.Entry?) -> ClosedRange<Double>? {
    guard let interval = entry?.interval else { return nil }
    // Subtracted, not negated, since -0 is no number for a table.
    return values.goal == .highest
      ? interval : 0 - interval.upperBound...0 - interval.lowerBound
  }
}
