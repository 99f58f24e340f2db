/// Running count, mean, variance and extremes of observations.
///
/// Mean and sum of squared deviations are updated with Welford's recurrence (Technometrics 4,
/// 1962, 419-420) and merged with the pairwise formula of Chan, Golub and LeVeque (The American
/// Statistician 37, 1983, 242-247): both are stable where summing squares is not.
public struct Tally: Sendable, Equatable, BitwiseCopyable {
  @usableFromInline var observationCount = 0
  @usableFromInline var runningMean = 0.0
  @usableFromInline var squaredDeviations = 0.0
  @usableFromInline var smallest = Double.infinity
  @usableFromInline var largest = -Double.infinity

  /// Creates an empty tally.
  @inlinable public init() {}

  /// Observations since the last reset.
  @inlinable public var count: Int { observationCount }
  /// Sum of the observations.
  @inlinable public var sum: Double { runningMean * Double(observationCount) }
  /// Arithmetic mean; nan without observations.
  @inlinable public var mean: Double { observationCount > 0 ? runningMean : .nan }
  /// Unbiased sample variance; nan with fewer than two observations.
  @inlinable public var variance: Double {
    observationCount > 1 ? squaredDeviations / Double(observationCount - 1) : .nan
  }
  /// Sample standard deviation; nan with fewer than two observations.
  @inlinable public var standardDeviation: Double { variance.squareRoot() }
  /// Smallest observation; nan without observations.
  @inlinable public var minimum: Double { observationCount > 0 ? smallest : .nan }
  /// Largest observation; nan without observations.
  @inlinable public var maximum: Double { observationCount > 0 ? largest : .nan }

  /// Adds an observation.
  @inlinable public mutating func add(_ observation: Double) {
    observationCount &+= 1
    let deviation = observation - runningMean
    runningMean += deviation / Double(observationCount)
    squaredDeviations += deviation * (observation - runningMean)
    if observation < smallest { smallest = observation }
    if observation > largest { largest = observation }
  }

  /// Adds all observations of another tally.
  @inlinable public mutating func merge(_ other: Tally) {
    guard other.observationCount > 0 else { return }
    guard observationCount > 0 else {
      self = other
      return
    }
    let total = Double(observationCount + other.observationCount)
    let difference = other.runningMean - runningMean
    let weight = Double(other.observationCount) / total
    squaredDeviations +=
      other.squaredDeviations + difference * difference * Double(observationCount) * weight
    runningMean += difference * weight
    observationCount += other.observationCount
    smallest = Swift.min(smallest, other.smallest)
    largest = Swift.max(largest, other.largest)
  }

  /// Forgets everything, at the end of a warm-up.
  @inlinable public mutating func reset() { self = Tally() }
}
