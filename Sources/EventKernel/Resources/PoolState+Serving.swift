extension PoolState {
  /// Serves the line from its front as far as the units reach, and records what has changed.
  ///
  /// Returns whether the caller's own request, at a place, was granted; that one gets no notice.
  @inlinable @discardableResult
  mutating func serveLine(at time: Double, caller: Int) -> Bool {
    var isCallerGranted = false
    while true {
      let next = claims.firstPlace(line: Self.waitingLine)
      guard next >= 0 else { break }
      let priority = Int(claims.places[next].band)
      let units = Int(claims.places[next].element.units)
      if units > unitsFree {
        guard isPreemptive && makeRoom(for: units, priority: priority) else { break }
      }
      claims.unlink(next)
      hold(next, priority: priority, at: time)
      if next == caller {
        isCallerGranted = true
      } else {
        post(next)
      }
    }
    record.unitsInUse.set(Double(unitsInUse), at: time)
    record.queueLength.set(Double(waitingCount), at: time)
    return isCallerGranted
  }

  /// Gives the occupant of a place, which is in no line, its units.
  @inlinable mutating func hold(_ place: Int, priority: Int, at time: Double) {
    claims.link(place, line: Self.holdingLine, band: priority)
    let request = claims.places[place].element
    claims.places[place].element.changes = request.changes &+ 1
    unitsInUse &+= Int(request.units)
    if isPreemptive { unitsHeld[priority] &+= Int(request.units) }
    // A resumed customer's wait was counted when it was first served.
    if request.changes == 0 { record.recordGrant(waited: time - request.requested) }
  }

  @inlinable mutating func giveBack(_ place: WaitingLists<Request>.Place) {
    unitsInUse &-= Int(place.element.units)
    if isPreemptive { unitsHeld[Int(place.band)] &-= Int(place.element.units) }
  }

  /// Evicts holders of lower priority until units fit; does nothing when they never would.
  @inline(never) @inlinable mutating func makeRoom(for units: Int, priority: Int) -> Bool {
    guard units <= unitsFree &+ unitsEvictable(below: priority) else { return false }
    while units > unitsFree { evictLast() }
    return true
  }

  /// Takes the units from the holder of lowest priority who was served last.
  @inlinable mutating func evictLast() {
    let victim = claims.lastPlace(line: Self.holdingLine)
    precondition(victim >= 0, "units in use are held by somebody")
    giveBack(claims.places[victim])
    claims.unlink(victim)
    claims.linkAtFront(victim, line: Self.waitingLine, band: Int(claims.places[victim].band))
    claims.places[victim].element.changes &+= 1
    record.preemptions &+= 1
    post(victim)
  }

  /// Units held at priorities strictly lower than the given one.
  @inlinable func unitsEvictable(below priority: Int) -> Int {
    var units = 0
    for lower in (priority &+ 1)..<unitsHeld.count { units &+= unitsHeld[lower] }
    return units
  }

  @inlinable mutating func post(_ place: Int) {
    notices.append(
      PendingNotice(claim: claim(at: place), changes: claims.places[place].element.changes))
  }

  @inlinable func claim(at place: Int) -> Claim {
    Claim(
      place: UInt32(truncatingIfNeeded: place), generation: claims.places[place].generation)
  }

  @inlinable func place(of claim: Claim) -> WaitingLists<Request>.Place? {
    claims.isCurrent(place: claim.place, generation: claim.generation)
      ? claims.places[Int(claim.place)] : nil
  }

  @inlinable func duplicate() -> PoolState {
    var copy = self
    copy.claims = claims.duplicate()
    copy.notices = notices.duplicate()
    copy.unitsHeld = unitsHeld.duplicate()
    return copy
  }

  @inlinable func deallocate() {
    claims.deallocate()
    notices.deallocate()
    unitsHeld.deallocate()
  }
}
