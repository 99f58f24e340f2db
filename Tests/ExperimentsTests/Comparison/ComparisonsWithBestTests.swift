import Testing

@testable import Experiments

@Suite struct ComparisonsWithBestTests {
  @Test func `two policies are compared by the paired interval, cut off at 0`() throws {
    let best = ComparisonsWithBest(SimultaneousIntervalsTests.example)
    let (first, second) = (try #require(best.entries[0]), try #require(best.entries[1]))
    #expect(best.contenders == [0])
    #expect(first.isContender && !second.isContender)
    #expect(first.interval?.lowerBound == 0)
    #expect(abs((first.interval?.upperBound ?? .nan) - 0.2137012624) < 1e-9)
    #expect(abs((second.interval?.lowerBound ?? .nan) + 0.2137012624) < 1e-9)
    #expect(second.interval?.upperBound == 0)
  }

  @Test func `where lower is better, the order turns round`() {
    let example = SimultaneousIntervalsTests.example
    let best = ComparisonsWithBest(
      PairedValues(policies: example.policies, values: example.values, goal: .lowest))
    #expect(best.contenders == [1])
    #expect(best.entries[1]?.advantage.mean.map { $0 > 0 } == true)
  }

  @Test func `policies that are equal in every replication are all contenders`() {
    let best = ComparisonsWithBest(
      PairedValues(policies: ["a", "b", "c"], values: [[1, 2, 4], [1, 2, 4], [0, 0.9, 3.1]]))
    #expect(best.contenders == [0, 1])
    #expect(best.entries[0]?.interval == 0...0)
  }

  @Test func `one replication excludes nobody, and an undefined policy is left out`() {
    let best = ComparisonsWithBest(
      PairedValues(policies: ["a", "b", "c"], values: [[1], [2], [.nan]]))
    #expect(best.contenders == [0, 1])
    #expect(best.entries[0]?.interval == nil)
    #expect(best.entries[2] == nil)
  }
}
