/// Copying a peer who seems to do better (MODEL 1.6).
///
/// An employee who looks around sees one peer and copies the peer's profile with a probability in
/// proportion to what it would gain them, min(1, max(0, gain) / scale): proportional imitation
/// (Schlag 1998). Copying a technique is learning it.
public struct Imitation: Sendable, Equatable {
  /// Probability a week of looking at somebody from the top of a board that everybody sees (chi);
  /// in proportion to its visibility where fewer do.
  public var rate: Double
  /// Gain in hours a week at which a better profile is always copied.
  public var scale: Double
  /// Probability a week of trying something else under the rule of imitation, where otherwise
  /// nothing new would ever come up.
  public var trial: Double

  /// Creates the parameters.
  public init(rate: Double, scale: Double, trial: Double = 0.05) {
    self.rate = rate
    self.scale = scale
    self.trial = trial
  }
}

extension Imitation {
  /// Whether a profile is copied.
  func copies(gain: Double, uniform: Double) -> Bool {
    gain > 0 && uniform * scale < gain
  }
}
