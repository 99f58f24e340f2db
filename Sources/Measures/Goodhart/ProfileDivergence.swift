import Foundation

/// How far a distribution of chosen profiles lies from another: d = sqrt(KL(pi || pi0)), the pressure
/// of optimisation (Gao, Schulman and Hilton 2022).
package enum ProfileDivergence {
  /// The square root of the Kullback-Leibler divergence of counts, in square roots of nats.
  ///
  /// Without a metric nobody games, so that the reference has never seen most profiles and the plain
  /// divergence would be infinite. Half a person-week is therefore added to every profile that
  /// either distribution has seen (Krichevsky and Trofimov 1981): the figure is finite, and grows
  /// slowly with the number of person-weeks where profiles are new.
  ///
  /// - Returns: NaN if one of the distributions is empty.
  static func distance(
    from reference: [RunSketch.ProfileCount], to counts: [RunSketch.ProfileCount]
  ) -> Double {
    guard !reference.isEmpty, !counts.isEmpty else { return .nan }
    var before: [Int: Double] = [:]
    var after: [Int: Double] = [:]
    for entry in reference { before[entry.profile.order, default: 0] += entry.personWeeks }
    for entry in counts { after[entry.profile.order, default: 0] += entry.personWeeks }
    let seen = Set(before.keys).union(after.keys).sorted()
    return distance(
      from: seen.map { before[$0, default: 0] + 0.5 }, to: seen.map { after[$0, default: 0] + 0.5 })
  }

  /// The square root of the Kullback-Leibler divergence between two distributions given by weights,
  /// each normalised to 1.
  package static func distance(from reference: [Double], to weights: [Double]) -> Double {
    precondition(reference.count == weights.count, "both distributions over the same outcomes")
    let referenceTotal = reference.reduce(0, +)
    let total = weights.reduce(0, +)
    var divergence = 0.0
    for (base, weight) in zip(reference, weights) where weight > 0 {
      let probability = weight / total
      divergence += probability * log(probability / (base / referenceTotal))
    }
    // Rounding may leave a hair below zero for equal distributions.
    return max(0, divergence).squareRoot()
  }
}
