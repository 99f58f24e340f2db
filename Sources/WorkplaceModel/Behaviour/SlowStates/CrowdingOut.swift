/// Intrinsic motivation is crowded out by control and comes back without it (MODEL 1.9).
///
///     iota(t+1) = iota(t) + chi_r (iota_0 - iota(t)) - chi_c K iota(t)
///
/// with K the intensity of control (``ControlIntensity``). Deci, Koestner and Ryan 1999; Bénabou
/// and Tirole 2003, 2006; Frey and Jegen 2001. Replications of Falk and Kosfeld 2006 find small
/// effects, so chi_c is small.
public struct CrowdingOut: Sendable, Equatable {
  /// Share of motivation that full control takes in a week (chi_c).
  public var rate: Double
  /// Share of the lost motivation that comes back in a week (chi_r).
  public var recovery: Double

  /// Creates the parameters.
  public init(rate: Double, recovery: Double) {
    self.rate = rate
    self.recovery = recovery
  }
}

extension CrowdingOut {
  /// Motivation after a week, as a multiple of iota_0.
  func next(_ motivation: Double, control: Double) -> Double {
    max(0, motivation + recovery * (1 - motivation) - rate * control * motivation)
  }
}
