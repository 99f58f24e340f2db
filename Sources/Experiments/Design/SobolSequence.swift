@preconcurrency import CGSL
import Randomness

/// The low-discrepancy sequence of Sobol', randomised by Owen's nested uniform scrambling.
///
/// Rows 2^m to 2^(m+1) - 1 fill the gaps of those before them, so a longer design of the same seed
/// begins with the shorter one; numbers of rows that are powers of two are balanced best. The
/// sequence itself is that of the numerical library (`gsl_qrng_sobol`, at most 40 dimensions) with
/// the origin put back in front, without which it would not be balanced (A. B. Owen, "On dropping
/// the first Sobol' point", 2020).
///
/// Scrambling makes every single row uniform in the unit cube and keeps the balance of all rows
/// together; means are then unbiased, and smooth functions gain a variance of order n^-3. Of each
/// coordinate's binary digits, a digit is flipped or not at random, independently for each value of
/// the digits before it (A. B. Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences", 1995).
public struct SobolSequence: Design {
  /// The most factors that a sequence can have.
  public static let mostFactors = 40
  /// The most rows that a sequence can have; the library's points have 30 binary digits.
  public static let mostRows = 1 << 24

  /// How many factors vary.
  public let factorCount: Int
  /// How many rows there are.
  public let rowCount: Int
  /// Whether digits are scrambled; if not, the first row is the origin.
  public let isScrambled: Bool

  /// Describes a sequence.
  ///
  /// - Throws: ``DesignError`` for more than 40 factors, or too few or too many rows.
  public init(
    factorCount: Int, rowCount: Int, isScrambled: Bool = true
  ) throws(DesignError) {
    try DesignError.require(
      (1...Self.mostFactors).contains(factorCount),
      "a Sobol' sequence of \(factorCount) factors: expected 1 to \(Self.mostFactors)")
    try DesignError.require(
      (1...Self.mostRows).contains(rowCount),
      "\(rowCount) rows of a Sobol' sequence: expected 1 to \(Self.mostRows)")
    self.factorCount = factorCount
    self.rowCount = rowCount
    self.isScrambled = isScrambled
  }

  /// The rows of the sequence, scrambled by the seed.
  ///
  /// - Complexity: O(rows x factors), about six Philox blocks for each position.
  public func rows(seed: UInt64) -> DesignMatrix {
    var positions = [Double](repeating: 0, count: factorCount * rowCount)
    // Never fails: the number of dimensions was checked, and a sequence is small.
    let sequence = gsl_qrng_alloc(gsl_qrng_sobol, UInt32(factorCount))
    defer { gsl_qrng_free(sequence) }
    positions.withUnsafeMutableBufferPointer { positions in
      for row in 1..<max(1, rowCount) {
        gsl_qrng_get(sequence, positions.baseAddress.map { $0 + row * factorCount })
      }
    }
    if isScrambled {
      let scrambling = NestedUniformScrambling(seed: seed)
      for place in positions.indices {
        positions[place] = scrambling.scrambled(
          positions[place], dimension: place % factorCount)
      }
    }
    return DesignMatrix(factorCount: factorCount, positions: positions)
  }
}

/// Owen's nested uniform scrambling of 30 binary digits.
///
/// Whether a digit is flipped is looked up by the digits before it, so nothing is stored and any
/// point can be scrambled by itself. One Philox block decides a subtree of six digits: of its first
/// 64 bits, bit 1 is for the first digit, bits 2 and 3 for the second given the first, and so on,
/// as in a heap. Digits after the thirtieth are those of one more block.
struct NestedUniformScrambling {
  private static let digits = 30
  private static let digitsInBlock = 6

  private let streams: ExperimentStreams

  /// The scrambling of a seed.
  init(seed: UInt64) { streams = ExperimentStreams(seed: seed) }

  /// A position in (0, 1) for one that is a multiple of 2^-30 in [0, 1).
  func scrambled(_ position: Double, dimension: Int) -> Double {
    let point = UInt32(position * 0x1p30)
    var result: UInt32 = 0
    for start in stride(from: 0, to: Self.digits, by: Self.digitsInBlock) {
      // The digits before this block, with a leading one that tells their number.
      let before = (1 as UInt32) << UInt32(start) | point >> UInt32(Self.digits - start)
      var stream = streams.stream(.design, entity: dimension, index: Int(before))
      let flips = UInt64(stream.bits()) << 32 | UInt64(stream.bits())
      var node: UInt32 = 1
      for digit in start..<start + Self.digitsInBlock {
        let bit = point >> UInt32(Self.digits - 1 - digit) & 1
        result = result << 1 | bit ^ UInt32(truncatingIfNeeded: flips >> UInt64(node)) & 1
        node = node << 1 | bit
      }
    }
    let leaf = (1 as UInt32) << UInt32(Self.digits) | point
    var stream = streams.stream(.design, entity: dimension, index: Int(leaf))
    let rest = UInt64(stream.bits() >> 10)
    return (Double(UInt64(result) << 22 | rest) + 0.5) * 0x1p-52
  }
}
