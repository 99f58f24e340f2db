import Foundation

/// What tells this build of the program from any other.
enum BuildIdentity {
  /// A hash over the program's own file, in hexadecimal; empty where it cannot be read.
  static let current: String = {
    guard let path = Bundle.main.executablePath, let file = FileHandle(forReadingAtPath: path)
    else { return "" }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    // Piece by piece: the program's own file shall not count as its memory.
    while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
      hash = mixed(hash, piece)
    }
    return String(hash, radix: 16)
  }()

  /// FNV-1a over words instead of bytes: eight times as fast, and nobody forges a build.
  private static func mixed(_ hash: UInt64, _ data: Data) -> UInt64 {
    data.withUnsafeBytes { bytes in
      var hash = hash ^ UInt64(bytes.count)
      for start in stride(from: 0, to: bytes.count - 7, by: 8) {
        let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        hash = (hash ^ word) &* 0x100_0000_01B3
        hash ^= hash >> 29
      }
      return hash
    }
  }
}
