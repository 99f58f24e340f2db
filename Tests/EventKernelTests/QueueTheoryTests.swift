import EventKernel
import Foundation
import Testing

/// Queues against closed forms.
///
/// Each figure is the mean of 24 independent replications, compared with theory in units of its
/// standard error. At 4.7 standard errors with 23 degrees of freedom a correct kernel fails one
/// comparison in 10 000 seeds; the seeds are fixed, so a test that passes keeps passing.
@Suite struct QueueTheoryTests {
  private static let tolerance = 4.7

  @Test func `M/M/1 waits and queue length`() {
    let load = 0.7
    let results = replicate(ServiceStation.Class(arrivalRate: load, serviceRate: 1))
    expect(results.map(\.waits[0]), load / (1 - load), "mean wait")
    expect(results.map(\.sojourns[0]), 1 / (1 - load), "mean time in the system")
    expect(results.map(\.queueLength), load * load / (1 - load), "mean queue length")
    expect(results.map(\.utilisation), load, "utilisation")
  }

  @Test(arguments: [2, 5, 20])
  func `M/M/c waits, queue length and probability of waiting`(servers: Int) {
    let offered = 0.75 * Double(servers)
    var term = 1.0
    var sum = 0.0
    for count in 0..<servers {
      sum += term
      term *= offered / Double(count + 1)
    }
    let waiting = term / 0.25
    let probability = waiting / (sum + waiting)
    let wait = probability / (Double(servers) - offered)
    let results = replicate(
      ServiceStation.Class(arrivalRate: offered, serviceRate: 1), servers: servers)
    expect(results.map(\.waits[0]), wait, "mean wait")
    expect(results.map(\.queueLength), offered * wait, "mean queue length")
    expect(results.map(\.waitingShare), probability, "share of customers who wait")
  }

  private static let twoClasses = [
    ServiceStation.Class(arrivalRate: 0.3, serviceRate: 1),
    ServiceStation.Class(arrivalRate: 0.6, serviceRate: 1.5),
  ]

  @Test func `two classes without preemption, after Cobham`() {
    let loads = [0.3, 0.4]
    let residual = 0.3 * 1 + 0.6 / (1.5 * 1.5)
    let results = replicate(Self.twoClasses[0], Self.twoClasses[1])
    expect(results.map(\.waits[0]), residual / (1 - loads[0]), "urgent wait")
    let ordinary = residual / ((1 - loads[0]) * (1 - loads[0] - loads[1]))
    expect(results.map(\.waits[1]), ordinary, "ordinary wait")
  }

  @Test func `two classes with preemption and resumption`() {
    let loads = [0.3, 0.4]
    let residual = 0.3 * 1 + 0.6 / (1.5 * 1.5)
    let results = replicate(Self.twoClasses[0], Self.twoClasses[1], isPreemptive: true)
    expect(results.map(\.sojourns[0]), 1 / (1 - loads[0]), "urgent time in the system")
    let rest = 1 - loads[0] - loads[1]
    let ordinary = (rest / 1.5 + residual) / ((1 - loads[0]) * rest)
    expect(results.map(\.sojourns[1]), ordinary, "ordinary time in the system")
  }

  private func replicate(
    _ classes: ServiceStation.Class..., servers: Int = 1, isPreemptive: Bool = false
  ) -> [ServiceStation.Result] {
    (0..<24).map { replication in
      ServiceStation.run(
        classes, servers: servers, isPreemptive: isPreemptive, customers: 6_000,
        seed: UInt64(replication) &* 7_919 &+ 1)
    }
  }

  private func expect(_ values: [Double], _ theory: Double, _ what: Comment) {
    var tally = Tally()
    for value in values { tally.add(value) }
    let error = tally.standardDeviation / Double(tally.count).squareRoot()
    #expect(abs(tally.mean - theory) < Self.tolerance * error, what)
    // A comparison with a standard error of a tenth of the figure would show nothing.
    #expect(error < 0.1 * theory, what)
  }
}

/// A station with Poisson arrivals and exponential services of several classes.
struct ServiceStation: SimulationModel {
  struct Class: Sendable {
    let arrivalRate: Double
    let serviceRate: Double
  }

  struct Result: Sendable {
    let waits: [Double]
    let sojourns: [Double]
    let queueLength: Double
    let utilisation: Double
    let waitingShare: Double
  }

  struct Customer: BitwiseCopyable, Sendable {
    let kind: Int
    let arrival: Double
    var remaining: Double
    var resumedAt = 0.0
    var hasStarted = false
  }

  enum Event: BitwiseCopyable, Sendable {
    case arrival(kind: Int)
    case served(Wake, ResourcePool<ProcessID>.Claim)
  }

  let classes: [Class]
  var generator: TestGenerator
  var servers: ResourcePool<ProcessID>
  var customers = ProcessTable<Customer>()
  var waits: [Tally]
  var sojourns: [Tally]

  static func run(
    _ classes: [Class], servers: Int, isPreemptive: Bool, customers: Int, seed: UInt64
  ) -> Result {
    let empty = Array(repeating: Tally(), count: classes.count)
    var simulation = Simulation(
      ServiceStation(
        classes: classes, generator: TestGenerator(seed: seed),
        servers: ResourcePool(
          capacity: servers, priorities: classes.count, isPreemptive: isPreemptive),
        waits: empty, sojourns: empty))
    for kind in classes.indices {
      simulation.scheduler.schedule(.arrival(kind: kind), at: 0)
    }
    let rate = classes.reduce(0) { $0 + $1.arrivalRate }
    let warmUp = 0.2 * Double(customers) / rate
    simulation.run(until: warmUp)
    simulation.model.servers.resetStatistics(at: warmUp)
    simulation.model.waits = empty
    simulation.model.sojourns = empty
    simulation.run(until: warmUp + Double(customers) / rate)
    let statistics = simulation.model.servers.statistics
    let now = simulation.scheduler.now
    return Result(
      waits: simulation.model.waits.map(\.mean),
      sojourns: simulation.model.sojourns.map(\.mean),
      queueLength: statistics.queueLength.mean(at: now),
      utilisation: statistics.utilisation(at: now),
      waitingShare: 1 - Double(statistics.immediateGrants) / Double(statistics.waits.count))
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrival(let kind):
      let mean = 1 / classes[kind].arrivalRate
      scheduler.schedule(.arrival(kind: kind), after: generator.exponential(mean: mean))
      let service = generator.exponential(mean: 1 / classes[kind].serviceRate)
      let customer = customers.start(
        Customer(kind: kind, arrival: scheduler.now, remaining: service))
      let admission = servers.request(customer, priority: kind, at: scheduler.now)
      if admission.isGranted { serve(customer, admission.claim, in: &scheduler) }
    case .served(let wake, let claim):
      guard let customer = customers.resume(wake) else { return }
      servers.release(claim, at: scheduler.now)
      sojourns[customers[customer].kind].add(scheduler.now - customers[customer].arrival)
      customers.end(customer)
    }
    while let notice = servers.nextNotice() {
      switch notice.kind {
      case .granted:
        serve(notice.customer, notice.claim, in: &scheduler)
      case .preempted:
        customers.interrupt(notice.customer)
        customers[notice.customer].remaining -=
          scheduler.now - customers[notice.customer].resumedAt
      }
    }
  }

  private mutating func serve(
    _ customer: ProcessID, _ claim: ResourcePool<ProcessID>.Claim,
    in scheduler: inout Scheduler<Event>
  ) {
    if !customers[customer].hasStarted {
      waits[customers[customer].kind].add(scheduler.now - customers[customer].arrival)
    }
    customers[customer].hasStarted = true
    customers[customer].resumedAt = scheduler.now
    let wake = customers.beginWait(customer)
    scheduler.schedule(.served(wake, claim), after: Swift.max(0, customers[customer].remaining))
  }

  static func fingerprintKey(of event: Event) -> UInt64 {
    switch event {
    case .arrival(let kind): UInt64(kind)
    case .served(let wake, _): UInt64(wake.slot) + 2
    }
  }
}
