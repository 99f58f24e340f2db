/// What happened to changes opened for review in one week.
public struct ReviewWeek: Sendable {
  /// Changes opened, junk included.
  public var opened: Int
  /// Changes opened by gaming sessions.
  public var junk: Int
  /// Changes reviewed.
  public var reviewed: Int
  /// Changes merged unreviewed because nobody came to them.
  public var overdue: Int
  /// Sum over reviewed and overdue changes of clock hours from opening to start of review or merge.
  public var waitHours: Double
  /// Defective changes that a review sent back.
  public var caught: Int
  /// Teams that have hours for reviews.
  public var teamWeeks: Int
  /// Of these, teams whose changes of the week ask for more than 0.95 of the review hours.
  public var saturatedWeeks: Int
  /// Hours of review that the changes opened in the week ask for.
  public var hoursAsked: Double
  /// Hours there are for reviews.
  public var hoursGranted: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    opened: Int,
    junk: Int,
    reviewed: Int,
    overdue: Int,
    waitHours: Double,
    caught: Int,
    teamWeeks: Int = 0,
    saturatedWeeks: Int = 0,
    hoursAsked: Double = 0,
    hoursGranted: Double = 0
  ) {
    self.opened = opened
    self.junk = junk
    self.reviewed = reviewed
    self.overdue = overdue
    self.waitHours = waitHours
    self.caught = caught
    self.teamWeeks = teamWeeks
    self.saturatedWeeks = saturatedWeeks
    self.hoursAsked = hoursAsked
    self.hoursGranted = hoursGranted
  }
}
