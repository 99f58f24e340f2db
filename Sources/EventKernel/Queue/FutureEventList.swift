/// The pending entries of a scheduler in a self-tuning ladder queue, earliest first.
///
/// Entries stand in four places, each no later than the next:
///
/// - `present`: entries due at the clock time, in order, as a first-in first-out list;
/// - `run` (sorted) and `heap`: the near future, from which the earliest entry is taken;
/// - rungs: arrays of unsorted buckets, each rung splitting one bucket of the rung above;
/// - `far`: unsorted entries later than everything else.
///
/// When the near future is used up, the next bucket is sorted into `run`, or split into a rung of
/// its own when it is large; when the rungs are used up, `far` becomes the first rung. While few
/// entries are pending all of them are in `heap`, and this is a binary heap. Every place compares
/// whole entries and an entry's bucket is found by one monotone function of its time, so the order
/// is exactly (time, priority, insertion) whatever the floating-point rounding.
///
/// Source of the idea: W. T. Tang, R. S. M. Goh, I. L.-J. Thng, "Ladder queue: an O(1) priority
/// queue structure for large-scale discrete event simulation", ACM TOMACS 15 (2005) 175-204. The
/// near heap replaces its sorted list, so that no distribution of times costs more than O(log n)
/// an event; the number of buckets follows the occupancy that the previous first rung had.
@usableFromInline
package struct FutureEventList: BufferBundle, Sendable {
  /// Which structure holds the entries; all give the same order.
  @usableFromInline package enum Structure: Sendable, CaseIterable {
    /// A heap while few entries are pending, a ladder when they are many.
    case automatic
    /// A binary heap at any size.
    case heap
    /// A ladder at any size.
    case ladder
  }

  @usableFromInline var present = SortedRun()
  @usableFromInline var run = SortedRun()
  @usableFromInline var heap = EntryHeap()
  @usableFromInline var rungs = Buffer<Rung>(capacity: LadderTuning.mostRungs)
  @usableFromInline var buckets = BucketStore()
  @usableFromInline var far = Buffer<QueueEntry>()
  /// Entries due later than this belong to `far`; infinite while there is no ladder.
  @usableFromInline var farBoundary = Double.infinity
  /// Entries the heap may hold before they are spread over a new rung.
  @usableFromInline var heapLimit: Int
  @usableFromInline let usualHeapLimit: Int
  /// Entries that left the last first rung, per unit of time; zero before there was one.
  @usableFromInline var pace = 0.0

  /// Creates an empty list.
  @inlinable package init(structure: Structure = .automatic) {
    usualHeapLimit =
      switch structure {
      case .automatic: LadderTuning.heapLimit
      case .heap: .max
      case .ladder: 1
      }
    heapLimit = usualHeapLimit
  }

  /// Adds an entry, given the clock time, before which nothing is due.
  @inline(__always) @inlinable package mutating func insert(_ entry: QueueEntry, now: Double) {
    if entry.time == now && present.accepts(entry) {
      present.append(entry)
    } else if entry.time > farBoundary {
      far.append(entry)
    } else {
      insertBeforeBoundary(entry)
    }
  }

  @inline(never) @usableFromInline mutating func insertBeforeBoundary(_ entry: QueueEntry) {
    var rung = rungs.base
    let end = rung.advanced(by: rungs.count)
    while rung < end {
      let bucket = rung.pointee.bucket(of: entry.time)
      if bucket >= rung.pointee.firstOpen {
        rung.pointee.count &+= 1
        return buckets.append(entry, to: rung.pointee.base &+ bucket)
      }
      rung = rung.advanced(by: 1)
    }
    insertIntoHeap(entry)
  }

  @inline(never) mutating func insertIntoHeap(_ entry: QueueEntry) {
    heap.insert(entry)
    if heap.count > heapLimit { spreadHeap() }
  }

  /// Takes out the earliest entry, provided it is due before `limit`.
  @inline(__always) @inlinable package mutating func popFirst(before limit: Double) -> QueueEntry? {
    if run.isEmpty && heap.isEmpty && !refill() {
      return present.isEmpty ? nil : popPresent(before: limit)
    }
    if !present.isEmpty && present.first.precedes(firstNear) { return popPresent(before: limit) }
    if run.isEmpty || !heap.isEmpty && heap.first.precedes(run.first) {
      let entry = heap.first
      guard entry.time < limit else { return nil }
      heap.removeFirst()
      return entry
    }
    let entry = run.first
    guard entry.time < limit else { return nil }
    run.removeFirst()
    return entry
  }

  @inlinable mutating func popPresent(before limit: Double) -> QueueEntry? {
    let entry = present.first
    guard entry.time < limit else { return nil }
    present.removeFirst()
    return entry
  }

  /// The earliest entry of run and heap, one of which is not empty.
  @inlinable var firstNear: QueueEntry {
    if heap.isEmpty { return run.first }
    return run.isEmpty || heap.first.precedes(run.first) ? heap.first : run.first
  }

  /// A list with memory of its own and the same entries in the same places.
  @usableFromInline package func duplicate() -> FutureEventList {
    var copy = self
    copy.present = present.duplicate()
    copy.run = run.duplicate()
    copy.heap.entries = heap.entries.duplicate()
    copy.rungs = rungs.duplicate()
    copy.buckets = buckets.duplicate()
    copy.far = far.duplicate()
    return copy
  }

  /// Frees the memory.
  @usableFromInline package func deallocate() {
    present.deallocate()
    run.deallocate()
    heap.entries.deallocate()
    rungs.deallocate()
    buckets.deallocate()
    far.deallocate()
  }
}
