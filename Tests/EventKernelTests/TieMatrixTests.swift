import EventKernel
import Testing

/// What happens when a disturbance and the end of a service fall on exactly the same instant.
///
/// Customer A holds from 0 to 1; B wants 2 hours and has waited since 0.25; C wants 1 hour and has
/// waited since 0.5. At exactly 1, before or after A's service ends, something happens. All times
/// are multiples of 1/4, so that every comparison is exact.
@Suite struct TieMatrixTests {
  enum Facility: String, CaseIterable, Sendable {
    case resource, preemptiveResource, pool, preemptivePool, waitingRoom

    var isPreemptive: Bool { self == .preemptiveResource || self == .preemptivePool }
  }

  enum Disturbance: String, CaseIterable, Sendable {
    /// B's patience ends; the timer is stamped with B's wait and never cancelled.
    case timeout
    /// B's patience ends; the timer is cancelled by handle when B is served.
    case cancelledTimer
    /// Somebody else withdraws B's request.
    case withdrawal
    /// A is interrupted.
    case interrupt
    /// H, who goes before the others, asks for 0.5 hours.
    case preempt
    /// The units disappear until 5 and stay with those who hold them.
    case capacityChange
    /// The units disappear until 5 and are taken away (kept, if the facility is not preemptive).
    case evictingCapacityChange
  }

  @Test(arguments: Facility.allCases, Disturbance.allCases)
  func `a disturbance just before a service ends`(facility: Facility, disturbance: Disturbance) {
    let run = TieModel.run(facility, disturbance, isBefore: true)
    let ends: [String: Double] =
      switch disturbance {
      case .timeout, .cancelledTimer, .withdrawal: ["A": 1, "B": 1, "C": 2]
      case .interrupt: ["A": 1, "B": 3, "C": 4]
      case .preempt where facility.isPreemptive: ["A": 1.5, "H": 1.5, "B": 3.5, "C": 4.5]
      case .preempt: ["A": 1, "H": 1.5, "B": 3.5, "C": 4.5]
      case .evictingCapacityChange where facility.isPreemptive: ["A": 5, "B": 7, "C": 8]
      case .capacityChange, .evictingCapacityChange: ["A": 1, "B": 7, "C": 8]
      }
    let leavesUnserved = [.timeout, .cancelledTimer, .withdrawal].contains(disturbance)
    expect(run, ends: ends, unserved: leavesUnserved ? ["B"] : [])
    #expect(run.model.interrupted == (disturbance == .interrupt ? ["A"] : []))
  }

  @Test(arguments: Facility.allCases, Disturbance.allCases)
  func `a disturbance just after a service ended`(facility: Facility, disturbance: Disturbance) {
    let run = TieModel.run(facility, disturbance, isBefore: false)
    let ends: [String: Double] =
      switch disturbance {
      case .timeout, .cancelledTimer, .withdrawal, .interrupt: ["A": 1, "B": 3, "C": 4]
      case .preempt where facility.isPreemptive: ["A": 1, "H": 1.5, "B": 3.5, "C": 4.5]
      case .preempt: ["A": 1, "B": 3, "H": 3.5, "C": 4.5]
      case .evictingCapacityChange where facility.isPreemptive: ["A": 1, "B": 7, "C": 8]
      case .capacityChange, .evictingCapacityChange: ["A": 1, "B": 3, "C": 6]
      }
    expect(run, ends: ends, unserved: [])
    #expect(run.model.interrupted.isEmpty)
  }

  private func expect(
    _ run: Simulation<TieModel>, ends: [String: Double], unserved: Set<String>
  ) {
    let model = run.model
    let demands = ["A": 1.0, "B": 2, "C": 1, "H": 0.5]
    #expect(model.ended == ends)
    for (name, demand) in demands where ends[name] != nil {
      let expected = unserved.contains(name) ? 0.0 : demand
      #expect(model.held[name, default: 0] == expected)
    }
    #expect(model.violations.isEmpty)
    #expect(model.processes.count == 0, "a process was stranded")
    #expect(model.facility.unitsInUse == 0 && model.facility.waitingCount == 0)
    #expect(run.scheduler.pendingCount == 0)
  }
}

/// Customers as processes at a facility, with every kind of disturbance.
struct TieModel: SimulationModel {
  struct Customer: BitwiseCopyable, Sendable {
    enum Stage: BitwiseCopyable { case waiting, holding, evicted }

    let name: Unicode.Scalar
    var stage = Stage.waiting
    var remaining: Double
    var since = 0.0
    var claim: TieFacility.Claim?
    var timer: EventHandle?
  }

  enum Event: BitwiseCopyable, Sendable {
    case arrive(name: Unicode.Scalar, hours: Double, patience: Double)
    case served(Wake)
    case outOfPatience(Wake)
    case withdraw
    case interrupt
    case setCapacity(Int, evicting: Bool)
  }

  var facility: TieFacility
  var cancelsTimers: Bool
  var processes = ProcessTable<Customer>()
  var byName: [String: ProcessID] = [:]
  var ended: [String: Double] = [:]
  var held: [String: Double] = [:]
  var interrupted: [String] = []
  var violations: [String] = []

  static func run(
    _ facility: TieMatrixTests.Facility, _ disturbance: TieMatrixTests.Disturbance, isBefore: Bool
  ) -> Simulation<TieModel> {
    let cancels = disturbance == .cancelledTimer
    var simulation = Simulation(
      TieModel(facility: TieFacility(facility), cancelsTimers: cancels))
    let priority = isBefore ? -1 : 1
    let hasPatience = disturbance == .timeout || cancels
    simulation.model.timerPriority = priority
    simulation.scheduler.schedule(.arrive(name: "A", hours: 1, patience: .infinity), at: 0)
    simulation.scheduler.schedule(
      .arrive(name: "B", hours: 2, patience: hasPatience ? 0.75 : .infinity), at: 0.25)
    simulation.scheduler.schedule(.arrive(name: "C", hours: 1, patience: .infinity), at: 0.5)
    switch disturbance {
    case .timeout, .cancelledTimer: break
    case .withdrawal: simulation.scheduler.schedule(.withdraw, at: 1, priority: priority)
    case .interrupt: simulation.scheduler.schedule(.interrupt, at: 1, priority: priority)
    case .preempt:
      simulation.scheduler.schedule(
        .arrive(name: "H", hours: 0.5, patience: .infinity), at: 1, priority: priority)
    case .capacityChange, .evictingCapacityChange:
      let evicting = disturbance == .evictingCapacityChange && facility.isPreemptive
      simulation.scheduler.schedule(
        .setCapacity(0, evicting: evicting), at: 1, priority: priority)
      simulation.scheduler.schedule(
        .setCapacity(simulation.model.facility.capacity, evicting: false), at: 5)
    }
    simulation.runUntilEmpty()
    return simulation
  }

  var timerPriority = 0

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrive(let name, let hours, let patience):
      arrive(name, hours: hours, patience: patience, in: &scheduler)
    case .served(let wake):
      guard let process = processes.resume(wake) else { break }
      leave(process, releasing: true, in: &scheduler)
    case .outOfPatience(let wake):
      guard let process = processes.resume(wake) else { break }
      leave(process, releasing: false, in: &scheduler)
    case .withdraw:
      guard let process = byName["B"], processes.isAlive(process),
        let claim = processes[process].claim, facility.withdraw(claim, at: scheduler.now)
      else { break }
      processes.interrupt(process)
      finish(process, at: scheduler.now)
    case .interrupt:
      guard let process = byName["A"], processes.interrupt(process) else { break }
      interrupted.append("A")
      leave(process, releasing: true, in: &scheduler)
    case .setCapacity(let capacity, let evicting):
      facility.setCapacity(capacity, at: scheduler.now, evicting: evicting)
    }
    deliverNotices(in: &scheduler)
    check(at: scheduler.now)
  }

  private mutating func arrive(
    _ name: Unicode.Scalar, hours: Double, patience: Double, in scheduler: inout Scheduler<Event>
  ) {
    let process = processes.start(Customer(name: name, remaining: hours))
    byName[String(name)] = process
    let admission = facility.request(process, isUrgent: name == "H", at: scheduler.now)
    processes[process].claim = admission.claim
    if admission.isGranted { return hold(process, in: &scheduler) }
    let wake = processes.beginWait(process)
    if patience < .infinity {
      processes[process].timer = scheduler.schedule(
        .outOfPatience(wake), after: patience, priority: timerPriority)
    }
  }

  private mutating func hold(_ process: ProcessID, in scheduler: inout Scheduler<Event>) {
    processes[process].stage = .holding
    processes[process].since = scheduler.now
    let wake = processes.beginWait(process)
    scheduler.schedule(.served(wake), after: processes[process].remaining)
  }

  private mutating func deliverNotices(in scheduler: inout Scheduler<Event>) {
    while let notice = facility.nextNotice() {
      if !processes.interrupt(notice.process) { violations.append("notice to one not waiting") }
      if notice.isGrant {
        if cancelsTimers, let timer = processes[notice.process].timer { scheduler.cancel(timer) }
        hold(notice.process, in: &scheduler)
      } else {
        endSpell(of: notice.process, at: scheduler.now)
        processes[notice.process].stage = .evicted
        _ = processes.beginWait(notice.process)
      }
    }
  }

  private mutating func leave(
    _ process: ProcessID, releasing: Bool, in scheduler: inout Scheduler<Event>
  ) {
    guard let claim = processes[process].claim else { return }
    let isDone =
      releasing
      ? facility.release(claim, at: scheduler.now) : facility.withdraw(claim, at: scheduler.now)
    if !isDone { violations.append("\(processes[process].name) had nothing to give up") }
    if releasing { endSpell(of: process, at: scheduler.now) }
    finish(process, at: scheduler.now)
  }

  private mutating func endSpell(of process: ProcessID, at time: Double) {
    let spell = time - processes[process].since
    processes[process].remaining -= spell
    held[String(processes[process].name), default: 0] += spell
  }

  private mutating func finish(_ process: ProcessID, at time: Double) {
    let name = String(processes[process].name)
    if ended[name] != nil { violations.append("\(name) ended twice") }
    ended[name] = time
    processes.end(process)
  }

  private mutating func check(at time: Double) {
    if facility.isIdleBesideWaiting { violations.append("idle units beside a request at \(time)") }
    if !facility.isConserved { violations.append("units are not conserved at \(time)") }
  }

  static func fingerprintKey(of event: Event) -> UInt64 { 0 }
}
