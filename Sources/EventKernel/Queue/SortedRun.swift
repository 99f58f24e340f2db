/// Entries in order, taken from the front and added at the end.
@usableFromInline
struct SortedRun: BitwiseCopyable, Sendable {
  @usableFromInline var entries = Buffer<QueueEntry>()
  @usableFromInline var taken = 0
  /// Scratch memory for `fill(from:count:)`.
  @usableFromInline var times = Buffer<Double>(capacity: 16)

  @inlinable init() {}

  @inlinable var isEmpty: Bool { taken == entries.count }
  @inlinable var count: Int { entries.count &- taken }
  /// The earliest entry of a run that is not empty.
  @inlinable var first: QueueEntry { entries[taken] }

  func duplicate() -> SortedRun {
    var copy = self
    copy.entries = entries.duplicate()
    copy.times = Buffer(capacity: 16)
    return copy
  }

  func deallocate() {
    entries.deallocate()
    times.deallocate()
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

  /// Replaces the run, which is empty, by up to sixteen entries in order.
  ///
  /// Counting how many entries come before each one takes more comparisons than sorting, but none
  /// that the processor has to guess, which is what sorting a few entries costs. Where entries are
  /// due at the same time the counts do not add up, and they are sorted after all.
  ///
  /// Complexity: O(n²).
  @inline(__always) mutating func fill(from source: UnsafePointer<QueueEntry>, count: Int) {
    removeAll()
    entries.appendUninitialised(count: count)
    let sorted = entries.base
    for index in 0..<count { times.base[index] = source[index].time }
    for index in count..<16 { times.base[index] = .infinity }
    let memory = UnsafeRawPointer(times.base)
    let first = memory.loadUnaligned(as: SIMD8<Double>.self)
    var sum = 0
    if count <= 8 {
      for index in 0..<count {
        let time = SIMD8(repeating: times.base[index])
        let rank = Int(SIMD8<Int64>.zero.replacing(with: 1, where: first .< time).wrappedSum())
        sorted[rank] = source[index]
        sum &+= rank
      }
    } else {
      let second = memory.loadUnaligned(fromByteOffset: 64, as: SIMD8<Double>.self)
      for index in 0..<count {
        let time = SIMD8(repeating: times.base[index])
        var earlier = SIMD8<Int64>.zero.replacing(with: 1, where: first .< time)
        earlier &+= SIMD8<Int64>.zero.replacing(with: 1, where: second .< time)
        let rank = Int(earlier.wrappedSum())
        sorted[rank] = source[index]
        sum &+= rank
      }
    }
    guard sum != count &* (count &- 1) / 2 else { return }
    for index in 0..<count { sorted[index] = source[index] }
    sort()
  }

  /// Puts entries that were written into `entries` directly in order.
  ///
  /// Complexity: O(n log n), O(n) when they are in order already.
  @usableFromInline mutating func sort() {
    var all = UnsafeMutableBufferPointer(start: entries.base, count: entries.count)
    all.sort { $0.precedes($1) }
  }
}
