/// An order-dependent hash of a trajectory.
///
/// Two runs with equal fingerprints executed, with overwhelming probability, the same events at
/// the same times in the same order. The value depends on nothing but what was combined: not on
/// the process, the build type, the number of threads or the queue implementation.
public struct Fingerprint: Hashable, Sendable, BitwiseCopyable {
  /// The hash so far.
  @inlinable public var value: UInt64 { state }

  @usableFromInline var state: UInt64

  /// Creates the fingerprint of an empty trajectory.
  @inlinable public init() {
    state = 0x9E37_79B9_7F4A_7C15
  }

  /// Adds one executed event: the clock time bit for bit, and a key naming its kind and entity.
  ///
  /// Complexity: O(1), two multiplications that do not wait for the previous event.
  @inlinable public mutating func combine(time: Double, key: UInt64) {
    combine(time.bitPattern &* 0xA076_1D64_78BD_642F ^ (key &+ 0xE703_7ED1_A0B4_28DB))
  }

  /// Adds a plain number, such as another run's fingerprint.
  @inlinable public mutating func combine(_ word: UInt64) {
    let mixed = (word ^ (word &>> 32)) &* 0xE995_1F8F_4D1B_93AD
    let rotated = state &<< 27 | state &>> 37
    state = (rotated ^ mixed ^ (mixed &>> 29)) &* 5 &+ 0x52DC_E729
  }
}
