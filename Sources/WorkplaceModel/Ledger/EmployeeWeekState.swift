/// What a week left an employee with: the states that move slowly (MODEL 1.9), and how the week was
/// for them.
///
/// No dashboard sees it and no metric formula can name it.
public struct EmployeeWeekState: Sendable, Equatable {
  /// Utility of the chosen profile as the employee saw it on Monday, in hours of pay per week.
  public var utility: Double
  /// Working time above the contract's, as a fraction of it; negative below.
  public var effort: Double
  /// What that effort cost the employee, in hours of pay per week.
  public var effortCost: Double
  /// Intrinsic motivation as a multiple of where it started (crowding-out).
  public var motivation: Double
  /// Fatigue, 0 when rested.
  public var fatigue: Double
  /// Trust in the organisation, between 0 and 1.
  public var trust: Double
  /// Automation capital: standard hours of value per week that cost no hours any more.
  public var automation: Double
  /// Hours spent this week on building automation.
  public var automationHours: Double
  /// Probability of leaving in the week.
  public var leavingProbability: Double
  /// Whether the employee left at the end of the week; a newcomer takes the place.
  public var hasLeft: Bool

  /// Creates a state; what is left out is as at the beginning.
  public init(
    utility: Double = 0, effort: Double = 0, effortCost: Double = 0, motivation: Double = 1,
    fatigue: Double = 0, trust: Double = 1, automation: Double = 0, automationHours: Double = 0,
    leavingProbability: Double = 0, hasLeft: Bool = false
  ) {
    self.utility = utility
    self.effort = effort
    self.effortCost = effortCost
    self.motivation = motivation
    self.fatigue = fatigue
    self.trust = trust
    self.automation = automation
    self.automationHours = automationHours
    self.leavingProbability = leavingProbability
    self.hasLeft = hasLeft
  }
}
