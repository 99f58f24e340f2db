/// Entries in order, taken from the front and added at the end.
@usableFromInline
struct SortedRun: BitwiseCopyable, Sendable {
  @usableFromInline var entries = Buffer<QueueEntry>()
  @usableFromInline var taken = 0

  @inlinable init() {}

  @inlinable var isEmpty: Bool { taken == entries.count }
  @inlinable var count: Int { entries.count &- taken }
  /// The earliest entry of a run that is not empty.
  @inlinable var first: QueueEntry { entries[taken] }

  /// Whether an entry may be added at the end without breaking the order.
  @inlinable func accepts(_ entry: QueueEntry) -> Bool {
    isEmpty || entries[entries.count &- 1].precedes(entry)
  }

  @inlinable mutating func append(_ entry: QueueEntry) {
    if isEmpty {
      removeAll()
    } else if taken > 1024 && taken > entries.count &>> 1 {
      entries.removeFirst(taken)
      taken = 0
    }
    entries.append(entry)
  }

  @inlinable mutating func removeFirst() { taken &+= 1 }

  @inlinable mutating func removeAll() {
    entries.removeAll()
    taken = 0
  }

  @inlinable func appendRest(to buffer: inout Buffer<QueueEntry>) {
    buffer.append(from: entries.base.advanced(by: taken), count: count)
  }

  /// Puts an entry where it belongs, for runs that are built from few entries.
  ///
  /// Complexity: O(n).
  @inline(__always) @inlinable mutating func insert(_ entry: QueueEntry) {
    entries.append(entry)
    let sorted = entries.base
    var hole = entries.count &- 1
    while hole > taken && entry.precedes(sorted[hole &- 1]) {
      sorted[hole] = sorted[hole &- 1]
      hole &-= 1
    }
    sorted[hole] = entry
  }

  /// Puts entries that were written into `entries` directly in order.
  ///
  /// Complexity: O(n log n), O(n) when they are in order already.
  @usableFromInline mutating func sort() {
    var all = UnsafeMutableBufferPointer(start: entries.base, count: entries.count)
    all.sort { $0.precedes($1) }
  }
}
