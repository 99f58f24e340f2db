extension ResourcePool {
  /// Units that exist; after a reduction more may be in use until they are released.
  @inlinable public var capacity: Int { state.reading.pointee.capacity }

  /// Units held by customers.
  @inlinable public var unitsInUse: Int { state.reading.pointee.unitsInUse }

  /// Units that nobody holds.
  @inlinable public var unitsFree: Int { Swift.max(0, state.reading.pointee.unitsFree) }

  /// Whether requests may evict holders of lower priority.
  @inlinable public var isPreemptive: Bool { state.reading.pointee.isPreemptive }

  /// What happened since the last reset.
  @inlinable public var statistics: PoolStatistics { state.reading.pointee.record }

  /// Customers in line.
  @inlinable public var waitingCount: Int { state.reading.pointee.waitingCount }

  /// Customers holding units.
  @inlinable public var holdingCount: Int {
    state.reading.pointee.claims.lines[PoolState<Customer>.holdingLine].count
  }

  /// Customers in line at one priority.
  @inlinable public func waitingCount(priority: Int) -> Int {
    let claims = state.reading.pointee.claims
    precondition(priority >= 0 && priority < claims.bands, "no such priority")
    return claims.queues[PoolState<Customer>.waitingLine &* claims.bands &+ priority].count
  }

  /// Whether a claim waits or holds; nil when it has ended.
  @inlinable public func standing(of claim: Claim) -> Standing? {
    guard let place = state.reading.pointee.place(of: claim) else { return nil }
    let isHolding = place.line == Int32(PoolState<Customer>.holdingLine)
    return isHolding ? .holding : .waiting
  }

  /// The customer a claim belongs to; nil when the claim has ended.
  @inlinable public func customer(of claim: Claim) -> Customer? {
    state.reading.pointee.place(of: claim)?.element.customer
  }

  /// Visits the customers in line in the order in which they would be served.
  @inlinable public func forEachWaiting(
    _ body: (_ customer: Customer, _ priority: Int, _ claim: Claim) throws -> Void
  ) rethrows {
    try forEach(line: PoolState<Customer>.waitingLine, body)
  }

  /// Visits the customers holding units, by priority and then by the time they were served.
  @inlinable public func forEachHolding(
    _ body: (_ customer: Customer, _ priority: Int, _ claim: Claim) throws -> Void
  ) rethrows {
    try forEach(line: PoolState<Customer>.holdingLine, body)
  }

  @inlinable func forEach(
    line: Int, _ body: (_ customer: Customer, _ priority: Int, _ claim: Claim) throws -> Void
  ) rethrows {
    let state = state.reading
    try state.pointee.claims.forEachPlace(line: line) { index in
      let place = state.pointee.claims.places[index]
      try body(place.element.customer, Int(place.band), state.pointee.claim(at: index))
    }
  }
}
