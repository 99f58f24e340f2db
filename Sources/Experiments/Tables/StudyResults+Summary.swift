import Measures
import WorkplaceModel

extension StudyResults {
  /// One row for each policy and measure: mean over replications and its precision.
  public func summary() -> ResultTable {
    let rows = scenario.policies.indices.flatMap { policy in
      catalogue.measures.indices.map { index in
        let measure = catalogue.measures[index]
        let estimate = estimate(of: index, policy: policy)
        return [
          .text(scenario.policies[policy].name), .text(measure.identifier),
          .text(measure.unit.rawValue), .text(measure.group.rawValue),
          .boolean(measure.isHeadline),
        ] + Self.cells(estimate)
      }
    }
    return ResultTable(
      name: "summary", title: "Every measure under every policy, mean over replications.",
      columns: [
        Self.policyColumn, Self.measureColumn, Self.unitColumn,
        .init("group", .text, "What the measure tells about."),
        .init("headline", .boolean, "Whether it is one of the headline measures."),
      ] + Self.estimateColumns("mean", "Mean over replications."),
      primaryKey: ["policy", "measure"], rows: rows)
  }

  /// One row for each policy but the baseline and each measure: the paired difference.
  public func comparisons() -> ResultTable {
    let baseline = scenario.policies[scenario.baseline].name
    let others = scenario.policies.indices.filter { $0 != scenario.baseline }
    let rows = others.flatMap { policy in
      comparisons(of: policy).map { comparison -> [ResultTable.Cell] in
        let measure = comparison.measure
        let difference = comparison.difference
        return [
          .text(scenario.policies[policy].name), .text(baseline), .text(measure.identifier),
          .text(measure.unit.rawValue), .boolean(measure.isHeadline),
          .init(difference.policy.mean), .init(difference.baseline.mean),
        ] + Self.cells(difference.estimate) + [
          .init(difference.estimate.probabilityOfZero), .init(comparison.adjustedProbability),
          .init(difference.relativeChange), .init(difference.varianceRatio),
        ]
      }
    }
    return ResultTable(
      name: "comparisons",
      title: "Every measure under every policy less the same under the baseline, paired.",
      columns: [
        Self.policyColumn, .init("baseline", .text, "The policy compared with."),
        Self.measureColumn, Self.unitColumn,
        .init("headline", .boolean, "Whether it is one of the headline measures."),
        .init("policy_mean", .number, "Mean under the policy."),
        .init(
          "baseline_mean", .number,
          "Mean under the baseline; what a dashboard reads is read by the policy's own dashboard."),
      ] + Self.estimateColumns("difference", "Mean of policy less baseline.") + [
        .init("p", .number, unit: "share", "P value of no difference, paired t test."),
        .init(
          "p_holm", .number, unit: "share",
          "P value adjusted after Holm for all headline measures of the policy."),
        .init("relative_change", .number, unit: "share", "Difference over size of baseline mean."),
        .init(
          "variance_ratio", .number, unit: "ratio",
          "Variance of the difference with independent replications over its variance."),
      ], primaryKey: ["policy", "measure"], rows: rows)
  }

  /// One row for each headline measure and policy: what common random numbers pay.
  ///
  /// - Parameter independent: the same study without common random numbers.
  public func varianceReduction(against independent: StudyResults) -> ResultTable {
    let others = scenario.policies.indices.filter { $0 != scenario.baseline }
    let family = catalogue.measures.indices.filter { catalogue.measures[$0].isHeadline }
    let rows = others.flatMap { policy in
      family.map { measure -> [ResultTable.Cell] in
        let paired = difference(of: measure, policy: policy).estimate.standardDeviation
        let single = independent.difference(of: measure, policy: policy).estimate
          .standardDeviation
        let ratio = paired.flatMap { paired in
          single.flatMap { paired > 0 ? $0 * $0 / (paired * paired) : nil }
        }
        return [
          .text(scenario.policies[policy].name),
          .text(catalogue.measures[measure].identifier),
          .init(paired.map { $0 * $0 }), .init(single.map { $0 * $0 }), .init(ratio),
        ]
      }
    }
    return ResultTable(
      name: "variance_reduction",
      title: "Variance of headline differences with and without common random numbers.",
      columns: [
        Self.policyColumn, Self.measureColumn,
        .init("common_variance", .number, "Variance of the difference with common numbers."),
        .init("independent_variance", .number, "Variance with independent numbers."),
        .init("variance_ratio", .number, unit: "ratio", "Independent over common."),
      ], primaryKey: ["policy", "measure"], rows: rows)
  }
}

extension StudyResults {
  static let policyColumn = ResultTable.Column("policy", .text, "The policy in force.")
  static let measureColumn = ResultTable.Column("measure", .text, "Identifier of the measure.")
  static let unitColumn = ResultTable.Column("unit", .text, "Unit of the measure.")
  static let replicationColumn = ResultTable.Column(
    "replication", .integer, "Number of the replication, from 0.")

  static func estimateColumns(_ name: String, _ description: String) -> [ResultTable.Column] {
    [
      .init(name, .number, description),
      .init("sd", .number, "Standard deviation between replications."),
      .init(
        "n", .integer,
        "Replications in which the value is defined; batches of weeks with one long replication."),
      .init("missing", .integer, "Replications in which it is undefined."),
      .init("standard_error", .number, "Standard error of the mean."),
      .init("lower_95", .number, "Lower end of the 95 % t interval."),
      .init("upper_95", .number, "Upper end of the 95 % t interval."),
    ]
  }

  static func cells(_ estimate: Estimate) -> [ResultTable.Cell] {
    let interval = estimate.interval(confidence: confidence)
    return [
      .init(estimate.mean), .init(estimate.standardDeviation), .integer(estimate.count),
      .integer(estimate.missing), .init(estimate.standardError), .init(interval?.lowerBound),
      .init(interval?.upperBound),
    ]
  }
}
