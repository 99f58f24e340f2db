/// The Philox 4x32-10 bijection: ten rounds that turn a counter and a key into four random words.
///
/// A counter-based generator has no state to advance: word blocks are *looked up* by address, so
/// any number of streams exist side by side without seeding, hashing or overlap.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy
/// as 1, 2, 3", SC11 (2011), section 3.3; constants as in the authors' Random123 library, whose
/// published known-answer vectors the tests repeat.
public enum Philox {
  /// The four words at an address.
  ///
  /// - Parameters:
  ///   - counter: the address, any value.
  ///   - key: which of 2^64 unrelated tables of words to look in.
  /// - Complexity: ten rounds of two 32 x 32 bit multiplications.
  @inlinable
  public static func block(
    _ counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let product0 = UInt64(0xD251_1F53) &* UInt64(c0)
      let product1 = UInt64(0xCD9E_8D57) &* UInt64(c2)
      c0 = UInt32(truncatingIfNeeded: product1 &>> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: product1)
      c2 = UInt32(truncatingIfNeeded: product0 &>> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: product0)
      // Weyl sequences: the golden ratio and the square root of three, minus one.
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return (c0, c1, c2, c3)
  }
}
