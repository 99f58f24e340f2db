/// Units of a resource that customers request, hold and give back.
///
/// Requests are served by priority (0 first), first-in first-out within a priority, and never out
/// of order: while the first in line does not fit, nobody behind it is served. A released unit goes
/// to the next in line within the same call (direct hand-off), so no customer can slip in between
/// and nobody is left waiting beside units that would serve them. In a preemptive pool a request
/// that does not fit evicts holders of strictly lower priority, the most recently served first;
/// an evicted customer keeps its claim and waits at the front of its priority.
///
/// A model learns of a grant at once when `request` says so, and otherwise by draining
/// `nextNotice()` after each call that may hand units on. Grants are in force before they are
/// delivered: no wake-up event is in flight that a timer at the same instant could overtake.
///
/// Nothing is allocated once the tables have grown to the largest number of claims.
public struct ResourcePool<Customer: BitwiseCopyable & Sendable>: Sendable {
  /// A customer's passage through the pool, from request to release or withdrawal.
  public struct Claim: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline let ticket: WaitingRoom<Request>.Ticket

    @inlinable init(_ ticket: WaitingRoom<Request>.Ticket) { self.ticket = ticket }
  }

  /// The answer to a request: the claim, and whether its units are held already.
  public struct Admission: Hashable, Sendable, BitwiseCopyable {
    /// The customer's claim, waiting or holding.
    public let claim: Claim
    /// Whether the units were granted at once.
    public let isGranted: Bool

    @inlinable init(claim: Claim, isGranted: Bool) {
      self.claim = claim
      self.isGranted = isGranted
    }
  }

  /// Something that happened to a customer other than the caller's.
  public struct Notice: Sendable, BitwiseCopyable {
    /// What happened.
    public enum Kind: Hashable, Sendable, BitwiseCopyable {
      /// The customer, who waited, now holds its units.
      case granted
      /// The customer lost its units and waits again at the front of its priority.
      case preempted
    }

    /// What happened.
    public let kind: Kind
    /// Whose claim it is.
    public let customer: Customer
    /// The claim, which stays valid.
    public let claim: Claim

    @inlinable init(kind: Kind, customer: Customer, claim: Claim) {
      self.kind = kind
      self.customer = customer
      self.claim = claim
    }
  }

  /// What a claim is at present.
  public enum Standing: Hashable, Sendable, BitwiseCopyable {
    /// In line.
    case waiting
    /// In possession of its units.
    case holding
  }

  /// Whether requests may evict holders of lower priority.
  public let isPreemptive: Bool
  /// Units that exist; after a reduction more may be in use until they are released.
  @inlinable public var capacity: Int { units }
  /// Units held by customers.
  @inlinable public var unitsInUse: Int { unitsHeld }
  /// What happened since the last reset.
  @inlinable public var statistics: PoolStatistics { record }

  @usableFromInline var units: Int
  @usableFromInline var unitsHeld = 0
  @usableFromInline var record: PoolStatistics
  @usableFromInline var claims: WaitingRoom<Request>
  @usableFromInline var notices: [PendingNotice] = []
  @usableFromInline var deliveredNotices = 0
  @usableFromInline var unitsHeldByPriority: [Int]

  /// Creates an idle pool.
  ///
  /// - Parameters:
  ///   - capacity: units that exist; not negative.
  ///   - priorities: number of priority levels, 1 to 64; level 0 is served first.
  ///   - isPreemptive: whether requests may evict holders of lower priority.
  ///   - time: clock time from which statistics are kept.
  public init(
    capacity: Int, priorities: Int = 1, isPreemptive: Bool = false, at time: Double = 0
  ) {
    precondition(capacity >= 0, "a capacity is not negative")
    units = capacity
    self.isPreemptive = isPreemptive
    claims = WaitingRoom(lines: 2, bands: priorities)
    unitsHeldByPriority = Array(repeating: 0, count: priorities)
    record = PoolStatistics(capacity: capacity, at: time)
  }

  /// Requests units; the admission says whether they are held at once or waited for.
  ///
  /// In a preemptive pool, drain `nextNotice()` afterwards to learn who was evicted.
  @inlinable public mutating func request(
    _ customer: Customer, units: Int = 1, priority: Int = 0, at time: Double
  ) -> Admission {
    precondition(units > 0, "a request is for at least one unit")
    record.requests &+= 1
    if claims.isEmpty(line: Self.waitingLine) && units <= self.units &- unitsHeld {
      let served = Request(customer: customer, units: units, requested: time, changes: 1)
      let ticket = claims.enqueue(served, line: Self.holdingLine, band: priority)
      take(units, priority: priority, at: time)
      record.recordGrant(waited: 0)
      return Admission(claim: Claim(ticket), isGranted: true)
    }
    let request = Request(customer: customer, units: units, requested: time, changes: 0)
    let ticket = claims.enqueue(request, line: Self.waitingLine, band: priority)
    record.queueLength.add(1, at: time)
    return Admission(claim: Claim(ticket), isGranted: serveLine(at: time, caller: ticket))
  }

  /// Gives the units of a claim back and hands them to whoever is next.
  ///
  /// Returns the customer, or nil when the claim does not hold units (stale, waiting or evicted).
  /// Drain `nextNotice()` afterwards to learn who was served.
  @inlinable @discardableResult
  public mutating func release(_ claim: Claim, at time: Double) -> Customer? {
    guard let place = claims.position(claim.ticket), place.line == Self.holdingLine,
      let request = claims.withdraw(claim.ticket)
    else { return nil }
    giveBack(request.units, priority: place.band, at: time)
    record.releases &+= 1
    if !claims.isEmpty(line: Self.waitingLine) { serveLine(at: time, caller: nil) }
    return request.customer
  }

  /// Leaves the line before being served (reneging, a timeout, an interrupt).
  ///
  /// Returns the customer, or nil when the claim is not waiting: a grant at the same instant, once
  /// made, stands, and has to be released. Drain `nextNotice()` afterwards: when the first in line
  /// leaves, those behind it may fit.
  @inlinable @discardableResult
  public mutating func withdraw(_ claim: Claim, at time: Double) -> Customer? {
    guard let place = claims.position(claim.ticket), place.line == Self.waitingLine,
      let request = claims.withdraw(claim.ticket)
    else { return nil }
    record.queueLength.add(-1, at: time)
    record.withdrawals &+= 1
    if !claims.isEmpty(line: Self.waitingLine) { serveLine(at: time, caller: nil) }
    return request.customer
  }

  /// Changes the number of units, as at the beginning and end of a shift.
  ///
  /// New units are handed out at once. After a reduction, units in use stay with their holders
  /// until released, unless `evicting` is true: then holders lose them, lowest priority and most
  /// recently served first. Drain `nextNotice()` afterwards.
  @inlinable public mutating func setCapacity(
    _ capacity: Int, at time: Double, evicting: Bool = false
  ) {
    precondition(capacity >= 0, "a capacity is not negative")
    units = capacity
    record.capacity.set(Double(capacity), at: time)
    while evicting && unitsHeld > capacity && evictLast(at: time) {}
    serveLine(at: time, caller: nil)
  }

  /// The oldest notice not yet delivered; nil when there is none.
  @inlinable public mutating func nextNotice() -> Notice? {
    while deliveredNotices < notices.count {
      let notice = notices[deliveredNotices]
      deliveredNotices &+= 1
      // A claim that ended, or changed again, before delivery has nothing to be told.
      if let request = claims.element(notice.ticket), request.changes == notice.changes {
        return Notice(kind: notice.kind, customer: request.customer, claim: Claim(notice.ticket))
      }
    }
    if deliveredNotices > 0 {
      notices.removeAll(keepingCapacity: true)
      deliveredNotices = 0
    }
    return nil
  }

  /// Forgets what happened so far, at the end of a warm-up; customers and claims stay.
  @inlinable public mutating func resetStatistics(at time: Double) {
    record.reset(at: time)
  }
}
