import Randomness
import Testing
import WorkplaceModel

@testable import Experiments

@Suite("Going on until a figure is known well enough")
struct SequentialStoppingTests {
  @Test("stops at the first number of replications whose interval is narrow enough")
  func smallest() {
    let values = Self.normal(1, count: 400)
    let stopping = Self.stopping(.absolute(0.2))
    let enough = stopping.sufficientCount([.init(values)])
    #expect(enough != nil)
    guard let enough else { return }
    #expect((Estimate(Array(values.prefix(enough))).halfWidth() ?? 1) <= 0.2)
    for count in 10..<enough {
      #expect((Estimate(Array(values.prefix(count))).halfWidth() ?? 0) > 0.2)
    }
    #expect(stopping.sufficientCount([.init(Array(values.prefix(enough - 1)))]) == nil)
  }

  @Test("does not look before the first look")
  func firstLook() {
    let stopping = Self.stopping(.absolute(100))
    #expect(stopping.sufficientCount([.init(Self.normal(1, count: 9))]) == nil)
    #expect(stopping.sufficientCount([.init(Self.normal(1, count: 12))]) == 10)
  }

  @Test("waits for the series that is known least")
  func allSeries() throws {
    let stopping = Self.stopping(.absolute(0.3))
    let quiet = SequentialStopping.Series(Self.normal(1, count: 500).map { $0 / 10 })
    let loud = SequentialStopping.Series(Self.normal(2, count: 500))
    let both = try #require(stopping.sufficientCount([quiet, loud]))
    #expect(try #require(stopping.sufficientCount([quiet])) == 10)
    #expect(try #require(stopping.sufficientCount([loud])) == both)
  }

  @Test("guesses about how many it will take")
  func expectation() {
    // 1.96^2 / 0.1^2 = 384 for a standard deviation of 1.
    let guess = Self.stopping(.absolute(0.1)).expectedCount([.init(Self.normal(3, count: 100))])
    #expect((280...520).contains(guess))
    #expect(
      Self.stopping(.absolute(1e-9)).expectedCount([.init(Self.normal(3, count: 20))]) == 10_000)
  }

  @Test("keeps its level though it looks often")
  func coverage() throws {
    // 1,000 studies of normal values of mean 5 to 5 %: coverage 95 % or a little less; the bounds
    // are 3.9 s.e. about 0.94 (false alarm 1e-4).
    let stopping = Self.stopping(.relative(0.05))
    var covered = 0
    for number in 0..<1000 {
      let values = Self.normal(100 + number, count: 400).map { 5 + $0 }
      let count = try #require(stopping.sufficientCount([.init(values)]))
      let interval = try #require(Estimate(Array(values.prefix(count))).interval())
      if interval.contains(5) { covered += 1 }
    }
    #expect((911...969).contains(covered))
  }

  private static func stopping(_ width: PrecisionTarget.HalfWidth) -> SequentialStopping {
    SequentialStopping(
      PrecisionTarget(measure: "net_value_usd", halfWidth: width, most: 10_000))
  }

  private static func normal(_ number: Int, count: Int) -> [Double] {
    var luck = ExperimentStreams(seed: 11).stream(.synthetic, index: number)
    return (0..<count).map { _ in luck.gaussian() }
  }
}
