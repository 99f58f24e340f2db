import EventKernel
import Foundation
import Testing

// [heartbeat]
struct Heartbeat: SimulationModel {
  var beats = 0

  mutating func handle(_ event: Int, in scheduler: inout Scheduler<Int>) {
    beats += 1
    scheduler.schedule(event, after: 1)
  }

  static func fingerprintKey(of event: Int) -> UInt64 { UInt64(event) }
}
// [/heartbeat]

// [example]
/// A counter with two clerks and customers who leave when they have waited too long.
struct Counter: SimulationModel {
  /// A customer is a process: a value that says where it is and what it carries.
  struct Customer: BitwiseCopyable, Sendable {
    enum Stage: BitwiseCopyable { case inLine, atCounter }

    var stage = Stage.inLine
    let arrival: Double
    var claim: ResourcePool<ProcessID>.Claim?
  }

  /// What can happen; whatever ends a wait carries the wake-up stamped with that wait.
  enum Event: BitwiseCopyable, Sendable {
    case arrival
    case patienceEnds(Wake)
    case served(Wake)
  }

  var clerks = ResourcePool<ProcessID>(capacity: 2)
  var customers = ProcessTable<Customer>()
  var sojourns = Tally()
  var random = SplitMix(state: 42)

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrival:
      scheduler.schedule(.arrival, after: random.exponential(mean: 1))
      arrive(in: &scheduler)
    case .patienceEnds(let wake), .served(let wake):
      // The first wake-up of a wait gets the customer; a later one, even at the same instant,
      // finds the wait over.
      guard let customer = customers.resume(wake) else { break }
      leave(customer, at: scheduler.now)
    }
    // Whoever was next has the clerk already; the notice says to begin.
    while let notice = clerks.nextNotice() {
      customers.interrupt(notice.customer)
      serve(notice.customer, in: &scheduler)
    }
  }

  private mutating func arrive(in scheduler: inout Scheduler<Event>) {
    let customer = customers.start(Customer(arrival: scheduler.now))
    let admission = clerks.request(customer, at: scheduler.now)
    customers[customer].claim = admission.claim
    if admission.isGranted {
      serve(customer, in: &scheduler)
    } else {
      scheduler.schedule(.patienceEnds(customers.beginWait(customer)), after: 3)
    }
  }

  private mutating func serve(_ customer: ProcessID, in scheduler: inout Scheduler<Event>) {
    customers[customer].stage = .atCounter
    let wake = customers.beginWait(customer)
    scheduler.schedule(.served(wake), after: random.exponential(mean: 1.8))
  }

  private mutating func leave(_ customer: ProcessID, at time: Double) {
    guard let claim = customers[customer].claim else { return }
    switch customers[customer].stage {
    case .inLine: clerks.withdraw(claim, at: time)
    case .atCounter:
      clerks.release(claim, at: time)
      sojourns.add(time - customers[customer].arrival)
    }
    customers.end(customer)
  }

  /// What makes two runs the same run: the kind of each event, and whom it concerns.
  static func fingerprintKey(of event: Event) -> UInt64 {
    switch event {
    case .arrival: 0
    case .patienceEnds(let wake): UInt64(wake.slot) << 2 | 1
    case .served(let wake): UInt64(wake.slot) << 2 | 2
    }
  }
}

/// Any source of random numbers will do; this one is small enough to print.
struct SplitMix: Sendable {
  var state: UInt64

  mutating func exponential(mean: Double) -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return -mean * log((Double((word ^ (word >> 31)) >> 11) + 0.5) * 0x1p-53)
  }
}

/// Runs the counter for a week after a warm-up of a day, then with a third clerk from there.
func compareStaffing() -> (two: PoolStatistics, three: PoolStatistics) {
  var simulation = Simulation(Counter())
  simulation.scheduler.schedule(.arrival, at: 0)
  simulation.run(until: 24)
  simulation.model.clerks.resetStatistics(at: 24)

  var fork = simulation  // the same people in the same line, to be continued differently
  fork.model.clerks.setCapacity(3, at: 24)

  simulation.run(until: 24 * 8)
  fork.run(until: 24 * 8)
  return (simulation.model.clerks.statistics, fork.model.clerks.statistics)
}
// [/example]

/// The example of the documentation, compiled, run and compared with what is printed there.
@Suite struct CounterExampleTests {
  @Test func `a third clerk shortens the line and fewer customers give up`() {
    let (two, three) = compareStaffing()
    #expect(two.queueLength.mean(at: 192) > three.queueLength.mean(at: 192))
    #expect(two.withdrawals > three.withdrawals)
    #expect(two.utilisation(at: 192) > three.utilisation(at: 192))
    #expect(three.capacity.mean(at: 192) == 3)
  }

  @Test func `every customer was served, gave up, or is still there`() {
    var simulation = Simulation(Counter())
    simulation.scheduler.schedule(.arrival, at: 0)
    simulation.run(until: 1_000)
    let clerks = simulation.model.clerks
    let gone = clerks.statistics.releases + clerks.statistics.withdrawals
    #expect(clerks.statistics.requests - gone == clerks.waitingCount + clerks.holdingCount)
    #expect(simulation.model.customers.count == clerks.waitingCount + clerks.holdingCount)
    #expect(clerks.statistics.waits.maximum <= 3)
  }

  @Test func `a heart beats ten times in ten hours`() {
    var simulation = Simulation(Heartbeat())
    simulation.scheduler.schedule(0, at: 0.5)
    simulation.run(until: 10)
    #expect(simulation.model.beats == 10)
  }

  @Test(
    arguments: [
      (name: "example", page: "Processes", before: "import EventKernel\nimport Foundation\n\n"),
      (name: "heartbeat", page: "EventKernel", before: ""),
    ])
  func `the documentation prints exactly these examples`(
    name: String, page: String, before: String
  ) throws {
    let tests = URL(filePath: #filePath)
    let source = try String(contentsOf: tests, encoding: .utf8)
    let start = try #require(source.range(of: "// [\(name)]\n"))
    let end = try #require(source.range(of: "// [/\(name)]"))
    let example = source[start.upperBound..<end.lowerBound]
    let repository = tests.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let documentation = repository.appending(path: "Sources/EventKernel/EventKernel.docc")
    let text = try String(
      contentsOf: documentation.appending(path: "\(page).md"), encoding: .utf8)
    #expect(text.contains("```swift\n\(before)\(example)"))
  }
}
