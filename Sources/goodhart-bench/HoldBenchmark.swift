import ArgumentParser
import EventKernel
import Randomness

/// The HOLD model: every event schedules itself again after an exponential delay of mean one.
struct Hold: SimulationModel {
  var stream: RandomStream

  @inline(__always)
  mutating func handle(_ event: UInt32, in scheduler: inout Scheduler<UInt32>) {
    scheduler.schedule(event, after: stream.exponential(mean: 1))
  }

  @inline(__always)
  static func fingerprintKey(of event: UInt32) -> UInt64 { UInt64(event) }
}

struct HoldBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Time one event of a constant number pending, each scheduling itself again."
  )

  @Option(help: "Pending events.") var pending = 10_000
  @Option(help: "Events to time; the warm-up before them is one event per pending one.")
  var holds = 3_000_000
  @Option(help: "Seed of the random numbers.") var seed: UInt64 = 1

  func run() {
    let key = StreamKey(seed: seed, replication: 0)
    let stream = RandomStream(key, purpose: 1, entity: 0, index: 0)
    var simulation = Simulation(Hold(stream: stream))
    for event in 0..<UInt32(pending) {
      simulation.scheduler.schedule(event, after: simulation.model.stream.exponential(mean: 1))
    }
    for _ in 0..<pending { simulation.step() }
    let stopwatch = Stopwatch()
    for _ in 0..<holds { simulation.step() }
    Measurement(
      name: "hold", size: pending, events: holds,
      processorSeconds: stopwatch.processorSeconds, wallSeconds: stopwatch.wallSeconds,
      check: simulation.scheduler.now, fingerprint: simulation.scheduler.fingerprint
    ).printLine()
  }
}
