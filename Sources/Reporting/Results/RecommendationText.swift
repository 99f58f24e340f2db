import Experiments
import Foundation
import Measures

/// A recommendation in plain words.
public struct RecommendationText: Sendable {
  private let recommendation: Recommendation
  private let measure: Measure
  private let levels: QuantityFormat
  private let leads: QuantityFormat

  /// Takes a recommendation by a measure.
  public init(_ recommendation: Recommendation, measure: Measure) {
    self.recommendation = recommendation
    self.measure = measure
    let values = recommendation.values
    levels = QuantityFormat(
      unit: measure.unit, values: recommendation.order.map { values.level(of: $0).mean },
      halfWidths: recommendation.order.map { values.level(of: $0).halfWidth() })
    let shown =
      recommendation.rivals.isEmpty
      ? [recommendation.lead(over: recommendation.next)] : recommendation.rivals.map(\.lead)
    leads = QuantityFormat(
      unit: measure.unit, values: shown.map(\.estimate.mean), halfWidths: shown.map(\.halfWidth))
  }

  /// Which policy to pick, or which cannot be told apart and what it would take.
  public var sentence: String {
    recommendation.isDecided ? pick : cannotTell
  }

  private var pick: String {
    let lead = recommendation.lead(over: recommendation.next)
    let excludes = (lead.estimate.mean ?? 0) > (lead.halfWidth ?? .infinity)
    let reason =
      excludes || recommendation.indifference == 0
      ? "the simultaneous \(percent) interval excludes 0"
      : "no other is better by more than \(leads.phrase(recommendation.indifference))"
    return """
      Pick \(name(recommendation.best)): \(title) \(level), \(ahead(lead)) ahead of \
      \(name(recommendation.next)); \(reason)\(probability(", and it is the best with probability")).
      """
  }

  private var cannotTell: String {
    let rivals = recommendation.rivals
    let shown = rivals.prefix(Self.most)
    let names =
      rivals.count == 1
      ? name(rivals[0].policy)
      : shown.map { "\(name($0.policy)) (\(ahead($0.lead)) ahead)" }.joined(separator: ", ")
    let others = rivals.count - shown.count
    let rest = others > 0 ? " or \(others) \(others == 1 ? "other" : "others")" : ""
    let distance = rivals.count == 1 ? ": \(ahead(rivals[0].lead)) ahead" : ""
    return """
      Cannot tell \(name(recommendation.best)) from \(names)\(rest) in \(title)\(distance); \
      \(remedy). Best so far: \(name(recommendation.best)), \
      \(level)\(probability(", with probability")).
      """
  }

  /// What would tell the rivals.
  private var remedy: String {
    guard recommendation.values.replications > 1 else {
      return "one replication cannot tell whether that is luck"
    }
    if let more = recommendation.moreReplications {
      let rounded = Self.rounded(more)
      return "about \(rounded) more \(rounded == 1 ? "replication" : "replications") would"
    }
    let isSame = recommendation.rivals.contains {
      $0.lead.estimate.mean == 0 && $0.lead.estimate.standardDeviation == 0
    }
    return isSame
      ? "they are equal in every replication" : "a million more replications would not do"
  }

  private func ahead(_ lead: Recommendation.Lead) -> String {
    [leads.phrase(lead.estimate.mean), leads.halfWidth(lead.halfWidth)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func probability(_ words: String) -> String {
    guard let probability = recommendation.probabilities[recommendation.best] else { return "" }
    return "\(words) \(Self.text(ofProbability: probability))"
  }

  private var level: String {
    let mean = recommendation.values.level(of: recommendation.best).mean
    return levels.phrase(mean) + measure.basis
  }

  private var title: String { measure.title.startingSmall }

  private var percent: String {
    String(format: "%.4g %%", 100 * recommendation.comparisons.confidence)
  }

  private func name(_ policy: Int) -> String { recommendation.values.policies[policy] }

  /// A probability with as many digits as it deserves; never quite 0 or 1.
  public static func text(ofProbability probability: Double) -> String {
    switch probability {
    case ..<0.001: "under 0.001"
    case 0.999...: "over 0.999"
    case 0.1...0.9: String(format: "%.2f", probability)
    default: String(format: "%.3f", probability)
    }
  }

  /// A number of replications to two digits, upwards.
  static func rounded(_ count: Int) -> Int {
    var unit = 1
    while count > 100 * unit { unit *= 10 }
    return (count + unit - 1) / unit * unit
  }

  /// Rivals that are named.
  private static let most = 3
}

extension Measure {
  /// What the value of one is of, as it stands behind a number; empty where the title says it.
  fileprivate var basis: String { identifier == "net_value_usd" ? " per person-week" : "" }
}

extension Recommendation {
  /// The recommendation for programs; keys are stable.
  public func document(measure: Measure) -> JSONValue {
    let lead = lead(over: next)
    return [
      "verdict": .string(isDecided ? "pick" : "undecided"),
      "measure": .string(measure.identifier),
      "best": .string(values.policies[best]),
      "next": .string(values.policies[next]),
      "lead": .object([
        (key: "mean", value: lead.estimate.mean.map { .number($0) } ?? .null),
        (key: "halfWidthSimultaneous", value: lead.halfWidth.map { .number($0) } ?? .null),
      ]),
      "confidence": .number(comparisons.confidence),
      "moreReplications": isDecided
        ? .integer(0) : moreReplications.map { .integer($0) } ?? .null,
      "policies": .array(
        values.policies.indices.map { policy in
          [
            "name": .string(values.policies[policy]),
            "probabilityBest": probabilities[policy].map { .number($0) } ?? .null,
            "verdict": .string(verdict(on: policy).rawValue),
          ]
        }),
      "words": .string(RecommendationText(self, measure: measure).sentence),
    ]
  }
}
