import Foundation
import ScenarioFiles
import WorkplaceModel

/// A team whose changes wait for reviewers with finite time, written as a scenario.
///
/// Agents do all of the work in no time, each change hides the same small harm, and the team has
/// time for C times the changes of the baseline. A change that has waited too long is merged unread;
/// a review stops the share c₀ of the harm.
struct ReviewOffice: Sendable {
  /// Changes per hour at the baseline activity of 1.
  private static let baseline = 120.0
  /// People in the team, all of whom review.
  private static let people = 4
  /// Harm hidden in one change, as a probability.
  private static let harmPerChange = 1e-9

  private let scenario: Scenario

  /// What was observed in one week.
  struct Week: Sendable {
    /// Activity, from the changes opened, times the share of harm that came out of the changes that
    /// were reviewed or merged unread.
    var intensity: Double
    /// Share of changes merged unread.
    var unread: Double
  }

  /// - Parameters:
  ///   - activity: agent actions x relative to the baseline.
  ///   - caught: share c₀ of harm that a review stops.
  ///   - capacity: changes C that the team can review, relative to the baseline.
  /// - Throws: `ScenarioErrors` if the scenario cannot be read.
  init(activity: Double, caught: Double, capacity: Double, weeks: Int, seed: UInt64) throws {
    func plain(_ value: Double) -> String { String(format: "%.12f", value) }
    // Long against a review, so that the line behaves as a fluid: an hour where it overflows anyway,
    // days where it must hold what chance brings.
    let patience = activity > capacity ? 1 : 72
    let text = """
      scenario: review
      horizon: \(weeks) weeks
      warmUp: 1 week
      evaluation: \(weeks) weeks
      seed: \(seed % 1_000_000_007)
      replications: 1
      workforce:
        maker:
          count: \(Self.people)
          teamSize: \(Self.people)
          hours: 168 h/week
          calendar: always
          ability: 1
          traits: {tokenMultiplier: 1, aiEffect: 0}
      work:
        change:
          {arrivals: \(plain(activity * Self.baseline / Double(Self.people))) / h,
           profile: uniform, assignment: employee, priority: 1, size: 0.000001 h,
           difficulty: 0.5, reviewed: true, defects: 0 %}
      agents:
        assistant:
          {sessions: 1000000 / h, requests: 1, thinkTime: 0 h, latency: 0 h, weekNoise: 0,
           promptTokens: 1 ktok, outputTokens: 0 tok, toolCalls: 1 / Mtok,
           tools: {repositoryWrite: 100 %}}
      review:
        {duration: \(plain(Double(Self.people) / (capacity * Self.baseline))) h,
         priority: 8, hoursPerDay: 24 h, patience: \(patience) h, catches: \(plain(caught))}
      risk:
        {irreversible: {repositoryWrite: 100 %}, harm: 0.000001, repair: 0 h}
      behaviour:
        agentShares: [100 %]
        difficultySize: 0
        learningDrop: 0
        learningGain: 0
        \(DegenerateMode.blocksOff)
      policies: {observed: {}}
      """
    scenario = try ScenarioLoader.load(text: text, fileName: "review.yaml").scenario
  }

  /// Simulates the weeks after a warm-up of one.
  func run() -> [Week] {
    var workplace = Workplace(scenario, replication: 0)
    workplace.warmUp()
    workplace.adopt(scenario.policies[0])
    return (0..<scenario.horizonWeeks).map { _ in
      let ledger = workplace.simulateWeek()
      let decided = Double(ledger.review.reviewed + ledger.review.overdue)
      let harm = ledger.expectedIncidents.reduce(0, +) / (decided * Self.harmPerChange)
      return Week(
        intensity: Double(ledger.review.opened) / (Self.baseline * 168) * harm,
        unread: Double(ledger.review.overdue) / Double(ledger.review.opened))
    }
  }
}
