/// The pending events of a scheduler: the event list and the table of payloads it points into.
@usableFromInline
struct Agenda<Event: BitwiseCopyable & Sendable>: BufferBundle, Sendable {
  /// One place for a pending event.
  ///
  /// The generation is odd while the occupant is pending and even otherwise; it grows by one when
  /// an event moves in and by one when it is executed or cancelled.
  @usableFromInline struct Slot: BitwiseCopyable, Sendable {
    @usableFromInline var generation: UInt32
    /// The next vacant slot, in a vacant one.
    @usableFromInline var nextVacant: UInt32 = 0
    @usableFromInline var event: Event

    @inlinable init(generation: UInt32, event: Event) {
      self.generation = generation
      self.event = event
    }
  }

  @usableFromInline var queue: FutureEventList
  @usableFromInline var slots = Buffer<Slot>()
  @usableFromInline var firstVacant = Self.noSlot
  /// Cancelled events whose entries are still queued; their slots are not vacant yet.
  @usableFromInline var cancelledCount = 0
  /// Events ever scheduled; with an origin, the source of sequence numbers.
  @usableFromInline var scheduledCount: UInt64
  /// What `scheduledCount` was when the sequence number was last zero.
  @usableFromInline var sequenceOrigin: UInt64 = 0
  /// Events ever cancelled.
  @usableFromInline var removedCount: UInt64
  /// Events ever executed.
  @usableFromInline var executedCount: UInt64 = 0

  @inlinable static var noSlot: UInt32 { .max }

  @inlinable init(structure: FutureEventList.Structure, sequence: UInt64) {
    queue = FutureEventList(structure: structure)
    scheduledCount = sequence
    removedCount = sequence
  }

  /// Events scheduled and neither executed nor cancelled.
  @inlinable var pendingCount: Int {
    Int(truncatingIfNeeded: scheduledCount &- executedCount &- removedCount)
  }

  @inlinable func isPending(_ handle: EventHandle) -> Bool {
    Int(handle.slot) < slots.count && slots[Int(handle.slot)].generation == handle.generation
  }

  @inlinable mutating func insert(
    _ event: Event, at time: Double, priority: Int, now: Double
  ) -> EventHandle {
    if scheduledCount &- sequenceOrigin == QueueEntry.sequenceLimit { renumber() }
    let handle = occupySlot(with: event)
    let entry = QueueEntry(
      time: time, priority: priority, sequence: scheduledCount &- sequenceOrigin,
      slot: handle.slot)
    scheduledCount &+= 1
    queue.insert(entry, now: now)
    return handle
  }

  @inline(__always) @inlinable mutating func popFirst(before limit: Double) -> (
    time: Double, event: Event
  )? {
    while let entry = queue.popFirst(before: limit) {
      let slot = entry.slot
      let isPending = slots[slot].generation & 1 == 1
      vacate(slot)
      if isPending {
        slots[slot].generation &+= 1
        executedCount &+= 1
        return (entry.time, slots[slot].event)
      }
      cancelledCount &-= 1
    }
    return nil
  }

  @inlinable mutating func cancel(_ handle: EventHandle) -> Event? {
    guard isPending(handle) else { return nil }
    slots[Int(handle.slot)].generation &+= 1
    cancelledCount &+= 1
    removedCount &+= 1
    let event = slots[Int(handle.slot)].event
    if cancelledCount > 64 && cancelledCount > pendingCount { sweepCancelled() }
    return event
  }

  @inline(__always) @inlinable mutating func occupySlot(with event: Event) -> EventHandle {
    let slot = firstVacant
    guard slot != Self.noSlot else { return addSlot(for: event) }
    let index = Int(slot)
    firstVacant = slots[index].nextVacant
    let generation = slots[index].generation &+ 1
    slots[index].generation = generation
    slots[index].event = event
    return EventHandle(slot: slot, generation: generation)
  }

  @inline(never) @inlinable mutating func addSlot(for event: Event) -> EventHandle {
    precondition(slots.count < QueueEntry.slotLimit, "more than 2^24 events are pending")
    slots.append(Slot(generation: 1, event: event))
    return EventHandle(slot: UInt32(truncatingIfNeeded: slots.count &- 1), generation: 1)
  }

  @inlinable mutating func vacate(_ slot: Int) {
    slots[slot].nextVacant = firstVacant
    firstVacant = UInt32(truncatingIfNeeded: slot)
  }

  /// Removes the entries of cancelled events and gives their slots back.
  @inline(never) @inlinable mutating func sweepCancelled() {
    var pending: [QueueEntry] = []
    for entry in queue.removeAll() {
      if slots[entry.slot].generation & 1 == 1 { pending.append(entry) } else { vacate(entry.slot) }
    }
    cancelledCount = 0
    queue.fill(with: pending)
  }

  /// Gives the queued entries the smallest sequence numbers, in their present order.
  ///
  /// Called once every 2³² schedulings, so that the order of ties never depends on overflow.
  @inline(never) @inlinable mutating func renumber() {
    var entries = queue.removeAll()
    entries.sort { $0.precedes($1) }
    for index in entries.indices { entries[index] = entries[index].renumbered(UInt64(index)) }
    sequenceOrigin = scheduledCount &- UInt64(entries.count)
    queue.fill(with: entries)
  }

  @inlinable func duplicate() -> Agenda {
    var copy = self
    copy.queue = queue.duplicate()
    copy.slots = slots.duplicate()
    return copy
  }

  @inlinable func deallocate() {
    queue.deallocate()
    slots.deallocate()
  }
}
