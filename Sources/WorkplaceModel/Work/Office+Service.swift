import EventKernel

/// Members take items in order of priority, work on them in working hours and finish them.
///
/// Small questions are marked for inlining: called out of line on a value this large, each would
/// copy the whole office.
extension Office {
  /// Line of a member's own items.
  func inbox(of member: Int32) -> Int { Int(member) }
  /// Line of what belongs to the whole team.
  func backlog(of team: Int32) -> Int { members.count + Int(team) }
  /// Line of the changes that wait for a reviewer.
  func reviews(of team: Int32) -> Int { members.count + teams.count + Int(team) }

  /// Brings an item to those who can work on it: someone idle takes it at once, someone busy with
  /// less important work may be interrupted, else it waits.
  mutating func offer(_ slot: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let maker = items[slot].maker
    if maker >= 0 {
      if members[Int(maker)].isIdle {
        if isAtWork(maker, at: scheduler.now) {
          begin(slot, by: maker, in: &scheduler)
          return
        }
      } else if canInterrupt(slot, maker) {
        interrupt(maker, for: slot, in: &scheduler)
        return
      }
      wait(slot, in: inbox(of: maker), in: &scheduler)
    } else {
      let team = items[slot].team
      if let member = whoCanStart(slot, inTeam: team, at: scheduler.now) {
        if members[Int(member)].isIdle {
          begin(slot, by: member, in: &scheduler)
        } else {
          interrupt(member, for: slot, in: &scheduler)
        }
        return
      }
      wait(slot, in: backlog(of: team), in: &scheduler)
    }
  }

  @inline(__always) func isAtWork(_ member: Int32, at now: Double) -> Bool {
    teams[Int(members[Int(member)].team)].isOpen(at: now)
  }

  @inline(__always) private func canInterrupt(_ slot: Int32, _ member: Int32) -> Bool {
    let current = members[Int(member)].current
    return current >= 0 && items[slot].activity.isWorkOfAKind
      && kinds[Int(items[slot].kind)].preempts && items[slot].priority < items[current].priority
  }

  /// An idle member, or else one whose work is the least important and may be interrupted.
  private func whoCanStart(_ slot: Int32, inTeam team: Int32, at now: Double) -> Int32? {
    guard teams[Int(team)].isOpen(at: now) else { return nil }
    let people = teams[Int(team)].members
    if teams[Int(team)].idle > 0 {
      for member in people where members[Int(member)].isIdle { return member }
    }
    guard kinds[Int(items[slot].kind)].preempts else { return nil }
    var candidate: Int32?
    for member in people where canInterrupt(slot, member) {
      guard let best = candidate else {
        candidate = member
        continue
      }
      let isLessImportant =
        items[members[Int(member)].current].priority > items[members[Int(best)].current].priority
      if isLessImportant { candidate = member }
    }
    return candidate
  }

  private mutating func wait(
    _ slot: Int32, in line: Int, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    items[slot].ticket = lines.enqueue(slot, line: line, band: Int(items[slot].priority))
    if items[slot].activity.isWorkOfAKind {
      changeQueue(of: items[slot].kind, by: 1, at: scheduler.now)
    }
    wakeAtOpening(team: items[slot].team, in: &scheduler)
  }

  /// Makes sure that idle members look around when their hours begin again.
  private mutating func wakeAtOpening(team: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let index = Int(team)
    guard
      teams[index].idle > 0, teams[index].wakesAt <= scheduler.now,
      !teams[index].isOpen(at: scheduler.now)
    else { return }
    let opening = teams[Int(team)].calendar.nextOpening(at: scheduler.now)
    teams[Int(team)].wakesAt = opening
    scheduler.schedule(.opens(team: team), at: opening)
  }

  /// Working hours begin: the idle look around.
  mutating func open(_ team: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    for member in teams[Int(team)].members where members[Int(member)].isIdle {
      takeNext(member, in: &scheduler)
    }
  }

  mutating func changeQueue(of kind: Int16, by change: Int, at now: Double) {
    waiting[Int(kind)].add(Double(change), at: now)
  }

  /// Starts, or resumes, work on an item.
  mutating func begin(
    _ slot: Int32, by member: Int32, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    let now = scheduler.now
    let index = Int(member)
    let team = Int(members[index].team)
    if members[index].isIdle { teams[team].idle -= 1 }
    members[index].take(slot, at: now)
    if !items[slot].flags.contains(.started) {
      items[slot].flags.insert(.started)
      if items[slot].activity.isWorkOfAKind { recordStart(of: slot, at: now) }
      prepare(slot, for: member, in: &scheduler)
    }
    let end = teams[team].time(
      afterWork: items[slot].remainingHours, at: members[index].stretchPace, from: now)
    members[index].completion = scheduler.schedule(.finish(member: member), at: end)
  }

  private mutating func recordStart(of slot: Int32, at now: Double) {
    work[Int(items[slot].kind)].recordStart(afterWaiting: now - items[slot].arrivedAt)
  }

  /// Decides how the member goes about the item, and so how long it takes.
  private mutating func prepare(
    _ slot: Int32, for member: Int32, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    let index = Int(member)
    switch items[slot].activity {
    case .task, .message:
      items[slot].maker = member
      let usesAgent = items[slot].luck.agent < members[index].agentShare
      let speed = usesAgent ? members[index].agentSpeed : members[index].manualSpeed
      var hours = items[slot].size / speed
      if items[slot].activity == .task, members[index].techniques.contains(.cornerCutting) {
        hours *= 1 - behaviour.cornerCutting
      }
      items[slot].remainingHours = hours
      if usesAgent {
        items[slot].flags.insert(.usesAgent)
        if members[index].agentSpeed > members[index].manualSpeed {
          items[slot].flags.insert(.fasterWithAgent)
        }
        startRun(for: slot, lasting: hours, in: &scheduler)
      }
    case .rework:
      items[slot].remainingHours = items[slot].size / members[index].manualSpeed
    case .review, .repair:
      items[slot].remainingHours = items[slot].size
    case .gaming:
      items[slot].remainingHours = items[slot].size
      startGamingRuns(by: member, in: &scheduler)
    case .building:
      items[slot].remainingHours = items[slot].size
    }
  }

  private mutating func interrupt(
    _ member: Int32, for slot: Int32, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    let index = Int(member)
    let current = members[index].current
    putAside(current, by: member, in: &scheduler)
    begin(slot, by: member, in: &scheduler)
  }

  /// Puts the item in hand back at the head of the member's own line.
  private mutating func putAside(
    _ current: Int32, by member: Int32, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    let index = Int(member)
    if let completion = members[index].completion { scheduler.cancel(completion) }
    let done = workedHours(by: member, until: scheduler.now)
    account(done, for: current, by: member)
    items[current].remainingHours = max(0, items[current].remainingHours - done)
    let line = inbox(of: member)
    let band = Int(items[current].priority)
    let ticket = lines.enqueue(current, line: line, band: band)
    lines.move(ticket, toLine: line, band: band, atFront: true)
    items[current].ticket = ticket
  }

  private func workedHours(by member: Int32, until now: Double) -> Double {
    let team = Int(members[Int(member)].team)
    return teams[team].calendar.openHours(from: members[Int(member)].resumedAt, to: now)
      * teams[team].focus * members[Int(member)].stretchPace
  }

  /// The item in hand is finished: its consequences follow, then the member takes the next one.
  mutating func finish(_ member: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let index = Int(member)
    let slot = members[index].current
    members[index].completion = nil
    account(items[slot].remainingHours, for: slot, by: member)
    items[slot].remainingHours = 0
    // Neither idle nor interruptible until the consequences are in place, so that nothing the item
    // sets off is handed over ahead of what already waits.
    members[index].current = Member.betweenItems
    conclude(slot, by: member, in: &scheduler)
    takeNext(member, in: &scheduler)
  }

  /// Books hours under what they were spent on.
  private mutating func account(_ hours: Double, for slot: Int32, by member: Int32) {
    let index = Int(member)
    telemetry[index].hoursWorked += hours
    switch items[slot].activity {
    case .task:
      if items[slot].flags.contains(.usesAgent) {
        truth[index].agentHours += hours
      } else {
        truth[index].manualHours += hours
      }
    case .message:
      truth[index].messageHours += hours
      if items[slot].flags.contains(.usesAgent) { truth[index].agentMessageHours += hours }
    case .review:
      truth[index].reviewHours += hours
      members[index].reviewHoursLeft -= hours
    case .rework: truth[index].reworkHours += hours
    case .repair: truth[index].incidentHours += hours
    case .gaming: truth[index].gamingHours += hours
    case .building: truth[index].buildingHours += hours
    }
  }

  /// Chooses what a free member does next; they become idle when there is nothing.
  mutating func takeNext(_ member: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let index = Int(member)
    let team = members[index].team
    let now = scheduler.now
    if isAtWork(member, at: now), let slot = nextItem(for: member, at: now) {
      begin(slot, by: member, in: &scheduler)
    } else if !members[index].isIdle {
      members[index].current = Member.idle
      teams[Int(team)].idle += 1
    }
  }

  /// The most important item within the member's reach; equals in order of arrival.
  private mutating func nextItem(for member: Int32, at now: Double) -> Int32? {
    let team = members[Int(member)].team
    let own = lines.first(line: inbox(of: member))
    let common = lines.first(line: backlog(of: team))
    let change =
      members[Int(member)].reviewHoursLeft > 0 ? reviewable(by: member) : nil
    var band = Int.max
    var chosen: WaitingRoom<Int32>.Ticket?
    var isCommon = false
    if let own {
      band = own.band
      chosen = own.ticket
    }
    if let common, common.band < band || (common.band == band && isEarlier(common.element, own)) {
      band = common.band
      chosen = common.ticket
      isCommon = true
    }
    if let change, review.priority < band { return takeForReview(change, by: member, at: now) }
    guard let chosen else { return pullFromBacklog(member, at: now) }
    let ticket =
      isCommon && members[Int(member)].techniques.contains(.cherryPicking)
      ? easiest(inLine: backlog(of: team), band: band) ?? chosen : chosen
    guard let slot = lines.withdraw(ticket) else { return nil }
    items[slot].ticket = nil
    if !items[slot].flags.contains(.started), items[slot].activity.isWorkOfAKind {
      changeQueue(of: items[slot].kind, by: -1, at: now)
    }
    return slot
  }

  @inline(__always) private func isEarlier(
    _ slot: Int32, _ other: (element: Int32, band: Int, ticket: WaitingRoom<Int32>.Ticket)?
  ) -> Bool {
    guard let other else { return true }
    // Work that was put aside goes first: it has no claim to be older, it has been started.
    if items[other.element].flags.contains(.started) { return false }
    return items[slot].arrivedAt < items[other.element].arrivedAt
  }

  /// The easiest of the first items of a band, for a member who picks cherries.
  private func easiest(inLine line: Int, band: Int) -> WaitingRoom<Int32>.Ticket? {
    var looked = 0
    var best: (difficulty: Float, ticket: WaitingRoom<Int32>.Ticket)?
    lines.forEach(line: line) { slot, itsBand, ticket in
      guard itsBand == band, looked < max(behaviour.visibleItems, 2) else { return }
      looked += 1
      if best.map({ items[slot].difficulty < $0.difficulty }) ?? true {
        best = (items[slot].difficulty, ticket)
      }
    }
    return best?.ticket
  }

  /// A working day starts: review hours are fresh, gaming chores are due, the idle look around.
  mutating func startDay(of team: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    scheduleNextDay(of: team, in: &scheduler)
    teams[Int(team)].reviewHoursGranted +=
      review.hoursPerDay * Double(teams[Int(team)].members.count)
    teams[Int(team)].beginDay(at: scheduler.now)
    for member in teams[Int(team)].members {
      let index = Int(member)
      members[index].reviewHoursLeft = min(
        review.hoursPerDay, members[index].reviewHoursLeft + review.hoursPerDay)
      if members[index].gamingHoursPerDay > 0 {
        offer(
          makeChore(
            .gaming, hours: members[index].gamingHoursPerDay, by: member, at: scheduler.now),
          in: &scheduler)
      }
      if members[index].buildingHoursPerDay > 0 {
        offer(
          makeChore(
            .building, hours: members[index].buildingHoursPerDay, by: member, at: scheduler.now),
          in: &scheduler)
      }
      if members[index].isIdle { takeNext(member, in: &scheduler) }
    }
    scheduleThresholdCheck(of: team, in: &scheduler)
  }

  /// Schedules the beginning of the next working day, which is at least an hour away.
  mutating func scheduleNextDay(of team: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let calendar = teams[Int(team)].calendar
    guard calendar.weeklyHours > 0 else { return }
    let localMidnight =
      ((scheduler.now + calendar.timeZoneOffset) / 24).rounded(.down) * 24 + 24
      - calendar.timeZoneOffset
    scheduler.schedule(
      .dayStarts(team: team), at: calendar.nextOpening(at: localMidnight), priority: -1)
  }
}

extension Activity {
  /// Whether the item is one of the scenario's kinds of work, whose queue is reported.
  var isWorkOfAKind: Bool { self == .task || self == .message }
}
