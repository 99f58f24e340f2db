import Incentives
import Testing

@testable import WorkplaceModel

@Suite struct `The menu` {
  private func scheme(
    _ formula: String, reward: Bool = false, labels: Bool = false, target: String? = nil
  ) throws -> IncentiveScheme {
    var metrics = [Metric(name: "m", title: "m", formula: try MetricFormula(formula))]
    var targets: [Target] = []
    if let target {
      metrics.append(Metric(name: "t", title: "t", formula: try MetricFormula(target)))
      targets = [Target(metric: 1)]
    }
    return IncentiveScheme(
      metrics: metrics,
      leaderboards: reward ? [] : [Leaderboard(metric: 0, visibility: .organisation)],
      targets: targets,
      rewards: reward ? [.bonus(shareOfPay: 0.1, weeklyHours: 40, metric: 0)] : [],
      intentAccounting: labels)
  }

  private func techniques(_ scheme: IncentiveScheme) -> Set<UInt8> {
    Set(
      Menu(shares: 2, scheme: scheme, techniquesAvailable: true).profiles.map(\.techniques.rawValue)
    )
  }

  private func bits(_ techniques: Technique...) -> UInt8 {
    techniques.reduce(0) { $0 | 1 << UInt8($1.rawValue) }
  }

  @Test func `without a scheme it holds honest profiles only`() {
    let menu = Menu(shares: 4, scheme: .none, techniquesAvailable: true)
    #expect(menu.profiles.count == 4)
    #expect(menu.profiles.allSatisfy { !$0.games })
  }

  @Test func `a token board makes burning tokens worth considering, and nothing else`() throws {
    #expect(
      techniques(try scheme("total_tokens"))
        == [0, bits(.padding), bits(.loops), bits(.swarms)])
  }

  @Test func `a threshold adds topping up`() throws {
    let found = techniques(try scheme("total_tokens", target: "active_days >= 1"))
    #expect(found.contains(bits(.topUp)))
  }

  @Test func `an outcome metric makes its own techniques pay, not tokens`() throws {
    let found = techniques(try scheme("tasks_accepted - errors_reported", reward: true))
    #expect(found.contains(bits(.cherryPicking, .errorHiding, .cornerCutting)))
    #expect(found.allSatisfy { $0 & bits(.padding, .loops, .swarms, .topUp) == 0 })
  }

  @Test func `where only the label counts, unlabelled junk is not considered`() throws {
    let found = techniques(
      try scheme("total_tokens where intent = 'productive'", labels: true))
    #expect(
      found == [
        0, bits(.padding, .mislabelling), bits(.loops, .mislabelling),
        bits(.swarms, .mislabelling),
      ])
  }

  @Test func `an unseen metric adds nothing`() throws {
    var hidden = try scheme("total_tokens")
    hidden.leaderboards[0].visibility = .nobody
    #expect(techniques(hidden) == [0])
  }
}
