/// How far one person believes that a metric is not used in reviews.
///
/// A Beta belief about the share of quiet weeks, updated with weights: a week without a violation
/// adds `quietWeight` to α, a violation adds `violationWeight` to β. Violations weigh more than
/// quiet weeks (negativity bias).
public struct CredibilityBelief: Sendable, Equatable {
  /// Weight α of the evidence for the promise.
  public private(set) var alpha: Double

  /// Weight β of the evidence against it.
  public private(set) var beta: Double

  /// What a week without a violation adds to α; default 0.05.
  public var quietWeight: Double

  /// What a violation adds to β; default 2 (1 to 5).
  public var violationWeight: Double

  /// Makes a belief from a Beta prior.
  ///
  /// - Parameters:
  ///   - alpha: Prior weight for the promise, above 0.
  ///   - beta: Prior weight against it, above 0.
  ///   - quietWeight: What a quiet week adds to α.
  ///   - violationWeight: What a violation adds to β.
  public init(
    alpha: Double, beta: Double, quietWeight: Double = 0.05, violationWeight: Double = 2
  ) {
    precondition(alpha > 0 && beta > 0, "a Beta belief needs positive weights")
    self.alpha = alpha
    self.beta = beta
    self.quietWeight = quietWeight
    self.violationWeight = violationWeight
  }

  /// Makes a belief from a mean between 0 and 1 and the weight of the prior.
  ///
  /// - Parameters:
  ///   - mean: Prior credibility; kept at least a millionth away from 0 and 1.
  ///   - strength: α + β; default 4, as uncertain as two good and two bad experiences.
  ///   - quietWeight: What a quiet week adds to α.
  ///   - violationWeight: What a violation adds to β.
  public init(
    mean: Double, strength: Double = 4, quietWeight: Double = 0.05, violationWeight: Double = 2
  ) {
    let inside = min(max(mean, 1e-6), 1 - 1e-6)
    self.init(
      alpha: inside * strength, beta: (1 - inside) * strength, quietWeight: quietWeight,
      violationWeight: violationWeight)
  }

  /// Credibility c = α/(α+β), the mean of the belief.
  public var mean: Double { alpha / (alpha + beta) }

  /// Standard deviation of the belief.
  public var deviation: Double {
    let total = alpha + beta
    return (alpha * beta / (total * total * (total + 1))).squareRoot()
  }

  /// Takes in one week.
  ///
  /// - Parameter violated: Whether a violation was seen or heard of.
  public mutating func observe(violated: Bool) {
    if violated { beta += violationWeight } else { alpha += quietWeight }
  }
}
