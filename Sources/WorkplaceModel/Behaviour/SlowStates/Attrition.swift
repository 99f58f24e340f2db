import Foundation

/// People leave when they fare worse than before, and newcomers take time to become useful
/// (MODEL 1.9).
///
///     hazard = h0 exp(-b_U (U - U_ref) + b_tau (1 - tau))
///
/// a week, with U the utility of the week as the employee saw it, U_ref its mean before any policy
/// (for a newcomer the first week), and tau trust. A newcomer has traits of their own, knows no
/// technique, and works at 1 - (1 - start) e^(-t / rampUp) of their ability.
public struct Attrition: Sendable, Equatable {
  /// Hazard a week of somebody who fares as before (h0).
  public var hazard: Double
  /// How much an hour a week less raises the log hazard (b_U).
  public var utilitySlope: Double
  /// How much the loss of all trust raises the log hazard (b_tau).
  public var trustSlope: Double
  /// Cost of a replacement in hours of pay: hiring, and what the others teach.
  public var replacementHours: Double
  /// Share of their ability that newcomers start with.
  public var start: Double
  /// Weeks in which newcomers close 63 % of the gap.
  public var rampUpWeeks: Double

  /// Creates the parameters.
  public init(
    hazard: Double, utilitySlope: Double, trustSlope: Double, replacementHours: Double,
    start: Double, rampUpWeeks: Double
  ) {
    self.hazard = hazard
    self.utilitySlope = utilitySlope
    self.trustSlope = trustSlope
    self.replacementHours = replacementHours
    self.start = start
    self.rampUpWeeks = rampUpWeeks
  }
}

extension Attrition {
  /// Probability of leaving in a week, 1 - e^(-hazard).
  func leavingProbability(utilityChange: Double, trust: Double) -> Double {
    -expm1(-hazard * exp(min(-utilitySlope * utilityChange + trustSlope * (1 - trust), 20)))
  }

  /// Share of their ability that somebody works at after weeks in the job.
  func productivity(afterWeeks weeks: Double) -> Double {
    rampUpWeeks > 0 ? 1 - (1 - start) * exp(-weeks / rampUpWeeks) : 1
  }
}
