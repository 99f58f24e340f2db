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
  /// Working days of teams, each counted when the next one begins.
  public var teamDays: Int
  /// Of these, days on which reviews done and waiting asked for more than 0.95 of the review hours.
  public var saturatedDays: Int

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    opened: Int,
    junk: Int,
    reviewed: Int,
    overdue: Int,
    waitHours: Double,
    caught: Int,
    teamDays: Int = 0,
    saturatedDays: Int = 0
  ) {
    self.opened = opened
    self.junk = junk
    self.reviewed = reviewed
    self.overdue = overdue
    self.waitHours = waitHours
    self.caught = caught
    self.teamDays = teamDays
    self.saturatedDays = saturatedDays
  }
}
