import EventKernel
import Testing

@Suite struct SchedulerTests {
  @Test func `events come in the order of time, priority and insertion`() {
    var scheduler = Scheduler<Int>()
    scheduler.schedule(4, at: 2)
    scheduler.schedule(3, at: 1, priority: 1)
    scheduler.schedule(1, at: 1, priority: -1)
    scheduler.schedule(2, at: 1)
    scheduler.schedule(5, at: 2)
    #expect((1...5).allSatisfy { scheduler.next() == $0 })
    #expect(scheduler.now == 2)
    #expect(scheduler.executedCount == 5)
  }

  @Test func `the extreme priorities are in order`() {
    var scheduler = Scheduler<Int>()
    for priority in [127, 0, -128, 126, -127] {
      scheduler.schedule(priority, at: 1, priority: priority)
    }
    #expect([-128, -127, 0, 126, 127].allSatisfy { scheduler.next() == $0 })
  }

  @Test func `an event due at the limit stays pending`() {
    var scheduler = Scheduler<Int>()
    scheduler.schedule(1, at: 3)
    #expect(scheduler.next(before: 3) == nil)
    #expect(scheduler.now == 0)
    #expect(scheduler.next(before: 3.0.nextUp) == 1)
  }

  @Test func `negative times are in order, and minus zero is zero`() {
    var scheduler = Scheduler<Int>(startingAt: -5)
    scheduler.schedule(3, at: 0)
    scheduler.schedule(4, at: -0.0)
    scheduler.schedule(2, at: -1)
    scheduler.schedule(1, after: 0.5)
    #expect((1...4).allSatisfy { scheduler.next() == $0 })
    #expect(scheduler.now.sign == .plus)
  }

  @Test func `a handle is good for one cancellation, and not after execution`() {
    var scheduler = Scheduler<Int>()
    let cancelled = scheduler.schedule(1, at: 1)
    let executed = scheduler.schedule(2, at: 1)
    #expect(scheduler.cancel(cancelled) == 1)
    #expect(scheduler.cancel(cancelled) == nil)
    #expect(!scheduler.isPending(cancelled))
    #expect(scheduler.next() == 2)
    #expect(scheduler.cancel(executed) == nil)
    let successor = scheduler.schedule(3, at: 2)
    #expect(scheduler.cancel(executed) == nil, "a stale handle hit the slot's next occupant")
    #expect(scheduler.isPending(successor))
    #expect(scheduler.executedCount == 1)
  }

  @Test func `an event can be cancelled at the very time it is due`() {
    var scheduler = Scheduler<Int>()
    scheduler.schedule(1, at: 1)
    let due = scheduler.schedule(2, at: 1)
    #expect(scheduler.next() == 1)
    let immediate = scheduler.schedule(3, after: 0)
    #expect(scheduler.cancel(due) == 2)
    #expect(scheduler.cancel(immediate) == 3)
    #expect(scheduler.next() == nil)
    #expect(scheduler.now == 1)
  }

  @Test func `memory follows the events alive, not those ever scheduled or cancelled`() {
    var scheduler = Scheduler<Int>()
    for number in 0..<50 { scheduler.schedule(number, at: 1e9) }
    for number in 0..<20_000 {
      let timer = scheduler.schedule(number, after: 1_000)
      scheduler.schedule(number, after: 0.5)
      #expect(scheduler.next() == number)
      scheduler.cancel(timer)
    }
    #expect(scheduler.pendingCount == 50)
    #expect(scheduler.slotCount < 400, "\(scheduler.slotCount) slots for 52 events alive")
  }

  @Test func `any number of immediate events take the room of one`() {
    var scheduler = Scheduler<Int>()
    scheduler.schedule(0, at: 1)
    scheduler.schedule(-1, at: 2)
    for _ in 0..<30_000 {
      guard let event = scheduler.next() else { break }
      scheduler.schedule(event + 1, after: 0)
    }
    #expect(scheduler.now == 1)
    #expect(scheduler.next() == 30_000)
    #expect(scheduler.slotCount == 2)
  }

  @Test func `the clock never runs backwards`() {
    var generator = TestGenerator(seed: 5)
    var scheduler = Scheduler<Int>()
    var last = 0.0
    for number in 0..<1_000 { scheduler.schedule(number, after: generator.uniform()) }
    for _ in 0..<20_000 {
      guard scheduler.next() != nil else { break }
      #expect(scheduler.now >= last)
      last = scheduler.now
      scheduler.schedule(0, after: generator.uniform() < 0.2 ? 0 : generator.uniform())
    }
  }

  @Test func `the fingerprint depends on time, key and order`() {
    func fingerprint(_ events: [(time: Double, key: UInt64)]) -> UInt64 {
      var fingerprint = Fingerprint()
      for event in events { fingerprint.combine(time: event.time, key: event.key) }
      return fingerprint.value
    }
    let base = fingerprint([(1, 1), (2, 2)])
    #expect(base == fingerprint([(1, 1), (2, 2)]))
    #expect(base != fingerprint([(1, 2), (2, 1)]))
    #expect(base != fingerprint([(2, 2), (1, 1)]))
    #expect(base != fingerprint([(1, 1), (2.0.nextUp, 2)]))
    #expect(base != fingerprint([(1, 1)]))
    #expect(fingerprint([(0, 0)]) != fingerprint([]))
  }

  @Test func `fingerprints of many short trajectories do not collide`() {
    var seen = Set<UInt64>()
    for time in 0..<100 {
      for key in 0..<100 {
        var fingerprint = Fingerprint()
        fingerprint.combine(time: Double(time), key: UInt64(key))
        fingerprint.combine(time: Double(time + key), key: UInt64(key))
        seen.insert(fingerprint.value)
      }
    }
    // By chance, 64-bit values of 10 000 trajectories collide with probability 3e-12.
    #expect(seen.count == 10_000)
  }
}
