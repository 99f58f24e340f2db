import EventKernel
import Testing

@Suite struct ResourcePoolTests {
  private typealias Pool = ResourcePool<Int>

  private func notices(_ pool: inout Pool) -> [String] {
    var texts: [String] = []
    while let notice = pool.nextNotice() { texts.append("\(notice.customer) \(notice.kind)") }
    return texts
  }

  @Test func `a released unit goes to the next in line within the call`() {
    var pool = Pool(capacity: 1)
    let first = pool.request(1, at: 0)
    let second = pool.request(2, at: 1)
    #expect(first.isGranted && !second.isGranted)
    #expect(pool.standing(of: second.claim) == .waiting)
    #expect(pool.release(first.claim, at: 3) == 1)
    #expect(pool.standing(of: second.claim) == .holding)
    #expect(pool.standing(of: first.claim) == nil)
    let late = pool.request(3, at: 3)
    #expect(!late.isGranted, "a customer slipped in between release and hand-off")
    #expect(notices(&pool) == ["2 granted"])
    #expect(pool.unitsInUse == 1)
  }

  @Test func `nobody overtakes the first in line, even when it would fit`() {
    var pool = Pool(capacity: 3)
    let holder = pool.request(1, units: 2, at: 0)
    let large = pool.request(2, units: 3, at: 0)
    let small = pool.request(3, units: 1, at: 0)
    #expect(!large.isGranted && !small.isGranted)
    #expect(pool.withdraw(large.claim, at: 1) == 2)
    #expect(notices(&pool) == ["3 granted"], "the one behind fits once the first has left")
    #expect(pool.unitsFree == 0)
    pool.release(holder.claim, at: 2)
    pool.release(small.claim, at: 2)
    #expect(pool.unitsFree == 3)
  }

  @Test func `one release may serve several, by priority and then arrival`() {
    var pool = Pool(capacity: 4, priorities: 2)
    let all = pool.request(0, units: 4, priority: 1, at: 0)
    _ = pool.request(1, units: 2, priority: 1, at: 0)
    _ = pool.request(2, units: 1, priority: 0, at: 1)
    _ = pool.request(3, units: 1, priority: 0, at: 2)
    pool.release(all.claim, at: 5)
    #expect(notices(&pool) == ["2 granted", "3 granted", "1 granted"])
  }

  @Test func `preemption takes the lowest priority and the most recently served first`() {
    var pool = Pool(capacity: 3, priorities: 3, isPreemptive: true)
    let low = pool.request(1, priority: 2, at: 0)
    let middle = pool.request(2, priority: 1, at: 1)
    let lowest = pool.request(3, priority: 2, at: 2)
    #expect(pool.request(4, priority: 0, at: 3).isGranted)
    #expect(notices(&pool) == ["3 preempted"])
    #expect(pool.standing(of: lowest.claim) == .waiting)
    #expect(pool.request(5, units: 2, priority: 0, at: 4).isGranted)
    #expect(notices(&pool) == ["1 preempted", "2 preempted"])
    #expect(pool.standing(of: low.claim) == .waiting)
    #expect(pool.standing(of: middle.claim) == .waiting)
    #expect(!pool.request(6, priority: 0, at: 5).isGranted, "equals do not evict each other")
    #expect(pool.statistics.preemptions == 3)
  }

  @Test func `an evicted customer goes before those who arrived later, and keeps its claim`() {
    var pool = Pool(capacity: 1, priorities: 2, isPreemptive: true)
    let evicted = pool.request(1, priority: 1, at: 0)
    _ = pool.request(2, priority: 1, at: 0)
    let urgent = pool.request(3, priority: 0, at: 1)
    #expect(notices(&pool) == ["1 preempted"])
    #expect(pool.release(evicted.claim, at: 1) == nil, "it holds nothing to release")
    pool.release(urgent.claim, at: 2)
    #expect(notices(&pool) == ["1 granted"])
    #expect(pool.release(evicted.claim, at: 3) == 1)
  }

  @Test func `nobody is evicted in vain`() {
    var pool = Pool(capacity: 2, priorities: 3, isPreemptive: true)
    _ = pool.request(1, priority: 2, at: 0)
    _ = pool.request(2, priority: 0, at: 0)
    #expect(!pool.request(3, units: 2, priority: 1, at: 1).isGranted)
    #expect(notices(&pool).isEmpty)
    #expect(pool.unitsInUse == 2)
  }

  @Test func `a notice overtaken by another event of its claim is not delivered`() {
    var pool = Pool(capacity: 1, priorities: 2, isPreemptive: true)
    let first = pool.request(1, priority: 1, at: 0)
    let second = pool.request(2, priority: 1, at: 0)
    pool.release(first.claim, at: 1)
    #expect(pool.release(second.claim, at: 1) == 2)
    #expect(notices(&pool).isEmpty)
  }

  @Test func `capacity follows shifts`() {
    var pool = Pool(capacity: 0)
    let first = pool.request(1, at: 0)
    let second = pool.request(2, at: 0)
    pool.setCapacity(2, at: 8)
    #expect(notices(&pool) == ["1 granted", "2 granted"])
    pool.setCapacity(1, at: 10)
    #expect(pool.unitsInUse == 2 && pool.unitsFree == 0, "holders keep their units")
    _ = pool.request(3, at: 11)
    pool.release(first.claim, at: 12)
    #expect(notices(&pool).isEmpty, "a unit withdrawn is not handed on")
    pool.release(second.claim, at: 13)
    #expect(notices(&pool) == ["3 granted"])
    pool.setCapacity(0, at: 14, evicting: true)
    #expect(notices(&pool) == ["3 preempted"])
    #expect(pool.unitsInUse == 0 && pool.waitingCount == 1)
  }

  @Test func `statistics match a history worked out by hand`() {
    var pool = Pool(capacity: 2)
    let first = pool.request(1, at: 1)  // in use 1 from 1
    let second = pool.request(2, at: 2)  // in use 2 from 2
    let third = pool.request(3, at: 3)  // line 1 from 3
    let fourth = pool.request(4, at: 4)  // line 2 from 4
    pool.release(first.claim, at: 6)  // serves 3: waited 3, line 1 from 6
    pool.withdraw(fourth.claim, at: 7)  // line 0 from 7
    pool.release(second.claim, at: 8)  // in use 1 from 8
    pool.release(third.claim, at: 9)  // in use 0 from 9
    let statistics = pool.statistics
    #expect(statistics.unitsInUse.integral(at: 10) == 1 + 2 * 6 + 1)
    #expect(statistics.utilisation(at: 10) == 14.0 / 20)
    #expect(statistics.queueLength.integral(at: 10) == 1 + 2 * 2 + 1)
    #expect(statistics.queueLength.maximum == 2)
    #expect(statistics.unitsInUse.minimum == 0)
    #expect(statistics.waits.count == 3 && statistics.waits.sum == 3)
    #expect(statistics.immediateGrants == 2)
    #expect(statistics.requests == 4 && statistics.releases == 3 && statistics.withdrawals == 1)
  }

  @Test func `a reset forgets the past and keeps the customers`() {
    var pool = Pool(capacity: 1)
    let first = pool.request(1, at: 0)
    _ = pool.request(2, at: 0)
    pool.resetStatistics(at: 10)
    pool.release(first.claim, at: 12)
    #expect(pool.statistics.utilisation(at: 14) == 1)
    #expect(pool.statistics.queueLength.mean(at: 14) == 0.5)
    #expect(pool.statistics.requests == 0)
    #expect(pool.statistics.waits.sum == 12)
  }

  @Test(arguments: [false, true], 0..<3 as Range<UInt64>)
  func `units are conserved and never idle beside a request they would serve`(
    isPreemptive: Bool, seed: UInt64
  ) {
    var generator = TestGenerator(seed: seed)
    var pool = Pool(capacity: 4, priorities: 3, isPreemptive: isPreemptive)
    var claims: [Pool.Claim] = []
    var units: [Int] = []
    var priorities: [Int] = []
    for number in 0..<4_000 {
      let time = Double(number)
      switch generator.index(below: 8) {
      case 0...2:
        units.append(1 + generator.index(below: 3))
        priorities.append(generator.index(below: 3))
        let admission = pool.request(
          claims.count, units: units[claims.count], priority: priorities[claims.count], at: time)
        claims.append(admission.claim)
      case 3...5 where !claims.isEmpty:
        pool.release(claims[generator.index(below: claims.count)], at: time)
      case 6 where !claims.isEmpty:
        pool.withdraw(claims[generator.index(below: claims.count)], at: time)
      default:
        pool.setCapacity(
          generator.index(below: 7), at: time, evicting: isPreemptive && generator.uniform() < 0.5)
      }
      while pool.nextNotice() != nil {}
      var held = 0
      var evictable = Array(repeating: 0, count: 3)
      pool.forEachHolding { customer, priority, claim in
        held += units[customer]
        #expect(priority == priorities[customer] && claim == claims[customer])
        for higher in 0..<priority { evictable[higher] += units[customer] }
      }
      #expect(held == pool.unitsInUse)
      var isFirst = true
      pool.forEachWaiting { customer, priority, _ in
        guard isFirst else { return }
        isFirst = false
        let reach = pool.capacity - held + (isPreemptive ? evictable[priority] : 0)
        #expect(units[customer] > reach, "the first in line waits beside units it could have")
      }
    }
  }
}
