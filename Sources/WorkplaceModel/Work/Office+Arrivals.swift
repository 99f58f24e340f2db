import EventKernel
import Randomness

/// Items appear: from Poisson streams, or from a backlog that never runs dry.
extension Office {
  /// Schedules the first item of every source.
  mutating func startSources(in scheduler: inout Scheduler<OfficeEvent>) {
    for source in sources.indices { scheduleArrival(from: Int32(source), in: &scheduler) }
  }

  mutating func arrive(from source: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let index = Int(source)
    sources[index].count &+= 1
    let kind = sources[index].kind
    var stream = sources[index].stream
    let slot = makeItem(
      of: kind, from: &stream, entity: sources[index].entity,
      identity: UInt32(kind) << 26 | sources[index].count, at: scheduler.now)
    sources[index].stream = stream
    items[slot].maker = sources[index].member
    items[slot].team = sources[index].team
    scheduleArrival(from: source, in: &scheduler)
    work[Int(kind)].arrived += 1
    offer(slot, in: &scheduler)
  }

  /// Takes the next item of the backlog for a member with nothing else to do.
  ///
  /// A cherry-picker looks at several items and takes the easiest; the others go back to a backlog
  /// that has no end.
  mutating func pullFromBacklog(_ member: Int32, at now: Double) -> Int32? {
    let team = Int(members[Int(member)].team)
    guard let first = teams[team].backlogKinds.first else { return nil }
    var kind = first
    if teams[team].backlogKinds.count > 1 {
      let choice = members[Int(member)].backlogStream.index(below: teams[team].backlogKinds.count)
      kind = teams[team].backlogKinds[choice]
    }
    var slot = makeBacklogItem(of: kind, for: member, at: now)
    if members[Int(member)].techniques.contains(.cherryPicking) {
      for _ in 1..<max(behaviour.visibleItems, 2) {
        let other = makeBacklogItem(of: kind, for: member, at: now)
        let isEasier = items[other].difficulty < items[slot].difficulty
        items.remove(isEasier ? slot : other)
        if isEasier { slot = other }
      }
    }
    work[Int(kind)].arrived += 1
    return slot
  }

  private mutating func makeBacklogItem(of kind: Int16, for member: Int32, at now: Double) -> Int32
  {
    members[Int(member)].pulled &+= 1
    var stream = members[Int(member)].backlogStream
    let slot = makeItem(
      of: kind, from: &stream, entity: UInt32(firstEmployee) &+ UInt32(member),
      identity: 1 << 31 | members[Int(member)].pulled, at: now)
    members[Int(member)].backlogStream = stream
    items[slot].maker = member
    items[slot].team = members[Int(member)].team
    return slot
  }

  private mutating func scheduleArrival(
    from source: Int32, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    let index = Int(source)
    let mass = sources[index].stream.exponential(mean: 1) / sources[index].perWeek
    let offset = sources[index].timeZoneOffset
    let time =
      kinds[Int(sources[index].kind)].profile.advance(from: scheduler.now + offset, byWeeks: mass)
      - offset
    scheduler.schedule(.arrival(source: source), at: max(time, scheduler.now))
  }

  /// Draws everything that is the item's own: size, difficulty and luck.
  private mutating func makeItem(
    of kind: Int16, from stream: inout RandomStream, entity: UInt32, identity: UInt32,
    at now: Double
  ) -> Int32 {
    let index = Int(kind)
    let isTask = kinds[index].isTask
    var size = max(0, kinds[index].size.sample(from: &stream))
    var difficulty = 0.5
    var luck = ItemLuck.none
    var success = 1.0
    var flags: ItemFlags = []
    var reviewHours = 0.0
    var reworkFactor = 0.0
    if kinds[index].agentEligible { luck.agent = Float(stream.uniform()) }
    if kinds[index].untrustedShare > 0, stream.uniform() < kinds[index].untrustedShare {
      flags.insert(.untrusted)
    }
    if isTask {
      difficulty = min(max(kinds[index].difficulty.sample(from: &stream), 0), 1)
      size *= max(0, 1 + behaviour.difficultySize * (difficulty - 0.5))
      luck.success = Float(stream.uniform())
      luck.defect = Float(stream.uniform())
      luck.notice = Float(stream.uniform())
      luck.catching = Float(stream.uniform())
      luck.harmCatching = Float(stream.uniform())
      luck.deploy = Float(stream.uniform())
      luck.incident = Float(stream.uniform())
      if kinds[index].agentEligible {
        success = kinds[index].agentSuccess.sample(from: &stream)
      }
      if kinds[index].reviewed { reviewHours = max(0, review.duration.sample(from: &stream)) }
      reworkFactor = max(0, review.reworkSize.sample(from: &stream))
    }
    let value =
      size * kinds[index].valuePerHour
      * max(0, 1 + behaviour.difficultyValue * (difficulty - 0.5))
    return items.insert(
      WorkItem(
        kind: kind, activity: isTask ? .task : .message, priority: UInt8(kinds[index].priority),
        flags: flags, maker: -1, team: 0, subject: -1, size: size, remainingHours: 0,
        value: value, difficulty: Float(difficulty), successProbability: Float(success), luck: luck,
        arrivedAt: now, openedAt: now, latentWrite: 0, latentDeploy: 0, sourceEntity: entity,
        identity: identity, ticket: nil, overdue: nil, reviewHours: Float(reviewHours),
        reworkFactor: Float(reworkFactor)))
  }
}
