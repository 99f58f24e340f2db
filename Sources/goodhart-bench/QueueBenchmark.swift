import ArgumentParser
import EventKernel
import Randomness

/// An M/M/1 queue in which every customer is a process of its own.
///
/// A customer arrives, requests the server, is served and leaves. The pool keeps the time-weighted
/// queue length and utilisation and tallies waits; the model tallies the time in the system.
struct SingleServerQueue: SimulationModel {
  /// A customer's process: what it remembers while it waits and is served.
  struct Customer: BitwiseCopyable, Sendable {
    let arrival: Double
  }

  enum Event: BitwiseCopyable, Sendable {
    case arrival
    case served(Wake, ResourcePool<ProcessID>.Claim)
  }

  let customerCount: Int
  let meanInterarrival: Double
  var interarrivals: RandomStream
  var services: RandomStream
  var arrived = 0
  var customers = ProcessTable<Customer>()
  var server = ResourcePool<ProcessID>(capacity: 1)
  var sojourns = Tally()

  @inline(__always)
  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrival:
      arrive(in: &scheduler)
    case .served(let wake, let claim):
      guard let customer = customers.resume(wake) else { return }
      server.release(claim, at: scheduler.now)
      sojourns.add(scheduler.now - customers[customer].arrival)
      customers.end(customer)
      while let notice = server.nextNotice() {
        serve(notice.customer, claim: notice.claim, in: &scheduler)
      }
    }
  }

  @inline(__always)
  private mutating func arrive(in scheduler: inout Scheduler<Event>) {
    arrived += 1
    if arrived < customerCount {
      scheduler.schedule(.arrival, after: interarrivals.exponential(mean: meanInterarrival))
    }
    let customer = customers.start(Customer(arrival: scheduler.now))
    let admission = server.request(customer, at: scheduler.now)
    if admission.isGranted { serve(customer, claim: admission.claim, in: &scheduler) }
  }

  @inline(__always)
  private mutating func serve(
    _ customer: ProcessID, claim: ResourcePool<ProcessID>.Claim,
    in scheduler: inout Scheduler<Event>
  ) {
    let wake = customers.beginWait(customer)
    scheduler.schedule(.served(wake, claim), after: services.exponential(mean: 1))
  }

  @inline(__always)
  static func fingerprintKey(of event: Event) -> UInt64 {
    switch event {
    case .arrival: 0
    case .served(let wake, _): UInt64(wake.slot) + 1
    }
  }
}

struct QueueBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mm1",
    abstract: "Time an M/M/1 queue at utilisation 0.9 with a process per customer."
  )

  @Option(help: "Customers.") var customers = 1_000_000
  @Option(help: "Seed of the random numbers.") var seed: UInt64 = 1

  func run() {
    let key = StreamKey(seed: seed, replication: 0)
    var simulation = Simulation(
      SingleServerQueue(
        customerCount: customers, meanInterarrival: 1 / 0.9,
        interarrivals: RandomStream(key, purpose: 1, entity: 0, index: 0),
        services: RandomStream(key, purpose: 2, entity: 0, index: 0)))
    let stopwatch = Stopwatch()
    let first = simulation.model.interarrivals.exponential(mean: 1 / 0.9)
    simulation.scheduler.schedule(.arrival, after: first)
    simulation.runUntilEmpty()
    let processor = stopwatch.processorSeconds
    let wall = stopwatch.wallSeconds
    let end = simulation.scheduler.now
    let statistics = simulation.model.server.statistics
    Measurement(
      name: "mm1", size: customers, events: 2 * customers, processorSeconds: processor,
      wallSeconds: wall, check: simulation.model.sojourns.mean,
      fingerprint: simulation.scheduler.fingerprint,
      details: [
        ("queue_length", statistics.queueLength.mean(at: end)),
        ("utilisation", statistics.utilisation(at: end)),
      ]
    ).printLine()
  }
}
