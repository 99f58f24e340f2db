import EventKernel
import Testing

/// The event list against a sorted array, and its structures against each other.
@Suite struct EventOrderTests {
  @Test(arguments: Increments.allCases, FutureEventList.Structure.allCases)
  func `events leave in the order of a sorted array, whatever is scheduled and cancelled`(
    increments: Increments, structure: FutureEventList.Structure
  ) {
    var generator = TestGenerator(seed: 17)
    var scheduler = Scheduler<Int>(structure: structure)
    var reference = SortedReference()
    var scheduled: [(entry: SortedReference.Entry, handle: EventHandle)] = []
    func schedule() {
      let time = scheduler.now + increments.draw(from: &generator)
      let priority = generator.index(below: 3) - 1
      let entry = SortedReference.Entry(time: time, priority: priority, number: scheduled.count)
      let handle = scheduler.schedule(entry.number, at: time, priority: priority)
      reference.insert(entry)
      scheduled.append((entry, handle))
    }
    for _ in 0..<1_500 { schedule() }
    // Phases in which the list keeps its size, grows, shrinks to nothing and starts again.
    let phases: [(pops: Int, additions: Int)] = [(1, 1), (1, 2), (2, 1), (4, 1), (1, 3), (3, 1)]
    for phase in phases {
      for _ in 0..<1_200 {
        for _ in 0..<generator.index(below: 2 * phase.additions + 1) { schedule() }
        if generator.index(below: 4) == 0,
          let victim = scheduled.indices.randomElement(using: &generator)
        {
          let isPending = scheduler.isPending(scheduled[victim].handle)
          if isPending { reference.remove(scheduled[victim].entry) }
          let cancelled = scheduler.cancel(scheduled[victim].handle)
          #expect(cancelled == (isPending ? victim : nil))
        }
        for _ in 0..<generator.index(below: 2 * phase.pops + 1) {
          let expected = reference.popFirst()
          let event = scheduler.next()
          guard event == expected?.number, expected.map({ $0.time == scheduler.now }) ?? true else {
            Issue.record(
              "expected \(String(describing: expected)), got \(String(describing: event))")
            return
          }
        }
        guard scheduler.pendingCount == reference.count else {
          Issue.record("\(scheduler.pendingCount) pending instead of \(reference.count)")
          return
        }
      }
    }
    while let expected = reference.popFirst() { #expect(scheduler.next() == expected.number) }
    #expect(scheduler.next() == nil)
    #expect(scheduler.pendingCount == 0)
  }

  @Test(arguments: Increments.allCases, [100, 10_000, 100_000])
  func `heap, ladder and automatic give the same trajectory`(increments: Increments, count: Int) {
    func trajectory(_ structure: FutureEventList.Structure) -> (fingerprint: UInt64, end: Double) {
      var generator = TestGenerator(seed: UInt64(count))
      var scheduler = Scheduler<Int32>(structure: structure)
      for number in 0..<Int32(count) {
        scheduler.schedule(number, after: increments.draw(from: &generator))
      }
      for _ in 0..<count {
        guard let event = scheduler.next() else { break }
        scheduler.recordExecution(key: UInt64(event))
        scheduler.schedule(event, after: increments.draw(from: &generator))
      }
      return (scheduler.fingerprint, scheduler.now)
    }
    let heap = trajectory(.heap)
    let ladder = trajectory(.ladder)
    let automatic = trajectory(.automatic)
    #expect(heap == ladder)
    #expect(heap == automatic)
  }

  @Test func `events at the present time respect priority and insertion among those due already`() {
    var scheduler = Scheduler<Int>()
    scheduler.schedule(0, at: 1)
    scheduler.schedule(3, at: 1, priority: 2)
    #expect(scheduler.next() == 0)
    scheduler.schedule(2, at: 1, priority: 1)
    scheduler.schedule(4, at: 1, priority: 2)
    scheduler.schedule(1, at: 1, priority: -5)
    scheduler.schedule(5, at: 1.5)
    #expect((1...5).allSatisfy { scheduler.next() == $0 })
  }

  @Test func `sequence numbers run out without disturbing the order of ties`() {
    var scheduler = Scheduler<Int>(
      structure: .automatic, sequence: QueueEntry.sequenceLimit - 100)
    for number in 0..<300 { scheduler.schedule(number, at: 5, priority: number % 3) }
    let expected = (0..<3).flatMap { priority in (0..<300).filter { $0 % 3 == priority } }
    #expect(expected.allSatisfy { scheduler.next() == $0 })
    #expect(scheduler.next() == nil)
  }

  @Test func `handles stay valid when sequence numbers are given anew`() {
    var scheduler = Scheduler<Int>(structure: .automatic, sequence: QueueEntry.sequenceLimit - 1)
    let first = scheduler.schedule(1, at: 2)
    let second = scheduler.schedule(2, at: 1)
    #expect(scheduler.pendingCount == 2)
    #expect(scheduler.cancel(first) == 1)
    #expect(scheduler.isPending(second))
    #expect(scheduler.next() == 2)
    #expect(scheduler.next() == nil)
  }
}
