import Experiments
import Measures

extension StudyComparison {
  /// The comparison as one table: a row for each policy and measure, level and difference.
  public var table: ResultTable {
    ResultTable(
      name: "comparison",
      title: "Every measure under every policy, and its paired difference to the baseline.",
      columns: [
        .init("policy", .text, "The policy in force."),
        .init("measure", .text, "Identifier of the measure."),
        .init("unit", .text, "Unit of the measure."),
        .init("mean", .number, "Mean over replications."),
        .init("lower_95", .number, "Lower end of its 95 % interval."),
        .init("upper_95", .number, "Upper end of its 95 % interval."),
        .init("n", .integer, "Replications in which it is defined."),
        .init("difference", .number, "Mean paired difference to the baseline."),
        .init("difference_lower_95", .number, "Lower end of its 95 % interval."),
        .init("difference_upper_95", .number, "Upper end of its 95 % interval."),
        .init("p", .number, "P value of no difference, paired t test."),
        .init("p_holm", .number, "P value adjusted after Holm."),
        .init("metric_effect", .number, "Mean of policy less the same without the metric, paired."),
        .init("metric_effect_lower_95", .number, "Lower end of its 95 % interval."),
        .init("metric_effect_upper_95", .number, "Upper end of its 95 % interval."),
        .init("gaming_effect", .number, "Mean of policy less the same without gaming, paired."),
        .init("gaming_effect_lower_95", .number, "Lower end of its 95 % interval."),
        .init("gaming_effect_upper_95", .number, "Upper end of its 95 % interval."),
        .init("flags", .text, "What is not steady in the evaluation window, separated by spaces."),
      ],
      primaryKey: ["policy", "measure"],
      rows: policies.indices.flatMap { policy in
        measures.map { row(of: $0, policy: policy) }
      })
  }

  private func row(of compared: ComparedMeasure, policy: Int) -> [ResultTable.Cell] {
    let level = compared.levels[policy]
    let interval = level.interval()
    let difference = compared.differences[policy]
    let differenceInterval = difference?.estimate.interval()
    let distortion =
      compared.distortions.isEmpty ? nil : compared.distortions[policy]
    let flags = compared.flags[policy].map(\.name).joined(separator: " ")
    return [
      .text(policies[policy]), .text(compared.measure.identifier),
      .text(compared.measure.unit.rawValue), .init(level.mean), .init(interval?.lowerBound),
      .init(interval?.upperBound), .integer(level.count), .init(difference?.estimate.mean),
      .init(differenceInterval?.lowerBound), .init(differenceInterval?.upperBound),
      .init(difference?.estimate.probabilityOfZero), .init(difference?.adjustedProbability),
    ] + Self.cells(distortion?.metric) + Self.cells(distortion?.gaming)
      + [flags.isEmpty ? .missing : .text(flags)]
  }

  private static func cells(_ estimate: Estimate?) -> [ResultTable.Cell] {
    let interval = estimate?.interval()
    return [.init(estimate?.mean), .init(interval?.lowerBound), .init(interval?.upperBound)]
  }
}
