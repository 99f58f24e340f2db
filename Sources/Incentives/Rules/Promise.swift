/// The promise that a metric is not used in reviews.
public struct Promise: Sendable, Equatable {
  /// Probability that an employee sees or hears of a violation in a week; default 0.01.
  ///
  /// An assumption (0 to 0.05); no survey of it was found.
  public var violationProbabilityPerWeek: Double

  /// Share of people, or degree, that believes the promise at first; `nil` leaves it to traits.
  public var priorCredibility: Double?

  /// Makes a promise.
  public init(violationProbabilityPerWeek: Double = 0.01, priorCredibility: Double? = nil) {
    self.violationProbabilityPerWeek = violationProbabilityPerWeek
    self.priorCredibility = priorCredibility
  }
}
