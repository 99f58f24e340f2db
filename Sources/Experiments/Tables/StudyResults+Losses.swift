import Measures
import WorkplaceModel

extension StudyResults {
  /// One row for each policy and loss level: how likely a year's loss exceeds it.
  public func lossExceedance() -> ResultTable {
    let rows = scenario.policies.indices.flatMap { policy in
      LossCurve.levels.indices.map { level -> [ResultTable.Cell] in
        let aggregate = Estimate(runs[policy].map { $0.losses.aggregate[level] })
        let occurrence = Estimate(runs[policy].map { $0.losses.occurrence[level] })
        let period = aggregate.mean.flatMap { $0 > 0 ? 1 / $0 : nil }
        return [
          .text(scenario.policies[policy].name), .init(LossCurve.levels[level]),
          .init(aggregate.mean), .init(aggregate.standardError), .init(occurrence.mean),
          .init(occurrence.standardError), .init(period),
        ]
      }
    }
    return ResultTable(
      name: "loss_exceedance",
      title: "Probability that a year's loss exceeds a level, mean over replications.",
      columns: [
        Self.policyColumn, .init("loss_usd", .number, unit: "usd", "The loss level."),
        .init(
          "aggregate_exceedance_share", .number, unit: "share",
          "Probability that the whole year costs more (AEP)."),
        .init("aggregate_standard_error", .number, unit: "share", "Its standard error."),
        .init(
          "occurrence_exceedance_share", .number, unit: "share",
          "Probability that one incident of the year costs more (OEP)."),
        .init("occurrence_standard_error", .number, unit: "share", "Its standard error."),
        .init(
          "return_period_years", .number, unit: "years",
          "Years between exceedances: one over the AEP."),
      ], primaryKey: ["policy", "loss_usd"], rows: rows)
  }
}
