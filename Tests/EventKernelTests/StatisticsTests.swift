import EventKernel
import Testing

@Suite struct StatisticsTests {
  @Test func `a tally matches figures worked out by hand`() {
    var tally = Tally()
    for observation in [2, 4, 4, 4, 5, 5, 7, 9] as [Double] { tally.add(observation) }
    #expect(tally.count == 8)
    #expect(tally.mean == 5)
    #expect(tally.sum == 40)
    #expect(abs(tally.variance - 32.0 / 7) < 1e-14)
    #expect(tally.minimum == 2 && tally.maximum == 9)
  }

  @Test func `an empty tally knows nothing, and one observation has no variance`() {
    var tally = Tally()
    #expect(tally.mean.isNaN && tally.minimum.isNaN && tally.variance.isNaN)
    tally.add(3)
    #expect(tally.mean == 3 && tally.variance.isNaN)
    tally.reset()
    #expect(tally == Tally())
  }

  @Test func `a large offset does not spoil the variance`() {
    var tally = Tally()
    for observation in [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16] { tally.add(observation) }
    #expect(abs(tally.variance - 30) < 1e-6)
  }

  @Test func `merged tallies are the tally of all`() {
    var generator = TestGenerator(seed: 2)
    var whole = Tally()
    var parts = [Tally(), Tally(), Tally()]
    for number in 0..<999 {
      let observation = generator.exponential(mean: 3)
      whole.add(observation)
      parts[number % 2 * 2].add(observation)
    }
    var merged = Tally()
    for part in parts { merged.merge(part) }
    #expect(merged.count == whole.count)
    #expect(abs(merged.mean - whole.mean) < 1e-12)
    #expect(abs(merged.variance - whole.variance) < 1e-11)
    #expect(merged.minimum == whole.minimum && merged.maximum == whole.maximum)
  }

  @Test func `a time average weighs values by how long they lasted`() {
    var average = TimeAverage(at: 1)
    average.set(4, at: 2)  // 0 for 1
    average.add(-3, at: 5)  // 4 for 3
    #expect(average.integral(at: 9) == 12 + 4)  // 1 for 4
    #expect(average.mean(at: 9) == 2)
    #expect(average.variance(at: 9) == 2.5)  // (3 · 16 + 4 · 1) / 8 - 2²
    #expect(average.minimum == 0 && average.maximum == 4 && average.value == 1)
    #expect(TimeAverage(3, at: 1).mean(at: 1).isNaN)
  }

  @Test func `a reset keeps the value and forgets the rest`() {
    var average = TimeAverage(at: 0)
    average.set(10, at: 1)
    average.set(2, at: 5)
    average.reset(at: 6)
    #expect(average.maximum == 2)
    average.set(0, at: 8)
    #expect(average.mean(at: 10) == 1)
    #expect(average.duration(at: 10) == 4)
  }

  @Test func `merged time averages weigh both observations`() {
    var first = TimeAverage(2, at: 0)
    first.advance(to: 4)
    var second = TimeAverage(6, at: 10)
    second.advance(to: 12)
    first.merge(second)
    #expect(first.duration(at: 4) == 6)
    #expect(first.mean(at: 4) == 20.0 / 6)
    #expect(first.maximum == 6)
  }

  @Test func `a count is a rate over the time since the reset`() {
    var count = EventCount(at: 2)
    count.add()
    count.add(5)
    #expect(count.count == 6)
    #expect(count.rate(at: 5) == 2)
    count.reset(at: 5)
    #expect(count.count == 0 && count.rate(at: 5).isNaN)
  }
}
