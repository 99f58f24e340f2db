import Foundation
import WorkplaceModel

/// What each employee does over a block of weeks, as far as rankings need it.
struct EmployeeBlock: Sendable {
  private var values: [Double]
  private var tokens: [Double]
  /// Hours by activity, then employee.
  private var hours: [[Double]]
  private var gamed: [Bool]
  private var burntJunk: [Bool]
  private var teams: [Int] = []
  private var neverGames: [Bool]
  private var scores: [[Double]]
  private var scoredWeeks: [[Double]]

  /// An empty block.
  init(employees: Int, metrics: Int) {
    values = Array(repeating: 0, count: employees)
    tokens = values
    hours = Array(repeating: values, count: Self.activities)
    gamed = Array(repeating: false, count: employees)
    burntJunk = gamed
    neverGames = gamed
    scores = Array(repeating: values, count: metrics)
    scoredWeeks = scores
  }

  /// Adds a week.
  mutating func add(_ ledger: WeekLedger) {
    neverGames = ledger.neverGames
    teams = ledger.teamOf
    for (employee, truth) in ledger.truth.enumerated() {
      values[employee] += truth.value
      tokens[employee] += truth.honestTokens + truth.gamingTokens
      let spent = Self.hours(truth)
      for activity in 0..<Self.activities { hours[activity][employee] += spent[activity] }
      if truth.profile.games { gamed[employee] = true }
      if truth.gamingTokens > 0 { burntJunk[employee] = true }
    }
    for (metric, weekScores) in ledger.scores.enumerated() {
      for (employee, score) in weekScores.enumerated() where !score.isNaN {
        scores[metric][employee] += score
        scoredWeeks[metric][employee] += 1
      }
    }
  }

  /// How well each metric, averaged over the weeks in which it has a value, tells true value.
  func qualities() -> [MetricQuality] {
    scores.indices.map { metric in
      let means = values.indices.map { scores[metric][$0] / scoredWeeks[metric][$0] }
      return MetricQuality(
        scores: means, values: values, hours: hours, gamed: gamed, burntJunk: burntJunk,
        neverGames: neverGames)
    }
  }

  /// Activities that people spread their hours over.
  private static let activities = 6

  private static func hours(_ truth: EmployeeWeekTruth) -> InlineArray<6, Double> {
    [
      truth.manualHours, truth.agentHours, truth.messageHours,
      truth.reviewHours + truth.reworkHours + truth.incidentHours, truth.buildingHours,
      truth.gamingHours,
    ]
  }

  /// What the block tells besides.
  func figures() -> BlockFigures {
    let owned = values.map { max(0, $0) }
    return BlockFigures(
      tokenGini: Inequality.gini(tokens),
      topPercentTokens: Inequality.topShare(0.01, of: tokens),
      topDecileTokens: Inequality.topShare(0.1, of: tokens),
      valueGini: Inequality.gini(owned), topDecileValue: Inequality.topShare(0.1, of: owned),
      tokenElasticity: tokenElasticity,
      socialMultiplier: SocialMultiplier.estimate(acts: gamed, groups: teams))
  }

  /// Slope of ln(value) in ln(tokens) over the employees who have both.
  private var tokenElasticity: Double {
    let used = values.indices.filter { values[$0] > 0 && tokens[$0] > 0 }
    let line = LinearFit(used.map { log(tokens[$0]) }, used.map { log(values[$0]) })
    return line?.slope ?? .nan
  }
}

/// Figures of one block of weeks; NaN where undefined.
struct BlockFigures: Sendable {
  var tokenGini: Double
  var topPercentTokens: Double
  var topDecileTokens: Double
  var valueGini: Double
  var topDecileValue: Double
  var tokenElasticity: Double
  var socialMultiplier: Double
}
