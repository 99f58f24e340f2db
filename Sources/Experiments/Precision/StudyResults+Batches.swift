import Measures
import WorkplaceModel

/// The precision of a single long replication, from batches of its weeks.
extension StudyResults {
  /// The batches of a weekly measure in the evaluation window; nil with several replications, too few
  /// weeks, or a measure that is not weekly or not always defined.
  func batches(of measure: Int, policy: Int) -> BatchMeans? {
    series(of: measure, policy: policy).flatMap { BatchMeans($0) }
  }

  /// The same for the difference to the baseline, week by week; nil for what a dashboard reads, since
  /// the baseline has another.
  func differenceBatches(of measure: Int, policy: Int) -> BatchMeans? {
    guard !catalogue.measures[measure].readsDashboard,
      let own = series(of: measure, policy: policy),
      let baseline = series(of: measure, policy: scenario.baseline)
    else { return nil }
    return BatchMeans(zip(own, baseline).map { $0 - $1 })
  }

  /// The weeks of the evaluation window where there is one replication.
  private func series(of measure: Int, policy: Int) -> [Double]? {
    guard runs[policy].count == 1,
      let column = catalogue.weekly.firstIndex(of: measure)
    else { return nil }
    return runs[policy][0].record.weekly.suffix(scenario.evaluationWeeks).map { $0[column] }
  }

  /// What weakens the figures for reasons that lie in how long was simulated; one sentence each.
  public var cautions: [String] {
    [warmUp?.caution, warmUpCaution, precisionCaution, batchCaution].compactMap { $0 }
  }

  /// A declared warm-up after which the world without a metric is still settling.
  private var warmUpCaution: String? {
    guard warmUp == nil, let column = weeklyColumn(of: "true_value_h"),
      scenario.policies[scenario.baseline].equals(its: .unobserved)
    else { return nil }
    let runs = runs[scenario.baseline]
    let means = (0..<scenario.horizonWeeks).map { week in
      runs.reduce(0) { $0 + $1.record.weekly[week][column] } / Double(runs.count)
    }
    guard let found = MarginalStandardError(means), found.truncation > 0, !found.isTooShort,
      found.truncation > scenario.horizonWeeks - scenario.evaluationWeeks
    else { return nil }
    return """
      true value under \(scenario.policies[scenario.baseline].name) is steady only from week \
      \(found.truncation) of the horizon on (MSER-5), later than the evaluation begins; let the \
      warm-up be longer than \(scenario.warmUpWeeks) weeks
      """
  }

  /// One long replication: what its intervals rest on, and whether they can be believed.
  private var batchCaution: String? {
    guard let net = catalogue.position(of: "net_value_usd") else { return nil }
    let found = scenario.policies.indices.map { batches(of: net, policy: $0) }
    guard let fewest = found.compactMap({ $0?.means.count }).min() else { return nil }
    let dependent = found.indices.filter { found[$0]?.areIndependent == false }
    let basis = """
      one replication: intervals rest on means of \(fewest) or more batches of weeks, and know \
      nothing of how other people and other luck would differ
      """
    guard !dependent.isEmpty else { return basis }
    let names = dependent.map { scenario.policies[$0].name }.joined(separator: ", ")
    return basis + """
      ; batches are not independent under \(names), so that intervals are too narrow besides: let \
      the evaluation be longer, or ask for several replications
      """
  }

  private func weeklyColumn(of measure: String) -> Int? {
    catalogue.position(of: measure).flatMap { catalogue.weekly.firstIndex(of: $0) }
  }
}
