/// The key of all random streams of one replication of one study.
///
/// Two replications of a study never share a key, nor do two seeds at the same replication: the
/// mix is a bijection in each argument. Policies compared within a replication use the *same* key,
/// which is what makes their random numbers common.
public struct StreamKey: Sendable, Hashable {
  /// The 64-bit Philox key, low word first.
  public let value: UInt64

  /// The key of a replication.
  ///
  /// - Parameters:
  ///   - seed: the seed of the study; any value.
  ///   - replication: the number of the replication; any value, usually counted from zero.
  public init(seed: UInt64, replication: Int) {
    // No stream can exist before its key, so no sampler can reach the library's aborting handler.
    GSL.prepare()
    let replication = UInt64(bitPattern: Int64(replication))
    value = Self.mixed(Self.mixed(seed) &+ replication)
  }

  @inlinable var words: (UInt32, UInt32) {
    (UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value &>> 32))
  }

  /// A bijection of 64-bit words in which every input bit reaches every output bit.
  ///
  /// Source: D. Stafford's variant 13 of the MurmurHash3 finaliser, as used in SplitMix64
  /// (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
  /// OOPSLA 2014). The added constant keeps zero from being a fixed point.
  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = word &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word &>> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word &>> 31)
  }
}
