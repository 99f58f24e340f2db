/// One figure that a study reports: what it is called, what it means, and how it is computed.
///
/// The catalogue of measures is what `list measures`, `explain` and the data dictionary print, and
/// the formula beside each definition is the one that fills the tables.
public struct Measure: Sendable {
  /// Name in tables, in snake case, with the unit as suffix.
  public let identifier: String
  /// Name for people.
  public let title: String
  /// Unit of the value.
  public let unit: Unit
  /// What the measure tells about.
  public let group: Group
  /// Which direction is better for the organisation.
  public let preference: Preference
  /// The formula in words.
  public let definition: String
  /// Where the measure comes from in the literature.
  public let source: String
  /// Position among the headline measures, from 0; nil if it is not one of them.
  public let headlineOrder: Int?
  /// From what it is computed.
  let formula: Formula

  /// Describes a measure.
  init(
    _ identifier: String, _ title: String, _ unit: Unit, _ group: Group, _ preference: Preference,
    _ definition: String, source: String = "by definition", formula: Formula
  ) {
    self.identifier = identifier
    self.title = title
    self.unit = unit
    self.group = group
    self.preference = preference
    self.definition = definition
    self.source = source
    headlineOrder = Self.headline.firstIndex(of: identifier)
    self.formula = formula
  }

  /// Whether it is shown first, and is one of the family whose p values are adjusted together.
  public var isHeadline: Bool { headlineOrder != nil }

  /// Whether it has a value for every single week.
  public var isWeekly: Bool {
    switch formula {
    case .ofWeeks, .ofDashboard: true
    case .ofWindow, .ofQuality, .ofTargeting, .ofCounterfactuals: false
    }
  }

  /// Whether it says what a dashboard reads, or how well that tells the truth.
  ///
  /// Such a measure is undefined under a policy without metrics. To compare a policy with the
  /// baseline, the policy's own dashboard is read under the baseline too.
  public var readsDashboard: Bool {
    switch formula {
    case .ofDashboard, .ofQuality, .ofTargeting: true
    case .ofWeeks, .ofWindow, .ofCounterfactuals: false
    }
  }

  /// Whether it needs the same replication with the metric unobserved, or with gaming unavailable.
  ///
  /// Such a measure is missing until ``ReplicationRecord/add(_:_:)`` fills it in.
  public var needsCounterfactuals: Bool {
    if case .ofCounterfactuals = formula { true } else { false }
  }

  /// What a measure is computed from.
  enum Formula: Sendable {
    /// From sums over weeks.
    case ofWeeks(@Sendable (PeriodTotals) -> Double)
    /// From sums over weeks of what the policy's dashboard reads.
    case ofDashboard(@Sendable (DashboardTotals) -> Double)
    /// From how well the leading metric tells the truth in the evaluation window.
    case ofQuality(@Sendable (MetricQuality) -> Double)
    /// From the evaluation window as a whole.
    case ofWindow(@Sendable (WindowFigures) -> Double)
    /// From how well the metric by which audits are targeted tells what they look for.
    case ofTargeting(@Sendable (MetricQuality) -> Double, atRandom: Double)
    /// From the same replication under other conditions.
    case ofCounterfactuals(@Sendable (Distortion) -> Double)
  }
}

extension Measure {
  /// Units, each with the suffix that names of measures carry.
  public enum Unit: String, CaseIterable, Sendable {
    /// Tokens of all classes.
    case tokens
    /// Hours.
    case hours
    /// US dollars.
    case usd
    /// A share of a whole, between 0 and 1.
    case share
    /// A number of things.
    case count
    /// A quotient of unlike quantities.
    case ratio
    /// A correlation or similar figure without unit.
    case coefficient
    /// The unit of the metric in question.
    case score
    /// Weeks.
    case weeks
    /// A rate per week.
    case perWeek = "per_week"

    /// The ending of identifiers.
    public var suffix: String { self == .hours ? "h" : rawValue }
  }

  /// What a measure tells about.
  public enum Group: String, CaseIterable, Sendable {
    /// What the dashboard shows.
    case claim
    /// What was really achieved.
    case truth
    /// What was done for the metric alone.
    case gaming
    /// How people fare.
    case people
    /// How well the metric's ranking tells the true one.
    case ranking
    /// How work flows.
    case work
    /// What goes wrong, and what it may cost.
    case risk
    /// Money.
    case cost
  }

  /// Which direction is better for the organisation.
  public enum Preference: String, Sendable {
    /// More is better.
    case higher
    /// Less is better.
    case lower
    /// Neither by itself.
    case neutral
  }

  /// Weeks that make a year where figures are given per year.
  public static let weeksPerYear = 52.0

  /// The headline measures in the order of reports.
  static let headline = [
    "tokens_per_person_week_tokens", "active_nominal_share", "active_real_share",
    "active_useful_share", "gaming_people_share", "gaming_token_share", "true_value_h",
    "kendall_tau_b_coefficient", "top_decile_precision_share", "mislabel_rate_share",
    "cherry_pick_rate_share", "hidden_error_rate_share", "review_wait_h",
    "incidents_per_year_count", "expected_annual_loss_usd", "var95_annual_loss_usd",
    "cvar95_annual_loss_usd", "token_cost_usd", "net_value_usd",
  ]
}
