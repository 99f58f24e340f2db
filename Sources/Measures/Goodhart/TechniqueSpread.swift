import Foundation

/// How fast a technique spreads, read off the shares of people who know it week by week.
///
/// With discovery p and contagion q, somebody who does not know the technique yet learns it in a week
/// with probability 1 - exp(-(p + q I)), I the share who know it (MODEL 1.8; Bass 1969). So the
/// observed hazard -ln((1 - I') / (1 - I)) is a straight line in I, fitted with the share at risk for
/// weight; exact for the weekly chain, and nothing is approximated by a differential equation.
/// Forgetting is not told apart: the figures are net of it.
package struct TechniqueSpread: Sendable, Equatable {
  /// Weekly hazard of discovery, p.
  package let discovery: Double
  /// Weekly hazard of contagion if all others knew it, q.
  package let contagion: Double

  /// Fits both hazards.
  ///
  /// - Parameter shares: share who know the technique, by week.
  /// - Returns: nil if fewer than three weeks are informative or the share never changes.
  package init?(fittedTo shares: [Double]) {
    let hazards = Self.hazards(shares)
    guard hazards.count >= 3,
      let line = LinearFit(
        hazards.map(\.share), hazards.map(\.hazard), weights: hazards.map { 1 - $0.share })
    else { return nil }
    discovery = line.intercept
    contagion = line.slope
  }

  /// Contagion alone, beta of susceptible-infected spread: the slope of the same line through 0.
  ///
  /// - Returns: NaN if nobody ever knew the technique before everybody did.
  package static func contagionAlone(fittedTo shares: [Double]) -> Double {
    var product = 0.0
    var square = 0.0
    for (share, hazard) in hazards(shares) {
      product += (1 - share) * share * hazard
      square += (1 - share) * share * share
    }
    return square > 0 ? product / square : .nan
  }

  /// The hazard of every week in which somebody was left to learn and not everybody did.
  private static func hazards(_ shares: [Double]) -> [(share: Double, hazard: Double)] {
    zip(shares, shares.dropFirst()).compactMap { before, after in
      before < 1 && after < 1 ? (before, -log((1 - after) / (1 - before))) : nil
    }
  }
}

/// How much people amplify each other.
package enum SocialMultiplier {
  /// 1 / (1 - b), with b what everybody's doing adds to one's own tendency, dp̄/dp_own (Glaeser,
  /// Sacerdote and Scheinkman 2003); infinite where the feedback sustains itself.
  package static func multiplier(feedback: Double) -> Double {
    feedback < 1 ? 1 / (1 - feedback) : .infinity
  }

  /// The multiplier that the spread between groups tells of.
  ///
  /// If people act independently, the share in a group of n has the variance p (1 - p) / n; if each
  /// leans towards the group's mean with feedback b, 1 / (1 - b)² times that. The estimate is the
  /// root of the observed over the independent variance (Glaeser, Sacerdote and Scheinkman 1996);
  /// groups that differ in kind raise it too.
  ///
  /// - Parameters:
  ///   - acts: whether each person acts.
  ///   - groups: the group of each person, from 0.
  /// - Returns: NaN if all or none act, or there is only one group.
  package static func estimate(acts: [Bool], groups: [Int]) -> Double {
    precondition(acts.count == groups.count, "a group for every person")
    let number = (groups.max() ?? -1) + 1
    var acting = [Double](repeating: 0, count: number)
    var people = acting
    for (act, group) in zip(acts, groups) {
      people[group] += 1
      if act { acting[group] += 1 }
    }
    let share = acting.reduce(0, +) / people.reduce(0, +)
    let inhabited = people.indices.filter { people[$0] > 0 }
    guard inhabited.count > 1, share > 0, share < 1 else { return .nan }
    let spread = inhabited.reduce(0) { sum, group in
      let deviation = acting[group] / people[group] - share
      return sum + people[group] * deviation * deviation
    }
    return (spread / (Double(inhabited.count - 1) * share * (1 - share))).squareRoot()
  }
}
