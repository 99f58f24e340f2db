import EventKernel
import Incentives
import Randomness

extension Office {
  /// Builds the office of some teams of the organisation.
  init(
    _ scenario: Scenario, population: Population, teams range: Range<Int>, guards: GuardRails,
    key: StreamKey
  ) {
    let firstMember = population.teams[range.lowerBound].members.lowerBound
    let memberCount = population.teams[range.upperBound - 1].members.upperBound - firstMember
    kinds = scenario.workKinds
    review = scenario.review
    platform = scenario.platform
    risk = scenario.risk
    behaviour = scenario.behaviour
    self.key = key
    firstEmployee = firstMember
    self.guards = guards
    members = []
    teams = []
    sources = []
    for teamIndex in range {
      let team = population.teams[teamIndex]
      let role = scenario.roles[team.role]
      let local = Int32(teams.count)
      let first = Int32(team.members.lowerBound - firstMember)
      let last = Int32(team.members.upperBound - firstMember)
      teams.append(
        OfficeTeam(
          members: first..<last, role: role, timeZoneOffset: team.timeZoneOffset,
          kinds: scenario.workKinds))
      for employee in team.members {
        members.append(
          Member(
            team: local, manualSpeed: population.employees[employee].ability,
            agentSpeed: population.employees[employee].ability,
            backlogStream: key.stream(.backlog, entity: employee, index: 0)))
      }
      sources += ArrivalSource.sources(
        of: role, team: team, teamIndex: teamIndex, local: local, firstMember: firstMember,
        kinds: scenario.workKinds, key: key)
    }
    lines = WaitingRoom(lines: memberCount + 2 * range.count, bands: 16)
    requestLine = WaitingRoom(lines: 1, bands: 1)
    telemetry = Array(repeating: TelemetryCounters(), count: memberCount)
    let idleTruth = EmployeeWeekTruth(of: ActionProfile(agentShareIndex: 0, techniques: []))
    truth = Array(repeating: idleTruth, count: memberCount)
    work = Array(repeating: .zero, count: kinds.count)
    waiting = Array(repeating: TimeAverage(), count: kinds.count)
    expectedIncidents = Array(repeating: 0, count: IncidentClass.allCases.count)
    expectedGamingIncidents = expectedIncidents
    awaitingConfirmation = Array(
      repeating: 0, count: memberCount * (behaviour.reopenWindowWeeks + 1))
    let averageFactor = behaviour.agentDefectFactor
    agentFailureFactor = kinds.map { kind in
      let success = min(kind.agentSuccess.mean ?? 1, 0.99)
      return max(1, (averageFactor - success) / (1 - success))
    }
  }

  /// Schedules what starts by itself: the working days and the sources of work.
  mutating func start(in scheduler: inout Scheduler<OfficeEvent>) {
    for team in teams.indices {
      let calendar = teams[team].calendar
      guard calendar.weeklyHours > 0 else { continue }
      scheduler.schedule(
        .dayStarts(team: Int32(team)), at: calendar.nextOpening(at: scheduler.now), priority: -1)
    }
    startSources(in: &scheduler)
  }
}

extension OfficeTeam {
  fileprivate init(
    members: Range<Int32>, role: Role, timeZoneOffset: Double, kinds: [WorkKind]
  ) {
    self.members = members
    calendar = role.calendar.inTimeZone(offset: timeZoneOffset)
    focus =
      role.calendar.weeklyHours > 0 ? min(1, role.hoursPerWeek / role.calendar.weeklyHours) : 1
    backlogKinds = role.workKinds.filter { kinds[$0].source == .backlog }.map { Int16($0) }
    idle = Int32(members.count)
  }
}

extension ArrivalSource {
  /// The Poisson streams of one team: one for each member or one for the team, by kind.
  fileprivate static func sources(
    of role: Role, team: Team, teamIndex: Int, local: Int32, firstMember: Int,
    kinds: [WorkKind], key: StreamKey
  ) -> [ArrivalSource] {
    var sources: [ArrivalSource] = []
    for kind in role.workKinds {
      guard case .arrivals(let perWeek) = kinds[kind].source, perWeek > 0 else { continue }
      switch kinds[kind].assignment {
      case .employee:
        for employee in team.members {
          sources.append(
            ArrivalSource(
              kind: Int16(kind), member: Int32(employee - firstMember), team: local,
              perWeek: perWeek, timeZoneOffset: team.timeZoneOffset,
              stream: key.stream(.arrivals, entity: employee, index: kind),
              entity: UInt32(employee)))
        }
      case .team:
        let entity = UInt32(1) << 31 | UInt32(teamIndex)
        sources.append(
          ArrivalSource(
            kind: Int16(kind), member: -1, team: local, perWeek: perWeek,
            timeZoneOffset: team.timeZoneOffset,
            stream: key.stream(.arrivals, entity: entity, index: kind), entity: entity))
      }
    }
    return sources
  }
}
