import ArgumentParser
import EventKernel
import Randomness

/// People who reconsider their effort once a week, in random order within the week.
///
/// Everybody draws a result, updates a habit and influences one colleague: the agent-based
/// counterpart that general frameworks offer, as events of the kernel.
struct WeeklyHabits: SimulationModel {
  struct Person: Sendable {
    var effort = 1.0
    var belief = 0.5
  }

  static let hoursPerWeek = 168.0

  var draws: RandomStream
  var people: [Person]

  @inline(__always)
  mutating func handle(_ event: UInt32, in scheduler: inout Scheduler<UInt32>) {
    let person = Int(event)
    let result = people[person].effort * draws.exponential(mean: 1)
    people[person].effort += 0.1 * (0.5 + people[person].belief - people[person].effort)
    let colleague = draws.index(below: people.count)
    people[colleague].belief += 0.05 * (min(result, 1) - people[colleague].belief)
    let week = (scheduler.now / Self.hoursPerWeek).rounded(.down) + 1
    scheduler.schedule(event, at: (week + draws.uniform()) * Self.hoursPerWeek)
  }

  @inline(__always)
  static func fingerprintKey(of event: UInt32) -> UInt64 { UInt64(event) }
}

struct WeeklyBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weekly",
    abstract: "Time weekly steps of people in random order, as agent-based frameworks run them."
  )

  @Option(help: "People.") var people = 1_000
  @Option(help: "Weeks.") var weeks = 1_000
  @Option(help: "Seed of the random numbers.") var seed: UInt64 = 1

  func run() {
    let key = StreamKey(seed: seed, replication: 0)
    var simulation = Simulation(
      WeeklyHabits(
        draws: RandomStream(key, purpose: 1, entity: 0, index: 0),
        people: Array(repeating: WeeklyHabits.Person(), count: people)))
    for person in 0..<UInt32(people) {
      let time = simulation.model.draws.uniform() * WeeklyHabits.hoursPerWeek
      simulation.scheduler.schedule(person, at: time)
    }
    let stopwatch = Stopwatch()
    simulation.run(until: Double(weeks) * WeeklyHabits.hoursPerWeek)
    let processor = stopwatch.processorSeconds
    let wall = stopwatch.wallSeconds
    let effort = simulation.model.people.reduce(0) { $0 + $1.effort } / Double(people)
    Measurement(
      name: "weekly", size: people, events: Int(simulation.scheduler.executedCount),
      processorSeconds: processor, wallSeconds: wall, check: effort,
      fingerprint: simulation.scheduler.fingerprint
    ).printLine()
  }
}
