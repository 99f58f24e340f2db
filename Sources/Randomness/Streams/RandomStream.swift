/// A stream of random words: a value whose starting point is an address, not a seed.
///
/// The four counter words of Philox 4x32-10 are `(position, index, entity, purpose)`; the key
/// names study and replication. The draw that decides how large employee 17's third ticket is has
/// an address of its own, and so is the same under every policy:
///
///     var stream = RandomStream(key, purpose: 4, entity: 17, index: 3)
///     let hours = size.sample(from: &stream)
///
/// Different addresses never overlap: a stream holds 2^32 blocks of four words before its position
/// wraps, and wraps inside its own address. Copying a stream takes a snapshot. Creating one costs
/// nothing; the first draw computes one block.
///
/// Streams are not cryptographic.
public struct RandomStream: Sendable, Equatable {
  // The address of the next block; only the position moves.
  @usableFromInline var position: UInt32
  @usableFromInline let index: UInt32
  @usableFromInline let entity: UInt32
  @usableFromInline let purpose: UInt32
  @usableFromInline let key0: UInt32
  @usableFromInline let key1: UInt32

  // The words of the current block that have not been drawn yet, the next one lowest. Shifting a
  // register is faster than indexing into a buffer with a cursor.
  @usableFromInline var bufferLow: UInt64 = 0
  @usableFromInline var bufferHigh: UInt64 = 0
  @usableFromInline var remaining: UInt32 = 0

  /// The stream at an address.
  ///
  /// - Parameters:
  ///   - key: the key of the study's replication.
  ///   - purpose: what the draws decide.
  ///   - entity: whom or what they concern.
  ///   - index: which occurrence, such as a week or the number of a work item.
  @inlinable
  public init(_ key: StreamKey, purpose: UInt32, entity: UInt32, index: UInt32) {
    self.init(counter: (0, index, entity, purpose), key: key.words)
  }

  @inlinable
  init(counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)) {
    (position, index, entity, purpose) = counter
    (key0, key1) = key
  }

  /// The next 32-bit word, all values equally likely.
  @inlinable
  public mutating func bits() -> UInt32 {
    if remaining == 0 { fill() }
    remaining &-= 1
    let word = UInt32(truncatingIfNeeded: bufferLow)
    bufferLow = bufferLow &>> 32 | bufferHigh &<< 32
    bufferHigh = bufferHigh &>> 32
    return word
  }

  /// Moves to a word of the stream, counted from its beginning.
  ///
  /// - Complexity: O(1), one block.
  public mutating func seek(toWord word: Int) {
    precondition(word >= 0 && word >> 2 <= Int(UInt32.max), "a stream has 2^34 words")
    position = UInt32(word >> 2)
    fill()
    for _ in 0..<(word & 3) { _ = bits() }
  }

  @inlinable
  mutating func fill() {
    let block = Philox.block((position, index, entity, purpose), key: (key0, key1))
    position &+= 1
    bufferLow = UInt64(block.0) | UInt64(block.1) &<< 32
    bufferHigh = UInt64(block.2) | UInt64(block.3) &<< 32
    remaining = 4
  }
}
