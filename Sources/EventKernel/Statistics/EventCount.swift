/// A count of occurrences and their rate per unit of time since the last reset.
public struct EventCount: Sendable, Equatable, BitwiseCopyable {
  @usableFromInline var occurrences = 0
  @usableFromInline var start: Double

  /// Starts counting at a time.
  @inlinable public init(at time: Double = 0) { start = time }

  /// Occurrences since the last reset.
  @inlinable public var count: Int { occurrences }

  /// Counts one occurrence, or several.
  @inlinable public mutating func add(_ number: Int = 1) { occurrences += number }

  /// Occurrences per unit of time up to `time`; nan before any time has passed.
  @inlinable public func rate(at time: Double) -> Double {
    time > start ? Double(occurrences) / (time - start) : .nan
  }

  /// Forgets the past at the end of a warm-up.
  @inlinable public mutating func reset(at time: Double) { self = EventCount(at: time) }
}
