import ScenarioFiles
import Testing

@testable import WorkplaceModel

@Suite struct AttackSuccessTests {
  private let table: AttackTable

  init() throws { table = try SmallOffice.scenario().risk.attacks }

  @Test(arguments: [
    (16, 105, 16.5, 89.5), (0, 560, 0.5, 560.5), (44, 949, 44.5, 905.5), (0, 0, 0.5, 0.5),
  ])
  func `the posterior adds half a success and half a failure`(
    successes: Int, trials: Int, a: Double, b: Double
  ) {
    let cell = AttackTrials(successes: successes, trials: trials)
    #expect(cell.posterior.a == a && cell.posterior.b == b)
    #expect(abs(cell.mean - a / (a + b)) < 1e-15)
  }

  // beta(1/2, 1/2) is the arcsine law: the quantile at p is sin²(pi p / 2).
  @Test func `without trials the posterior is the prior`() {
    let nothing = AttackTrials()
    #expect(abs(nothing.quantile(0.5) - 0.5) < 1e-12)
    #expect(abs(nothing.quantile(1.0 / 3) - 0.25) < 1e-12)
  }

  // The mean of a distribution is the mean of its quantiles.
  @Test func `quantiles average to the mean`() {
    for cell in [table[.chat, .none], table[.mail, .spotlighting], table[.all, .sandwich]] {
      let steps = 4000
      let mean = (0..<steps).reduce(0.0) { sum, step in
        sum + cell.quantile((Double(step) + 0.5) / Double(steps)) / Double(steps)
      }
      #expect(abs(mean / cell.mean - 1) < 1e-3)
    }
  }

  @Test(arguments: AttackSurface.allCases, [0.025, 0.5, 0.975])
  func `one uniform draws the defences of a surface in the order of their counts`(
    surface: AttackSurface, luck: Double
  ) {
    let ordered = InjectionDefence.allCases.sorted {
      table[surface, $0].successes < table[surface, $1].successes
    }
    let drawn = ordered.map { table[surface, $0].quantile(luck) }
    #expect(drawn == drawn.sorted())
  }

  @Test func `a declared success is scaled by measured defences and by factors`() throws {
    var risk = try SmallOffice.scenario().risk
    risk.injectionSuccess = 0.2
    func success(_ guarding: InjectionGuard, _ luck: Double?) -> Double {
      risk.attackSuccess(on: .chat, against: guarding, luck: luck)
    }
    #expect(success(.measured(.none), 0.9) == 0.2)
    #expect(abs(success(.measured(.spotlighting), 0.9) - 0.2 * 1.5 / 16.5) < 1e-15)
    #expect(success(.factor(0.5), nil) == 0.1)
    risk.injectionSuccess = nil
    #expect(abs(success(.factor(0.5), nil) - 0.5 * 16.5 / 106) < 1e-15)
    #expect(abs(success(.measured(.toolFilter), nil) - 5.5 / 106) < 1e-15)
  }

  @Test func `usefulness is lost relative to an undefended agent and never gained`() {
    #expect(abs(table.utilityLoss(of: .toolFilter) - (1 - 73.2 / 90.7)) < 1e-12)
    #expect(abs(table.utilityLoss(of: .capabilityControl) - (1 - 63.9 / 90.7)) < 1e-12)
    #expect(table.utilityLoss(of: .spotlighting) == 0)
    #expect(table.utilityLoss(of: .sandwich) == 0)
    #expect(table.utilityLoss(of: .none) == 0)
  }

  @Test func `replications differ in what they draw, and a policy does not`() throws {
    let scenario = try SmallOffice.scenario()
    let luck = (0..<4).compactMap { Workplace(scenario, replication: $0).attackLuck }
    #expect(Set(luck).count == 4)
    var world = Workplace(scenario, replication: 2)
    world.warmUp()
    let drawn = world.guards.hijacking
    for policy in scenario.policies {
      var copy = world
      copy.adopt(policy)
      _ = copy.simulateWeek()
      #expect(copy.guards.hijacking == drawn)
    }
    let mean = try SmallOffice.scenario(extra: "risk: {injectionUncertainty: mean}")
    #expect(Workplace(mean, replication: 2).attackLuck == nil)
    let attempts = mean.risk.injectionAttempts
    #expect(Workplace(mean, replication: 2).guards.hijacking[0] == attempts * 44.5 / 950)
  }
}
