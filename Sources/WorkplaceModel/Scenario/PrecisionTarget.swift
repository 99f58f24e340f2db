/// How precisely a study shall know a measure: it goes on with further replications until it does.
public struct PrecisionTarget: Sendable, Equatable {
  /// Identifier of the measure: `net_value_usd`.
  public var measure: String
  /// What shall be known.
  public var quantity: Quantity
  /// Half the width of its interval.
  public var halfWidth: HalfWidth
  /// Level of the interval, between 0 and 1.
  public var confidence: Double
  /// Replications before the first look; at least 2.
  public var first: Int
  /// Replications at most.
  public var most: Int

  /// What shall be known to the target.
  public enum Quantity: String, CaseIterable, Sendable {
    /// The mean under every policy.
    case level
    /// The mean paired difference of every policy to the baseline.
    case difference
  }

  /// A half-width.
  public enum HalfWidth: Sendable, Equatable {
    /// In the unit of the measure.
    case absolute(Double)
    /// As a fraction of the size of the mean; of the baseline's, for a difference.
    case relative(Double)
  }

  /// Creates a target.
  public init(
    measure: String, quantity: Quantity = .level, halfWidth: HalfWidth, confidence: Double = 0.95,
    first: Int = 10, most: Int
  ) {
    self.measure = measure
    self.quantity = quantity
    self.halfWidth = halfWidth
    self.confidence = confidence
    self.first = first
    self.most = most
  }
}

/// How the length of the warm-up is found instead of declared.
public struct WarmUpSearch: Sendable, Equatable {
  /// Identifier of the weekly measure that shall be steady.
  public var measure: String
  /// Weeks of the pilot, and so twice the longest warm-up that can be found.
  public var pilotWeeks: Int
  /// Replications of the pilot.
  public var replications: Int

  /// Creates a search.
  public init(measure: String, pilotWeeks: Int, replications: Int) {
    self.measure = measure
    self.pilotWeeks = pilotWeeks
    self.replications = replications
  }
}
