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

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    opened: Int,
    junk: Int,
    reviewed: Int,
    overdue: Int,
    waitHours: Double,
    caught: Int
  ) {
    self.opened = opened
    self.junk = junk
    self.reviewed = reviewed
    self.overdue = overdue
    self.waitHours = waitHours
    self.caught = caught
  }
}
