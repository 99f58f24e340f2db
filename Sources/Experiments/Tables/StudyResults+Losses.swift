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
        return [.text(scenario.policies[policy].name), .init(LossCurve.levels[level])]
          + Self.probabilityCells(aggregate) + Self.probabilityCells(occurrence) + [.init(period)]
      }
    }
    return ResultTable(
      name: "loss_exceedance",
      title: "Probability that a year's loss exceeds a level, mean over replications.",
      columns: [
        Self.policyColumn, .init("loss_usd", .number, unit: "usd", "The loss level."),
      ]
        + Self.probabilityColumns(
          "aggregate", "Probability that the whole year costs more (AEP).")
        + Self.probabilityColumns(
          "occurrence", "Probability that one incident of the year costs more (OEP).")
        + [
          .init(
            "return_period_years", .number, unit: "years",
            "Years between exceedances: one over the AEP.")
        ], primaryKey: ["policy", "loss_usd"], rows: rows)
  }

  /// Mean, standard error and 95 % band of a probability; the band ends where probabilities do.
  private static func probabilityCells(_ estimate: Estimate) -> [ResultTable.Cell] {
    let band = estimate.interval()
    return [
      .init(estimate.mean), .init(estimate.standardError),
      .init(band.map { max(0, $0.lowerBound) }), .init(band.map { min(1, $0.upperBound) }),
    ]
  }

  private static func probabilityColumns(_ name: String, _ meaning: String) -> [ResultTable.Column]
  {
    [
      .init("\(name)_exceedance_share", .number, unit: "share", meaning),
      .init("\(name)_standard_error", .number, unit: "share", "Its standard error."),
      .init(
        "\(name)_low_share", .number, unit: "share",
        "Lower end of the 95 % t interval over replications, not below 0."),
      .init(
        "\(name)_high_share", .number, unit: "share",
        "Upper end of the 95 % t interval over replications, not above 1."),
    ]
  }
}
