import Measures

/// How the policies fare in variants of a scenario: net value, regret, and which conclusions hold
/// in all of them.
public struct VariantResults: Sendable {
  /// What kind of variants they are.
  public enum Kind: String, Sendable {
    /// How people decide.
    case decisionRules
    /// Friction, severity and credibility, low and high.
    case corners
  }

  /// What the variants are.
  public let kind: Kind
  /// What they differ in.
  public let factors: [VariantFactor]
  /// Their names for people.
  public let names: [String]
  /// Their levels of the factors.
  public let levels: [[ResultTable.Cell]]
  /// The policies in the order of the scenario.
  public let policies: [String]
  /// Index of the policy that the others are compared with.
  public let baseline: Int
  /// Replications of every variant.
  public let replications: Int
  /// The headline measures, of which conclusions are drawn.
  public let measures: [Measure]
  /// By variant, then policy.
  let values: [[VariantValues]]

  /// The mean of a headline measure.
  public func estimate(of measure: Int, policy: Int, variant: Int) -> Estimate {
    Estimate(values[variant][policy].levels[measure])
  }

  /// Its paired difference to the baseline in the same variant.
  public func difference(of measure: Int, policy: Int, variant: Int) -> PairedDifference {
    let own = values[variant][policy]
    return PairedDifference(policy: own.levels[measure], baseline: own.baseline[measure])
  }

  /// Position of net value among the measures.
  public var netValue: Int? { measures.firstIndex { $0.identifier == "net_value_usd" } }

  /// The policies by mean net value in a variant, best first; equals by their order.
  public func ranking(variant: Int) -> [Int] {
    guard let netValue else { return [] }
    return policies.indices
      .compactMap { policy in
        estimate(of: netValue, policy: policy, variant: variant).mean.map { (policy, $0) }
      }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .map(\.0)
  }

  /// How much net value a policy leaves to the best of the variant, paired.
  ///
  /// The best is the one with the highest mean here, so regret is a little too high where several
  /// are about equal.
  public func regret(policy: Int, variant: Int) -> Estimate? {
    guard let netValue, let best = ranking(variant: variant).first else { return nil }
    return PairedDifference(
      policy: values[variant][best].levels[netValue],
      baseline: values[variant][policy].levels[netValue]
    ).estimate
  }

  /// The variants in which a policy is best.
  public func variantsWon(by policy: Int) -> [Int] {
    names.indices.filter { ranking(variant: $0).first == policy }
  }
}

extension VariantResults {
  /// Which way a measure of a policy differs from the baseline, if the 95 % interval tells.
  public enum Sign: String, Sendable {
    case higher
    case lower
    case undecided
  }

  /// What is concluded of one measure under one policy, variant by variant.
  public struct Conclusion: Sendable {
    /// The policy.
    public var policy: Int
    /// Position of the measure among the headline measures.
    public var measure: Int
    /// The sign in every variant.
    public var signs: [Sign]

    /// What the variants make of it.
    public enum Verdict: String, Sendable {
      /// The same sign in every variant.
      case holds
      /// Opposite signs in some variants.
      case reverses
      /// A sign in some variants, and none in others.
      case undecided
      /// No sign in any.
      case none
    }

    /// What the variants make of it.
    public var verdict: Verdict {
      let decided = signs.filter { $0 != .undecided }
      guard let first = decided.first else { return .none }
      if decided.contains(where: { $0 != first }) { return .reverses }
      return decided.count == signs.count ? .holds : .undecided
    }
  }

  /// The sign of a difference in a variant at 95 %.
  public func sign(of measure: Int, policy: Int, variant: Int) -> Sign {
    let estimate = difference(of: measure, policy: policy, variant: variant).estimate
    guard let interval = estimate.interval(confidence: StudyResults.confidence) else {
      return .undecided
    }
    return interval.lowerBound > 0 ? .higher : interval.upperBound < 0 ? .lower : .undecided
  }

  /// Every conclusion: all headline measures of all policies but the baseline.
  public var conclusions: [Conclusion] {
    policies.indices.filter { $0 != baseline }.flatMap { policy in
      measures.indices.map { measure in
        Conclusion(
          policy: policy, measure: measure,
          signs: names.indices.map { sign(of: measure, policy: policy, variant: $0) })
      }
    }
  }
}
