import EventKernel
import Randomness

/// A group of employees that share traits, calendar and work.
public struct Role: Sendable {
  /// Identifier in the scenario file.
  public var name: String
  /// Number of employees.
  public var count: Int
  /// Employees to a team; the last team takes the remainder.
  public var teamSize: Int
  /// Controllable working hours per week: presence minus meetings (MODEL 1.3, H).
  public var hoursPerWeek: Double
  /// When the team is at work, in clock hours.
  public var calendar: WorkCalendar
  /// Offsets in hours from the scenario's clock, dealt to teams in turn; `[0]` for one site.
  public var timeZoneOffsets: [Double]
  /// Indices of the work kinds that this role does.
  public var workKinds: [Int]
  /// Distributions that the employees' personal parameters are drawn from.
  public var traits: Traits

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    name: String,
    count: Int,
    teamSize: Int,
    hoursPerWeek: Double,
    calendar: WorkCalendar,
    timeZoneOffsets: [Double],
    workKinds: [Int],
    traits: Traits
  ) {
    self.name = name
    self.count = count
    self.teamSize = teamSize
    self.hoursPerWeek = hoursPerWeek
    self.calendar = calendar
    self.timeZoneOffsets = timeZoneOffsets
    self.workKinds = workKinds
    self.traits = traits
  }
}

/// Distributions of what differs between employees; one draw each per employee and replication.
public struct Traits: Sendable {
  /// Standard hours of work done per hour (theta); lognormal around 1.
  public var ability: Distribution
  /// Share of employees who game under no incentive (h_0; Abeler and others 2019).
  public var neverGames: Double
  /// Weight of leaderboard status, hours per unit of status return (s_i).
  public var statusWeight: Distribution
  /// Weight of standing if the metric counts, hours per standard deviation (kappa_i).
  public var careerWeight: Distribution
  /// Moral cost of full-intensity gaming, hours per week (m_i).
  public var moralCost: Distribution
  /// Prior belief that a promise of non-use will be kept, between 0 and 1 (c_0).
  public var promiseCredibility: Distribution
  /// Long-run gain of agent-assisted over manual work per hour, as a fraction (epsilon_i).
  public var aiEffect: Distribution
  /// Hours of agent-assisted work done before the study, which shorten the learning.
  public var priorExperience: Distribution
  /// Personal multiplier of tokens per request.
  public var tokenMultiplier: Distribution
  /// Correlation of the log token multiplier with log ability, between -1 and 1.
  public var tokenAbilityCorrelation: Double
  /// Personal multiplier of what scripted gaming (loops, swarms) yields; heavy-tailed.
  public var gamingYield: Distribution

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    ability: Distribution,
    neverGames: Double,
    statusWeight: Distribution,
    careerWeight: Distribution,
    moralCost: Distribution,
    promiseCredibility: Distribution,
    aiEffect: Distribution,
    priorExperience: Distribution,
    tokenMultiplier: Distribution,
    tokenAbilityCorrelation: Double,
    gamingYield: Distribution
  ) {
    self.ability = ability
    self.neverGames = neverGames
    self.statusWeight = statusWeight
    self.careerWeight = careerWeight
    self.moralCost = moralCost
    self.promiseCredibility = promiseCredibility
    self.aiEffect = aiEffect
    self.priorExperience = priorExperience
    self.tokenMultiplier = tokenMultiplier
    self.tokenAbilityCorrelation = tokenAbilityCorrelation
    self.gamingYield = gamingYield
  }
}
