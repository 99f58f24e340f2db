/// One array of buckets over a stretch of time.
@usableFromInline
struct Rung: BitwiseCopyable, Sendable {
  /// Earliest time in the rung when it was built.
  @usableFromInline let start: Double
  /// Latest time that it covers.
  @usableFromInline let end: Double
  /// Buckets per unit of time.
  @usableFromInline let scale: Double
  /// Number of the last bucket, which also takes everything later.
  @usableFromInline let last: Double
  /// Number of the first bucket that still accepts entries: the one after that being used up.
  @usableFromInline var firstOpen = 0
  /// Index of the first bucket in the store.
  @usableFromInline let base: Int
  /// Entries in the buckets now.
  @usableFromInline var count: Int
  /// Entries that were taken out of the buckets.
  @usableFromInline var drained = 0

  init(start: Double, end: Double, scale: Double, buckets: Int, base: Int, count: Int) {
    self.start = start
    self.end = end
    self.scale = scale
    self.base = base
    self.count = count
    last = Double(buckets - 1)
  }

  /// Number of buckets.
  var bucketCount: Int { Int(last) + 1 }

  /// The number of the bucket that a time belongs to, non-decreasing in the time.
  ///
  /// Subtraction, multiplication, clamping and rounding are monotone in IEEE arithmetic, so an
  /// earlier entry is never in a later bucket, and equal times always share one. Adding 2^52 moves
  /// the rounded number into the lowest bits, which is cheaper than a checked conversion.
  @inlinable func bucket(of time: Double) -> Int {
    let position = (time - start) * scale
    let clamped = Swift.max(Swift.min(position, last), 0)
    return Int(UInt32(truncatingIfNeeded: (clamped + 0x1p52).bitPattern))
  }
}
