import ArgumentParser
import EventKernel
import Foundation
import Randomness

/// The office: employees think, request one of a few slots, hold it and release it, for ever.
struct Office: SimulationModel {
  enum Event: BitwiseCopyable, Sendable {
    case wantsSlot(employee: UInt32)
    case finished(employee: UInt32, ResourcePool<UInt32>.Claim)
  }

  static let meanThinking = 30.0
  static let zeta = log(6.0) - 0.5

  var thinking: RandomStream
  var holding: RandomStream
  var slots: ResourcePool<UInt32>
  var cycles = 0

  @inline(__always)
  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .wantsSlot(let employee):
      let admission = slots.request(employee, at: scheduler.now)
      if admission.isGranted { hold(employee, claim: admission.claim, in: &scheduler) }
    case .finished(let employee, let claim):
      cycles += 1
      slots.release(claim, at: scheduler.now)
      think(employee, in: &scheduler)
      while let notice = slots.nextNotice() {
        hold(notice.customer, claim: notice.claim, in: &scheduler)
      }
    }
  }

  @inline(__always)
  mutating func think(_ employee: UInt32, in scheduler: inout Scheduler<Event>) {
    let delay = thinking.exponential(mean: Self.meanThinking)
    scheduler.schedule(.wantsSlot(employee: employee), after: delay)
  }

  @inline(__always)
  private mutating func hold(
    _ employee: UInt32, claim: ResourcePool<UInt32>.Claim, in scheduler: inout Scheduler<Event>
  ) {
    let delay = holding.lognormal(zeta: Self.zeta, sigma: 1)
    scheduler.schedule(.finished(employee: employee, claim), after: delay)
  }

  @inline(__always)
  static func fingerprintKey(of event: Event) -> UInt64 {
    switch event {
    case .wantsSlot(let employee): UInt64(employee) << 1
    case .finished(let employee, _): UInt64(employee) << 1 | 1
    }
  }
}

struct OfficeBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "office",
    abstract: "Time 1000 employees who share 160 slots for 100 days of 480 minutes."
  )

  @Option(help: "Employees.") var employees = 1_000
  @Option(help: "Slots.") var slots = 160
  @Option(help: "Minutes simulated.") var minutes = 48_000.0
  @Option(help: "Seed of the random numbers.") var seed: UInt64 = 1

  func run() {
    let key = StreamKey(seed: seed, replication: 0)
    var simulation = Simulation(
      Office(
        thinking: RandomStream(key, purpose: 1, entity: 0, index: 0),
        holding: RandomStream(key, purpose: 2, entity: 0, index: 0),
        slots: ResourcePool(capacity: slots)))
    for employee in 0..<UInt32(employees) {
      simulation.model.think(employee, in: &simulation.scheduler)
    }
    let stopwatch = Stopwatch()
    simulation.run(until: minutes)
    let processor = stopwatch.processorSeconds
    let wall = stopwatch.wallSeconds
    let statistics = simulation.model.slots.statistics
    Measurement(
      name: "office", size: employees, events: Int(simulation.scheduler.executedCount),
      processorSeconds: processor, wallSeconds: wall, check: Double(simulation.model.cycles),
      fingerprint: simulation.scheduler.fingerprint,
      details: [
        ("wait", statistics.waits.mean),
        ("utilisation", statistics.utilisation(at: simulation.scheduler.now)),
      ]
    ).printLine()
  }
}
