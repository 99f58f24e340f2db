extension ResourcePool {
  /// Units neither held nor withdrawn by a reduction of capacity.
  @inlinable public var unitsFree: Int { Swift.max(0, capacity - unitsInUse) }

  /// Customers in line.
  @inlinable public var waitingCount: Int { claims.count(line: Self.waitingLine) }

  /// Customers holding units.
  @inlinable public var holdingCount: Int { claims.count(line: Self.holdingLine) }

  /// Customers in line at one priority.
  @inlinable public func waitingCount(priority: Int) -> Int {
    claims.count(line: Self.waitingLine, band: priority)
  }

  /// Whether a claim waits or holds; nil when it has ended.
  @inlinable public func standing(of claim: Claim) -> Standing? {
    guard let place = claims.position(claim.ticket) else { return nil }
    return place.line == Self.holdingLine ? .holding : .waiting
  }

  /// The customer a claim belongs to; nil when the claim has ended.
  @inlinable public func customer(of claim: Claim) -> Customer? {
    claims.element(claim.ticket)?.customer
  }

  /// Visits the customers in line in the order in which they would be served.
  @inlinable public func forEachWaiting(
    _ body: (_ customer: Customer, _ priority: Int, _ claim: Claim) throws -> Void
  ) rethrows {
    try claims.forEach(line: Self.waitingLine) { try body($0.customer, $1, Claim($2)) }
  }

  /// Visits the customers holding units, by priority and then by the time they were served.
  @inlinable public func forEachHolding(
    _ body: (_ customer: Customer, _ priority: Int, _ claim: Claim) throws -> Void
  ) rethrows {
    try claims.forEach(line: Self.holdingLine) { try body($0.customer, $1, Claim($2)) }
  }
}
