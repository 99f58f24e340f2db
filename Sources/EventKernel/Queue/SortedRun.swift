/// Entries in order, taken from the front and added at the end.
@usableFromInline
struct SortedRun: Sendable {
  @usableFromInline var entries: [QueueEntry] = []
  @usableFromInline var taken = 0

  @inlinable init() {}

  @inlinable var isEmpty: Bool { taken == entries.count }
  @inlinable var first: QueueEntry? { taken < entries.count ? entries[taken] : nil }
  @inlinable var rest: ArraySlice<QueueEntry> { entries[taken...] }

  /// Whether an entry may be added at the end without breaking the order.
  @inlinable func accepts(_ entry: QueueEntry) -> Bool {
    guard let last = entries.last, taken < entries.count else { return true }
    return last.precedes(entry)
  }

  @inlinable mutating func append(_ entry: QueueEntry) {
    if taken > 0 && (taken == entries.count || taken > 1024 && taken > entries.count &>> 1) {
      entries.removeSubrange(0..<taken)
      taken = 0
    }
    entries.append(entry)
  }

  @inlinable mutating func removeFirst() { taken &+= 1 }

  @inlinable mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    taken = 0
  }

  /// Puts entries that were written into `entries` directly in order.
  @inlinable mutating func sort() {
    guard entries.count <= 32 else {
      entries.sort { $0.precedes($1) }
      return
    }
    entries.withUnsafeMutableBufferPointer { sorted in
      var end = 1
      while end < sorted.count {
        let entry = sorted[end]
        var hole = end
        while hole > 0 && entry.precedes(sorted[hole &- 1]) {
          sorted[hole] = sorted[hole &- 1]
          hole &-= 1
        }
        sorted[hole] = entry
        end &+= 1
      }
    }
  }
}
