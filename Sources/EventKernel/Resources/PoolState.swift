/// The state of a resource pool and the rules by which units change hands.
@usableFromInline
struct PoolState<Customer: BitwiseCopyable & Sendable>: BufferBundle, Sendable {
  @usableFromInline typealias Claim = ResourcePool<Customer>.Claim
  @usableFromInline typealias Admission = ResourcePool<Customer>.Admission
  @usableFromInline typealias Notice = ResourcePool<Customer>.Notice

  /// One customer's request while it waits or holds.
  @usableFromInline struct Request: BitwiseCopyable, Sendable {
    @usableFromInline let customer: Customer
    @usableFromInline let requested: Double
    @usableFromInline let units: Int32
    /// Grants and evictions so far; odd while holding.
    @usableFromInline var changes: UInt32

    @inlinable init(customer: Customer, requested: Double, units: Int32, changes: UInt32) {
      self.customer = customer
      self.requested = requested
      self.units = units
      self.changes = changes
    }
  }

  /// A notice not yet delivered; void when its claim has changed since.
  @usableFromInline struct PendingNotice: BitwiseCopyable, Sendable {
    @usableFromInline let claim: Claim
    @usableFromInline let changes: UInt32

    @inlinable init(claim: Claim, changes: UInt32) {
      self.claim = claim
      self.changes = changes
    }
  }

  @usableFromInline let isPreemptive: Bool
  @usableFromInline var capacity: Int
  @usableFromInline var unitsInUse = 0
  @usableFromInline var claims: WaitingLists<Request>
  @usableFromInline var notices = Buffer<PendingNotice>()
  @usableFromInline var deliveredNotices = 0
  /// Units held at each priority; kept in preemptive pools only.
  @usableFromInline var unitsHeld: Buffer<Int>
  @usableFromInline var record: PoolStatistics

  @inlinable static var waitingLine: Int { 0 }
  @inlinable static var holdingLine: Int { 1 }

  @inlinable init(capacity: Int, priorities: Int, isPreemptive: Bool, at time: Double) {
    precondition(capacity >= 0, "a capacity is not negative")
    self.capacity = capacity
    self.isPreemptive = isPreemptive
    claims = WaitingLists(lines: 2, bands: priorities)
    unitsHeld = Buffer(repeating: 0, count: priorities)
    record = PoolStatistics(capacity: capacity, at: time)
  }

  @inlinable var unitsFree: Int { capacity &- unitsInUse }
  @inlinable var waitingCount: Int { claims.lines[Self.waitingLine].count }

  @inlinable mutating func request(
    _ customer: Customer, units: Int, priority: Int, at time: Double
  ) -> Admission {
    precondition(units > 0 && units <= Int(Int32.max), "a request is for at least one unit")
    record.requests &+= 1
    let place = claims.occupyPlace(
      with: Request(
        customer: customer, requested: time, units: Int32(truncatingIfNeeded: units), changes: 0))
    let isServed = claims.lines[Self.waitingLine].occupiedBands == 0 && units <= unitsFree
    if isServed {
      hold(place, priority: priority, at: time)
      record.unitsInUse.set(Double(unitsInUse), at: time)
      return Admission(claim: claim(at: place), isGranted: true)
    }
    claims.link(place, line: Self.waitingLine, band: priority)
    if unitsFree <= 0 && !isPreemptive {
      record.queueLength.set(Double(waitingCount), at: time)
      return Admission(claim: claim(at: place), isGranted: false)
    }
    let isGranted = serveLine(at: time, caller: place)
    return Admission(claim: claim(at: place), isGranted: isGranted)
  }

  @inlinable mutating func release(_ claim: Claim, at time: Double) -> Customer? {
    guard let place = place(of: claim), place.line == Int32(Self.holdingLine) else { return nil }
    giveBack(place)
    _ = claims.vacate(Int(claim.place))
    record.releases &+= 1
    if waitingCount == 0 {
      record.unitsInUse.set(Double(unitsInUse), at: time)
      return place.element.customer
    }
    serveLine(at: time, caller: -1)
    return place.element.customer
  }

  @inlinable mutating func withdraw(_ claim: Claim, at time: Double) -> Customer? {
    guard let place = place(of: claim), place.line == Int32(Self.waitingLine) else { return nil }
    _ = claims.vacate(Int(claim.place))
    record.withdrawals &+= 1
    serveLine(at: time, caller: -1)
    return place.element.customer
  }

  @inlinable mutating func setCapacity(_ capacity: Int, at time: Double, evicting: Bool) {
    precondition(capacity >= 0, "a capacity is not negative")
    self.capacity = capacity
    record.capacity.set(Double(capacity), at: time)
    if evicting {
      while unitsInUse > capacity { evictLast() }
    }
    serveLine(at: time, caller: -1)
  }

  @inlinable mutating func nextNotice() -> Notice? {
    while deliveredNotices < notices.count {
      let notice = notices[deliveredNotices]
      deliveredNotices &+= 1
      if deliveredNotices == notices.count {
        notices.removeAll()
        deliveredNotices = 0
      }
      // A claim that ended, or changed again, before delivery has nothing to be told.
      if let place = place(of: notice.claim), place.element.changes == notice.changes {
        return Notice(
          kind: notice.changes & 1 == 1 ? .granted : .preempted,
          customer: place.element.customer, claim: notice.claim)
      }
    }
    return nil
  }
}
