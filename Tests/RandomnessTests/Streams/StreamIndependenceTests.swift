import Randomness
import Testing

/// Streams at neighbouring addresses must look unrelated: entities, weeks and work items are
/// numbered consecutively.
@Suite struct StreamIndependenceTests {
  enum Direction: CaseIterable, Sendable {
    case index, entity, purpose, replication, seed, position

    /// The first words of `count` streams in a row, as uniform numbers.
    func uniforms(_ count: Int) -> [Double] {
      var sequential = RandomStream.test()
      return (0..<count).map { step in
        let number = UInt32(step)
        let key = StreamKey(
          seed: self == .seed ? UInt64(step) : 5, replication: self == .replication ? step : 0)
        var stream = RandomStream(
          key,
          purpose: self == .purpose ? number : 1,
          entity: self == .entity ? number : 2,
          index: self == .index ? number : 3)
        return self == .position ? sequential.uniform() : stream.uniform()
      }
    }
  }

  static let count = 65_536

  @Test(arguments: Direction.allCases)
  func `first draws of neighbours are uniform`(direction: Direction) {
    #expect(Evidence.uniformity(of: direction.uniforms(Self.count)) > Evidence.falseAlarmRate)
  }

  @Test(arguments: Direction.allCases, [1, 2, 7])
  func `first draws of neighbours are uncorrelated`(direction: Direction, lag: Int) {
    let values = direction.uniforms(Self.count)
    let correlation = SampleStatistics.correlation(
      Array(values.dropLast(lag)), Array(values.dropFirst(lag)))
    #expect(abs(correlation) * Double(Self.count).squareRoot() < Evidence.greatestScore)
  }

  @Test(arguments: Direction.allCases)
  func `first draws of neighbours fill the unit square evenly`(direction: Direction) {
    let values = direction.uniforms(Self.count)
    var counts = [Int](repeating: 0, count: 256)
    for step in stride(from: 0, to: values.count - 1, by: 2) {
      counts[Int(values[step] * 16) * 16 + Int(values[step + 1] * 16)] += 1
    }
    let even = [Double](repeating: 1.0 / 256, count: 256)
    #expect(Evidence.agreement(of: counts, with: even) > Evidence.falseAlarmRate)
  }

  @Test func `flipping any bit of an address flips half the bits of the word`() {
    for bit in 0..<96 {
      var flipped = 0
      for trial in 0..<2000 as Range<UInt32> {
        func word(_ change: Bool) -> UInt32 {
          func mask(_ word: Int) -> UInt32 {
            change && bit / 32 == word ? 1 << UInt32(bit % 32) : 0
          }
          var stream = RandomStream(
            StreamKey(seed: 1, replication: 0),
            purpose: 3 ^ mask(0), entity: trial ^ mask(1), index: 8 ^ mask(2))
          return stream.bits()
        }
        flipped += (word(false) ^ word(true)).nonzeroBitCount
      }
      // 64,000 fair coins; a score of 5 for each of 96 bits alarms once in 18,000 changes.
      #expect(abs(Double(flipped) - 32_000) / 126.5 < 5, "bit \(bit)")
    }
  }
}
