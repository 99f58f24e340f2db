/// Climbing down the ladder: from `far` to rungs, from rungs to smaller rungs, and to the run.
extension FutureEventList {
  /// Brings the next entries into the run or the heap, both of which are empty.
  ///
  /// Returns false when no entry is left outside `present`.
  @inline(never) @usableFromInline mutating func refill() -> Bool {
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
  mutating func spreadFar() -> Bool {
    defer { far.removeAll() }
    if far.count <= LadderTuning.fewEntries && usualHeapLimit > LadderTuning.fewEntries {
      for index in 0..<far.count { heap.insert(far[index]) }
      farBoundary = .infinity
      return true
    }
    let extent = Extent(of: far)
    farBoundary = extent.latest
    if addRung(of: far, over: extent, expecting: turnover) { return false }
    run.entries.append(contentsOf: far)
    run.sort()
    return true
  }

  /// Sorts the next bucket of the last rung into the run (true), or splits it (false).
  mutating func useNextBucket() -> Bool {
    let rung = rungs.base.advanced(by: rungs.count - 1)
    var bucket = rung.pointee.bucket(at: rung.pointee.firstOpen)
    while buckets.buckets[bucket].count == 0 { bucket += 1 }
    let next = Double(bucket - rung.pointee.base + 1)
    rung.pointee.firstOpen = next <= rung.pointee.last ? next : .infinity
    let number = Int(buckets.buckets[bucket].count)
    rung.pointee.count -= number
    rung.pointee.drained += number
    if number <= LadderTuning.splitLimit {
      buckets.drain(bucket) { chunk, count in
        for index in 0..<count { run.insert(chunk[index]) }
      }
      return true
    }
    buckets.drain(bucket) { chunk, count in run.entries.append(from: chunk, count: count) }
    if addRung(of: run.entries, over: Extent(of: run.entries), expecting: 1) {
      run.removeAll()
      return false
    }
    run.sort()
    return true
  }

  mutating func removeLastRung() {
    let rung = rungs[rungs.count - 1]
    rungs.removeLast()
    buckets.removeBuckets(rung.bucketCount)
    if rungs.isEmpty { turnover = Swift.min(64, Double(rung.drained) / Double(rung.initial)) }
  }

  /// Distributes entries over a new last rung, given the extent of their times.
  ///
  /// Returns false, and does nothing, when they cannot be told apart by their times or when there
  /// are enough rungs.
  mutating func addRung(
    of entries: Buffer<QueueEntry>, over extent: Extent, expecting turnover: Double
  ) -> Bool {
    guard rungs.count < LadderTuning.mostRungs, extent.latest > extent.earliest else {
      return false
    }
    let wanted = Double(entries.count) * turnover / LadderTuning.occupancy
    let number = Swift.max(2, Swift.min(Int(wanted), LadderTuning.mostBuckets))
    let scale = Double(number) / (extent.latest - extent.earliest)
    guard scale.isFinite && scale > 0 else { return false }
    let rung = Rung(
      start: extent.earliest, scale: scale, buckets: number, base: buckets.count,
      count: entries.count)
    buckets.addBuckets(number)
    for index in 0..<entries.count {
      let entry = entries[index]
      buckets.append(entry, to: rung.bucket(at: rung.position(of: entry.time)))
    }
    rungs.append(rung)
    return true
  }

  /// Spreads a heap that has grown too large, and the rest of the run, over a new last rung.
  @inline(never) @usableFromInline mutating func spreadHeap() {
    let own = heap.count
    run.appendRest(to: &heap.entries)
    let extent = Extent(of: heap.entries)
    guard addRung(of: heap.entries, over: extent, expecting: 1) else {
      heap.entries.removeLast(heap.count - own)
      heapLimit = own * 2
      return
    }
    if farBoundary == .infinity { farBoundary = extent.latest }
    heap.entries.removeAll()
    run.removeAll()
  }

  /// The earliest and the latest time of some entries.
  struct Extent {
    var earliest = Double.infinity
    var latest = -Double.infinity

    init(of entries: Buffer<QueueEntry>) {
      for index in 0..<entries.count {
        let time = entries[index].time
        earliest = Swift.min(earliest, time)
        latest = Swift.max(latest, time)
      }
    }
  }
}
