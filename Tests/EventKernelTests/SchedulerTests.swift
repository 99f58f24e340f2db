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
    var order: [Int] = []
    while let event = scheduler.next() { order.append(event) }
    #expect(order == [1, 2, 3, 4, 5])
    #expect(scheduler.now == 2)
  }
}
