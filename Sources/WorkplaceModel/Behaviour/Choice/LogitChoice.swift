import Foundation

/// Multinomial logit choice: probability proportional to `exp(lambda x utility)` (McKelvey and
/// Palfrey 1995), drawn by inversion with one uniform.
///
/// The menu is walked in its fixed order, so a small change of utilities moves few people, and the
/// same uniform leads to the same choice wherever utilities agree.
package struct LogitChoice: Sendable {
  /// Precision lambda, per hour-equivalent of utility.
  package let precision: Double

  /// Creates the rule.
  package init(precision: Double) { self.precision = precision }

  /// The index of the chosen alternative.
  ///
  /// - Parameters:
  ///   - utilities: hours per week; at least one.
  ///   - uniform: between 0 and 1.
  package func choose(among utilities: [Double], uniform: Double) -> Int {
    var best = -Double.infinity
    for utility in utilities where utility > best { best = utility }
    var total = 0.0
    for utility in utilities { total += exp(precision * (utility - best)) }
    var rest = uniform * total
    for (index, utility) in utilities.enumerated() {
      rest -= exp(precision * (utility - best))
      if rest < 0 { return index }
    }
    return utilities.count - 1
  }
}
