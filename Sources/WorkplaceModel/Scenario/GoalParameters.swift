/// How people feel about goals, and how far they look ahead when a goal follows results.
public struct GoalParameters: Sendable, Equatable {
  /// Weight eta of being above or below a numeric target, in hours per standard deviation of the
  /// week's standing; 0 leaves the cost of missing it alone.
  public var gainLossWeight: Double
  /// Weeks that people look ahead where this week's figures set the threshold of later weeks, this
  /// week included.
  public var planningHorizonWeeks: Int
  /// Weight of next week against this one.
  public var weeklyDiscount: Double

  /// Creates the parameters; the defaults are those of the scenario vocabulary.
  public init(
    gainLossWeight: Double = 0.5, planningHorizonWeeks: Int = 8, weeklyDiscount: Double = 0.98
  ) {
    self.gainLossWeight = gainLossWeight
    self.planningHorizonWeeks = planningHorizonWeeks
    self.weeklyDiscount = weeklyDiscount
  }
}
