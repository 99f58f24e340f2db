/// The buckets of all rungs, as lists of chunks in one array.
///
/// A bucket is filled and emptied chunk by chunk, so that entries of one bucket lie together and
/// vacated chunks, which are still in the cache, are the first to be used again.
@usableFromInline
struct BucketStore: Sendable {
  /// The newest chunk of a bucket and the number of entries in all its chunks.
  @usableFromInline struct Bucket: Sendable, BitwiseCopyable {
    @usableFromInline var chunk: Int32 = -1
    @usableFromInline var count: Int32 = 0

    @inlinable init() {}
  }

  @usableFromInline var buckets: [Bucket] = []
  @usableFromInline var entries: [QueueEntry] = []
  /// For each chunk, the one filled before it in its bucket, or the next vacant one.
  @usableFromInline var previousChunk: [Int32] = []
  @usableFromInline var vacantChunk: Int32 = -1

  @inlinable static var chunkSize: Int { 8 }

  @inlinable init() {}

  /// Number of buckets.
  @inlinable var count: Int { buckets.count }

  /// Adds empty buckets at the end.
  @inlinable mutating func addBuckets(_ number: Int) {
    buckets.append(contentsOf: repeatElement(Bucket(), count: number))
  }

  /// Removes empty buckets from the end.
  @inlinable mutating func removeBuckets(_ number: Int) { buckets.removeLast(number) }

  @inlinable mutating func append(_ entry: QueueEntry, to bucket: Int) {
    let filled = Int(buckets[bucket].count) & (Self.chunkSize - 1)
    if filled == 0 { addChunk(to: bucket) }
    entries[Int(buckets[bucket].chunk) &* Self.chunkSize &+ filled] = entry
    buckets[bucket].count &+= 1
  }

  @inlinable mutating func addChunk(to bucket: Int) {
    let chunk: Int32
    if vacantChunk >= 0 {
      chunk = vacantChunk
      vacantChunk = previousChunk[Int(chunk)]
    } else {
      chunk = Int32(previousChunk.count)
      previousChunk.append(-1)
      let vacant = QueueEntry(time: 0, order: 0)
      entries.append(contentsOf: repeatElement(vacant, count: Self.chunkSize))
    }
    previousChunk[Int(chunk)] = buckets[bucket].chunk
    buckets[bucket].chunk = chunk
  }

  /// Moves the entries of a bucket to the end of an array.
  @inlinable mutating func drain(_ bucket: Int, into array: inout [QueueEntry]) {
    var chunk = buckets[bucket].chunk
    var filled = (Int(buckets[bucket].count) &- 1) & (Self.chunkSize - 1) &+ 1
    while chunk >= 0 {
      let base = Int(chunk) &* Self.chunkSize
      array.append(contentsOf: entries[base..<(base &+ filled)])
      filled = Self.chunkSize
      let previous = previousChunk[Int(chunk)]
      previousChunk[Int(chunk)] = vacantChunk
      vacantChunk = chunk
      chunk = previous
    }
    buckets[bucket] = Bucket()
  }
}
