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
package struct FutureEventList: Sendable {
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
  @usableFromInline var rungs: [Rung] = []
  @usableFromInline var buckets = BucketStore()
  @usableFromInline var far: [QueueEntry] = []
  /// Entries due later than this belong to `far`; infinite while there is no ladder.
  @usableFromInline var farBoundary = Double.infinity
  /// Entries the heap may hold before they are spread over a new rung.
  @usableFromInline var heapLimit: Int
  @usableFromInline let usualHeapLimit: Int
  /// Entries that passed through the last first rung, per entry it was built from.
  @usableFromInline var turnover = 1.0

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
  @inlinable package mutating func insert(_ entry: QueueEntry, now: Double) {
    if entry.time == now && present.accepts(entry) {
      present.append(entry)
    } else if entry.time > farBoundary {
      far.append(entry)
    } else {
      insertBeforeBoundary(entry)
    }
  }

  @inlinable mutating func insertBeforeBoundary(_ entry: QueueEntry) {
    for index in 0..<rungs.count {
      let position = rungs[index].position(of: entry.time)
      if position >= rungs[index].firstOpen {
        buckets.append(entry, to: rungs[index].base &+ Int(position))
        rungs[index].count &+= 1
        rungs[index].passed &+= 1
        return
      }
    }
    heap.insert(entry)
    if heap.count > heapLimit { spreadHeap() }
  }

  /// Takes out the earliest entry, provided it is due before `limit`.
  @inlinable package mutating func popFirst(before limit: Double) -> QueueEntry? {
    if run.isEmpty && heap.isEmpty && !refill() {
      guard let entry = present.first, entry.time < limit else { return nil }
      present.removeFirst()
      return entry
    }
    if present.isEmpty {
      return popNear(before: limit)
    }
    guard let entry = present.first else { return nil }
    if let near = firstNear, near.precedes(entry) { return popNear(before: limit) }
    guard entry.time < limit else { return nil }
    present.removeFirst()
    return entry
  }

  /// The earliest entry of run and heap.
  @inlinable var firstNear: QueueEntry? {
    guard let scheduled = run.first else { return heap.first }
    guard let added = heap.first, added.precedes(scheduled) else { return scheduled }
    return added
  }

  @inlinable mutating func popNear(before limit: Double) -> QueueEntry? {
    guard let scheduled = run.first else {
      guard let added = heap.first, added.time < limit else { return nil }
      heap.removeFirst()
      return added
    }
    if let added = heap.first, added.precedes(scheduled) {
      guard added.time < limit else { return nil }
      heap.removeFirst()
      return added
    }
    guard scheduled.time < limit else { return nil }
    run.removeFirst()
    return scheduled
  }
}
