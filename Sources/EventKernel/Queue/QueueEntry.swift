/// What the future event list moves around: sixteen bytes that hold an event's place in the order.
///
/// `order` packs, from the most significant bit, the priority (8 bits, biased), the sequence
/// number (32 bits) and the slot (24 bits). Sequence numbers are unique among queued entries, so
/// comparing `time` and then `order` is a total order: time, priority, insertion.
@usableFromInline
package struct QueueEntry: Sendable, BitwiseCopyable, Equatable {
  /// Clock time at which the event is due, in hours (or whatever unit the model uses).
  @usableFromInline package let time: Double
  /// Priority, sequence number and slot, packed in order of significance.
  @usableFromInline package let order: UInt64

  /// Most events that may be queued at the same time (24 bits of slot).
  @usableFromInline package static let slotLimit = 1 << 24
  /// Sequence numbers available before the queue is renumbered.
  @usableFromInline package static let sequenceLimit: UInt64 = 1 << 32

  /// Creates an entry from an already packed order word.
  @inlinable package init(time: Double, order: UInt64) {
    self.time = time
    self.order = order
  }

  /// Creates an entry; `priority` must lie in -128...127.
  @inlinable package init(time: Double, priority: Int, sequence: UInt64, slot: UInt32) {
    self.time = time
    order = UInt64(truncatingIfNeeded: priority &+ 128) &<< 56 | sequence &<< 24 | UInt64(slot)
  }

  /// The slot whose event this entry stands for.
  @inlinable package var slot: Int { Int(truncatingIfNeeded: order & 0xFF_FFFF) }

  /// The same entry with another sequence number, used when numbers run out.
  @inlinable package func renumbered(_ sequence: UInt64) -> QueueEntry {
    QueueEntry(time: time, order: order & 0xFF00_0000_00FF_FFFF | sequence &<< 24)
  }

  /// Whether this entry is executed before `other`.
  @inlinable package func precedes(_ other: QueueEntry) -> Bool {
    time < other.time || (time == other.time && order < other.order)
  }
}
