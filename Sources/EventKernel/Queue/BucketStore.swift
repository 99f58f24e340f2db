/// The buckets of all rungs, as lists of chunks in one array.
///
/// A bucket is filled and emptied chunk by chunk, so that entries of one bucket lie together and
/// vacated chunks, which are still in the cache, are the first to be used again.
@usableFromInline
struct BucketStore: BitwiseCopyable, Sendable {
  /// The newest chunk of a bucket and the number of entries in all its chunks.
  @usableFromInline struct Bucket: BitwiseCopyable, Sendable {
    @usableFromInline var chunk: Int32 = -1
    @usableFromInline var count: Int32 = 0

    @inlinable init() {}
  }

  @usableFromInline var buckets = Buffer<Bucket>()
  @usableFromInline var entries = Buffer<QueueEntry>()
  /// For each chunk, the one filled before it in its bucket, or the next vacant one.
  @usableFromInline var previousChunk = Buffer<Int32>()
  @usableFromInline var vacantChunk: Int32 = -1

  @inlinable static var chunkSize: Int { 8 }

  @inlinable init() {}

  /// Number of buckets.
  @inlinable var count: Int { buckets.count }

  /// Adds empty buckets at the end.
  @inlinable mutating func addBuckets(_ number: Int) {
    buckets.append(repeating: Bucket(), count: number)
  }

  /// Removes empty buckets from the end.
  @inlinable mutating func removeBuckets(_ number: Int) { buckets.removeLast(number) }

  @inline(__always) @inlinable mutating func append(_ entry: QueueEntry, to bucket: Int) {
    let filled = Int(buckets[bucket].count) & (Self.chunkSize - 1)
    if filled == 0 { addChunk(to: bucket) }
    entries[Int(buckets[bucket].chunk) &* Self.chunkSize &+ filled] = entry
    buckets[bucket].count &+= 1
  }

  @inline(never) @usableFromInline mutating func addChunk(to bucket: Int) {
    let chunk = vacantChunk
    if chunk >= 0 {
      vacantChunk = previousChunk[Int(chunk)]
      previousChunk[Int(chunk)] = buckets[bucket].chunk
      buckets[bucket].chunk = chunk
    } else {
      let added = Int32(truncatingIfNeeded: previousChunk.count)
      previousChunk.append(buckets[bucket].chunk)
      entries.append(repeating: QueueEntry(time: 0, order: 0), count: Self.chunkSize)
      buckets[bucket].chunk = added
    }
  }

  /// Empties a bucket, passing on its entries chunk by chunk.
  @inline(__always) @inlinable
  mutating func drain(_ bucket: Int, _ body: (UnsafePointer<QueueEntry>, Int) -> Void) {
    var chunk = buckets[bucket].chunk
    var filled = (Int(buckets[bucket].count) &- 1) & (Self.chunkSize - 1) &+ 1
    while chunk >= 0 {
      body(entries.base + Int(chunk) &* Self.chunkSize, filled)
      filled = Self.chunkSize
      let previous = previousChunk[Int(chunk)]
      previousChunk[Int(chunk)] = vacantChunk
      vacantChunk = chunk
      chunk = previous
    }
    buckets[bucket] = Bucket()
  }
}
