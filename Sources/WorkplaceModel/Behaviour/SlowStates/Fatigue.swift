import Foundation

/// Fatigue grows with overload and with being watched, and wears off (MODEL 1.9).
///
///     F(t+1) = (1 - delta) F(t) + phi max(0, load / H - 1) + sigma K
///
/// with load the hours worked and K the intensity of control: electronic monitoring raises stress
/// (r = .11) without raising performance (Siegel, König and Lazar 2022; Ravid et al. 2023). A tired
/// person makes 1 - eta F of the usual value an hour, and a tired reviewer notices e^(-eta_r F) of
/// what they would.
public struct Fatigue: Sendable, Equatable {
  /// Share of fatigue that wears off in a week (delta).
  public var decay: Double
  /// Fatigue per week of double load (phi).
  public var overload: Double
  /// Fatigue per week under full control (sigma).
  public var stress: Double
  /// Share of value lost at fatigue 1 (eta).
  public var valueLoss: Double
  /// Rate at which reviewers' attention falls with fatigue (eta_r).
  public var inattention: Double

  /// Creates the parameters.
  public init(
    decay: Double, overload: Double, stress: Double, valueLoss: Double, inattention: Double
  ) {
    self.decay = decay
    self.overload = overload
    self.stress = stress
    self.valueLoss = valueLoss
    self.inattention = inattention
  }
}

extension Fatigue {
  /// Fatigue after a week.
  ///
  /// - Parameter load: hours worked over contracted hours.
  func next(_ fatigue: Double, load: Double, control: Double) -> Double {
    (1 - decay) * fatigue + overload * max(0, load - 1) + stress * control
  }

  /// What is left of the value of an hour.
  func speedFactor(_ fatigue: Double) -> Double { max(0.1, 1 - valueLoss * fatigue) }

  /// What is left of a reviewer's attention.
  func attention(_ fatigue: Double) -> Double { exp(-inattention * fatigue) }
}
