import ScenarioFiles
import Testing
import WorkplaceModel

/// A team whose members never rest is a queue with known waiting times.
///
/// Each figure is the mean of 12 replications of 4 weeks (about 480,000 customers); the test allows
/// four standard errors from the replications' own spread. With 11 degrees of freedom that is a
/// false alarm in about 2 of 1,000 seeds for each figure, about 2 % over the suite; seeds are fixed.
@Suite struct `A team is a queue` {
  private func waits(
    members: Int, perMinute: Double, size: String, replications: Int = 12
  ) throws -> (mean: Double, error: Double) {
    let text = """
      scenario: queue
      horizon: 4 weeks
      warmUp: 1 week
      evaluation: 4 weeks
      seed: 5
      replications: 1
      workforce:
        server: {count: \(members), teamSize: \(members), hours: 168 h/week, calendar: always, ability: 1}
      work:
        customer:
          {arrivals: \(perMinute * 60) / h, profile: uniform, assignment: team, size: \(size),
           difficulty: 0.5, agents: false, defects: 0 %}
      review: {hoursPerDay: 0 h}
      behaviour: {agentShares: [0], attrition: none}
      policies: {observed: {}}
      """
    let scenario = try ScenarioLoader.load(text: text, fileName: "queue.yaml").scenario
    let means = try (0..<replications).map { replication in
      let weeks = try SmallOffice.ledgers(
        scenario, policy: "observed", replication: replication)
      let hours = weeks.reduce(0) { $0 + $1.work[0].waitHours }
      return 60 * hours / Double(weeks.reduce(0) { $0 + $1.work[0].started })
    }
    let mean = means.reduce(0, +) / Double(means.count)
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let variance = squares / Double(means.count - 1)
    return (mean, (variance / Double(means.count)).squareRoot())
  }

  @Test func `M/M/1 waits rho over mu less lambda`() throws {
    let found = try waits(members: 1, perMinute: 0.8, size: "{exponential: {mean: 1 min}}")
    #expect(abs(found.mean - 4) < 4 * found.error)
    #expect(found.error < 0.1)
  }

  @Test func `M/M/2 waits as Erlang C says`() throws {
    let found = try waits(members: 2, perMinute: 1.5, size: "{exponential: {mean: 1 min}}")
    #expect(abs(found.mean - 1.28571429) < 4 * found.error)
    #expect(found.error < 0.04)
  }

  @Test func `M/G/1 waits as Pollaczek and Khinchine say`() throws {
    let found = try waits(members: 1, perMinute: 0.6, size: "{lognormal: {mean: 1 min, cv: 1}}")
    // Wq = lambda E[S^2] / (2 (1 - rho)) = 0.6 x 2 / 0.8
    #expect(abs(found.mean - 1.5) < 4 * found.error)
    #expect(found.error < 0.04)
  }
}
