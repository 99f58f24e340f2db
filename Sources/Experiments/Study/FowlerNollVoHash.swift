/// The hash FNV-1a of 64 bits (Fowler, Noll and Vo).
struct FowlerNollVoHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds the bytes of a text.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }

  /// Adds the bytes of a word, lowest first.
  mutating func add(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      add(UInt8(truncatingIfNeeded: word >> shift))
    }
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
