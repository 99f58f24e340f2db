/// Taking everything out and putting it back, to sweep cancelled entries or renumber the rest.
extension FutureEventList {
  /// Entries in the list, cancelled ones included.
  @usableFromInline package var count: Int {
    var count = present.count + run.count + heap.count + far.count
    for index in 0..<rungs.count { count += rungs[index].count }
    return count
  }

  /// Takes every entry out, in no particular order, and leaves an empty list.
  @usableFromInline package mutating func removeAll() -> [QueueEntry] {
    var all = Buffer<QueueEntry>(capacity: count + 1)
    defer { all.deallocate() }
    present.appendRest(to: &all)
    run.appendRest(to: &all)
    all.append(contentsOf: heap.entries)
    all.append(contentsOf: far)
    for bucket in 0..<buckets.count where buckets.counts[bucket] > 0 {
      buckets.drain(bucket) { chunk, count in all.append(from: chunk, count: count) }
    }
    buckets.removeBuckets(buckets.count)
    present.removeAll()
    run.removeAll()
    heap.entries.removeAll()
    rungs.removeAll()
    far.removeAll()
    farBoundary = .infinity
    heapLimit = usualHeapLimit
    return Array(UnsafeBufferPointer(start: all.base, count: all.count))
  }

  /// Fills an empty list with entries in any order.
  @usableFromInline package mutating func fill(with entries: [QueueEntry]) {
    if entries.count <= usualHeapLimit {
      for entry in entries { heap.insert(entry) }
    } else {
      for entry in entries { far.append(entry) }
      farBoundary = -.infinity
    }
  }
}
