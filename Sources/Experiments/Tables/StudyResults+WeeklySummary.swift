import Measures
import WorkplaceModel

extension StudyResults {
  /// One row for each policy, week of the horizon and measure whose course is worth a chart: mean
  /// over replications.
  public func weeklySummary() -> ResultTable {
    let weekly = catalogue.weeklyMeasures
    let shown = weekly.indices.filter { Self.isCharted(weekly[$0].identifier) }
    let weeks = scenario.horizonWeeks
    let names = scenario.policies.map(\.name)
    let runs = runs
    return ResultTable(
      name: "weekly_summary",
      title: "What is claimed, true and gamed in every week, mean over replications.",
      columns: [
        Self.policyColumn, .init("week", .integer, "Week of the horizon, from 0."),
        Self.measureColumn, .init("mean", .number, "Mean over replications."),
        .init("lower_95", .number, "Lower end of the 95 % t interval."),
        .init("upper_95", .number, "Upper end of the 95 % t interval."),
        .init("n", .integer, "Replications in which the value is defined."),
      ], primaryKey: ["policy", "week", "measure"],
      rows: .init(count: names.count * weeks * shown.count) { row in
        let (place, measure) = row.quotientAndRemainder(dividingBy: shown.count)
        let (policy, week) = place.quotientAndRemainder(dividingBy: weeks)
        let estimate = Estimate(runs[policy].map { $0.record.weekly[week][shown[measure]] })
        let interval = estimate.interval(confidence: Self.confidence)
        return [
          .text(names[policy]), .integer(week), .text(weekly[shown[measure]].identifier),
          .init(estimate.mean), .init(interval?.lowerBound), .init(interval?.upperBound),
          .integer(estimate.count),
        ]
      })
  }

  private static func isCharted(_ measure: String) -> Bool {
    chartedMeasures.contains(measure)
      || (measure.hasPrefix("using_") && measure.hasSuffix("_share"))
  }

  private static let chartedMeasures: Set<String> = [
    "tokens_per_person_week_tokens", "active_nominal_share", "active_real_share",
    "active_useful_share", "true_value_h", "gaming_people_share", "gaming_token_share",
  ]
}
