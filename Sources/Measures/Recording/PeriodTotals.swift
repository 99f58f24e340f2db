import WorkplaceModel

/// What a stretch of weeks adds up to.
///
/// Every field is a plain sum over weeks, so that totals of weeks add up to totals of longer
/// stretches and every ratio over a stretch is a ratio of sums, never a mean of ratios.
public struct PeriodTotals: Sendable, Equatable {
  /// Weeks summed over.
  public var weeks = 0.0
  /// Employees times weeks.
  public var personWeeks = 0.0

  // MARK: What the dashboard shows

  /// Person-weeks with at least one active day in telemetry.
  public var nominalActive = 0.0

  // MARK: What is true

  /// Person-weeks with an active day of real work.
  public var realActive = 0.0
  /// Person-weeks with an active day on work that agents did faster.
  public var usefulActive = 0.0
  /// Standard hours of surviving work.
  public var value = 0.0
  /// Hours of task work by hand.
  public var manualHours = 0.0
  /// Hours of task work with agents.
  public var agentHours = 0.0
  /// Person-weeks for which it is known whether agents are faster.
  public var effectWeeks = 0.0
  /// Hours with agents of people whom agents slow down.
  public var slowedAgentHours = 0.0
  /// The same times the fraction by which agents slow them down.
  public var lostAgentHours = 0.0
  /// Hours on messages.
  public var messageHours = 0.0
  /// The part of the hours on messages that was done with agents.
  public var agentMessageHours = 0.0
  /// Hours reviewing.
  public var reviewHours = 0.0
  /// Hours on rework.
  public var reworkHours = 0.0
  /// Hours repairing incidents.
  public var incidentHours = 0.0
  /// Hours spent on gaming.
  public var gamingHours = 0.0
  /// Hours spent on building automation.
  public var buildingHours = 0.0
  /// Tokens burnt for work.
  public var honestTokens = 0.0
  /// Tokens burnt for the metric alone.
  public var gamingTokens = 0.0
  /// Gaming tokens labelled productive.
  public var mislabelledTokens = 0.0
  /// Person-weeks in which something was done for the metric alone.
  public var gamers = 0.0
  /// Person-weeks in which tokens were burnt for the metric alone: what an audit can find.
  public var tokenGamers = 0.0
  /// Person-weeks in which each technique was used.
  public var using = [Double](repeating: 0, count: Technique.allCases.count)
  /// Person-weeks in which each technique was known.
  public var knowing = [Double](repeating: 0, count: Technique.allCases.count)
  /// Tasks handed over.
  public var tasksFinished = 0.0
  /// Tasks handed over that were easier than the middle.
  public var easyTasks = 0.0
  /// Defects the maker noticed.
  public var defectsNoticed = 0.0
  /// Noticed defects neither reported nor mended.
  public var defectsHidden = 0.0
  /// Defects that reached acceptance.
  public var defectsEscaped = 0.0
  /// Belief that the promise is kept, summed over person-weeks.
  public var credibility = 0.0
  /// Person-weeks with a sanction.
  public var sanctioned = 0.0

  // MARK: How people fare

  /// Person-weeks whose states are known.
  public var stateWeeks = 0.0
  /// Utility of the chosen profile, in hours of pay.
  public var utility = 0.0
  /// Working time above the contract's, as a fraction of it.
  public var effort = 0.0
  /// What it costs people, in hours of pay.
  public var effortCost = 0.0
  /// Intrinsic motivation, as a multiple of where it started.
  public var motivation = 0.0
  /// Fatigue.
  public var fatigue = 0.0
  /// Trust in the organisation.
  public var trust = 0.0
  /// Automation capital, in standard hours a week.
  public var automation = 0.0
  /// Probabilities of leaving.
  public var leaving = 0.0
  /// Employees who left.
  public var leavers = 0.0

  // MARK: Work

  /// Queueing sums by kind of work.
  public var work: [WorkTotals]
  /// Changes opened for review.
  public var changesOpened = 0.0
  /// Changes opened by gaming sessions.
  public var changesJunk = 0.0
  /// Changes reviewed.
  public var changesReviewed = 0.0
  /// Changes merged unreviewed.
  public var changesOverdue = 0.0
  /// Defective changes that a review stopped.
  public var changesCaught = 0.0
  /// Team-weeks with hours for reviews.
  public var reviewTeamWeeks = 0.0
  /// Of these, weeks whose changes ask for nearly all review hours, or more.
  public var reviewSaturatedWeeks = 0.0
  /// Hours of review that opened changes ask for.
  public var reviewHoursAsked = 0.0
  /// Hours there are for reviews.
  public var reviewHoursGranted = 0.0
  /// Clock hours that changes waited.
  public var reviewWaitHours = 0.0

  // MARK: Audits

  /// Audits made.
  public var audits = 0.0
  /// Audits of employees who gamed.
  public var auditsOfGamers = 0.0
  /// Gamers detected.
  public var auditsCaught = 0.0
  /// Honest employees accused.
  public var falsePositives = 0.0
  /// Sanctions in hours of pay.
  public var sanctionHours = 0.0

  // MARK: Risk

  /// Incidents by class.
  public var incidents = [Double](repeating: 0, count: IncidentClass.allCases.count)
  /// Incidents that served the metric alone.
  public var gamingIncidents = 0.0
  /// Realised loss in US dollars.
  public var incidentLoss = 0.0
  /// Expected incidents by class.
  public var expectedIncidents = [Double](repeating: 0, count: IncidentClass.allCases.count)
  /// Expected incidents that gaming carries, by class.
  public var expectedGamingIncidents = [Double](repeating: 0, count: IncidentClass.allCases.count)
  /// Expected incidents that defects of deployed work carry.
  public var expectedDefectIncidents = 0.0
  /// Tool calls by tool class.
  public var toolCalls = [Double](repeating: 0, count: ToolClass.allCases.count)
  /// Tool calls by tool class that reached something they could harm, in no sandbox.
  public var reachingCalls = [Double](repeating: 0, count: ToolClass.allCases.count)
  /// Irreversible calls that reached something they could harm.
  public var exposedCalls = 0.0

  // MARK: Money

  /// Cost of tokens in US dollars.
  public var agentCost = 0.0
  /// Cost of audits in US dollars.
  public var auditCost = 0.0
  /// Cost of replacing those who left, in US dollars.
  public var attritionCost = 0.0
  /// Rewards in hours of pay.
  public var bonusHours = 0.0
  /// Person-weeks under a scheme that measures somebody.
  public var measuredPersonWeeks = 0.0
  /// Events executed.
  public var events = 0.0

  /// No weeks at all.
  ///
  /// - Parameter workKinds: number of kinds of work in the scenario.
  public init(workKinds: Int) {
    work = Array(repeating: WorkTotals(), count: workKinds)
  }

  /// All tokens.
  public var tokens: Double { honestTokens + gamingTokens }
}

/// Queueing sums of one kind of work.
public struct WorkTotals: Sendable, Equatable {
  /// Items whose service started.
  public var started = 0.0
  /// Items whose service ended.
  public var finished = 0.0
  /// Started items that had to wait.
  public var waited = 0.0
  /// Clock hours from arrival to start, over started items.
  public var waitHours = 0.0
  /// Clock hours from arrival to end, over finished items.
  public var sojournHours = 0.0
  /// Item-hours spent waiting.
  public var queueHours = 0.0
}
