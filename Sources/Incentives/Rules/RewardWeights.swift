/// Whether people know how much each of several rewards weighs.
///
/// Where they do not, the weights ω are Dirichlet with the same concentration for every reward, and
/// the declared worth of each of K rewards is multiplied by K ω, whose mean is 1: opacity spreads
/// pay and leaves its mean where it was. People who dislike risk then balance what they do (Ederer,
/// Holden and Meyer 2018).
public enum RewardWeights: Sendable, Hashable {
  /// The declared worth is what is paid.
  case disclosed
  /// Drawn once, kept, and told to nobody.
  case undisclosed(concentration: Double)
  /// Drawn anew each week, after the week.
  case random(concentration: Double)

  /// The concentration of each weight; `nil` where the weights are known.
  public var concentration: Double? {
    switch self {
    case .disclosed: nil
    case .undisclosed(let concentration), .random(let concentration): concentration
    }
  }

  /// The mean and variance of pay over the weights.
  ///
  /// With A = K a, Var ω = (1/K)(1 − 1/K)/(A+1) and Cov = −1/(K²(A+1)), so that
  /// Var Σ K ω_r m_r = K²/(A+1) · (mean of m² − square of the mean of m), and independent noise of
  /// variance v_r in each reward's own pay is inflated by E(K ω)² = 1 + (K−1)/(A+1).
  ///
  /// - Parameters:
  ///   - sum: Σ m_r, the expected pay of all rewards at their declared worth.
  ///   - squares: Σ m_r².
  ///   - noise: Σ v_r, the variance of that pay from the week's noise.
  ///   - count: Number K of rewards.
  public func prospect(sum: Double, squares: Double, noise: Double, count: Int) -> PayProspect {
    guard let concentration, count > 1 else { return PayProspect(mean: sum, variance: noise) }
    let rewards = Double(count)
    let mean = sum / rewards
    let spread = max(0, squares / rewards - mean * mean)
    let total = rewards * concentration + 1
    return PayProspect(
      mean: sum,
      variance: noise * (1 + (rewards - 1) / total) + rewards * rewards / total * spread)
  }
}

/// Mean and variance of pay that is not certain yet.
public struct PayProspect: Sendable, Equatable {
  /// Expected pay in hours.
  public var mean: Double

  /// Its variance in hours squared.
  public var variance: Double

  /// Makes a prospect, by default of nothing.
  public init(mean: Double = 0, variance: Double = 0) {
    self.mean = mean
    self.variance = variance
  }

  /// Pay that is won with a probability.
  public init(prize: Double, probability: Double) {
    mean = prize * probability
    variance = prize * prize * probability * (1 - probability)
  }
}
