/// How good a design is, by the feasibility rules of Deb.
///
/// Of two designs that keep all constraints the one with the greater objective is better; one that
/// keeps them is better than one that does not; of two that do not, the one that violates them less.
/// No penalty factor has to be chosen.
///
/// Source: K. Deb, "An efficient constraint handling method for genetic algorithms", Computer
/// Methods in Applied Mechanics and Engineering 186 (2000).
struct Merit: Comparable, Sendable {
  /// By how much constraints are violated in all, each relative to its bound; 0 if none is.
  var violation: Double
  /// The objective; minus infinity where it is undefined.
  var value: Double

  /// That of a design of which nothing is known.
  static let none = Merit(violation: .infinity, value: -.infinity)

  static func < (left: Merit, right: Merit) -> Bool {
    if left.violation != right.violation { return left.violation > right.violation }
    return left.value < right.value
  }

  /// A number that orders designs as their merits do, the best first.
  ///
  /// The simplex compares values and does no arithmetic with them, so any number will do that has
  /// the right order: violations lie beyond every objective.
  var descent: Double {
    if violation == 0, value.isFinite { return min(max(-value, -1e199), 1e199) }
    return 1e200 * (1 + min(violation, 1e90))
  }
}

extension OptimisationProblem {
  /// Standard errors by which a mean must keep clear of a bound to count as keeping it.
  ///
  /// A design whose mean lies on the bound violates it as often as not; the search looks for one
  /// that will still keep it when fresh runs are made.
  static let slack = 1.0

  /// The merit of a design.
  ///
  /// - Parameters:
  ///   - objective: the objective in each replication.
  ///   - constrained: the measure of each constraint in each replication.
  ///   - slack: standard errors by which means must keep clear of their bounds.
  func merit(
    objective: [Double], constrained: [[Double]], slack: Double = Self.slack
  ) -> Merit {
    let violation = zip(constraints, constrained).reduce(0) { total, pair in
      total + pair.0.violation(of: Estimate(pair.1), slack: slack)
    }
    let estimate = Estimate(objective)
    // An objective that is undefined in some replications tells nothing about the others.
    return Merit(
      violation: violation, value: estimate.missing == 0 ? estimate.mean ?? -.infinity : -.infinity)
  }
}

extension OutcomeConstraint {
  /// By how much an estimate is on the wrong side, relative to the bound; infinite where the
  /// measure is undefined.
  fileprivate func violation(of estimate: Estimate, slack: Double) -> Double {
    guard estimate.missing == 0, let mean = estimate.mean else { return .infinity }
    let margin = slack * (estimate.standardError ?? 0)
    return max(0, excess(of: mean) + margin) / (bound == 0 ? 1 : abs(bound))
  }
}
