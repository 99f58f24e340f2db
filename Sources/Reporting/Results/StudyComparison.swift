import Experiments
import Measures
import WorkplaceModel

/// What a study found, arranged for people: every measure of every policy, and its difference to
/// the baseline on the same random numbers.
public struct StudyComparison: Sendable {
  /// The policies in the order of the scenario.
  public var policies: [String]
  /// Index of the policy that the others are compared with.
  public var baseline: Int
  /// Independent repetitions behind every number.
  public var replications: Int
  /// The measures in the order in which they are to be told.
  public var measures: [ComparedMeasure]
  /// Which policy to pick by net value; nil with a single policy.
  public var recommendation: Recommendation?

  /// Creates the arrangement from its parts.
  public init(
    policies: [String], baseline: Int, replications: Int, measures: [ComparedMeasure],
    recommendation: Recommendation?
  ) {
    self.policies = policies
    self.baseline = baseline
    self.replications = replications
    self.measures = measures
    self.recommendation = recommendation
  }

  /// The measure of this name.
  public func measure(_ identifier: String) -> ComparedMeasure? {
    measures.first { $0.measure.identifier == identifier }
  }

  /// The policies but the baseline, by index.
  public var alternatives: [Int] { policies.indices.filter { $0 != baseline } }
}

/// One measure under every policy.
public struct ComparedMeasure: Sendable {
  /// What is measured.
  public var measure: Measure
  /// Its level, by policy.
  public var levels: [Estimate]
  /// Its paired difference to the baseline, by policy; nil for the baseline itself.
  public var differences: [ComparedDifference?]
  /// What makes its mean over the evaluation window tell less than all, by policy.
  public var flags: [[SteadinessFlag]]
  /// What the metric and gaming do to it, by policy; empty without counterfactuals.
  public var distortions: [ComparedDistortion]

  /// Creates the measure's row; without flags and distortions, there are none.
  public init(
    measure: Measure, levels: [Estimate], differences: [ComparedDifference?],
    flags: [[SteadinessFlag]]? = nil, distortions: [ComparedDistortion] = []
  ) {
    self.measure = measure
    self.levels = levels
    self.differences = differences
    self.flags = flags ?? levels.map { _ in [] }
    self.distortions = distortions
  }

  /// The format that suits all its levels and differences.
  public var format: QuantityFormat {
    let estimates = levels + differences.compactMap { $0?.estimate }
    return QuantityFormat(
      unit: measure.unit, values: estimates.map(\.mean),
      halfWidths: estimates.map { $0.halfWidth() })
  }
}

/// A paired difference to the baseline.
public struct ComparedDifference: Sendable, Equatable {
  /// The difference with its precision.
  public var estimate: Estimate
  /// Its p value, adjusted after Holm for the headline measures of the policy; nil for others.
  public var adjustedProbability: Double?

  /// Creates the difference.
  public init(estimate: Estimate, adjustedProbability: Double?) {
    self.estimate = estimate
    self.adjustedProbability = adjustedProbability
  }
}

/// What the metric and gaming do to a measure under a policy, against the same people and work.
public struct ComparedDistortion: Sendable, Equatable {
  /// Policy less unobserved; nil if that was not simulated.
  public var metric: Estimate?
  /// Policy less honest; nil if that was not simulated.
  public var gaming: Estimate?
  /// Whether the policy is its own counterfactual, so that there is nothing to tell.
  public var isNothing: Bool

  /// Creates the distortion.
  public init(metric: Estimate?, gaming: Estimate?, isNothing: Bool = false) {
    self.metric = metric
    self.gaming = gaming
    self.isNothing = isNothing
  }
}

extension Estimate {
  /// Whether the whole 95 % interval lies on one side of zero.
  public var excludesZero: Bool {
    guard let mean, let halfWidth = halfWidth() else { return false }
    return abs(mean) > halfWidth
  }
}

extension StudyComparison {
  /// Which measures are told.
  public enum Selection: Sendable {
    /// The headline measures.
    case headline
    /// Every measure of the catalogue.
    case all
  }

  /// Arranges what a study found.
  public init(_ results: StudyResults, _ selection: Selection) {
    let catalogue = results.catalogue
    let measures = selection == .all ? catalogue.measures : catalogue.headline
    let policies = results.scenario.policies
    let baseline = results.scenario.baseline
    let comparisons = policies.indices.map { policy in
      policy == baseline ? nil : results.comparisons(of: policy)
    }
    self.init(
      policies: policies.map(\.name), baseline: baseline,
      replications: results.scenario.replications,
      measures: measures.compactMap { measure in
        guard let position = catalogue.position(of: measure.identifier) else { return nil }
        return ComparedMeasure(
          measure: measure,
          levels: policies.indices.map { results.estimate(of: position, policy: $0) },
          differences: comparisons.map { ofPolicy in
            ofPolicy.map {
              ComparedDifference(
                estimate: $0[position].difference.estimate,
                adjustedProbability: $0[position].adjustedProbability)
            }
          },
          flags: results.flags.map { $0.filter { $0.measure == position } },
          distortions: results.counterfactuals == nil
            ? []
            : policies.indices.map { ComparedDistortion(results, measure: position, policy: $0) })
      },
      recommendation: results.recommendation)
  }
}

extension ComparedDistortion {
  /// Reads the distortion of a measure off a study.
  init(_ results: StudyResults, measure: Int, policy: Int) {
    func estimate(_ part: DistortionPart) -> Estimate? {
      results.distortion(of: measure, policy: policy, part: part)?.estimate
    }
    let parts: [DistortionPart] = [.metric, .gaming]
    self.init(
      metric: estimate(.metric), gaming: estimate(.gaming),
      isNothing: parts.allSatisfy {
        estimate($0) == nil || results.isUndistorted(policy: policy, part: $0)
      })
  }
}
