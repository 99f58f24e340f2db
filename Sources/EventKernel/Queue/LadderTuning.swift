/// The sizes at which the event list changes its structure.
///
/// Chosen with `goodhart-bench hold` and `goodhart-bench office`; they influence speed only.
@usableFromInline
enum LadderTuning {
  /// Entries in the near heap above which they are spread over a new rung.
  @inlinable static var heapLimit: Int { 48 }
  /// Far entries that are put into the heap together instead of becoming a rung.
  @inlinable static var fewEntries: Int { 16 }
  /// Entries a bucket should hold when its turn comes.
  @inlinable static var occupancy: Double { 8 }
  /// Least number of events that the first rung should reach ahead.
  @inlinable static var leastHorizon: Int { 2048 }
  /// Entries above which a bucket is split into a rung of its own.
  @inlinable static var splitLimit: Int { 40 }
  /// Most buckets in a rung: their open ends should fit into the second-level cache.
  @inlinable static var mostBuckets: Int { 8192 }
  /// Most rungs; a bucket of the last one is sorted however large it is.
  @inlinable static var mostRungs: Int { 8 }
}
