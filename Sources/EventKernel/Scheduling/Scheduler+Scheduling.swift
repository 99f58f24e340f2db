extension Scheduler {
  /// Schedules an event at a clock time that is finite and not in the past.
  ///
  /// Of events due at the same time, the one with the lowest `priority` (-128...127) is executed
  /// first; with equal priorities, the one scheduled first. At most 2²⁴ events may be pending.
  ///
  /// Complexity: O(1) amortised in the usual case, O(log n) at worst.
  @inline(__always) @inlinable @discardableResult
  public mutating func schedule(
    _ event: Event, at time: Double, priority: Int = 0
  ) -> EventHandle {
    precondition(
      time >= clock && time < .infinity, "an event must be due at a finite time, not in the past")
    precondition(priority >= -128 && priority <= 127, "a priority must lie in -128...127")
    // Adding zero turns -0.0 into 0.0, so that equal times have equal bits in the fingerprint.
    return agenda.writing.pointee.insert(event, at: time + 0, priority: priority, now: clock)
  }

  /// Schedules an event after a delay that is finite and not negative.
  @inline(__always) @inlinable @discardableResult
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
    agenda.writing.pointee.cancel(handle)
  }

  /// Whether the event is still to come.
  @inlinable public func isPending(_ handle: EventHandle) -> Bool {
    agenda.reading.pointee.isPending(handle)
  }
}

extension Scheduler {
  /// Takes the next event out and moves the clock to its time; nil when none is due before `limit`.
  ///
  /// `Simulation` calls this in its loop. A program with a loop of its own may call it directly,
  /// and should pass what identifies the event to `recordExecution(key:)`.
  @inline(__always) @inlinable public mutating func next(before limit: Double = .infinity) -> Event?
  {
    guard let next = agenda.writing.pointee.popFirst(before: limit) else { return nil }
    clock = next.time
    return next.event
  }

  /// Adds the event being executed to the fingerprint, under a key naming its kind and entity.
  @inlinable public mutating func recordExecution(key: UInt64) {
    trajectory.combine(time: clock, key: key)
  }

  /// Moves the clock forward to a finite time before which no event is pending.
  @inlinable mutating func advanceClock(to time: Double) {
    precondition(time >= clock && time < .infinity, "the clock runs forward, to finite times")
    clock = time + 0
  }
}
