/// One array of buckets over a stretch of time.
@usableFromInline
struct Rung: BitwiseCopyable, Sendable {
  /// Earliest time in the rung when it was built.
  @usableFromInline let start: Double
  /// Buckets per unit of time.
  @usableFromInline let scale: Double
  /// Number of the last bucket, which also takes everything later.
  @usableFromInline let last: Double
  /// Number of the first bucket that still accepts entries, the one after that being used up;
  /// infinite when there is none.
  @usableFromInline var firstOpen = 0.0
  /// Index of the first bucket in the store.
  @usableFromInline let base: Int
  /// Entries in the buckets now.
  @usableFromInline var count: Int
  /// Entries that were taken out of the buckets.
  @usableFromInline var drained = 0
  /// Entries the rung was built from.
  @usableFromInline let initial: Int

  @inlinable init(start: Double, scale: Double, buckets: Int, base: Int, count: Int) {
    self.start = start
    self.scale = scale
    self.base = base
    self.count = count
    initial = count
    last = Double(buckets - 1)
  }

  /// Number of buckets.
  @inlinable var bucketCount: Int { Int(last) + 1 }

  /// Where a time belongs: a bucket's number with a fraction, non-decreasing in the time; past the
  /// last bucket for times later than the rung was built for.
  ///
  /// Subtraction and multiplication are monotone under IEEE rounding, and so are truncation and
  /// clamping in `bucket(at:)`: an earlier entry is never in a later bucket, and equal times
  /// always share one.
  @inlinable func position(of time: Double) -> Double { (time - start) * scale }

  /// The index in the store of the bucket at a position that is not negative.
  @inlinable func bucket(at position: Double) -> Int {
    base &+ Int(position < last ? position : last)
  }
}
