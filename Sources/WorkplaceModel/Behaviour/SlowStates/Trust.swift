/// Trust in the organisation is lost in leaps and comes back slowly (MODEL 1.9).
///
///     tau(t+1) = tau(t) + r (1 - tau(t)) - k1 violations - k2 false accusations - k3 gaming - k4 K
///
/// with a violation of the promise seen or heard, the share of the team accused by an audit without
/// having gamed, the share of the team that games without being caught, as far as it is visible, and
/// the intensity of control K. Effects of monitoring on satisfaction are small (r = -.10; Siegel,
/// König and Lazar 2022). Where trust is lost the metric's legitimacy is, and with it part of the
/// moral cost of gaming it (MODEL 1.5).
public struct Trust: Sendable, Equatable {
  /// Share of lost trust that comes back in a week (r).
  public var recovery: Double
  /// Loss by a violation of the promise (k1).
  public var violation: Double
  /// Loss when the whole team is wrongly accused (k2).
  public var falseAccusation: Double
  /// Loss a week when the whole team games in sight of all, unpunished (k3).
  public var unpunishedGaming: Double
  /// Loss a week under full control (k4).
  public var control: Double
  /// Share of the moral cost of gaming that hangs on trust.
  public var legitimacy: Double

  /// Creates the parameters.
  public init(
    recovery: Double, violation: Double, falseAccusation: Double, unpunishedGaming: Double,
    control: Double, legitimacy: Double
  ) {
    self.recovery = recovery
    self.violation = violation
    self.falseAccusation = falseAccusation
    self.unpunishedGaming = unpunishedGaming
    self.control = control
    self.legitimacy = legitimacy
  }

  /// What a week showed an employee.
  struct Events: Sendable {
    /// Whether a violation of the promise was seen or heard.
    var violation = false
    /// Share of the team that an audit accused without reason.
    var falselyAccused = 0.0
    /// Share of the team that gamed unpunished, times the visibility of the metric.
    var unpunished = 0.0
    /// Intensity of control.
    var control = 0.0
  }
}

extension Trust {
  /// Trust after a week, between 0 and 1.
  func next(_ trust: Double, after events: Events) -> Double {
    let lost =
      (events.violation ? violation : 0) + falseAccusation * events.falselyAccused
      + unpunishedGaming * events.unpunished + control * events.control
    return min(max(trust + recovery * (1 - trust) - lost, 0), 1)
  }

  /// What is left of the moral cost of gaming.
  func moralFactor(_ trust: Double) -> Double { 1 - legitimacy * (1 - trust) }
}
