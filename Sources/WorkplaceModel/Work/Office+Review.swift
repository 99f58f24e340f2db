import EventKernel

/// Changes wait for team-mates whose review hours are finite.
extension Office {
  /// Opens a change for review; it is merged without one when the patience runs out.
  mutating func openChange(_ slot: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let maker = items[slot].maker
    let team = members[Int(maker)].team
    telemetry[Int(maker)].changesOpened += 1
    if items[slot].flags.contains(.usesAgent) { telemetry[Int(maker)].changesOpenedWithAgent += 1 }
    reviewWeek.opened += 1
    if items[slot].flags.contains(.junk) { reviewWeek.junk += 1 }
    teams[Int(team)].reviewHoursAsked += Double(items[slot].reviewHours)
    items[slot].openedAt = scheduler.now
    items[slot].overdue = scheduler.schedule(.overdue(item: slot), after: review.patienceHours)
    items[slot].ticket = lines.enqueue(slot, line: reviews(of: team), band: 0)
    guard teams[Int(team)].idle > 0, teams[Int(team)].isOpen(at: scheduler.now) else {
      return
    }
    for member in teams[Int(team)].members
    where members[Int(member)].isIdle && member != maker && members[Int(member)].reviewHoursLeft > 0
    {
      takeNext(member, in: &scheduler)
      return
    }
  }

  /// The first change in the team's line that the member did not make.
  @inline(__always) func reviewable(by member: Int32) -> WaitingRoom<Int32>.Ticket? {
    let line = reviews(of: members[Int(member)].team)
    guard let first = lines.first(line: line) else { return nil }
    if items[first.element].maker != member { return first.ticket }
    var found: WaitingRoom<Int32>.Ticket?
    lines.forEach(line: line) { slot, _, ticket in
      if found == nil, items[slot].maker != member { found = ticket }
    }
    return found
  }

  /// Takes a change out of the line and makes its review an item of work.
  mutating func takeForReview(
    _ ticket: WaitingRoom<Int32>.Ticket, by member: Int32, at now: Double
  ) -> Int32? {
    guard let change = lines.withdraw(ticket) else { return nil }
    items[change].ticket = nil
    reviewWeek.waitHours += now - items[change].openedAt
    var task = items[change]
    task.activity = .review
    task.priority = UInt8(review.priority)
    task.flags = []
    task.subject = change
    task.size = Double(items[change].reviewHours)
    task.arrivedAt = now
    task.overdue = nil
    return items.insert(task)
  }

  /// Probability that a review by a member notices what is wrong with a change.
  ///
  /// The one place where the quality of reviews is decided: d = d_0 times what fatigue has left of
  /// the reviewer's attention (MODEL 1.9). What saturation does is the queue's.
  @inline(__always) func catchProbability(of reviewer: Int32) -> Double {
    review.catchProbability * members[Int(reviewer)].attention
  }

  /// Books how much of a week's review hours the changes opened in it ask for, team by team.
  ///
  /// That is the utilisation of queueing theory, arrival rate times service time over servers, with
  /// the week as its unit of time; above 0.95 a week counts as saturated (MODEL 4).
  mutating func closeReviewWeek() {
    for team in teams.indices {
      let available = teams[team].reviewHoursGranted
      if available > 0 {
        reviewWeek.teamWeeks += 1
        if teams[team].reviewHoursAsked > 0.95 * available { reviewWeek.saturatedWeeks += 1 }
        reviewWeek.hoursAsked += teams[team].reviewHoursAsked
        reviewWeek.hoursGranted += available
      }
      teams[team].reviewHoursAsked = 0
      teams[team].reviewHoursGranted = 0
    }
  }

  mutating func completeReview(
    _ slot: Int32, by member: Int32, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    let change = items[slot].subject
    items.remove(slot)
    reviewWeek.reviewed += 1
    telemetry[Int(member)].reviews += 1
    if let overdue = items[change].overdue { scheduler.cancel(overdue) }
    items[change].overdue = nil
    let catching = catchProbability(of: member)
    items[change].catchProbability = Float(catching)
    let item = items[change]
    if item.flags.contains(.junk) {
      // Junk is closed; what the agent did on the way is stopped if the reviewer notices.
      doLatentHarm(of: change, in: &scheduler)
      items.remove(change)
      return
    }
    let isFound = item.flags.contains(.defective) && Double(item.luck.catching) < catching
    if isFound {
      reviewWeek.caught += 1
      telemetry[Int(item.maker)].errorsReported += 1
      sendBack(change, to: item.maker, in: &scheduler)
    } else {
      accept(change, in: &scheduler)
    }
  }

  /// Nobody came: the change is merged as it is.
  ///
  /// A review that has begun is waited for.
  mutating func mergeUnreviewed(_ slot: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    guard let ticket = items[slot].ticket, lines.withdraw(ticket) != nil else { return }
    items[slot].ticket = nil
    items[slot].overdue = nil
    reviewWeek.overdue += 1
    reviewWeek.waitHours += scheduler.now - items[slot].openedAt
    if items[slot].flags.contains(.junk) {
      doLatentHarm(of: slot, in: &scheduler)
      items.remove(slot)
    } else {
      accept(slot, in: &scheduler)
    }
  }
}
