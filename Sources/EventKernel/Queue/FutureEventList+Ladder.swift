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
    if far.count <= LadderTuning.fewEntries && usualHeapLimit > LadderTuning.fewEntries {
      for index in 0..<far.count { heap.insert(far[index]) }
      far.removeAll()
      farBoundary = .infinity
      return true
    }
    let extent = Extent(of: far)
    farBoundary = horizon(of: extent)
    moveWithinBoundary()
    if addRung(of: run.entries, over: Extent(earliest: extent.earliest, latest: farBoundary)) {
      run.removeAll()
      return false
    }
    run.sort()
    return true
  }

  /// How far the first rung should reach: as long as it takes to execute as many events as are
  /// pending, at the pace of the last first rung, so that the buckets are neither crowded when
  /// their turn comes nor spread thin over memory.
  ///
  /// A rung that would take less than a quarter of the far entries reaches to the last one
  /// instead: every look through them is then paid for by the entries it takes.
  func horizon(of extent: Extent) -> Double {
    let events = Double(Swift.max(far.count, LadderTuning.leastHorizon))
    let boundary = extent.earliest + events / pace
    guard boundary < extent.latest else { return extent.latest }
    var within = 0
    for index in 0..<far.count { within &+= far[index].time <= boundary ? 1 : 0 }
    return within >= far.count / 4 ? boundary : extent.latest
  }

  /// Moves the far entries within the boundary into the run, unsorted.
  mutating func moveWithinBoundary() {
    run.entries.appendUninitialised(count: far.count)
    var moved = 0
    var kept = 0
    // Both destinations are written, so that nothing depends on guessing which one is right.
    for index in 0..<far.count {
      let entry = far[index]
      run.entries[moved] = entry
      far[kept] = entry
      let isWithin = entry.time <= farBoundary ? 1 : 0
      moved &+= isWithin
      kept &+= 1 &- isWithin
    }
    run.entries.removeLast(far.count &- moved)
    far.removeLast(far.count &- kept)
  }

  /// Sorts the next bucket of the last rung into the run (true), or splits it (false).
  mutating func useNextBucket() -> Bool {
    let rung = rungs.base.advanced(by: rungs.count - 1)
    let base = rung.pointee.base
    var bucket = base &+ rung.pointee.firstOpen
    while buckets.counts[bucket] == 0 { bucket &+= 1 }
    rung.pointee.firstOpen = bucket &+ 1 &- base
    let number = Int(buckets.counts[bucket])
    rung.pointee.count &-= number
    rung.pointee.drained &+= number
    if number <= BucketStore.chunkSize {
      buckets.drain(bucket) { entries, count in run.fill(from: entries, count: count) }
      return true
    }
    buckets.drain(bucket) { entries, count in run.entries.append(from: entries, count: count) }
    if number > LadderTuning.splitLimit,
      addRung(of: run.entries, over: Extent(of: run.entries))
    {
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
    if rungs.isEmpty { pace = Double(rung.drained) / (rung.end - rung.start) }
  }

  /// Distributes entries over a new last rung that covers a stretch of time.
  ///
  /// Returns false, and does nothing, when they cannot be told apart by their times or when there
  /// are enough rungs.
  mutating func addRung(of entries: Buffer<QueueEntry>, over extent: Extent) -> Bool {
    let length = extent.latest - extent.earliest
    guard rungs.count < LadderTuning.mostRungs, length > 0 else { return false }
    let expected = rungs.isEmpty ? pace * length : 0
    let wanted = Swift.max(expected, Double(entries.count)) / LadderTuning.occupancy
    let number = Int(Swift.max(2, Swift.min(wanted, Double(LadderTuning.mostBuckets))))
    let scale = Double(number) / length
    guard scale.isFinite && scale > 0 else { return false }
    let rung = Rung(
      start: extent.earliest, end: extent.latest, scale: scale, buckets: number,
      base: buckets.count, count: entries.count)
    buckets.addBuckets(number)
    for index in 0..<entries.count {
      let entry = entries[index]
      buckets.append(entry, to: rung.base &+ rung.bucket(of: entry.time))
    }
    rungs.append(rung)
    return true
  }

  /// Spreads a heap that has grown too large, and the rest of the run, over a new last rung.
  @inline(never) @usableFromInline mutating func spreadHeap() {
    let own = heap.count
    run.appendRest(to: &heap.entries)
    let extent = Extent(of: heap.entries)
    guard addRung(of: heap.entries, over: extent) else {
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

    init(earliest: Double, latest: Double) {
      self.earliest = earliest
      self.latest = latest
    }

    init(of entries: Buffer<QueueEntry>) {
      // Two of each, so that one comparison need not wait for the one before.
      var others = (earliest: Double.infinity, latest: -Double.infinity)
      var index = entries.count & 1
      if index == 1 { (earliest, latest) = (entries[0].time, entries[0].time) }
      while index < entries.count {
        let first = entries[index].time
        let second = entries[index &+ 1].time
        earliest = first < earliest ? first : earliest
        latest = first > latest ? first : latest
        others.earliest = second < others.earliest ? second : others.earliest
        others.latest = second > others.latest ? second : others.latest
        index &+= 2
      }
      earliest = Swift.min(earliest, others.earliest)
      latest = Swift.max(latest, others.latest)
    }
  }
}
