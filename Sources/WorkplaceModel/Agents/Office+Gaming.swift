import Randomness
import EventKernel

/// Agent runs that serve the metric alone.
extension Office {
  /// A chore of the day: launching gaming runs, or building automation.
  mutating func makeChore(
    _ activity: Activity, hours: Double, by member: Int32, at now: Double
  ) -> Int32 {
    items.insert(
      WorkItem(
        kind: 0, activity: activity, priority: UInt8(review.reworkPriority), flags: [],
        maker: member, team: members[Int(member)].team, subject: -1, size: hours,
        remainingHours: hours, value: 0, difficulty: 0, successProbability: 0, luck: .none,
        arrivedAt: now, openedAt: now, latentWrite: 0, latentDeploy: 0, sourceEntity: 0,
        identity: 0, ticket: nil, overdue: nil, reviewHours: 0, reworkFactor: 0))
  }

  /// Starts as many parallel runs as burn the day's tokens before the next working day.
  mutating func startGamingRuns(by member: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let index = Int(member)
    guard let technique = members[index].tokenTechnique else { return }
    let tokens = members[index].gamingTokensPerDay
    guard tokens > 0 else { return }
    let isAutomated = technique == .loops || technique == .swarms
    let perNight = Office.automatedHoursPerDay * tokensPerAutomatedHour(of: member)
    let parallel = isAutomated ? max(1, Int((tokens / max(perNight, 1)).rounded(.up))) : 1
    for _ in 0..<parallel {
      startGamingRun(
        by: member, technique: technique, tokens: tokens / Double(parallel),
        automated: isAutomated, in: &scheduler)
    }
  }

  mutating func startGamingRun(
    by member: Int32, technique: Technique, tokens: Double, automated: Bool,
    in scheduler: inout Scheduler<OfficeEvent>
  ) {
    let index = Int(member)
    members[index].gamingRuns &+= 1
    let stream = key.stream(
      .gamingRun, entity: firstEmployee + index, index: members[index].gamingRuns)
    let run = runs.insert(
      AgentRun(
        owner: member, item: -1, sessionsLeft: .max, requestsLeft: 0,
        technique: Int8(technique.rawValue), automated: automated, cold: true,
        tokenBudget: tokens, sessionTokens: 0, stream: stream))
    startSession(run, in: &scheduler)
  }

  /// Hours between the end of one working day and the next morning in which unattended runs go on.
  private static let automatedHoursPerDay = 14.0

  private func tokensPerAutomatedHour(of member: Int32) -> Double {
    let latency = max(platform.latencyHours.mean ?? 1, 1e-6)
    let tokens = (platform.promptTokens.mean ?? 0) + (platform.outputTokens.mean ?? 0)
    return tokens * members[Int(member)].tokenFactor / latency
  }

  /// Junk that a gaming session leaves for review: it takes reviewers' time, and harm hides in it.
  ///
  /// The number of changes is the expected number for the session's tokens, rounded at random
  /// without bias. A technique that opens no changes touches no repository and hides no harm.
  mutating func openJunkChanges(
    _ run: Int32, write: Double, deploy: Double, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    let technique = behaviour.techniques[Int(runs[run].technique)]
    guard technique.changesPerMegatoken > 0 else { return }
    let expected = runs[run].sessionTokens / 1e6 * technique.changesPerMegatoken
    let changes = Int(expected + runs[run].stream.uniform())
    guard changes > 0 else { return }
    let perChange = Float(1 / expected)
    for _ in 0..<changes {
      let owner = runs[run].owner
      let reviewHours = max(0, review.duration.sample(from: &runs[run].stream))
      let luck = ItemLuck(
        agent: 0, success: 1, defect: 1, notice: 1, catching: Float(runs[run].stream.uniform()),
        harmCatching: Float(runs[run].stream.uniform()), deploy: 1,
        incident: Float(runs[run].stream.uniform()))
      let slot = items.insert(
        WorkItem(
          kind: 0, activity: .task, priority: UInt8(review.priority),
          flags: [.junk, .usesAgent, .started], maker: owner, team: members[Int(owner)].team,
          subject: -1, size: 0, remainingHours: 0, value: 0, difficulty: 0.5,
          successProbability: 0, luck: luck, arrivedAt: scheduler.now, openedAt: scheduler.now,
          latentWrite: Float(write) * perChange, latentDeploy: Float(deploy) * perChange,
          sourceEntity: 0, identity: 0, ticket: nil, overdue: nil,
          reviewHours: Float(reviewHours), reworkFactor: 0))
      openChange(slot, in: &scheduler)
    }
  }

  /// On the last working day, members who top up look whether they miss the threshold.
  mutating func scheduleThresholdCheck(
    of team: Int32, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    guard thresholdProbe != nil else { return }
    let calendar = teams[Int(team)].calendar
    let local = scheduler.now + calendar.timeZoneOffset
    let isFriday = Int((local / 24).rounded(.down)) % 7 == 4
    guard isFriday else { return }
    for member in teams[Int(team)].members
    where members[Int(member)].techniques.contains(.topUp) {
      scheduler.schedule(
        .checkThreshold(member: member), after: Office.hoursIntoLastDay)
    }
  }

  /// Hours into the last working day at which people look at their figure for the week.
  private static let hoursIntoLastDay = 5.0
  /// Hours until a member who topped up looks again.
  private static let hoursBetweenChecks = 1.0

  mutating func checkThreshold(_ member: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let index = Int(member)
    guard let probe = thresholdProbe, members[index].techniques.contains(.topUp),
      !probe.isMet(by: telemetry[index], of: firstEmployee + index)
    else { return }
    let parameters = behaviour.techniques[Technique.topUp.rawValue]
    offer(
      makeChore(.gaming, hours: parameters.hours, by: member, at: scheduler.now), in: &scheduler)
    startGamingRun(
      by: member, technique: .topUp, tokens: parameters.tokens, automated: false, in: &scheduler)
    if isAtWork(member, at: scheduler.now + Office.hoursBetweenChecks) {
      scheduler.schedule(.checkThreshold(member: member), after: Office.hoursBetweenChecks)
    }
  }
}

extension Member {
  /// The technique that burns tokens this week, if any.
  var tokenTechnique: Technique? {
    ActionProfile(agentShareIndex: 0, techniques: techniques).tokenTechnique
  }
}
