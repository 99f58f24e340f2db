import WorkplaceModel

/// What is kept of one run so that it can be compared with the same replication under other
/// conditions.
///
/// Sums over the evaluation window by employee, moments by week over the horizon, and counts of
/// chosen profiles: memory grows with employees and with weeks, never with their product.
///
/// A counterfactual run is recorded with the scenario and the policy it is the counterfactual of, so
/// that every sketch reads the same dashboard, whether or not anybody saw it in the run.
public struct RunSketch: Sendable {
  /// The policy's own dashboard, which says what ``PersonTotals/score``, ``WeekMoments/score`` and
  /// ``aroundTarget`` are; nil if the policy measures nothing.
  public var dashboard: PolicyDashboard?
  /// What the evaluation window adds up to.
  public var totals: PeriodTotals
  /// What the evaluation window adds up to for each employee.
  public var people: [PersonTotals]
  /// Means and variances over employees, by week of the horizon.
  public var weeks: [WeekMoments]
  /// How well the leading metric tells the truth, by block of about four weeks over the horizon;
  /// empty without a dashboard.
  public var qualities: [MetricQuality]
  /// The blocks of ``qualities``.
  public var blocks: WeekBlocks
  /// Person-weeks of the evaluation window in each chosen profile, in the order of profiles.
  public var profiles: [ProfileCount]
  /// Distribution of the target's metric in the evaluation window; nil without a numeric target.
  public var aroundTarget: TargetHistogram?
  /// Expected loss of a year like the evaluation window, in US dollars.
  public var expectedAnnualLoss: Double
  /// Net value of the evaluation window, in US dollars per person-week.
  public var netValue: Double

  /// Person-weeks spent in one profile.
  public struct ProfileCount: Sendable, Equatable {
    /// The profile.
    public var profile: ActionProfile
    /// Person-weeks.
    public var personWeeks: Double

    /// Creates a count.
    public init(profile: ActionProfile, personWeeks: Double) {
      self.profile = profile
      self.personWeeks = personWeeks
    }
  }
}

/// What one employee adds up to over the evaluation window.
///
/// A place in the organisation, strictly: whoever leaves is replaced, and the newcomer's weeks are
/// added to the same totals.
public struct PersonTotals: Sendable, Equatable {
  /// Standard hours of surviving work.
  public var value = 0.0
  /// Hours of task work by hand.
  public var manualHours = 0.0
  /// Hours of task work with agents.
  public var agentHours = 0.0
  /// Hours on messages.
  public var messageHours = 0.0
  /// Hours of review, rework and repair.
  public var upkeepHours = 0.0
  /// Hours spent on building automation.
  public var buildingHours = 0.0
  /// Hours spent on gaming.
  public var gamingHours = 0.0
  /// Tokens burnt for work.
  public var honestTokens = 0.0
  /// Tokens burnt for the metric alone.
  public var gamingTokens = 0.0
  /// Leading metric, summed over the weeks in which it has a value.
  public var score = 0.0
  /// Weeks in which it has a value.
  public var scoredWeeks = 0.0
  /// Utility, in hours of pay.
  public var utility = 0.0
  /// Whether the employee is an unconditional non-gamer; of the last holder of the place.
  public var neverGames = false

  /// Nothing yet.
  public init() {}

  /// Hours by use: tasks by hand, tasks with agents, messages, upkeep, building, gaming.
  var hours: InlineArray<6, Double> {
    [manualHours, agentHours, messageHours, upkeepHours, buildingHours, gamingHours]
  }

  /// Mean of the leading metric; NaN if it never has a value.
  public var meanScore: Double { score / scoredWeeks }
}

/// Mean and variance over employees of the leading metric and of true value in one week.
public struct WeekMoments: Sendable, Equatable {
  /// True value, in standard hours of surviving work.
  public var value: Moments
  /// Leading metric, over those who have a value of it; empty without a dashboard.
  public var score: Moments
  /// Whether a new value of the target came into force in the week.
  public var resetsTarget: Bool

  /// Creates the moments of a week.
  public init(value: Moments, score: Moments, resetsTarget: Bool) {
    self.value = value
    self.score = score
    self.resetsTarget = resetsTarget
  }

  /// A number of values, their mean and their sum of squared deviations.
  public struct Moments: Sendable, Equatable {
    /// How many values.
    public var count = 0.0
    /// Their mean; NaN if there are none.
    public var mean = Double.nan
    /// Sum of squared deviations from the mean.
    public var squares = 0.0

    /// Moments of the values that are not missing (NaN).
    public init(_ values: some Sequence<Double>) {
      // Welford's recurrence: no second pass, no cancellation.
      var mean = 0.0
      for value in values where !value.isNaN {
        count += 1
        let deviation = value - mean
        mean += deviation / count
        squares += deviation * (value - mean)
      }
      if count > 0 { self.mean = mean }
    }
  }
}

/// How a metric is spread around a target, in bins of one twentieth of the threshold.
///
/// Bin k holds the values from k/20 to (k + 1)/20 of the threshold; what lies below zero or at three
/// times the threshold and beyond is in none.
public struct TargetHistogram: Sendable, Equatable {
  /// The threshold.
  public let threshold: Double
  /// Person-weeks in each bin.
  public internal(set) var counts: [Double]

  /// Bins up to the threshold.
  public static let binsBelow = 20
  /// All bins.
  public static let bins = 60
  /// Bins on each side of the threshold in which mass is looked for: one tenth of it.
  public static let reach = 2

  /// An empty histogram around a positive threshold.
  public init(threshold: Double) {
    precondition(threshold > 0, "bins are fractions of the threshold")
    self.threshold = threshold
    counts = Array(repeating: 0, count: Self.bins)
  }

  /// Counts a value; one that is missing (NaN) or beyond the bins is left out.
  public mutating func add(_ value: Double) {
    // Compared with the threshold first: rounding must not move a value across it.
    let position = value / threshold * Double(Self.binsBelow)
    guard position >= 0, position < Double(Self.bins) else { return }
    let bin = Int(position)
    if value >= threshold {
      counts[max(bin, Self.binsBelow)] += 1
    } else {
      counts[min(bin, Self.binsBelow - 1)] += 1
    }
  }
}
