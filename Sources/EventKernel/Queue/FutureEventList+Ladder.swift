/// Climbing down the ladder: from `far` to rungs, from rungs to smaller rungs, and to the run.
extension FutureEventList {
  /// Brings the next entries into the run or the heap, both of which are empty.
  ///
  /// Returns false when no entry is left outside `present`.
  @inlinable mutating func refill() -> Bool {
    heapLimit = usualHeapLimit
    run.removeAll()
    while true {
      if rungs.isEmpty {
        if far.isEmpty {
          farBoundary = .infinity
          return false
        }
        if spreadFar() { return true }
      } else if rungs[rungs.count - 1].count == 0 {
        removeLastRung()
      } else if useNextBucket() {
        return true
      }
    }
  }

  /// Makes the first rung of the far entries; true when they became the near future directly.
  @usableFromInline mutating func spreadFar() -> Bool {
    if far.count <= LadderTuning.fewEntries && usualHeapLimit > 1 {
      for entry in far { heap.insert(entry) }
      far.removeAll(keepingCapacity: true)
      farBoundary = .infinity
      return true
    }
    let entries = far
    far.removeAll(keepingCapacity: true)
    farBoundary = entries.reduce(-.infinity) { Swift.max($0, $1.time) }
    if addRung(of: entries, expecting: turnover) { return false }
    run.entries.append(contentsOf: entries)
    run.sort()
    return true
  }

  /// Sorts the next bucket of the last rung into the run (true), or splits it (false).
  @inlinable mutating func useNextBucket() -> Bool {
    let last = rungs.count - 1
    var position = Int(rungs[last].firstOpen)
    let base = rungs[last].base
    while buckets.buckets[base &+ position].count == 0 { position &+= 1 }
    let number = Int(buckets.buckets[base &+ position].count)
    rungs[last].firstOpen = Double(position &+ 1)
    rungs[last].count &-= number
    buckets.drain(base &+ position, into: &run.entries)
    if number > LadderTuning.splitLimit && addRung(of: run.entries, expecting: 1) {
      run.removeAll()
      return false
    }
    run.sort()
    return true
  }

  @inlinable mutating func removeLastRung() {
    guard let rung = rungs.popLast() else { return }
    buckets.removeBuckets(rung.bucketCount)
    if rungs.isEmpty && rung.initial > 0 {
      turnover = Swift.min(64, Double(rung.passed) / Double(rung.initial))
    }
  }

  /// Distributes entries over a new last rung.
  ///
  /// Returns false, and does nothing, when they cannot be told apart by their times or when there
  /// are enough rungs.
  @usableFromInline
  mutating func addRung(of entries: [QueueEntry], expecting turnover: Double) -> Bool {
    guard rungs.count < LadderTuning.mostRungs else { return false }
    var earliest = Double.infinity
    var latest = -Double.infinity
    for entry in entries {
      earliest = Swift.min(earliest, entry.time)
      latest = Swift.max(latest, entry.time)
    }
    let wanted = Double(entries.count) * turnover / LadderTuning.occupancy
    let number = Swift.max(2, Swift.min(Int(wanted), LadderTuning.mostBuckets))
    let scale = Double(number) / (latest - earliest)
    guard latest > earliest, scale.isFinite, scale > 0 else { return false }
    var rung = Rung(
      start: earliest, scale: scale, buckets: number, base: buckets.count, initial: entries.count)
    buckets.addBuckets(number)
    for entry in entries {
      buckets.append(entry, to: rung.base &+ Int(rung.position(of: entry.time)))
    }
    rung.count = entries.count
    rung.passed = entries.count
    rungs.append(rung)
    return true
  }

  /// Spreads a heap that has grown too large, and the rest of the run, over a new last rung.
  @usableFromInline mutating func spreadHeap() {
    var entries = heap.entries
    entries.append(contentsOf: run.rest)
    guard addRung(of: entries, expecting: 1) else {
      heapLimit = heap.count > Int.max / 2 ? .max : heap.count * 2
      return
    }
    if farBoundary == .infinity {
      farBoundary = entries.reduce(-.infinity) { Swift.max($0, $1.time) }
    }
    heap.entries.removeAll(keepingCapacity: true)
    run.removeAll()
  }

  /// Entries in the list, cancelled ones included.
  package var count: Int {
    present.rest.count + run.rest.count + heap.count + far.count
      + rungs.reduce(0) { $0 + $1.count }
  }

  /// Takes every entry out, in no particular order, and leaves an empty list.
  @usableFromInline package mutating func removeAll() -> [QueueEntry] {
    var entries = Array(present.rest)
    entries.append(contentsOf: run.rest)
    entries.append(contentsOf: heap.entries)
    entries.append(contentsOf: far)
    for bucket in 0..<buckets.count { buckets.drain(bucket, into: &entries) }
    buckets.removeBuckets(buckets.count)
    present.removeAll()
    run.removeAll()
    heap.entries.removeAll(keepingCapacity: true)
    rungs.removeAll(keepingCapacity: true)
    far.removeAll(keepingCapacity: true)
    farBoundary = .infinity
    heapLimit = usualHeapLimit
    return entries
  }

  /// Fills an empty list with entries in any order.
  @usableFromInline package mutating func fill(with entries: [QueueEntry]) {
    if entries.count <= usualHeapLimit {
      for entry in entries { heap.insert(entry) }
    } else {
      far = entries
      farBoundary = -.infinity
    }
  }
}
