/// How a search for flips is done, and by what policies are judged.
public struct FlipOptions: Sendable, Equatable {
  /// Identifier of the measure that policies are judged by.
  public var measure = "net_value_usd"
  /// Whether more of it is better.
  public var prefersHigher = true
  /// Replications of every point where a boundary is sought; at least 2.
  public var replications = 8
  /// Replications of the two ends of every range, which decide where boundaries are sought.
  public var screeningReplications = 2
  /// How many directions of assumptions are searched, most promising first; nil for all that the
  /// screening does not rule out.
  public var refined: Int?
  /// Policies that are looked at beyond the default: those that are best there; nil for all.
  public var contenders: Int?
  /// Equal steps between the default and the end of a range, before the boundary is closed in on.
  public var grid = 4
  /// Points to a side of the plane of two assumptions.
  public var planeGrid = 7
  /// Most points that closing in on one boundary takes.
  public var refinements = 12
  /// Resamples of the bootstrap.
  public var resamples = 1000
  /// Confidence of intervals.
  public var confidence = 0.95
  /// Seed of the resamples.
  public var seed: UInt64 = 0

  /// Creates options; change what differs.
  public init() {}
}

/// Why a search for flips has no answer.
public enum FlipError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The source has no such measure.
  case unknownMeasure(String)
  /// Fewer than two policies have a value of the measure.
  case nothingToCompare(measure: String)

  /// The reason in words.
  public var description: String {
    switch self {
    case .unknownMeasure(let name): "there is no measure '\(name)'"
    case .nothingToCompare(let name):
      "fewer than two policies have a value of \(name), so none can overtake another"
    }
  }
}
