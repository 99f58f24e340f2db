import Incentives
import Measures
import WorkplaceModel

/// What tables tell of the sketches of a policy's runs, which are dropped once they are compared.
struct SketchFigures: Sendable {
  /// Who holds the tokens, by replication.
  var tokens: [TokenShares] = []
  /// How the target's metric is spread around the target, under the policy and unobserved, by
  /// replication; empty without a numeric target.
  var aroundTarget: [(own: TargetHistogram, unobserved: TargetHistogram)] = []

  /// Adds a replication.
  mutating func add(_ own: RunSketch, unobserved: RunSketch) {
    tokens.append(TokenShares(own.people))
    if let histogram = own.aroundTarget, let reference = unobserved.aroundTarget {
      aroundTarget.append((histogram, reference))
    }
  }
}

extension StudyResults {
  /// One row for each policy and group of people: what share of all tokens they burn; nil without
  /// counterfactuals.
  public func tokenShares() -> ResultTable? {
    let rows = scenario.policies.indices.flatMap { policy -> [[ResultTable.Cell]] in
      let replications = sketchFigures[policy].tokens
      guard !replications.isEmpty else { return [] }
      return TokenShares.Group.allCases.enumerated().map { index, group in
        let shares = replications.map { $0.shares[index] }
        let all = Estimate(shares.map { $0.work + $0.gaming })
        let interval = all.interval(confidence: Self.confidence)
        return [
          .text(scenario.policies[policy].name), .text(group.rawValue),
          .init(Estimate(shares.map(\.work)).mean), .init(Estimate(shares.map(\.gaming)).mean),
          .init(all.mean), .init(interval?.lowerBound), .init(interval?.upperBound),
        ]
      }
    }
    guard !rows.isEmpty else { return nil }
    return ResultTable(
      name: "token_shares",
      title: "Shares of all tokens of the evaluation window by people's place in their order.",
      columns: [
        Self.policyColumn,
        .init(
          "group", .text, "Part of the people, by tokens; a fraction of a person counts as such."),
        .init("work_share", .number, unit: "share", "Burnt by them for work, over all tokens."),
        .init(
          "gaming_share", .number, unit: "share",
          "Burnt by them for the metric alone, over all tokens."),
        .init("share", .number, unit: "share", "Both."),
        .init("lower_95", .number, unit: "share", "Lower end of its 95 % t interval."),
        .init("upper_95", .number, unit: "share", "Upper end of its 95 % t interval."),
      ], primaryKey: ["policy", "group"], rows: rows)
  }

  /// One row for each policy with a numeric target and each bin of its metric; nil if there is none,
  /// or without counterfactuals.
  public func targetDistribution() -> ResultTable? {
    let rows = scenario.policies.indices.flatMap { policy -> [[ResultTable.Cell]] in
      let replications = sketchFigures[policy].aroundTarget
      guard let threshold = replications.first?.own.threshold,
        let target = PolicyDashboard(of: scenario.policies[policy], in: scenario)?.target
      else { return [] }
      return (0..<TargetHistogram.bins).map { bin in
        [
          .text(scenario.policies[policy].name), .text(scenario.metrics[target.metric].name),
          .init(threshold), .init(Double(bin) / Double(TargetHistogram.binsBelow)),
          .init(Double(bin + 1) / Double(TargetHistogram.binsBelow)),
          .init(Estimate(replications.map { $0.own.counts[bin] }).mean),
          .init(Estimate(replications.map { $0.unobserved.counts[bin] }).mean),
        ]
      }
    }
    guard !rows.isEmpty else { return nil }
    return ResultTable(
      name: "target_distribution",
      title: "How the metric of a numeric target is spread around it in the evaluation window.",
      columns: [
        Self.policyColumn, .init("metric", .text, "Name of the target's metric."),
        .init("threshold", .number, "Value to be reached, in the metric's unit."),
        .init(
          "bin_low_ratio", .number, unit: "ratio", "Least value of the bin over the threshold."),
        .init(
          "bin_high_ratio", .number, unit: "ratio",
          "End of the bin, which is not in it, over the threshold."),
        .init("person_weeks", .number, "Person-weeks in the bin, mean over replications."),
        .init("unobserved_person_weeks", .number, "The same with the metric unobserved."),
      ], primaryKey: ["policy", "bin_low_ratio"], rows: rows)
  }
}
