/// What an employee really did in a week.
///
/// No dashboard sees it and no metric formula can name it.
public struct EmployeeWeekTruth: Sendable {
  /// The profile chosen for the week.
  public var profile: ActionProfile
  /// Standard hours of surviving work: credited on acceptance, taken back when a defect surfaces,
  /// credited again when it is mended.
  public var value: Double
  /// Hours of task work done by hand.
  public var manualHours: Double
  /// Hours of task work done with agents.
  public var agentHours: Double
  /// Hours spent on work that is not a task.
  public var messageHours: Double
  /// The part of `messageHours` done with agents.
  public var agentMessageHours: Double
  /// Hours spent reviewing.
  public var reviewHours: Double
  /// Hours spent on rework and reopened work.
  public var reworkHours: Double
  /// Hours spent repairing incidents.
  public var incidentHours: Double
  /// Hours spent on gaming.
  public var gamingHours: Double
  /// Hours spent on building automation.
  public var buildingHours = 0.0
  /// Tokens burnt for work.
  public var honestTokens: Double
  /// Tokens burnt for the metric alone.
  public var gamingTokens: Double
  /// Gaming tokens labelled productive.
  public var mislabelledTokens: Double
  /// Days with at least one session run for work.
  public var honestActiveDays: Int
  /// Days with at least one session on an item that agents did faster than by hand.
  public var usefulActiveDays: Int
  /// Tasks handed over.
  public var tasksFinished: Int
  /// Tasks handed over whose difficulty is below one half.
  public var easyTasks: Int
  /// Defects the maker noticed before handing over.
  public var defectsNoticed: Int
  /// Noticed defects that were neither reported nor mended.
  public var defectsHidden: Int
  /// Defects that reached acceptance.
  public var defectsEscaped: Int

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    profile: ActionProfile,
    value: Double,
    manualHours: Double,
    agentHours: Double,
    messageHours: Double,
    agentMessageHours: Double,
    reviewHours: Double,
    reworkHours: Double,
    incidentHours: Double,
    gamingHours: Double,
    honestTokens: Double,
    gamingTokens: Double,
    mislabelledTokens: Double,
    honestActiveDays: Int,
    usefulActiveDays: Int,
    tasksFinished: Int,
    easyTasks: Int,
    defectsNoticed: Int,
    defectsHidden: Int,
    defectsEscaped: Int
  ) {
    self.profile = profile
    self.value = value
    self.manualHours = manualHours
    self.agentHours = agentHours
    self.messageHours = messageHours
    self.agentMessageHours = agentMessageHours
    self.reviewHours = reviewHours
    self.reworkHours = reworkHours
    self.incidentHours = incidentHours
    self.gamingHours = gamingHours
    self.honestTokens = honestTokens
    self.gamingTokens = gamingTokens
    self.mislabelledTokens = mislabelledTokens
    self.honestActiveDays = honestActiveDays
    self.usefulActiveDays = usefulActiveDays
    self.tasksFinished = tasksFinished
    self.easyTasks = easyTasks
    self.defectsNoticed = defectsNoticed
    self.defectsHidden = defectsHidden
    self.defectsEscaped = defectsEscaped
  }
}
