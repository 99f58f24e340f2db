import WorkplaceModel

/// What a study keeps of one replication under one policy.
///
/// Values are NaN where they are undefined, and parallel to `MeasureCatalogue.measures`.
public struct ReplicationRecord: Sendable {
  /// Every measure over the evaluation window, as the policy's own dashboard sees it.
  public var measures: [Double]
  /// The same as seen by the dashboard of every policy of the scenario; NaN for measures that read
  /// no dashboard.
  public var readings: [[Double]]
  /// The weekly measures, by week of the horizon.
  public var weekly: [[Double]]
  /// What the evaluation window adds up to.
  public var totals: PeriodTotals
  /// The blocks of weeks that metrics are judged by.
  public var blocks: WeekBlocks
  /// How well each metric of the scenario tells truth, by block, then metric.
  public var qualities: [[MetricQuality]]
  /// The same, averaged over the blocks of the evaluation window, by metric.
  public var windowQualities: [MetricQuality]
  /// The distribution of a year's loss at the replication's intensities.
  public var annualLoss: CompoundLoss
  /// Incidents of the horizon in order.
  public var incidents: [IncidentRecord]
}

extension ReplicationRecord {
  /// Fills in the measures that compare the run with its counterfactuals.
  ///
  /// - Parameters:
  ///   - distortion: the run compared with the same replication under other conditions.
  ///   - catalogue: the measures that the record was made with.
  public mutating func add(_ distortion: Distortion, _ catalogue: MeasureCatalogue) {
    for (index, measure) in catalogue.measures.enumerated() {
      if case .ofCounterfactuals(let formula) = measure.formula {
        measures[index] = formula(distortion)
      }
    }
  }
}
