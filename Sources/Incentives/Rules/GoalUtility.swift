/// What it is worth to be above or below a threshold, in hours of pay.
///
/// G(z) = B 1{z ≥ 0} + η [z]⁺ − η λ_L [−z]⁺ with z the distance from the threshold on the scale on
/// which η is given (standard deviations of the metric's week-to-week noise in this model). Heath,
/// Larrick and Wu (1999); Kőszegi and Rabin (2006).
public struct GoalUtility: Sendable, Equatable {
  /// Worth B of being above, or of not being flagged, in hours; default 1 (0 to 3).
  public var bonusHours: Double

  /// Weight η of gains, in hours for each unit of z; default 0.5 (0 to 1).
  public var gainLossWeight: Double

  /// How much heavier losses weigh; default 1.955 (Brown, Imai, Vieider and Camerer 2024).
  public var lossAversion: Double

  /// Makes a goal utility; the defaults are those of the model.
  public init(
    bonusHours: Double = 1, gainLossWeight: Double = 0.5, lossAversion: Double = 1.955
  ) {
    self.bonusHours = bonusHours
    self.gainLossWeight = gainLossWeight
    self.lossAversion = lossAversion
  }

  /// The utility G(z) at a known distance from the threshold.
  public func utility(distance: Double) -> Double {
    distance >= 0
      ? bonusHours + gainLossWeight * distance
      : gainLossWeight * lossAversion * distance
  }

  /// The expected utility when the distance is normal.
  ///
  /// With m the mean and s the standard deviation, E[z⁺] = mΦ(m/s) + sφ(m/s) and
  /// E[z⁻] = E[z⁺] − m.
  ///
  /// - Parameters:
  ///   - mean: Mean distance from the threshold.
  ///   - deviation: Standard deviation of the distance; 0 for a certain one.
  public func expectedUtility(mean: Double, deviation: Double) -> Double {
    guard deviation > 0 else { return utility(distance: mean) }
    let standardised = mean / deviation
    let above = StandardNormal.probability(below: standardised)
    let gain = mean * above + deviation * StandardNormal.density(standardised)
    return bonusHours * above + gainLossWeight * (gain - lossAversion * (gain - mean))
  }
}
