import EventKernel
import Incentives
import Randomness

/// What an employee has decided for the week, worked out into speeds and quantities.
struct WeekPlan: Sendable {
  var profile: ActionProfile
  /// Share of eligible work done with agents.
  var agentShare: Double
  /// Standard hours per working hour by hand, and with agents.
  var manualSpeed: Double
  var agentSpeed: Double
  /// Working time as a multiple of the contract's.
  var pace: Double
  /// What fatigue has left of the attention of a reviewer.
  var attention: Double
  /// Multiplier of tokens per request.
  var tokenFactor: Double
  /// Tokens and hours that the gaming technique takes on each working day.
  var gamingTokensPerDay: Double
  var gamingHoursPerDay: Double
  /// Hours that building automation takes on each working day.
  var buildingHoursPerDay: Double
  /// Share of harmful calls that the employee waves through where agents ask for approval.
  var acceptance: Double = 1
}

extension Office {
  /// Puts the plans of the week into force and clears the counters.
  mutating func beginWeek(_ plans: ArraySlice<WeekPlan>, at now: Double) {
    for (index, plan) in plans.enumerated() {
      members[index].agentShare = Float(plan.agentShare)
      members[index].manualSpeed = plan.manualSpeed
      members[index].agentSpeed = plan.agentSpeed
      members[index].pace = plan.pace
      members[index].attention = plan.attention
      members[index].buildingHoursPerDay = plan.buildingHoursPerDay
      members[index].tokenFactor = plan.tokenFactor
      members[index].techniques = plan.profile.techniques
      members[index].gamingTokensPerDay = plan.gamingTokensPerDay
      members[index].gamingHoursPerDay = plan.gamingHoursPerDay
      members[index].acceptance = plan.acceptance
      members[index].honestDayMask = 0
      members[index].usefulDayMask = 0
      telemetry[index] = TelemetryCounters()
      truth[index] = EmployeeWeekTruth(of: plan.profile)
    }
    for kind in work.indices {
      work[kind] = WorkKindWeek.zero
      waiting[kind].reset(at: now)
    }
    reviewWeek = .zero
    expectedDefectIncidents = 0
    for index in expectedIncidents.indices {
      expectedIncidents[index] = 0
      expectedGamingIncidents[index] = 0
    }
    incidents.removeAll(keepingCapacity: true)
  }

  /// Closes the books of the week.
  mutating func endWeek(at now: Double) {
    closeReviewWeek()
    for kind in work.indices { work[kind].queueHours = waiting[kind].integral(at: now) }
    let stride = behaviour.reopenWindowWeeks + 1
    for index in members.indices {
      truth[index].honestActiveDays = members[index].honestDayMask.nonzeroBitCount
      truth[index].usefulActiveDays = members[index].usefulDayMask.nonzeroBitCount
      let start = index * stride
      telemetry[index].tasksStayedDone = awaitingConfirmation[start]
      for week in 1..<stride {
        awaitingConfirmation[start + week - 1] = awaitingConfirmation[start + week]
      }
      awaitingConfirmation[start + stride - 1] = 0
    }
  }
}

extension EmployeeWeekTruth {
  /// The truth about a week that has not begun.
  init(of profile: ActionProfile) {
    self.init(
      profile: profile, value: 0, manualHours: 0, agentHours: 0, messageHours: 0,
      agentMessageHours: 0, reviewHours: 0, reworkHours: 0, incidentHours: 0, gamingHours: 0,
      honestTokens: 0, gamingTokens: 0, mislabelledTokens: 0, honestActiveDays: 0,
      usefulActiveDays: 0, tasksFinished: 0, easyTasks: 0, defectsNoticed: 0, defectsHidden: 0,
      defectsEscaped: 0)
  }

  /// Hours of any work done with agents, which is what people learn from.
  var hoursWithAgents: Double { agentHours + agentMessageHours }
}

extension WorkKindWeek {
  static let zero = WorkKindWeek(
    arrived: 0, started: 0, finished: 0, waited: 0, waitHours: 0, sojournHours: 0, queueHours: 0)

  /// Books the start of an item.
  mutating func recordStart(afterWaiting wait: Double) {
    started += 1
    waitHours += wait
    if wait > 0 { waited += 1 }
  }

  static func += (sum: inout WorkKindWeek, part: WorkKindWeek) {
    sum.arrived += part.arrived
    sum.started += part.started
    sum.finished += part.finished
    sum.waited += part.waited
    sum.waitHours += part.waitHours
    sum.sojournHours += part.sojournHours
    sum.queueHours += part.queueHours
  }
}

extension ReviewWeek {
  static let zero = ReviewWeek(
    opened: 0, junk: 0, reviewed: 0, overdue: 0, waitHours: 0, caught: 0)

  static func += (sum: inout ReviewWeek, part: ReviewWeek) {
    sum.opened += part.opened
    sum.junk += part.junk
    sum.reviewed += part.reviewed
    sum.overdue += part.overdue
    sum.waitHours += part.waitHours
    sum.caught += part.caught
    sum.teamWeeks += part.teamWeeks
    sum.saturatedWeeks += part.saturatedWeeks
    sum.hoursAsked += part.hoursAsked
    sum.hoursGranted += part.hoursGranted
  }
}
