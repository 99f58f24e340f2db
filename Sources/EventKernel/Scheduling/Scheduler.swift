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
  @usableFromInline var trajectory = Fingerprint()
  @usableFromInline var agenda: CopyOnWrite<Agenda<Event>>

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
    agenda = CopyOnWrite(Agenda(structure: structure, sequence: sequence))
  }

  /// The current time, which never runs backwards.
  @inlinable public var now: Double { clock }

  /// Events scheduled and neither executed nor cancelled yet.
  @inlinable public var pendingCount: Int { agenda.reading.pointee.pendingCount }

  /// Events executed so far.
  @inlinable public var executedCount: UInt64 { agenda.reading.pointee.executedCount }

  /// A hash over the time and the key of every event executed so far, in order.
  @inlinable public var fingerprint: UInt64 { trajectory.value }

  /// Places for events that were ever needed at the same time, swept ones included.
  package var slotCount: Int { agenda.reading.pointee.slots.count }
}
