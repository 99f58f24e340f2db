import Randomness

/// How finished changes are reviewed by team-mates whose time is finite.
///
/// Reviews queue for the members' daily review hours. A change that waits longer than the patience
/// is merged unreviewed, so saturation is the growth of a queue, not a formula.
public struct ReviewPractice: Sendable {
  /// Hours one review takes.
  public var duration: Distribution
  /// Priority of a review among the reviewer's work; smaller first.
  public var priority: Int
  /// Hours per person and working day that go to reviews at most.
  public var hoursPerDay: Double
  /// Clock hours after which a change is merged without review.
  public var patienceHours: Double
  /// Probability that a review notices a defect or a harmful action (c_0 of MODEL 3.8).
  public var catchProbability: Double
  /// Hours of rework after a defect is found, per standard hour of the item.
  public var reworkSize: Distribution
  /// Priority of rework; smaller first.
  public var reworkPriority: Int

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    duration: Distribution,
    priority: Int,
    hoursPerDay: Double,
    patienceHours: Double,
    catchProbability: Double,
    reworkSize: Distribution,
    reworkPriority: Int
  ) {
    self.duration = duration
    self.priority = priority
    self.hoursPerDay = hoursPerDay
    self.patienceHours = patienceHours
    self.catchProbability = catchProbability
    self.reworkSize = reworkSize
    self.reworkPriority = reworkPriority
  }
}
