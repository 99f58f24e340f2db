import Randomness
import Testing

@Suite struct PhiloxTests {
  /// The three Philox 4x32-10 lines of `kat_vectors` in the Random123 distribution: counter, key,
  /// words.
  static let published: [[UInt32]] = [
    [
      0, 0, 0, 0, 0, 0,
      0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8,
    ],
    [
      0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff,
      0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd,
    ],
    [
      0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344, 0xa409_3822, 0x299f_31d0,
      0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1,
    ],
  ]

  @Test(arguments: published)
  func `the published known answers are reproduced`(line: [UInt32]) {
    let block = Philox.block((line[0], line[1], line[2], line[3]), key: (line[4], line[5]))
    #expect([block.0, block.1, block.2, block.3] == Array(line[6...]))
  }

  @Test func `a second implementation, written differently, agrees`() {
    var counter: [UInt32] = [1, 2, 3, 4]
    var key: [UInt32] = [5, 6]
    for _ in 0..<500 {
      let block = Philox.block(
        (counter[0], counter[1], counter[2], counter[3]), key: (key[0], key[1]))
      let expected = Self.reference(counter, key)
      #expect([block.0, block.1, block.2, block.3] == expected)
      counter = expected
      key = [expected[3] ^ key[1], expected[0]]
    }
  }

  /// The key is raised before every round but the first, and the products are taken in full width.
  private static func reference(_ counter: [UInt32], _ key: [UInt32]) -> [UInt32] {
    var state = counter
    for round in 0..<10 {
      let left = state[0].multipliedFullWidth(by: 0xD251_1F53)
      let right = state[2].multipliedFullWidth(by: 0xCD9E_8D57)
      let key0 = key[0] &+ UInt32(round) &* 0x9E37_79B9
      let key1 = key[1] &+ UInt32(round) &* 0xBB67_AE85
      state = [
        right.high ^ state[1] ^ key0, right.low, left.high ^ state[3] ^ key1, left.low,
      ]
    }
    return state
  }
}
