import WorkplaceModel

/// What each employee does over a block of weeks, as far as rankings need it.
struct EmployeeBlock: Sendable {
  private var values: [Double]
  private var tokens: [Double]
  private var gamed: [Bool]
  private var neverGames: [Bool]
  private var scores: [[Double]]
  private var scoredWeeks: [[Double]]

  /// An empty block.
  init(employees: Int, metrics: Int) {
    values = Array(repeating: 0, count: employees)
    tokens = values
    gamed = Array(repeating: false, count: employees)
    neverGames = gamed
    scores = Array(repeating: values, count: metrics)
    scoredWeeks = scores
  }

  /// Adds a week.
  mutating func add(_ ledger: WeekLedger) {
    neverGames = ledger.neverGames
    for (employee, truth) in ledger.truth.enumerated() {
      values[employee] += truth.value
      tokens[employee] += truth.honestTokens + truth.gamingTokens
      if truth.profile.games { gamed[employee] = true }
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
      return MetricQuality(scores: means, values: values, gamed: gamed, neverGames: neverGames)
    }
  }

  /// How unequally tokens are spread.
  func tokenInequality() -> TokenInequality {
    TokenInequality(
      gini: Inequality.gini(tokens),
      topPercent: Inequality.topShare(0.01, of: tokens),
      topDecile: Inequality.topShare(0.1, of: tokens))
  }
}

/// How unequally tokens are spread over employees.
struct TokenInequality: Sendable {
  var gini: Double
  var topPercent: Double
  var topDecile: Double
}
