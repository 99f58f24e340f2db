/// The pending entries of a scheduler, earliest first.
@usableFromInline
package struct FutureEventList: Sendable {
  @usableFromInline var heap: [QueueEntry] = []

  /// Creates an empty list.
  @inlinable package init() {}

  /// Entries in the list, cancelled ones included.
  @inlinable package var count: Int { heap.count }

  /// The earliest entry.
  @inlinable package mutating func first() -> QueueEntry? { heap.first }

  /// Adds an entry.
  @inlinable package mutating func insert(_ entry: QueueEntry) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) >> 1
      guard entry.precedes(heap[parent]) else { break }
      heap[child] = heap[parent]
      child = parent
    }
    heap[child] = entry
  }

  /// Removes the entry that `first()` returned.
  @inlinable package mutating func removeFirst() {
    let last = heap.removeLast()
    let count = heap.count
    guard count > 0 else { return }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < count else { break }
      if child + 1 < count, heap[child + 1].precedes(heap[child]) { child += 1 }
      guard heap[child].precedes(last) else { break }
      heap[parent] = heap[child]
      parent = child
    }
    heap[parent] = last
  }

  /// Takes every entry out, in no particular order.
  @inlinable package mutating func removeAll() -> [QueueEntry] {
    let entries = heap
    heap.removeAll(keepingCapacity: true)
    return entries
  }
}
