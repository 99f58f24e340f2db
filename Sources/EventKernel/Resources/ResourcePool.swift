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
  @usableFromInline var state: CopyOnWrite<PoolState<Customer>>

  /// Creates an idle pool.
  ///
  /// - Parameters:
  ///   - capacity: units that exist; not negative.
  ///   - priorities: number of priority levels, 1 to 64; level 0 is served first.
  ///   - isPreemptive: whether requests may evict holders of lower priority.
  ///   - time: clock time from which statistics are kept.
  @inlinable public init(
    capacity: Int, priorities: Int = 1, isPreemptive: Bool = false, at time: Double = 0
  ) {
    state = CopyOnWrite(
      PoolState(
        capacity: capacity, priorities: priorities, isPreemptive: isPreemptive, at: time))
  }

  /// Requests units; the admission says whether they are held at once or waited for.
  ///
  /// In a preemptive pool, drain `nextNotice()` afterwards to learn who was evicted.
  @inlinable public mutating func request(
    _ customer: Customer, units: Int = 1, priority: Int = 0, at time: Double
  ) -> Admission {
    state.writing.pointee.request(customer, units: units, priority: priority, at: time)
  }

  /// Gives the units of a claim back and hands them to whoever is next.
  ///
  /// Returns the customer, or nil when the claim does not hold units (stale, waiting or evicted).
  /// Drain `nextNotice()` afterwards to learn who was served.
  @inlinable @discardableResult
  public mutating func release(_ claim: Claim, at time: Double) -> Customer? {
    state.writing.pointee.release(claim, at: time)
  }

  /// Leaves the line before being served (reneging, a timeout, an interrupt).
  ///
  /// Returns the customer, or nil when the claim is not waiting: a grant at the same instant, once
  /// made, stands, and has to be released. Drain `nextNotice()` afterwards: when the first in line
  /// leaves, those behind it may fit.
  @inlinable @discardableResult
  public mutating func withdraw(_ claim: Claim, at time: Double) -> Customer? {
    state.writing.pointee.withdraw(claim, at: time)
  }

  /// Changes the number of units, as at the beginning and end of a shift.
  ///
  /// New units are handed out at once. After a reduction, units in use stay with their holders
  /// until released, unless `evicting` is true: then holders lose them, lowest priority and most
  /// recently served first. Drain `nextNotice()` afterwards.
  @inlinable public mutating func setCapacity(
    _ capacity: Int, at time: Double, evicting: Bool = false
  ) {
    state.writing.pointee.setCapacity(capacity, at: time, evicting: evicting)
  }

  /// The oldest notice not yet delivered; nil when there is none.
  @inlinable public mutating func nextNotice() -> Notice? {
    state.reading.pointee.notices.isEmpty ? nil : state.writing.pointee.nextNotice()
  }

  /// Forgets what happened so far, at the end of a warm-up; customers and claims stay.
  @inlinable public mutating func resetStatistics(at time: Double) {
    state.writing.pointee.record.reset(at: time)
  }
}

extension ResourcePool {
  /// A customer's passage through the pool, from request to release or withdrawal.
  public struct Claim: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline let place: UInt32
    @usableFromInline let generation: UInt32

    @inlinable init(place: UInt32, generation: UInt32) {
      self.place = place
      self.generation = generation
    }
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
}
