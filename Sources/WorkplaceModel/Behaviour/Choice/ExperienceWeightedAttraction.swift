/// Experience-weighted attraction: what was good before counts, what was chosen counts more
/// (Camerer and Ho 1999; MODEL 1.6).
///
///     A_a(t) = [phi N(t-1) A_a(t-1) + (delta + (1 - delta) 1{a = a_t}) u_a(t)] / N(t)
///     N(t)   = phi (1 - kappa) N(t-1) + 1
///
/// With kappa = 0 attractions are weighted averages of pay-offs; pay-offs of what was not chosen
/// count `forgone` (delta) as much, so the precision of a logit choice over attractions has to be
/// tuned anew where delta is not 1.
public struct ExperienceWeightedAttraction: Sendable, Equatable {
  /// Weight phi of the past, between 0 and 1.
  public let memory: Double
  /// Weight delta of pay-offs forgone, between 0 and 1.
  public let forgone: Double
  /// How far attractions add up instead of averaging (kappa), between 0 and 1.
  public let accumulation: Double

  /// Creates the rule.
  public init(memory: Double, forgone: Double, accumulation: Double = 0) {
    self.memory = memory
    self.forgone = forgone
    self.accumulation = accumulation
  }

  /// The experience N(t) after a period.
  package func experience(after previous: Double) -> Double {
    memory * (1 - accumulation) * previous + 1
  }

  /// The attraction of an alternative after a period.
  ///
  /// - Parameters:
  ///   - attraction: the attraction before it.
  ///   - payoff: what the alternative brought, or would have brought.
  ///   - wasChosen: whether it was chosen in the period.
  ///   - experience: N(t-1), the experience before the period.
  package func updated(
    _ attraction: Double, payoff: Double, wasChosen: Bool, experience: Double
  ) -> Double {
    let weight = wasChosen ? 1 : forgone
    return (memory * experience * attraction + weight * payoff) / self.experience(after: experience)
  }
}
