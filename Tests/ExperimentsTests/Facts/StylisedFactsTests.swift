import Experiments
import Foundation
import Measures
import ScenarioFiles
import Testing
import WorkplaceModel

/// The signs that gaming of metrics is known for, at the shipped defaults.
///
/// `Scenarios/facts.yaml` with ten replications at its own seed and a part of its policies.
/// A sign holds when the 95 % interval of the paired difference lies on the right side of zero, so
/// a fact without any effect would pass by luck with one seed in forty.
@Suite struct StylisedFactsTests {
  private struct Facts {
    let results: StudyResults

    /// Values of a measure by replication.
    func values(_ measure: String, _ policy: String) throws -> [Double] {
      let position = try #require(results.catalogue.position(of: measure))
      return results.values(
        of: position, policy: try #require(results.policyIndex(policy)))
    }

    /// Whether a measure is larger under one policy than under another.
    func isLarger(_ measure: String, _ policy: String, than other: String) throws -> Bool {
      try isPositive(zip(values(measure, policy), values(measure, other)).map { $0 - $1 })
    }

    /// Whether the 95 % interval of the mean lies above zero.
    func isPositive(_ values: [Double]) -> Bool {
      Estimate(values).interval().map { $0.lowerBound > 0 } ?? false
    }
  }

  private static let study = Task {
    let scenarios = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Scenarios")
    let loaded = try ScenarioLoader.load(
      path: scenarios.appendingPathComponent("facts.yaml").path,
      overrides: ScenarioOverrides(
        replications: 10,
        policies: [
          "noMetric", "board", "credibility0", "credibility100", "officialUse", "managerBoard",
          "hiddenBoard",
          "weeklyTarget", "audit40", "intent", "outcomeKPI", "leastPrivilege",
          "leastPrivilegeNoMetric",
        ]))
    return try await StudyRunner.run(
      loaded.scenario, options: StudyOptions(threads: 2), onProgress: { _ in })
  }

  private func facts() async throws -> Facts { Facts(results: try await Self.study.value) }

  private let gaming = "gaming_people_share"

  @Test func `without a metric gaming is zero to the last bit`() async throws {
    let facts = try await facts()
    #expect(try facts.values(gaming, "noMetric").allSatisfy { $0 == 0 })
    #expect(try facts.values("gaming_token_share", "noMetric").allSatisfy { $0 == 0 })
  }

  @Test func `1: hiding the board from colleagues lowers gaming and does not end it`() async throws
  {
    let facts = try await facts()
    #expect(try facts.isLarger(gaming, "board", than: "managerBoard"))
    #expect(try facts.isPositive(facts.values(gaming, "managerBoard")))
  }

  @Test func `2: a promise of non-use works as far as it is believed`() async throws {
    let facts = try await facts()
    #expect(try facts.isLarger(gaming, "credibility0", than: "board"))
    #expect(try facts.isLarger(gaming, "board", than: "credibility100"))
  }

  @Test func `6: a weekly target is met in name first`() async throws {
    let facts = try await facts()
    let nominal = try facts.values("active_nominal_share", "weeklyTarget")
    let real = try facts.values("active_real_share", "weeklyTarget")
    let useful = try facts.values("active_useful_share", "weeklyTarget")
    #expect(facts.isPositive(zip(nominal, real).map { $0 - $1 }))
    #expect(facts.isPositive(zip(real, useful).map { $0 - $1 }))
    #expect(try facts.isLarger("active_nominal_share", "weeklyTarget", than: "noMetric"))
  }

  @Test func `8: ranks say least when they matter most`() async throws {
    let facts = try await facts()
    let rank = "kendall_tau_b_coefficient"
    #expect(try facts.isLarger(rank, "hiddenBoard", than: "board"))
    #expect(try facts.isLarger(rank, "board", than: "officialUse"))
  }

  @Test func `11: intent labels move gaming into false labels`() async throws {
    let facts = try await facts()
    #expect(try facts.isPositive(facts.values(gaming, "intent")))
    #expect(try facts.values("mislabel_rate_share", "intent").allSatisfy { $0 == 0 || $0 > 0.9 })
    #expect(try facts.isPositive(facts.values("mislabel_rate_share", "intent")))
  }

  @Test func `12: audits deter and do not end it`() async throws {
    let facts = try await facts()
    #expect(try facts.isLarger(gaming, "board", than: "audit40"))
    #expect(try facts.isPositive(facts.values(gaming, "audit40")))
  }

  @Test func `15: outcome scores are gamed too`() async throws {
    let facts = try await facts()
    #expect(try facts.isPositive(facts.values("cherry_pick_rate_share", "outcomeKPI")))
    #expect(try facts.isPositive(facts.values("hidden_error_rate_share", "outcomeKPI")))
  }

  @Test func `21: permissions scale agents' incidents, gaming multiplies them`() async throws {
    let facts = try await facts()
    let incidents = "agent_incidents_per_year_count"
    #expect(try facts.isLarger(incidents, "board", than: "noMetric"))
    func mean(_ policy: String) throws -> Double {
      let values = try facts.values(incidents, policy)
      return values.reduce(0, +) / Double(values.count)
    }
    let honest = try mean("leastPrivilegeNoMetric") / mean("noMetric")
    let gamed = try mean("leastPrivilege") / mean("board")
    // Breadth alone is proportional: about the same factor with and without gaming.
    #expect(abs(gamed / honest - 1) < 0.2)
    #expect(honest < 0.2)
  }
}
