import Experiments
import Testing

@Suite("MSER-5")
struct MarginalStandardErrorTests {
  /// A rise to 10 with noise from a linear congruential generator.
  private static let example: [Double] = {
    var state = 12345
    var rise = 1.0
    return (0..<120).map { _ in
      state = (1_103_515_245 * state + 12345) % (1 << 31)
      let noise = Double((state >> 16) % 100) / 100 - 0.495
      let value = 10 * (1 - rise) + 2 * noise
      rise *= 0.93
      return (100 * value).rounded() / 100
    }
  }()

  @Test("finds the truncation of a worked example")
  func workedExample() throws {
    let example = Self.example
    #expect(
      Array(example.prefix(10)) == [0.37, 1.47, 0.70, 2.93, 2.07, 2.95, 3.36, 3.43, 3.61, 5.03])
    let found = try #require(MarginalStandardError(example))
    #expect(found.truncation == 50)
    #expect(abs(found.truncatedMean - 10.0317142857) < 1e-9)
    #expect(!found.isTooShort)
    let expected = [
      0.197262, 0.106511, 0.049566, 0.027485, 0.014025, 0.011434, 0.006897, 0.004949, 0.005197,
      0.005899, 0.004686, 0.005122,
    ]
    for (statistic, expected) in zip(found.statistics, expected) {
      #expect(abs(statistic - expected) < 5e-7)
    }
  }

  @Test("says that a series which only rises is too short")
  func tooShort() throws {
    let rising = (0..<40).map { Double($0) }
    #expect(try #require(MarginalStandardError(rising)).isTooShort)
  }

  @Test("leaves nothing out of a series that stands still")
  func constant() throws {
    let found = try #require(MarginalStandardError([Double](repeating: 3, count: 40)))
    #expect(found.truncation == 0)
    #expect(!found.isTooShort)
  }

  @Test("does not judge what is too short or not defined")
  func refuses() {
    #expect(MarginalStandardError([Double](repeating: 1, count: 19)) == nil)
    #expect(MarginalStandardError([Double](repeating: 1, count: 25) + [.nan]) == nil)
  }
}
