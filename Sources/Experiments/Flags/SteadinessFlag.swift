import Foundation
import Measures

/// A warning beside a figure: its mean over the evaluation window does not tell the whole story.
public struct SteadinessFlag: Sendable, Equatable {
  /// What is not steady.
  public enum Kind: Sendable, Equatable {
    /// The figure goes round in a cycle of so many weeks.
    case cycle(weeks: Int)
    /// It is still moving; positive if it rises.
    case drift(relativeChange: Double)
    /// Replications settle in two states.
    case states(low: Double, lowReplications: Int, high: Double, highReplications: Int)
  }

  /// The measure's position in the catalogue.
  public var measure: Int
  /// What was found.
  public var kind: Kind
  /// Share of variance for cycles, slope per week for drifts, the dip for states.
  public var statistic: Double
  /// Probability of as much without any such thing, adjusted after Holm for all tests of the kind
  /// under the policy.
  public var probability: Double

  /// Creates a flag.
  public init(measure: Int, kind: Kind, statistic: Double, probability: Double) {
    self.measure = measure
    self.kind = kind
    self.statistic = statistic
    self.probability = probability
  }

  /// The name of the kind in tables.
  public var name: String {
    switch kind {
    case .cycle: "cycle"
    case .drift: "drift"
    case .states: "states"
    }
  }

  /// The flag in words, without the measure's name.
  public var words: String {
    switch kind {
    case .cycle(let weeks):
      "goes round every \(weeks) weeks, which makes \(Self.percent(statistic)) of its variance "
        + "from week to week"
    case .drift(let change):
      (change > 0 ? "rises" : "falls")
        + (change.isFinite ? " by \(Self.percent(abs(change)))" : "")
        + " of its mean over the evaluation window"
    case .states(let low, let few, let high, let many):
      "settles at about \(Self.digits(low)) in \(few) replications and at about "
        + "\(Self.digits(high)) in \(many)"
    }
  }

  private static func percent(_ share: Double) -> String {
    String(format: "%.0f %%", 100 * share)
  }

  private static func digits(_ value: Double) -> String { String(format: "%.3g", value) }
}
