/// A reference to one scheduled event, with which it can be cancelled.
///
/// A handle names a slot of the scheduler and the generation of its occupant, so a handle kept
/// after its event was executed or cancelled is recognised as stale instead of hitting the slot's
/// next occupant. (A slot must be reused 2³¹ times before a generation returns.)
public struct EventHandle: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let slot: UInt32
  @usableFromInline let generation: UInt32

  @inlinable init(slot: UInt32, generation: UInt32) {
    self.slot = slot
    self.generation = generation
  }
}
