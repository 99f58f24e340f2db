import Incentives
import Measures
import WorkplaceModel

extension StudyResults {
  /// One row for each policy, metric of the policy and stretch of weeks.
  ///
  /// Beside each figure under the policy stands the same metric under the baseline, where nobody
  /// is rewarded by it; their difference is what the policy does to the metric's worth. A metric is
  /// judged by blocks of about four weeks; the row of the evaluation window is the mean over its
  /// blocks.
  public func metricQuality() -> ResultTable {
    let rows = scenario.policies.indices.flatMap { policy in
      metrics(of: policy).flatMap { metric in
        qualityRows(policy: policy, metric: metric)
      }
    }
    return ResultTable(
      name: "metric_quality",
      title: "How well each metric of each policy tells the true ranking, by stretch of weeks.",
      columns: Self.qualityColumns,
      primaryKey: ["policy", "metric", "formula", "period", "first_week"], rows: rows)
  }

  /// Indices of the metrics of a policy in order of appearance, each once.
  private func metrics(of policy: Int) -> [Int] {
    var metrics: [Int] = []
    for metric in scenario.policies[policy].phases.flatMap(\.metricIndices)
    where !metrics.contains(metric) {
      metrics.append(metric)
    }
    return metrics
  }

  private func qualityRows(policy: Int, metric: Int) -> [[ResultTable.Cell]] {
    let blocks = WeekBlocks(
      horizonWeeks: scenario.horizonWeeks, evaluationWeeks: scenario.evaluationWeeks)
    let dashboard = PolicyDashboard(of: scenario.policies[policy], in: scenario)
    let identity: [ResultTable.Cell] = [
      .text(scenario.policies[policy].name), .text(scenario.metrics[metric].name),
      .text(scenario.metrics[metric].formula.source), .boolean(dashboard?.metric == metric),
    ]
    let baseline = scenario.baseline
    func row(
      _ period: String, _ weeks: Range<Int>, _ quality: (ReplicationRecord) -> MetricQuality
    ) -> [ResultTable.Cell] {
      let own = runs[policy].map { quality($0.record) }
      let base = runs[baseline].map { quality($0.record) }
      let extent: [ResultTable.Cell] = [
        .text(period), .integer(weeks.lowerBound), .integer(weeks.upperBound - 1),
      ]
      return identity + extent + Self.figures(own, base)
        + bunching(policy: policy, metric: metric, period: period)
    }
    let blockRows = blocks.blocks.indices.map { block in
      row("block", blocks.blocks[block]) { $0.qualities[block][metric] }
    }
    let start = blocks.blocks[blocks.firstEvaluated].lowerBound
    return blockRows + [
      row(Self.evaluationPeriod, start..<scenario.horizonWeeks) { $0.windowQualities[metric] }
    ]
  }

  private static func figures(
    _ policy: [MetricQuality], _ baseline: [MetricQuality]
  ) -> [ResultTable.Cell] {
    comparedFigures.flatMap { figure in
      compared(
        policy.map { $0[keyPath: figure.path] }, baseline.map { $0[keyPath: figure.path] })
    }
      + plainFigures.map { figure in
        .init(Estimate(policy.map { $0[keyPath: figure.path] }).mean)
      }
  }

  private static func compared(_ policy: [Double], _ baseline: [Double]) -> [ResultTable.Cell] {
    let difference = PairedDifference(policy: policy, baseline: baseline).estimate
    let own = Estimate(policy)
    let interval = difference.interval(confidence: confidence)
    return [
      .init(own.mean), .init(own.standardError), .init(Estimate(baseline).mean),
      .init(difference.mean), .init(interval?.lowerBound), .init(interval?.upperBound),
    ]
  }

  private static func comparedColumns(
    _ name: String, _ unit: String, _ description: String
  ) -> [ResultTable.Column] {
    [
      .init(name, .number, unit: unit, description),
      .init("\(name)_standard_error", .number, unit: unit, "Its standard error."),
      .init("\(name)_baseline", .number, unit: unit, "The same metric under the baseline."),
      .init(
        "\(name)_difference", .number, unit: unit,
        "Policy less baseline, mean of paired differences."),
      .init(
        "\(name)_difference_lower_95", .number, unit: unit, "Lower end of its 95 % t interval."),
      .init(
        "\(name)_difference_upper_95", .number, unit: unit, "Upper end of its 95 % t interval."),
    ]
  }

  /// Columns of the share just above the target; the difference is the bunching mass.
  private static let bunchingColumns = comparedColumns(
    "near_target_share", "share",
    "Share between a target's threshold and 1.1 times it, in the evaluation window; missing for "
      + "metrics without a target and for conditions.")

  private func bunching(policy: Int, metric: Int, period: String) -> [ResultTable.Cell] {
    let target = PolicyDashboard(of: scenario.policies[policy], in: scenario)?.target
    guard period == Self.evaluationPeriod, target?.metric == metric,
      let position = catalogue.position(of: "near_target_share")
    else { return Array(repeating: .missing, count: Self.bunchingColumns.count) }
    return Self.compared(
      values(of: position, policy: policy), baselineValues(of: position, against: policy))
  }

  private static let evaluationPeriod = "evaluation"

  private struct Figure: Sendable {
    var name: String
    var description: String
    var unit: String
    var path: any KeyPath<MetricQuality, Double> & Sendable

    init(
      _ name: String, _ path: any KeyPath<MetricQuality, Double> & Sendable, unit: String,
      _ description: String
    ) {
      self.name = name
      self.path = path
      self.unit = unit
      self.description = description
    }
  }

  private static let comparedFigures = [
    Figure(
      "kendall_tau_b_coefficient", \.kendallTauB, unit: "coefficient",
      "Kendall's tau-b with true value."),
    Figure("pearson_coefficient", \.pearson, unit: "coefficient", "Correlation with true value."),
    Figure(
      "congruity_coefficient", \.congruity, unit: "coefficient",
      "How far metric and true value ask for the same use of hours."),
    Figure(
      "top_decile_precision_share", \.topDecilePrecision, unit: "share",
      "Share of the metric's top tenth that is in the true top tenth."),
  ]

  private static let plainFigures = [
    Figure("spearman_coefficient", \.spearman, unit: "coefficient", "Rank correlation."),
    Figure(
      "top_decile_bottom_half_share", \.topDecileBottomHalf, unit: "share",
      "Share of the metric's top tenth that is in the true bottom half."),
    Figure(
      "top_decile_true_coefficient", \.topDecileTrueScore, unit: "coefficient",
      "Mean true value of the metric's top tenth, in standard deviations."),
    Figure(
      "top_decile_gaming_share", \.topDecileGaming, unit: "share",
      "Share of the metric's top tenth that gamed."),
    Figure(
      "never_gamer_percentile_share", \.neverGamerPercentile, unit: "share",
      "Mean percentile of those who never game."),
    Figure("metric_score", \.meanScore, unit: "score", "Mean of the metric over employees."),
    Figure("scored_employees_count", \.employees, unit: "count", "Employees with a value."),
  ]

  private static let qualityColumns: [ResultTable.Column] =
    [
      policyColumn, .init("metric", .text, "Name of the metric."),
      .init("formula", .text, "The metric's formula."),
      .init("leading", .boolean, "Whether it is the policy's leading metric."),
      .init("period", .text, "A block of weeks, or the evaluation window."),
      .init("first_week", .integer, "First week of the stretch."),
      .init("last_week", .integer, "Last week of the stretch."),
    ]
    + comparedFigures.flatMap { comparedColumns($0.name, $0.unit, $0.description) }
    + plainFigures.map { .init($0.name, .number, unit: $0.unit, $0.description) } + bunchingColumns
}
