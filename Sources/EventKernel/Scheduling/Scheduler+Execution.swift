extension Scheduler {
  /// Takes the next event out and moves the clock to its time; nil when none is due before `limit`.
  ///
  /// `Simulation` calls this in its loop. A program with a loop of its own may call it directly,
  /// and should pass what identifies the event to `recordExecution(key:)`.
  @inlinable public mutating func next(before limit: Double = .infinity) -> Event? {
    while let entry = queue.popFirst(before: limit) {
      let slot = entry.slot
      vacantSlots.append(UInt32(truncatingIfNeeded: slot))
      if slots[slot].generation & 1 == 0 {
        cancelledCount &-= 1
        continue
      }
      slots[slot].generation &+= 1
      clock = entry.time
      executed &+= 1
      return slots[slot].event
    }
    return nil
  }

  /// Adds the event being executed to the fingerprint, under a key naming its kind and entity.
  @inlinable public mutating func recordExecution(key: UInt64) {
    trajectory.combine(time: clock, key: key)
  }

  /// Moves the clock forward to a finite time at or before which no pending event is overtaken.
  @inlinable mutating func advanceClock(to time: Double) {
    precondition(time >= clock && time < .infinity, "the clock runs forward, to finite times")
    clock = time + 0
  }
}
