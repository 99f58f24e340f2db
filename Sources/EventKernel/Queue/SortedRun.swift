/// Entries in order, taken from the front and added at the end.
@usableFromInline
struct SortedRun: BitwiseCopyable, Sendable {
  @usableFromInline var entries = Buffer<QueueEntry>()
  @usableFromInline var taken = 0
  /// Scratch memory for `fill(from:count:)`.
  @usableFromInline var ranks = Buffer<Int32>(capacity: 16)

  @inlinable init() {}

  @inlinable var isEmpty: Bool { taken == entries.count }
  @inlinable var count: Int { entries.count &- taken }
  /// The earliest entry of a run that is not empty.
  @inlinable var first: QueueEntry { entries[taken] }

  func duplicate() -> SortedRun {
    var copy = self
    copy.entries = entries.duplicate()
    copy.ranks = ranks.duplicate()
    return copy
  }

  func deallocate() {
    entries.deallocate()
    ranks.deallocate()
  }

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

  /// Replaces the run, which is empty, by a few entries in order.
  ///
  /// Counting how many entries come before each one takes more comparisons than sorting, but none
  /// that the processor has to guess, which is what sorting a few entries costs. Entries due at
  /// the same time keep their order of arrival, which is nearly always theirs; a look at the
  /// result finds the exceptions.
  ///
  /// Complexity: O(n²).
  @inline(__always) @inlinable
  mutating func fill(from source: UnsafePointer<QueueEntry>, count: Int) {
    removeAll()
    entries.appendUninitialised(count: count)
    ranks.removeAll()
    ranks.appendUninitialised(count: count)
    let ranks = ranks.base
    for index in 0..<count {
      let time = source[index].time
      var rank: Int32 = 0
      for other in 0..<index {
        let isEarlier: Int32 = source[other].time <= time ? 1 : 0
        rank &+= isEarlier
        ranks[other] &+= 1 &- isEarlier
      }
      ranks[index] = rank
    }
    let sorted = entries.base
    for index in 0..<count { sorted[Int(ranks[index])] = source[index] }
    for index in 1..<Swift.max(count, 1) where sorted[index].precedes(sorted[index &- 1]) {
      return sort()
    }
  }

  /// Puts entries that were written into `entries` directly in order.
  ///
  /// Complexity: O(n log n), O(n) when they are in order already.
  @usableFromInline mutating func sort() {
    var all = UnsafeMutableBufferPointer(start: entries.base, count: entries.count)
    all.sort { $0.precedes($1) }
  }
}
