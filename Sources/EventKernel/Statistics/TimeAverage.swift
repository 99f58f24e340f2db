/// The time-weighted mean, variance and extremes of a quantity that is constant between changes,
/// such as a queue length.
public struct TimeAverage: Sendable, Equatable, BitwiseCopyable {
  @usableFromInline var current: Double
  @usableFromInline var lastChange: Double
  /// Beginning of the observation, moved back by the time that merged averages observed.
  @usableFromInline var start: Double
  @usableFromInline var area = 0.0
  @usableFromInline var squareArea = 0.0
  @usableFromInline var smallest: Double
  @usableFromInline var largest: Double

  /// Starts observing a quantity with a value at a time.
  @inlinable public init(_ value: Double = 0, at time: Double = 0) {
    current = value
    lastChange = time
    start = time
    smallest = value
    largest = value
  }

  /// The value since the last change.
  @inlinable public var value: Double { current }
  /// Smallest value held since the last reset, however briefly.
  @inlinable public var minimum: Double { smallest }
  /// Largest value held since the last reset, however briefly.
  @inlinable public var maximum: Double { largest }

  /// Sets a new value from `time` on; `time` must not precede the last change.
  @inlinable public mutating func set(_ value: Double, at time: Double) {
    guard value != current else { return }
    advance(to: time)
    current = value
    if value < smallest { smallest = value }
    if value > largest { largest = value }
  }

  /// Changes the value by an amount from `time` on.
  @inlinable public mutating func add(_ change: Double, at time: Double) {
    set(current + change, at: time)
  }

  /// Time observed from the last reset to `time`.
  @inlinable public func duration(at time: Double) -> Double { time - start }

  /// Integral of the value over the time observed, up to `time`.
  @inlinable public func integral(at time: Double) -> Double {
    area + current * (time - lastChange)
  }

  /// Time-weighted mean up to `time`; nan before any time has passed.
  @inlinable public func mean(at time: Double) -> Double {
    let duration = duration(at: time)
    return duration > 0 ? integral(at: time) / duration : .nan
  }

  /// Time-weighted variance up to `time`; nan before any time has passed.
  @inlinable public func variance(at time: Double) -> Double {
    let duration = duration(at: time)
    guard duration > 0 else { return .nan }
    let mean = integral(at: time) / duration
    let squares = squareArea + current * current * (time - lastChange)
    return Swift.max(0, squares / duration - mean * mean)
  }

  /// Forgets the past at the end of a warm-up; the present value stays.
  @inlinable public mutating func reset(at time: Double) {
    self = TimeAverage(current, at: time)
  }

  /// Adds the time another average observed, as when replications are pooled.
  ///
  /// Both are observed up to their last change or `advance(to:)`; the value continues from `self`.
  @inlinable public mutating func merge(_ other: TimeAverage) {
    start -= other.lastChange - other.start
    area += other.area
    squareArea += other.squareArea
    smallest = Swift.min(smallest, other.smallest)
    largest = Swift.max(largest, other.largest)
  }

  /// Observes the present value up to `time` without changing it.
  @inlinable public mutating func advance(to time: Double) {
    let elapsed = time - lastChange
    precondition(elapsed >= 0, "a time average is observed forward in time")
    let held = current * elapsed
    area += held
    squareArea += held * current
    lastChange = time
  }
}
