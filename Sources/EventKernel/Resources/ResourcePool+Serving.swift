extension ResourcePool {
  /// One customer's request while it waits or holds.
  @usableFromInline struct Request: Sendable, BitwiseCopyable {
    @usableFromInline let customer: Customer
    @usableFromInline let units: Int
    @usableFromInline let requested: Double
    /// Grants and evictions so far; odd while holding.
    @usableFromInline var changes: UInt32

    @inlinable init(customer: Customer, units: Int, requested: Double, changes: UInt32) {
      self.customer = customer
      self.units = units
      self.requested = requested
      self.changes = changes
    }
  }

  /// A notice not yet delivered; void when its claim has changed since.
  @usableFromInline struct PendingNotice: Sendable, BitwiseCopyable {
    @usableFromInline let kind: Notice.Kind
    @usableFromInline let ticket: WaitingRoom<Request>.Ticket
    @usableFromInline let changes: UInt32

    @inlinable init(kind: Notice.Kind, ticket: WaitingRoom<Request>.Ticket, changes: UInt32) {
      self.kind = kind
      self.ticket = ticket
      self.changes = changes
    }
  }

  @inlinable static var waitingLine: Int { 0 }
  @inlinable static var holdingLine: Int { 1 }

  /// Serves the line from its front as far as the units reach.
  ///
  /// Returns whether the caller's own request was granted; no notice is posted for that one.
  @inlinable @discardableResult
  mutating func serveLine(at time: Double, caller: WaitingRoom<Request>.Ticket?) -> Bool {
    var isCallerGranted = false
    while let next = claims.first(line: Self.waitingLine) {
      let lacking = next.element.units &- (units &- unitsHeld)
      if lacking > 0 {
        guard isPreemptive, lacking <= unitsEvictable(below: next.band) else { break }
        while next.element.units > units &- unitsHeld { evictLast(at: time) }
      }
      grant(next.element, ticket: next.ticket, priority: next.band, at: time)
      if next.ticket == caller {
        isCallerGranted = true
      } else {
        let changes = next.element.changes &+ 1
        notices.append(PendingNotice(kind: .granted, ticket: next.ticket, changes: changes))
      }
    }
    return isCallerGranted
  }

  @inlinable mutating func grant(
    _ request: Request, ticket: WaitingRoom<Request>.Ticket, priority: Int, at time: Double
  ) {
    claims.move(ticket, toLine: Self.holdingLine, band: priority)
    var served = request
    served.changes &+= 1
    claims.replace(ticket, with: served)
    record.queueLength.add(-1, at: time)
    take(request.units, priority: priority, at: time)
    // A resumed customer's first wait was counted when it was first served.
    if request.changes == 0 { record.recordGrant(waited: time - request.requested) }
  }

  /// Takes the units from the holder of lowest priority who was served last; false if there is none.
  @inlinable @discardableResult mutating func evictLast(at time: Double) -> Bool {
    guard let victim = claims.last(line: Self.holdingLine) else { return false }
    claims.move(victim.ticket, toLine: Self.waitingLine, band: victim.band, atFront: true)
    var evicted = victim.element
    evicted.changes &+= 1
    claims.replace(victim.ticket, with: evicted)
    giveBack(evicted.units, priority: victim.band, at: time)
    record.queueLength.add(1, at: time)
    record.preemptions &+= 1
    notices.append(
      PendingNotice(kind: .preempted, ticket: victim.ticket, changes: evicted.changes))
    return true
  }

  /// Units held at priorities strictly lower than the given one.
  @inlinable func unitsEvictable(below priority: Int) -> Int {
    var evictable = 0
    for lower in (priority + 1)..<unitsHeldByPriority.count {
      evictable &+= unitsHeldByPriority[lower]
    }
    return evictable
  }

  @inlinable mutating func take(_ units: Int, priority: Int, at time: Double) {
    unitsHeld &+= units
    unitsHeldByPriority[priority] &+= units
    record.unitsInUse.set(Double(unitsHeld), at: time)
  }

  @inlinable mutating func giveBack(_ units: Int, priority: Int, at time: Double) {
    unitsHeld &-= units
    unitsHeldByPriority[priority] &-= units
    record.unitsInUse.set(Double(unitsHeld), at: time)
  }
}
