/// The clock, the future event list and the fingerprint of one simulation.
///
/// Events are trivial values (an enum with integer payloads, say). They are executed in the order
/// of time, then priority (lower first), then insertion. A scheduler is itself a value: a copy is
/// a fork that continues identically and independently.
///
/// Scheduling, cancelling and executing allocate nothing once the tables have grown to the largest
/// number of pending events. Memory stays proportional to the events alive: cancelled events are
/// swept out when they outnumber the pending ones.
public struct Scheduler<Event: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline var clock: Double
  @usableFromInline var queue: FutureEventList
  @usableFromInline var slots: [EventSlot<Event>] = []
  @usableFromInline var vacantSlots: [UInt32] = []
  @usableFromInline var nextSequence: UInt64 = 0
  @usableFromInline var cancelledCount = 0
  @usableFromInline var executed: UInt64 = 0
  @usableFromInline var trajectory = Fingerprint()

  /// Creates a scheduler with an empty event list and the clock at a finite time.
  @inlinable public init(startingAt time: Double = 0) {
    self.init(startingAt: time, structure: .automatic)
  }

  /// Creates a scheduler with a given structure of the event list and first sequence number.
  @inlinable package init(
    startingAt time: Double = 0, structure: FutureEventList.Structure, sequence: UInt64 = 0
  ) {
    precondition(time.isFinite, "the clock must start at a finite time")
    clock = time + 0
    queue = FutureEventList(structure: structure)
    nextSequence = sequence
  }

  /// The current time, which never runs backwards.
  @inlinable public var now: Double { clock }

  /// Events scheduled and neither executed nor cancelled yet.
  @inlinable public var pendingCount: Int { slots.count - vacantSlots.count - cancelledCount }

  /// Events executed so far.
  @inlinable public var executedCount: UInt64 { executed }

  /// A hash over the time and the key of every event executed so far, in order.
  @inlinable public var fingerprint: UInt64 { trajectory.value }
}

/// One place for a pending event.
///
/// The generation is odd while the occupant is pending and even otherwise; it grows by one when an
/// event moves in and by one when it is executed or cancelled.
@usableFromInline
struct EventSlot<Event: BitwiseCopyable & Sendable>: Sendable, BitwiseCopyable {
  @usableFromInline var generation: UInt32
  @usableFromInline var event: Event

  @inlinable init(generation: UInt32, event: Event) {
    self.generation = generation
    self.event = event
  }
}
