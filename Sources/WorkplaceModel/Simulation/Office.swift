import EventKernel
import Incentives
import Randomness

/// Teams simulated together: people, their work and the agents they run, in continuous time.
///
/// Within a week people interact only inside their team, so an office is one team, unless a resource
/// is shared across the organisation (a rate-limited platform), which puts all teams in one office.
/// Members and teams are numbered from 0 inside the office. The office knows what people decided
/// for the week, never why: it holds no metric except the threshold they look at on the last day.
struct Office: SimulationModel {
  typealias Event = OfficeEvent

  // Fixed for the replication.
  let kinds: [WorkKind]
  let review: ReviewPractice
  let platform: AgentPlatform
  let risk: RiskParameters
  let behaviour: BehaviourParameters
  let key: StreamKey
  let firstEmployee: Int

  // People and places.
  var members: [Member]
  var teams: [OfficeTeam]

  // What is alive.
  var sources: [ArrivalSource]
  var items = SlotStore<WorkItem>()
  var runs = SlotStore<AgentRun>()
  var lines: WaitingRoom<Int32>
  var requestsInService = 0
  var requestLine: WaitingRoom<Int32>

  // What is in force this week.
  var guards: GuardRails
  var thresholdProbe: ThresholdProbe?

  // What is counted this week.
  var telemetry: [TelemetryCounters]
  var truth: [EmployeeWeekTruth]
  var work: [WorkKindWeek]
  var waiting: [TimeAverage]
  var reviewWeek = ReviewWeek.zero
  var expectedIncidents: [Double]
  var expectedGamingIncidents: [Double]
  var expectedDefectIncidents = 0.0
  var incidents: [IncidentRecord] = []

  /// Accepted tasks that may still be reopened, by member and weeks until they count as done.
  var awaitingConfirmation: [Double]
  /// Factor on defects of items that an agent got wrong, by work kind.
  let agentFailureFactor: [Double]

  static func fingerprintKey(of event: OfficeEvent) -> UInt64 { event.fingerprintKey }

  mutating func handle(_ event: OfficeEvent, in scheduler: inout Scheduler<OfficeEvent>) {
    switch event {
    case .arrival(let source): arrive(from: source, in: &scheduler)
    case .finish(let member): finish(member, in: &scheduler)
    case .reply(let run): receiveReply(run, in: &scheduler)
    case .request(let run): request(run, in: &scheduler)
    case .overdue(let item): mergeUnreviewed(item, in: &scheduler)
    case .surface(let item): surface(item, in: &scheduler)
    case .noticed(let item): offer(item, in: &scheduler)
    case .dayStarts(let team): startDay(of: team, in: &scheduler)
    case .opens(let team): open(team, in: &scheduler)
    case .checkThreshold(let member): checkThreshold(member, in: &scheduler)
    }
  }
}

/// An employee at work.
struct Member: Sendable {
  var team: Int32
  /// Slot of the item in hand, or one of the two states below.
  var current: Int32 = Member.idle
  var completion: EventHandle?
  /// Clock hours at which the current stretch of work started, and the pace it goes on at.
  var resumedAt = 0.0
  var stretchPace = 1.0
  /// Working time this week as a multiple of the contract's.
  var pace = 1.0
  /// What fatigue has left of the member's attention as a reviewer.
  var attention = 1.0
  /// Standard hours per working hour by hand.
  var manualSpeed: Double
  /// Standard hours per working hour with agents.
  var agentSpeed: Double
  /// Share of eligible work done with agents this week.
  var agentShare: Float = 0
  var techniques: TechniqueSet = []
  /// Tokens the chosen technique is to burn on each working day of the week.
  var gamingTokensPerDay = 0.0
  /// Hours the chosen technique takes on each working day of the week.
  var gamingHoursPerDay = 0.0
  /// Hours that building automation takes on each working day of the week.
  var buildingHoursPerDay = 0.0
  /// Personal and weekly multiplier of tokens per request.
  var tokenFactor = 1.0
  /// Share of harmful calls waved through where agents ask for approval.
  var acceptance = 1.0
  var reviewHoursLeft = 0.0
  /// Bits of the days of the week with a session for work, and with one that paid off.
  var honestDayMask: UInt8 = 0
  var usefulDayMask: UInt8 = 0
  /// The stream of items pulled from the backlog, and how many were pulled.
  var backlogStream: RandomStream
  var pulled: UInt32 = 0
  /// Gaming runs started, which number their streams.
  var gamingRuns: UInt32 = 0
  var incidentsCaused: UInt32 = 0

  /// Takes an item in hand.
  mutating func take(_ slot: Int32, at now: Double) {
    current = slot
    resumedAt = now
    stretchPace = pace
  }

  static let idle: Int32 = -1
  static let betweenItems: Int32 = -2

  var isIdle: Bool { current == Member.idle }
}

/// A team inside an office.
struct OfficeTeam: Sendable {
  var members: Range<Int32>
  var calendar: WorkCalendar
  /// Working hours got out of one open hour: the rest goes to meetings.
  var focus: Double
  /// Kinds with an unlimited backlog that the team's role works on.
  var backlogKinds: [Int16]
  var idle: Int32
  /// Clock hours of the latest appointed awakening.
  var wakesAt = -Double.infinity
  /// The stretch of open hours that the latest working day began with, which spares most questions
  /// to the calendar.
  var openFrom = 0.0
  var openUntil = 0.0

  /// Hours of review that changes opened this week ask for, and those there are.
  var reviewHoursAsked = 0.0
  var reviewHoursGranted = 0.0

  /// Whether the team is at work.
  func isOpen(at time: Double) -> Bool {
    (time >= openFrom && time < openUntil) || calendar.isOpen(at: time)
  }

  /// Clock time at which an amount of work begun at a time is done, at a pace.
  func time(afterWork hours: Double, at pace: Double, from start: Double) -> Double {
    let openHours = hours / (focus * pace)
    if start >= openFrom, start + openHours < openUntil { return start + openHours }
    return calendar.time(after: openHours, from: start)
  }

  /// Remembers the stretch of open hours that begins now.
  mutating func beginDay(at now: Double) {
    openFrom = now
    openUntil = now + calendar.openStretch(at: now)
  }
}

/// Where items of one kind come from: a Poisson stream for one member or one team.
struct ArrivalSource: Sendable {
  var kind: Int16
  var member: Int32
  var team: Int32
  var perWeek: Double
  var timeZoneOffset: Double
  var stream: RandomStream
  var entity: UInt32
  var count: UInt32 = 0
}
