/// Parameters of experience-weighted attraction (Camerer and Ho 1999; MODEL 3.6).
public struct AttractionParameters: Sendable, Equatable {
  /// Weight of the past (phi), between 0 and 1.
  public var memory: Double
  /// Weight of pay-offs forgone (delta), between 0 and 1.
  public var forgone: Double
  /// How far attractions add up (kappa), between 0 and 1.
  public var accumulation: Double

  /// Creates the parameters; the defaults are those of the model.
  public init(memory: Double = 0.9, forgone: Double = 0.5, accumulation: Double = 0) {
    self.memory = memory
    self.forgone = forgone
    self.accumulation = accumulation
  }
}
