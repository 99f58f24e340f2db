import EventKernel
import Testing

@Suite struct SimulationTests {
  /// Events that reschedule themselves, start and cancel timers, and keep a log.
  private struct Churn: SimulationModel {
    var generator: TestGenerator
    var timers: [EventHandle] = []
    var log: [Double] = []

    mutating func handle(_ event: Int32, in scheduler: inout Scheduler<Int32>) {
      log.append(scheduler.now)
      guard event >= 0 else { return }
      scheduler.schedule(event, after: generator.exponential(mean: 1))
      timers.append(scheduler.schedule(-1, after: 3, priority: 1))
      if timers.count > 40 {
        scheduler.cancel(timers.remove(at: generator.index(below: timers.count)))
      }
    }

    static func fingerprintKey(of event: Int32) -> UInt64 { UInt64(bitPattern: Int64(event)) }
  }

  private func makeChurn(events: Int32) -> Simulation<Churn> {
    var simulation = Simulation(Churn(generator: TestGenerator(seed: 3)))
    for event in 0..<events {
      simulation.scheduler.schedule(event, after: simulation.model.generator.uniform())
    }
    return simulation
  }

  @Test(arguments: [1, 20, 500] as [Int32])
  func `a fork continues identically and leaves the original alone`(events: Int32) {
    var original = makeChurn(events: events)
    original.run(until: 10)
    var fork = original
    let before = original.scheduler.fingerprint
    fork.run(until: 25)
    #expect(original.scheduler.fingerprint == before)
    #expect(original.scheduler.now == 10)
    original.run(until: 25)
    #expect(fork.scheduler.fingerprint == original.scheduler.fingerprint)
    #expect(fork.model.log == original.model.log)
    #expect(fork.scheduler.pendingCount == original.scheduler.pendingCount)
    #expect(fork.scheduler.executedCount == original.scheduler.executedCount)
  }

  @Test func `forks that are changed go different ways`() {
    var original = makeChurn(events: 50)
    original.run(until: 5)
    var fork = original
    fork.scheduler.schedule(1_000, after: 0.1)
    fork.run(until: 8)
    original.run(until: 8)
    #expect(fork.scheduler.fingerprint != original.scheduler.fingerprint)
    #expect(fork.scheduler.executedCount > original.scheduler.executedCount)
  }

  @Test func `running in two pieces is running in one`() {
    var whole = makeChurn(events: 100)
    var pieces = whole
    whole.run(until: 12)
    for time in [0, 0, 1, 4.5, 4.5, 11.75, 12] { pieces.run(until: time) }
    #expect(whole.scheduler.fingerprint == pieces.scheduler.fingerprint)
    #expect(whole.model.log == pieces.model.log)
  }

  @Test func `the boundary belongs to the next interval`() {
    var simulation = Simulation(Churn(generator: TestGenerator(seed: 1)))
    simulation.scheduler.schedule(-1, at: 1)
    simulation.scheduler.schedule(-1, at: 2)
    simulation.run(until: 2)
    #expect(simulation.model.log == [1])
    #expect(simulation.scheduler.now == 2)
    simulation.scheduler.schedule(-1, at: 2, priority: -1)
    simulation.run(until: 2.0.nextUp)
    #expect(simulation.model.log == [1, 2, 2])
  }

  @Test func `an event at the boundary goes before a later one scheduled there`() {
    var scheduler = Scheduler<Int>()
    for number in 0..<200 { scheduler.schedule(number, at: Double(number)) }
    var simulation = Simulation(Recorder())
    simulation.scheduler = scheduler
    simulation.run(until: 150)
    simulation.scheduler.schedule(1_000, after: 0)
    simulation.scheduler.schedule(1_001, after: 0, priority: -1)
    simulation.step()
    simulation.step()
    simulation.step()
    #expect(simulation.model.log.suffix(3) == [1_001, 150, 1_000])
  }

  private struct Recorder: SimulationModel {
    var log: [Int] = []

    mutating func handle(_ event: Int, in scheduler: inout Scheduler<Int>) { log.append(event) }

    static func fingerprintKey(of event: Int) -> UInt64 { UInt64(event) }
  }

  @Test func `steps execute one event each until none is left`() {
    var simulation = Simulation(Recorder())
    simulation.scheduler.schedule(1, at: 4)
    simulation.scheduler.schedule(2, at: 4)
    #expect(simulation.step() == true)
    #expect(simulation.model.log == [1])
    #expect(simulation.step() == true)
    #expect(simulation.step() == false)
    #expect(simulation.scheduler.now == 4)
    simulation.scheduler.schedule(3, at: 9)
    simulation.runUntilEmpty()
    #expect(simulation.model.log == [1, 2, 3])
    #expect(simulation.scheduler.now == 9)
  }
}
