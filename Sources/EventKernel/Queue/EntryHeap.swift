/// A binary heap of entries, earliest on top.
@usableFromInline
struct EntryHeap: BitwiseCopyable, Sendable {
  @usableFromInline var entries = Buffer<QueueEntry>()

  @inlinable init() {}

  @inlinable var count: Int { entries.count }
  @inlinable var isEmpty: Bool { entries.isEmpty }
  /// The earliest entry of a heap that is not empty.
  @inlinable var first: QueueEntry { entries[0] }

  /// Complexity: O(log n); O(1) on average for entries in random order.
  @inlinable mutating func insert(_ entry: QueueEntry) {
    entries.append(entry)
    let heap = entries.base
    var child = entries.count &- 1
    while child > 0 {
      let parent = (child &- 1) &>> 1
      guard entry.precedes(heap[parent]) else { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = entry
  }

  /// Complexity: O(log n).
  @inlinable mutating func removeFirst() {
    let heap = entries.base
    let count = entries.count &- 1
    let last = heap[count]
    entries.removeLast()
    guard count > 0 else { return }
    var parent = 0
    var child = 1
    while child < count {
      let right = child &+ 1
      if right < count && heap[right].precedes(heap[child]) { child = right }
      guard heap[child].precedes(last) else { break }
      heap[parent] = heap[child]
      parent = child
      child = 2 &* parent &+ 1
    }
    heap[parent] = last
  }
}
