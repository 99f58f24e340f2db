import ArgumentParser
import EventKernel
import Randomness

/// Waits guarded by timers that are nearly always cancelled.
///
/// Each of a number of callers works for an exponential time of mean one under a timer of fifty;
/// when the work ends first, the timer is cancelled and the caller starts again.
struct GuardedWork: SimulationModel {
  enum Event: BitwiseCopyable, Sendable {
    case finished(caller: UInt32)
    case timedOut(caller: UInt32)
  }

  static let patience = 50.0

  var work: RandomStream
  var timers: [EventHandle] = []
  var completions: [EventHandle] = []
  var cancelled = 0

  @inline(__always)
  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .finished(let caller):
      if scheduler.cancel(timers[Int(caller)]) != nil { cancelled += 1 }
      start(caller, in: &scheduler)
    case .timedOut(let caller):
      scheduler.cancel(completions[Int(caller)])
      start(caller, in: &scheduler)
    }
  }

  @inline(__always)
  mutating func start(_ caller: UInt32, in scheduler: inout Scheduler<Event>) {
    let index = Int(caller)
    timers[index] = scheduler.schedule(.timedOut(caller: caller), after: Self.patience)
    completions[index] = scheduler.schedule(
      .finished(caller: caller), after: work.exponential(mean: 1))
  }

  @inline(__always)
  static func fingerprintKey(of event: Event) -> UInt64 {
    switch event {
    case .finished(let caller): UInt64(caller) << 1
    case .timedOut(let caller): UInt64(caller) << 1 | 1
    }
  }
}

struct TimeoutBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeout-cancel",
    abstract: "Time work guarded by timers that are nearly always cancelled."
  )

  @Option(help: "Callers working at the same time.") var callers = 1_000
  @Option(help: "Completions to time.") var completions = 2_000_000
  @Option(help: "Seed of the random numbers.") var seed: UInt64 = 1

  func run() {
    let key = StreamKey(seed: seed, replication: 0)
    var simulation = Simulation(
      GuardedWork(work: RandomStream(key, purpose: 1, entity: 0, index: 0)))
    let vacant = simulation.scheduler.schedule(.finished(caller: 0), at: 0)
    simulation.scheduler.cancel(vacant)
    simulation.model.timers = Array(repeating: vacant, count: callers)
    simulation.model.completions = simulation.model.timers
    for caller in 0..<UInt32(callers) {
      simulation.model.start(caller, in: &simulation.scheduler)
    }
    for _ in 0..<callers { simulation.step() }
    let stopwatch = Stopwatch()
    for _ in 0..<completions { simulation.step() }
    Measurement(
      name: "timeout-cancel", size: callers, events: completions,
      processorSeconds: stopwatch.processorSeconds, wallSeconds: stopwatch.wallSeconds,
      check: Double(simulation.model.cancelled), fingerprint: simulation.scheduler.fingerprint
    ).printLine()
  }
}
