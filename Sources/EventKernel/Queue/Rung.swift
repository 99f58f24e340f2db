/// One array of buckets over a stretch of time.
@usableFromInline
struct Rung: Sendable, BitwiseCopyable {
  /// Earliest time in the rung when it was built.
  @usableFromInline let start: Double
  /// Buckets per unit of time.
  @usableFromInline let scale: Double
  /// Position of the last bucket, which also takes everything later.
  @usableFromInline let lastPosition: Double
  /// Index of the first bucket in the store.
  @usableFromInline let base: Int
  /// Position of the first bucket that still accepts entries: the one after that being used up.
  @usableFromInline var firstOpen = 0.0
  /// Entries in the buckets now.
  @usableFromInline var count = 0
  /// Entries that were ever in the buckets.
  @usableFromInline var passed = 0
  /// Entries the rung was built from.
  @usableFromInline let initial: Int

  @inlinable init(start: Double, scale: Double, buckets: Int, base: Int, initial: Int) {
    self.start = start
    self.scale = scale
    self.base = base
    self.initial = initial
    lastPosition = Double(buckets - 1)
  }

  /// Number of buckets.
  @inlinable var bucketCount: Int { Int(lastPosition) + 1 }

  /// Where a time belongs: a bucket's number with a fraction, non-decreasing in the time.
  ///
  /// Subtraction, multiplication and truncation are monotone under IEEE rounding, so an earlier
  /// entry is never in a later bucket and equal times always share one.
  @inlinable func position(of time: Double) -> Double {
    Swift.max(0, Swift.min((time - start) * scale, lastPosition))
  }
}
