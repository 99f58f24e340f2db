/// Processes written as resumable values: a state with a program counter, and a wait generation.
///
/// A process is a small value, usually an enum whose cases are the places at which it waits. Before
/// it waits it asks for a `Wake` and puts it into every event and request that may end the wait (a
/// timer, a place in a queue, another process's signal). Whichever is delivered first calls
/// `resume(_:)` and gets the process; every later delivery gets nil. So a timer and a grant at the
/// same instant cannot both resume a process, and neither can cut its next wait short.
///
/// Costs O(1) and no allocation per process, once the table has grown to the largest number alive.
public struct ProcessTable<State: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline var entries: [Entry] = []
  @usableFromInline var firstVacant: Int32 = -1
  @usableFromInline var alive = 0

  /// Creates an empty table.
  @inlinable public init() {}

  /// Processes started and not ended.
  @inlinable public var count: Int { alive }

  /// Starts a process; it is not waiting until `beginWait(_:)` is called for it.
  @inlinable public mutating func start(_ state: State) -> ProcessID {
    alive &+= 1
    let index = firstVacant
    if index >= 0 {
      firstVacant = entries[Int(index)].nextVacant
      entries[Int(index)].state = state
      entries[Int(index)].nextVacant = -1
      return ProcessID(index: UInt32(bitPattern: index), birth: entries[Int(index)].birth)
    }
    precondition(entries.count < Int(Int32.max), "fewer than 2^31 processes are alive")
    entries.append(Entry(state: state))
    return ProcessID(index: UInt32(truncatingIfNeeded: entries.count - 1), birth: 0)
  }

  /// Ends a process; wake-ups still under way for it become stale.
  @inlinable public mutating func end(_ process: ProcessID) {
    let index = checkedIndex(process)
    alive &-= 1
    entries[index].birth &+= 1
    entries[index].wait = (entries[index].wait &+ 1) & ~1
    entries[index].nextVacant = firstVacant
    firstVacant = Int32(truncatingIfNeeded: index)
  }

  /// Whether the process has not ended.
  @inlinable public func isAlive(_ process: ProcessID) -> Bool {
    let index = Int(process.index)
    return index < entries.count && entries[index].birth == process.birth
  }

  /// The state of a process that has not ended.
  @inlinable public subscript(process: ProcessID) -> State {
    get { entries[checkedIndex(process)].state }
    set { entries[checkedIndex(process)].state = newValue }
    _modify { yield &entries[checkedIndex(process)].state }
  }

  /// Begins a wait and returns the wake-up that ends it; the process must not be waiting already.
  @inlinable public mutating func beginWait(_ process: ProcessID) -> Wake {
    let index = checkedIndex(process)
    precondition(entries[index].wait & 1 == 0, "a process waits for one thing at a time")
    entries[index].wait &+= 1
    return Wake(index: process.index, wait: entries[index].wait)
  }

  /// Delivers a wake-up: the process when it still waits for it, nil when the wait is over.
  @inlinable public mutating func resume(_ wake: Wake) -> ProcessID? {
    let index = Int(wake.index)
    guard index < entries.count, entries[index].wait == wake.wait else { return nil }
    entries[index].wait &+= 1
    return ProcessID(index: wake.index, birth: entries[index].birth)
  }

  /// Ends a process's wait from outside, making its wake-ups stale; false when it was not waiting.
  @inlinable @discardableResult public mutating func interrupt(_ process: ProcessID) -> Bool {
    guard isWaiting(process) else { return false }
    entries[Int(process.index)].wait &+= 1
    return true
  }

  /// Whether the process is alive and waiting.
  @inlinable public func isWaiting(_ process: ProcessID) -> Bool {
    isAlive(process) && entries[Int(process.index)].wait & 1 == 1
  }

  @inlinable func checkedIndex(_ process: ProcessID) -> Int {
    precondition(isAlive(process), "the process has ended")
    return Int(process.index)
  }

  /// One process; `wait` is odd while it waits and is never set back, even for its successors.
  @usableFromInline struct Entry: Sendable, BitwiseCopyable {
    @usableFromInline var state: State
    @usableFromInline var wait: UInt32 = 0
    @usableFromInline var birth: UInt32 = 0
    @usableFromInline var nextVacant: Int32 = -1

    @inlinable init(state: State) { self.state = state }
  }
}

/// The identity of a process.
public struct ProcessID: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let index: UInt32
  @usableFromInline let birth: UInt32

  @inlinable init(index: UInt32, birth: UInt32) {
    self.index = index
    self.birth = birth
  }

  /// The place of the process in its table: small, and unique among processes alive.
  @inlinable public var slot: Int { Int(index) }
}

/// A wake-up stamped with the wait it belongs to; good for one delivery.
public struct Wake: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let index: UInt32
  @usableFromInline let wait: UInt32

  @inlinable init(index: UInt32, wait: UInt32) {
    self.index = index
    self.wait = wait
  }

  /// The place in the table of the process to be woken.
  @inlinable public var slot: Int { Int(index) }
}
