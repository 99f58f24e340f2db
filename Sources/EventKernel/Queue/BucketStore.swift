/// The buckets of all rungs, each an array of a few entries that continues in chunks when needed.
///
/// A bucket's first entries have a place of their own, found without following a link; only a
/// bucket that holds more takes chunks from a common store. Entries of one bucket lie together,
/// and vacated chunks, which are still in the cache, are the first to be used again.
@usableFromInline
struct BucketStore: BitwiseCopyable, Sendable {
  /// Entries in each bucket.
  @usableFromInline var counts = Buffer<Int32>()
  /// The first entries of each bucket.
  @usableFromInline var entries = Buffer<QueueEntry>()
  /// The newest chunk of each bucket that has any.
  @usableFromInline var newestChunk = Buffer<Int32>()
  @usableFromInline var chunks = Buffer<QueueEntry>()
  /// For each chunk, the one filled before it in its bucket, or the next vacant one; -1 for none.
  @usableFromInline var previousChunk = Buffer<Int32>()
  @usableFromInline var vacantChunk: Int32 = -1

  /// Entries of a bucket that have a place of their own, and entries in a chunk.
  @inlinable static var chunkSize: Int { 16 }

  @inlinable init() {}

  /// Number of buckets.
  @inlinable var count: Int { counts.count }

  /// Adds empty buckets at the end.
  mutating func addBuckets(_ number: Int) {
    counts.append(repeating: 0, count: number)
    newestChunk.append(repeating: -1, count: number)
    entries.appendUninitialised(count: number * Self.chunkSize)
  }

  /// Removes empty buckets from the end.
  mutating func removeBuckets(_ number: Int) {
    counts.removeLast(number)
    newestChunk.removeLast(number)
    entries.removeLast(number * Self.chunkSize)
  }

  @inline(__always) @inlinable mutating func append(_ entry: QueueEntry, to bucket: Int) {
    let count = Int(counts[bucket])
    counts[bucket] &+= 1
    if count < Self.chunkSize {
      entries[bucket &* Self.chunkSize &+ count] = entry
    } else {
      appendToChunk(entry, bucket: bucket, position: count & (Self.chunkSize - 1))
    }
  }

  @inline(never) @usableFromInline
  mutating func appendToChunk(_ entry: QueueEntry, bucket: Int, position: Int) {
    if position == 0 { addChunk(to: bucket) }
    chunks[Int(newestChunk[bucket]) &* Self.chunkSize &+ position] = entry
  }

  mutating func addChunk(to bucket: Int) {
    let chunk = vacantChunk
    if chunk >= 0 {
      vacantChunk = previousChunk[Int(chunk)]
      previousChunk[Int(chunk)] = newestChunk[bucket]
      newestChunk[bucket] = chunk
    } else {
      let added = Int32(truncatingIfNeeded: previousChunk.count)
      previousChunk.append(newestChunk[bucket])
      chunks.appendUninitialised(count: Self.chunkSize)
      newestChunk[bucket] = added
    }
  }

  /// Empties a bucket that is not empty, passing on its entries a few at a time.
  @inline(__always)
  mutating func drain(_ bucket: Int, _ body: (UnsafePointer<QueueEntry>, Int) -> Void) {
    let count = Int(counts[bucket])
    counts[bucket] = 0
    body(entries.base + bucket &* Self.chunkSize, Swift.min(count, Self.chunkSize))
    guard count > Self.chunkSize else { return }
    var chunk = newestChunk[bucket]
    newestChunk[bucket] = -1
    var filled = (count &- 1) & (Self.chunkSize - 1) &+ 1
    while chunk >= 0 {
      body(chunks.base + Int(chunk) &* Self.chunkSize, filled)
      filled = Self.chunkSize
      let previous = previousChunk[Int(chunk)]
      previousChunk[Int(chunk)] = vacantChunk
      vacantChunk = chunk
      chunk = previous
    }
  }

  func duplicate() -> BucketStore {
    var copy = self
    copy.counts = counts.duplicate()
    copy.entries = entries.duplicate()
    copy.newestChunk = newestChunk.duplicate()
    copy.chunks = chunks.duplicate()
    copy.previousChunk = previousChunk.duplicate()
    return copy
  }

  func deallocate() {
    counts.deallocate()
    entries.deallocate()
    newestChunk.deallocate()
    chunks.deallocate()
    previousChunk.deallocate()
  }
}
