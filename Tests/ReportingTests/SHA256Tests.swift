import Reporting
import Testing

/// Known answers of FIPS 180-4 and its test vectors.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the published messages have their published digests`(message: String, digest: String) {
    #expect(SHA256.hexDigest(of: message) == digest)
  }

  @Test func `a hundred thousand letters have the digest that coreutils gives`() {
    let digest = SHA256.hexDigest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 100_000))
    #expect(digest == "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee")
  }

  @Test(arguments: [1, 55, 56, 63, 64, 65, 119, 128, 200])
  func `the digest does not depend on how the bytes arrive`(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    for split in [0, length / 3, length / 2, length] {
      var hash = SHA256()
      hash.update(with: Array(bytes[..<split]))
      hash.update(with: Array(bytes[split...]))
      #expect(hash.finalizedHexDigest() == SHA256.hexDigest(of: bytes))
    }
  }
}
