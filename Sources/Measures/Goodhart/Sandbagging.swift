import Incentives

/// Holding back before a target is set (MODEL 4; Oyer 1998; Weitzman 1980).
package enum Sandbagging {
  /// Correlation of output with whether the week lies after a reset of the target,
  /// corr(output_t, 1{t after reset}).
  ///
  /// Weeks within half the distance to the neighbouring resets are counted, at most `reach` on each
  /// side; the reset week itself is the first after it. Near 1 if output is held back before and let
  /// go after, near 0 if it does not care.
  ///
  /// - Parameters:
  ///   - output: output by week; NaN where missing.
  ///   - resets: weeks in which a new target came into force, ascending.
  ///   - reach: most weeks on each side of a reset.
  /// - Returns: NaN without resets, if targets move every week, or if output is constant.
  package static func index(output: [Double], resets: [Int], reach: Int = 4) -> Double {
    var outputs: [Double] = []
    var after: [Double] = []
    for (position, reset) in resets.enumerated() {
      let earlier = position > 0 ? (reset - resets[position - 1]) / 2 : reach
      let later = position + 1 < resets.count ? (resets[position + 1] - reset) / 2 : reach
      let side = min(reach, earlier, later)
      for week in reset - side..<reset + side
      where output.indices.contains(week) && !output[week].isNaN {
        outputs.append(output[week])
        after.append(week < reset ? 0 : 1)
      }
    }
    return RankCorrelation.pearson(outputs, after)
  }
}

/// Tells the weeks in which a new value of the target comes into force.
///
/// The target is the first rule of the scheme, targets before rewards, whose threshold follows
/// results; without such a rule the first that has a threshold. It is new in the week after one that
/// sets it, and when a phase of the policy states another.
struct TargetResets: Sendable {
  private struct Rule: Equatable {
    var threshold: Double
    var ratchet: Ratchet

    init?(_ scheme: IncentiveScheme) {
      var rules = scheme.targets.map { (threshold: $0.threshold, ratchet: $0.ratchet) }
      rules += scheme.rewards.compactMap { reward in
        reward.threshold.map { (threshold: $0, ratchet: reward.ratchet) }
      }
      guard let rule = rules.first(where: { $0.ratchet.share > 0 }) ?? rules.first else {
        return nil
      }
      threshold = rule.threshold
      ratchet = rule.ratchet
    }
  }

  private var previous: Rule?
  private var since = 0

  /// Whether the target is new in a week; weeks are asked for one by one, in order.
  mutating func isReset(inWeek week: Int, under scheme: IncentiveScheme?) -> Bool {
    let rule = scheme.flatMap { Rule($0) }
    defer { previous = rule }
    guard let rule, previous == rule else {
      since = week
      return rule != nil && previous != nil
    }
    return rule.ratchet.setsThreshold(inWeek: week - 1 - since)
  }
}
