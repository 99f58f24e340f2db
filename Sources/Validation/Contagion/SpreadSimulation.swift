import EventKernel
import Randomness
import WorkplaceModel

/// The spread of a technique event by event: everybody carries exponential clocks.
///
/// The kernel's scheduler and the model's hazards; whenever somebody learns or forgets, the hazards
/// of all change, and the next event is drawn anew, which the exponential law permits.
struct SpreadSimulation: SimulationModel {
  enum Event: BitwiseCopyable, Sendable {
    case learns
    case forgets
  }

  let spread: SpreadingTechnique
  let people: Int
  var users: Int
  var luck: RandomStream

  /// The share of users at a time, from a number of users at time 0.
  static func share(
    of spread: SpreadingTechnique, people: Int, users: Int, time: Double, luck: RandomStream
  ) -> Double {
    var simulation = Simulation(
      SpreadSimulation(spread: spread, people: people, users: users, luck: luck))
    simulation.model.scheduleNext(in: &simulation.scheduler)
    simulation.run(until: time)
    return Double(simulation.model.users) / Double(people)
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .learns: users += 1
    case .forgets: users -= 1
    }
    scheduleNext(in: &scheduler)
  }

  private mutating func scheduleNext(in scheduler: inout Scheduler<Event>) {
    let share = Double(users) / Double(people)
    let learning = Double(people - users) * spread.adoptionHazard(at: share)
    let forgetting = Double(users) * spread.forgettingHazard
    let total = learning + forgetting
    guard total > 0 else { return }
    let learns = luck.uniform() * total < learning
    let delay = luck.exponential(mean: 1 / total)
    scheduler.schedule(learns ? .learns : .forgets, after: delay)
  }

  static func fingerprintKey(of event: Event) -> UInt64 {
    switch event {
    case .learns: 0
    case .forgets: 1
    }
  }
}

/// The spread of a technique week by week, person by person, as a workplace runs it.
struct WeeklySpread: Sendable {
  let spread: SpreadingTechnique
  let people: Int

  /// The share of users after some weeks, from a number of users in the first.
  func share(from users: Int, weeks: Int, key: StreamKey) -> Double {
    var knows = (0..<people).map { $0 < users }
    for week in 0..<weeks {
      let share = Double(knows.count { $0 }) / Double(people)
      let adoption = spread.adoptionProbability(at: share)
      let forgetting = spread.forgettingProbability
      for person in knows.indices {
        // An address for each person and week, as in the scenarios.
        var luck = RandomStream(
          key, purpose: 0, entity: UInt32(person), index: UInt32(week))
        let uniform = luck.uniform()
        if knows[person] {
          if uniform < forgetting { knows[person] = false }
        } else if uniform < adoption {
          knows[person] = true
        }
      }
    }
    return Double(knows.count { $0 }) / Double(people)
  }
}
