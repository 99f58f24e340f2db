import Measures
import WorkplaceModel

/// What the difference between two worlds is the doing of.
public enum DistortionPart: String, CaseIterable, Sendable {
  /// Of the metric and all that follows from it: policy less unobserved.
  case metric
  /// Of gaming: policy less honest.
  case gaming
  /// Of what people do under the metric without gaming: honest less unobserved. The two parts add
  /// up to the whole.
  case response
}

extension StudyResults {
  /// The values of a measure in a policy's counterfactual by replication, NaN where undefined; nil
  /// if the counterfactual was not simulated.
  ///
  /// What a dashboard reads is read by the policy's own dashboard, also where it is unobserved.
  public func values(
    of measure: Int, policy: Int, under counterfactual: Counterfactual
  ) -> [Double]? {
    counterfactuals?.runs(of: counterfactual, policy: policy, among: runs)?.map { run in
      run.reading(by: policy)?.measures[measure] ?? .nan
    }
  }

  /// How much of a measure under a policy is the doing of the metric, or of gaming; nil if the
  /// counterfactuals that tell were not simulated.
  public func distortion(
    of measure: Int, policy: Int, part: DistortionPart
  ) -> PairedDifference? {
    let (own, other): ([Double]?, [Double]?) =
      switch part {
      case .metric:
        (
          values(of: measure, policy: policy),
          values(of: measure, policy: policy, under: .unobserved)
        )
      case .gaming:
        (values(of: measure, policy: policy), values(of: measure, policy: policy, under: .honest))
      case .response:
        (
          values(of: measure, policy: policy, under: .honest),
          values(of: measure, policy: policy, under: .unobserved)
        )
      }
    guard let own, let other else { return nil }
    return PairedDifference(policy: own, baseline: other)
  }

  /// Whether a policy is its own counterfactual, so that the part is nothing, exactly.
  public func isUndistorted(policy: Int, part: DistortionPart) -> Bool {
    guard let counterfactuals else { return false }
    let unobserved = counterfactuals.isItself(.unobserved, policy: policy)
    let honest = counterfactuals.isItself(.honest, policy: policy)
    switch part {
    case .metric: return unobserved
    case .gaming: return honest
    case .response: return unobserved && honest
    }
  }

  /// One row for each policy, part and measure: what the metric and gaming did; nil without
  /// counterfactuals.
  public func distortion() -> ResultTable? {
    guard counterfactuals != nil else { return nil }
    let rows = scenario.policies.indices.flatMap { policy in
      DistortionPart.allCases.flatMap { part in
        catalogue.measures.indices.compactMap { measure in
          // Those that compare with counterfactuals already are in the summary.
          catalogue.measures[measure].needsCounterfactuals
            ? nil : distortionRow(of: measure, policy: policy, part: part)
        }
      }
    }
    return ResultTable(
      name: "distortion",
      title: "Every measure under every policy less the same in its counterfactual, paired.",
      columns: [
        Self.policyColumn,
        .init(
          "part", .text,
          "Whose doing: metric (policy less unobserved), gaming (policy less honest), response "
            + "(honest less unobserved)."),
        Self.measureColumn, Self.unitColumn,
        .init("headline", .boolean, "Whether it is one of the headline measures."),
        .init("with_mean", .number, "Mean with what the part takes away."),
        .init("without_mean", .number, "Mean without it."),
      ] + Self.estimateColumns("distortion", "Mean paired difference.") + [
        .init("p", .number, unit: "share", "P value of no difference, paired t test."),
        .init(
          "relative_change", .number, unit: "share", "Difference over size of the mean without."),
      ], primaryKey: ["policy", "part", "measure"], rows: rows)
  }

  private func distortionRow(
    of index: Int, policy: Int, part: DistortionPart
  ) -> [ResultTable.Cell]? {
    guard let difference = distortion(of: index, policy: policy, part: part) else { return nil }
    let measure = catalogue.measures[index]
    return [
      .text(scenario.policies[policy].name), .text(part.rawValue), .text(measure.identifier),
      .text(measure.unit.rawValue), .boolean(measure.isHeadline), .init(difference.policy.mean),
      .init(difference.baseline.mean),
    ] + Self.cells(difference.estimate) + [
      .init(difference.estimate.probabilityOfZero), .init(difference.relativeChange),
    ]
  }
}
