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
  @usableFromInline var table: CopyOnWrite<ProcessEntries<State>>

  /// Creates an empty table.
  @inlinable public init() { table = CopyOnWrite(ProcessEntries()) }

  /// Processes started and not ended.
  @inlinable public var count: Int { table.reading.pointee.alive }

  /// Starts a process; it is not waiting until `beginWait(_:)` is called for it.
  @inlinable public mutating func start(_ state: State) -> ProcessID {
    table.writing.pointee.start(state)
  }

  /// Ends a process; wake-ups still under way for it become stale.
  @inlinable public mutating func end(_ process: ProcessID) {
    table.writing.pointee.end(checkedIndex(process))
  }

  /// Whether the process has not ended.
  @inlinable public func isAlive(_ process: ProcessID) -> Bool {
    let entries = table.reading.pointee.entries
    return Int(process.index) < entries.count
      && entries[Int(process.index)].birth == process.birth
  }

  /// The state of a process that has not ended.
  @inlinable public subscript(process: ProcessID) -> State {
    get { table.reading.pointee.entries[checkedIndex(process)].state }
    _modify { yield &table.writing.pointee.entries.base[checkedIndex(process)].state }
  }

  /// Begins a wait and returns the wake-up that ends it; the process must not be waiting already.
  @inlinable public mutating func beginWait(_ process: ProcessID) -> Wake {
    let entry = table.writing.pointee.entries.base.advanced(by: checkedIndex(process))
    precondition(entry.pointee.wait & 1 == 0, "a process waits for one thing at a time")
    entry.pointee.wait &+= 1
    return Wake(index: process.index, wait: entry.pointee.wait)
  }

  /// Delivers a wake-up: the process when it still waits for it, nil when the wait is over.
  @inlinable public mutating func resume(_ wake: Wake) -> ProcessID? {
    let entries = table.writing.pointee.entries
    let index = Int(wake.index)
    guard index < entries.count, entries[index].wait == wake.wait else { return nil }
    entries[index].wait &+= 1
    return ProcessID(index: wake.index, birth: entries[index].birth)
  }

  /// Ends a process's wait from outside, making its wake-ups stale; false when it was not waiting.
  @inlinable @discardableResult public mutating func interrupt(_ process: ProcessID) -> Bool {
    guard isWaiting(process) else { return false }
    table.writing.pointee.entries[Int(process.index)].wait &+= 1
    return true
  }

  /// Whether the process is alive and waiting.
  @inlinable public func isWaiting(_ process: ProcessID) -> Bool {
    isAlive(process) && table.reading.pointee.entries[Int(process.index)].wait & 1 == 1
  }

  @inlinable func checkedIndex(_ process: ProcessID) -> Int {
    precondition(isAlive(process), "the process has ended")
    return Int(process.index)
  }
}

/// The memory behind a process table.
@usableFromInline
struct ProcessEntries<State: BitwiseCopyable & Sendable>: BufferBundle, Sendable {
  /// One process; `wait` is odd while it waits and is never set back, even for its successors.
  @usableFromInline struct Entry: BitwiseCopyable, Sendable {
    @usableFromInline var state: State
    @usableFromInline var wait: UInt32 = 0
    @usableFromInline var birth: UInt32 = 0
    @usableFromInline var nextVacant: Int32 = -1

    @inlinable init(state: State) { self.state = state }
  }

  @usableFromInline var entries = Buffer<Entry>()
  @usableFromInline var firstVacant: Int32 = -1
  @usableFromInline var alive = 0

  @inlinable init() {}

  @inlinable mutating func start(_ state: State) -> ProcessID {
    alive &+= 1
    let index = Int(firstVacant)
    guard index >= 0 else {
      precondition(entries.count < Int(Int32.max), "fewer than 2^31 processes are alive")
      entries.append(Entry(state: state))
      return ProcessID(index: UInt32(truncatingIfNeeded: entries.count &- 1), birth: 0)
    }
    firstVacant = entries[index].nextVacant
    entries[index].state = state
    return ProcessID(index: UInt32(truncatingIfNeeded: index), birth: entries[index].birth)
  }

  @inlinable mutating func end(_ index: Int) {
    alive &-= 1
    entries[index].birth &+= 1
    entries[index].wait = (entries[index].wait &+ 1) & ~1
    entries[index].nextVacant = firstVacant
    firstVacant = Int32(truncatingIfNeeded: index)
  }

  @inlinable func duplicate() -> ProcessEntries {
    var copy = self
    copy.entries = entries.duplicate()
    return copy
  }

  @inlinable func deallocate() { entries.deallocate() }
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
