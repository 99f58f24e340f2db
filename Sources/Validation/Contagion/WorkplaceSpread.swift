import Foundation
import ScenarioFiles
import WorkplaceModel

/// The spread of a technique in a whole workplace, written as a scenario.
///
/// Everybody is paid for tasks that are accepted at first try, which only hiding errors raises, so
/// hiding is the only technique on the menu; the reward is so large that whoever knows it uses it.
/// Knowing then spreads by the weekly chain. The model looks at colleagues, n of N − 1, where the
/// chain has n of N, so the hazard of contagion is scaled by (N − 1)/N.
struct WorkplaceSpread: Sendable {
  let scenario: Scenario

  /// - Throws: `ScenarioErrors` if the scenario cannot be read.
  init(
    people: Int, weeks: Int, discovery: Double, contagion: Double, forgetting: Double,
    seed: UInt64
  ) throws {
    let scaled = contagion * Double(people - 1) / Double(people)
    func hazard(_ value: Double) -> String { String(format: "%.15f / week", value) }
    let text = """
      scenario: contagion
      horizon: \(weeks) weeks
      warmUp: 0 weeks
      evaluation: 1 week
      seed: \(seed % 1_000_000_007)
      replications: 1
      workforce:
        member:
          {count: \(people), teamSize: \(people), ability: 1, traits: {neverGames: 0 %}}
      work:
        task: {arrivals: 1 / week, agents: false, size: 1 h, defects: 50 %}
      behaviour:
        agentShares: [0]
        \(DegenerateMode.blocksOff)
        contagionWithinTeam: 0 %
        techniques:
          errorHiding:
            discovery: \(hazard(discovery))
            contagion: \(hazard(scaled))
            forgetting: \(hazard(forgetting))
      policies:
        none: {}
        paid:
          metrics: {firstTry: {formula: tasks_accepted_first_try}}
          reward: {metric: firstTry, kind: pieceRate, share: 1000 h}
      compare: {baseline: none}
      """
    scenario = try ScenarioLoader.load(text: text, fileName: "contagion.yaml").scenario
  }

  /// The share that knows the technique at the end of the horizon.
  func share(replication: Int) -> Double {
    var workplace = Workplace(scenario, replication: replication)
    workplace.adopt(scenario.policies[1])
    var knowing = 0
    var people = 1
    for _ in 0..<scenario.horizonWeeks {
      let ledger = workplace.simulateWeek()
      knowing = ledger.knowing[Technique.errorHiding.rawValue]
      people = ledger.truth.count
    }
    return Double(knowing) / Double(people)
  }
}
