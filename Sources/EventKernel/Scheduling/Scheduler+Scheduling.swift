extension Scheduler {
  /// Schedules an event at a clock time that is finite and not in the past.
  ///
  /// Of events due at the same time, the one with the lowest `priority` (-128...127) is executed
  /// first; with equal priorities, the one scheduled first. At most 2²⁴ events may be pending.
  ///
  /// Complexity: O(1) amortised in the usual case, O(log n) at worst.
  @inlinable @discardableResult
  public mutating func schedule(
    _ event: Event, at time: Double, priority: Int = 0
  ) -> EventHandle {
    precondition(
      time >= clock && time < .infinity, "an event must be due at a finite time, not in the past")
    precondition(priority >= -128 && priority <= 127, "a priority must lie in -128...127")
    if nextSequence == QueueEntry.sequenceLimit { renumber() }
    let handle = occupySlot(with: event)
    // Adding zero turns -0.0 into 0.0, so that equal times have equal bits in the fingerprint.
    let entry = QueueEntry(
      time: time + 0, priority: priority, sequence: nextSequence, slot: handle.slot)
    queue.insert(entry, now: clock)
    nextSequence &+= 1
    return handle
  }

  /// Schedules an event after a delay that is finite and not negative.
  @inlinable @discardableResult
  public mutating func schedule(
    _ event: Event, after delay: Double, priority: Int = 0
  ) -> EventHandle {
    schedule(event, at: clock + delay, priority: priority)
  }

  /// Cancels a pending event and returns it; nil when it was executed or cancelled before.
  ///
  /// Complexity: O(1) amortised. The entry stays in the event list, marked, until its time comes
  /// or until marked entries outnumber the pending ones and are swept out together.
  @inlinable @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Event? {
    guard isPending(handle) else { return nil }
    let slot = Int(handle.slot)
    slots[slot].generation &+= 1
    cancelledCount += 1
    let event = slots[slot].event
    if cancelledCount > 64 && cancelledCount > pendingCount { sweepCancelled() }
    return event
  }

  /// Whether the event is still to come.
  @inlinable public func isPending(_ handle: EventHandle) -> Bool {
    Int(handle.slot) < slots.count && slots[Int(handle.slot)].generation == handle.generation
  }

  @inlinable mutating func occupySlot(with event: Event) -> EventHandle {
    if let slot = vacantSlots.popLast() {
      let generation = slots[Int(slot)].generation &+ 1
      slots[Int(slot)] = EventSlot(generation: generation, event: event)
      return EventHandle(slot: slot, generation: generation)
    }
    precondition(slots.count < QueueEntry.slotLimit, "more than 2^24 events are pending")
    let slot = UInt32(truncatingIfNeeded: slots.count)
    slots.append(EventSlot(generation: 1, event: event))
    return EventHandle(slot: slot, generation: 1)
  }

  /// Removes the entries of cancelled events and gives their slots back.
  @usableFromInline mutating func sweepCancelled() {
    var entries = queue.removeAll()
    entries.removeAll { entry in
      let isCancelled = slots[entry.slot].generation & 1 == 0
      if isCancelled { vacantSlots.append(UInt32(truncatingIfNeeded: entry.slot)) }
      return isCancelled
    }
    queue.fill(with: entries)
    cancelledCount = 0
  }

  /// Gives the pending entries the smallest sequence numbers, in their present order.
  ///
  /// Called once every 2³² schedulings, so that the order of ties never depends on overflow.
  @usableFromInline mutating func renumber() {
    var entries = queue.removeAll()
    entries.sort { $0.precedes($1) }
    for index in entries.indices { entries[index] = entries[index].renumbered(UInt64(index)) }
    nextSequence = UInt64(entries.count)
    queue.fill(with: entries)
  }
}
