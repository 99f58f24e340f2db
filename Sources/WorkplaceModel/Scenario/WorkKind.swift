import Randomness

/// One kind of work: where it comes from, who does it, how long it takes and what can go wrong.
public struct WorkKind: Sendable {
  /// Identifier in the scenario file.
  public var name: String
  /// Where items come from.
  public var source: WorkSource
  /// Relative intensity of arrivals over the week.
  public var profile: HourOfWeekProfile
  /// Whether items belong to one employee or to the team.
  public var assignment: Assignment
  /// Smaller is served first; 0 to 15.
  public var priority: Int
  /// Whether an arriving item interrupts work of lower priority, which resumes later.
  public var preempts: Bool
  /// Standard hours of manual work an item takes at ability 1.
  public var size: Distribution
  /// Difficulty x between 0 and 1; scales size, defects and value around their means.
  public var difficulty: Distribution
  /// Value of a finished standard hour, in standard hours; 1 unless the kind is worth less.
  public var valuePerHour: Double
  /// Whether items count as tasks in telemetry; messages do not.
  public var isTask: Bool
  /// Whether agents can do the work.
  public var agentEligible: Bool
  /// Probability, drawn per item, that an agent gets the item right.
  public var agentSuccess: Distribution
  /// Whether a team-mate reviews the result.
  public var reviewed: Bool
  /// Share of finished items that are deployed.
  public var deployShare: Double
  /// Share of items that carry content from outside the organisation.
  public var untrustedShare: Double
  /// Probability that manual work of mean difficulty is defective.
  public var defectProbability: Double
  /// Weeks until an escaped defect surfaces and the item is reopened.
  public var reopenLagWeeks: Distribution

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    name: String,
    source: WorkSource,
    profile: HourOfWeekProfile,
    assignment: Assignment,
    priority: Int,
    preempts: Bool,
    size: Distribution,
    difficulty: Distribution,
    valuePerHour: Double,
    isTask: Bool,
    agentEligible: Bool,
    agentSuccess: Distribution,
    reviewed: Bool,
    deployShare: Double,
    untrustedShare: Double,
    defectProbability: Double,
    reopenLagWeeks: Distribution
  ) {
    self.name = name
    self.source = source
    self.profile = profile
    self.assignment = assignment
    self.priority = priority
    self.preempts = preempts
    self.size = size
    self.difficulty = difficulty
    self.valuePerHour = valuePerHour
    self.isTask = isTask
    self.agentEligible = agentEligible
    self.agentSuccess = agentSuccess
    self.reviewed = reviewed
    self.deployShare = deployShare
    self.untrustedShare = untrustedShare
    self.defectProbability = defectProbability
    self.reopenLagWeeks = reopenLagWeeks
  }
}

/// Where the items of a kind come from.
public enum WorkSource: Sendable, Equatable {
  /// A non-homogeneous Poisson stream with this mean number per week, for each employee or each
  /// team according to the kind's assignment.
  case arrivals(perWeek: Double)
  /// A backlog that never runs dry: an employee with nothing else to do takes the next item.
  case backlog
}

/// To whom an arriving item belongs.
public enum Assignment: Sendable, Equatable {
  /// To one employee's inbox.
  case employee
  /// To the team's common queue; any idle member takes it.
  case team
}
