/// A model that reacts to events: the state of a simulated world and what changes it.
///
/// A model is a value whose state changes only in `handle(_:in:)`. Events are trivial values,
/// usually an enum carrying integer identifiers.
public protocol SimulationModel: Sendable {
  /// What can happen.
  associatedtype Event: BitwiseCopyable & Sendable

  /// Reacts to an event at the scheduler's current time.
  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>)

  /// A number naming the kind of an event and the entity it happens to, for the fingerprint.
  static func fingerprintKey(of event: Event) -> UInt64
}

/// A model together with its scheduler: a world that can be run, copied and continued.
///
/// A copy taken at any time is a fork: both continue independently, and identically as long as
/// nothing else is changed in either.
public struct Simulation<Model: SimulationModel>: Sendable {
  /// The state of the world.
  public var model: Model
  /// The clock and the pending events.
  public var scheduler: Scheduler<Model.Event>

  /// Creates a simulation whose clock stands at a finite time and in which nothing is pending.
  @inlinable public init(_ model: Model, startingAt time: Double = 0) {
    self.model = model
    scheduler = Scheduler(startingAt: time)
  }

  /// Executes the events due before `time`, then sets the clock to `time`.
  ///
  /// The boundary belongs to the next interval: an event due at exactly `time` stays pending and
  /// is executed first by the next run. Running to a and then to b therefore executes what running
  /// to b executes. `time` must be finite and not in the past.
  @inlinable public mutating func run(until time: Double) {
    while let event = scheduler.next(before: time) { execute(event) }
    scheduler.advanceClock(to: time)
  }

  /// Executes events until none is pending; the clock stays at the last one.
  @inlinable public mutating func runUntilEmpty() {
    while let event = scheduler.next() { execute(event) }
  }

  /// Executes the next event; false when none is pending.
  @inlinable @discardableResult public mutating func step() -> Bool {
    guard let event = scheduler.next() else { return false }
    execute(event)
    return true
  }

  @inlinable mutating func execute(_ event: Model.Event) {
    scheduler.recordExecution(key: Model.fingerprintKey(of: event))
    model.handle(event, in: &scheduler)
  }
}
