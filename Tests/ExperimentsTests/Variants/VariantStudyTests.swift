import Measures
import Testing
import WorkplaceModel

@testable import Experiments

@Suite struct VariantStudyTests {
  private static let promised =
    "  promised: {extends: board, promise: {violations: 1 % / week}}"
  private static let corners = Task {
    try await TinyStudy.results(
      adding: promised,
      options: StudyOptions(threads: 2, corners: CornerDesign(replications: 2)))
  }

  @Test func `there are eight corners where somebody promises, else four`() async throws {
    let eight = VariantStudy.corners(
      of: try TinyStudy.scenario(adding: Self.promised), CornerDesign())
    #expect(eight.variants.count == 8)
    #expect(Set(eight.variants.map(\.name)).count == 8)
    #expect(eight.plans(StudyOptions()).count == 4)
    let four = VariantStudy.corners(of: try TinyStudy.scenario(), CornerDesign())
    #expect(
      four.variants.map(\.name) == [
        "low friction, low severity", "low friction, high severity", "high friction, low severity",
        "high friction, high severity",
      ])
  }

  @Test func `corners that share a trajectory are what they are alone`() async throws {
    let shared = try #require(try await Self.corners.value.variants.first)
    var scenario = try TinyStudy.scenario(adding: Self.promised)
    // Low friction, high severity, low credibility: the second corner.
    scenario = VariantStudy.corners(of: scenario, CornerDesign()).variants[1].scenario
    let alone = try await StudyRunner.run(scenario)
    let netValue = try #require(shared.netValue)
    for policy in scenario.policies.indices {
      let place = try #require(alone.catalogue.position(of: "net_value_usd"))
      #expect(
        shared.estimate(of: netValue, policy: policy, variant: 1)
          == alone.estimate(of: place, policy: policy))
      #expect(
        shared.difference(of: netValue, policy: policy, variant: 1)
          == alone.difference(of: place, policy: policy))
    }
  }

  @Test func `severity scales loss and nothing else`() async throws {
    let corners = try #require(try await Self.corners.value.variants.first)
    func mean(_ measure: String, _ variant: Int) throws -> Double {
      let place = try #require(corners.measures.firstIndex { $0.identifier == measure })
      return try #require(corners.estimate(of: place, policy: 1, variant: variant).mean)
    }
    let loss = "expected_annual_loss_usd"
    #expect(abs(try mean(loss, 1) / mean(loss, 0) - 100) < 1e-6)
    #expect(try mean("true_value_h", 0) == mean("true_value_h", 1))
    #expect(try mean("true_value_h", 0) != mean("true_value_h", 4))
  }

  @Test func `regret is the distance to the best and never negative on average`() async throws {
    let corners = try #require(try await Self.corners.value.variants.first)
    for variant in corners.names.indices {
      let ranking = corners.ranking(variant: variant)
      #expect(ranking.sorted() == Array(0..<4))
      let regrets = ranking.compactMap { corners.regret(policy: $0, variant: variant)?.mean }
      #expect(regrets.first == 0)
      #expect(zip(regrets, regrets.dropFirst()).allSatisfy { $0 <= $1 })
    }
    let won = corners.policies.indices.map { corners.variantsWon(by: $0).count }
    #expect(won.reduce(0, +) == 8)
  }

  @Test func `every rule is a variant, and the study's own is not simulated again`() async throws {
    var scenario = try TinyStudy.scenario()
    scenario.comparedRules = DecisionRule.allCases
    let study = try #require(VariantStudy.decisionRules(of: scenario))
    #expect(study.variants.map(\.name) == DecisionRule.allCases.map(\.rawValue))
    #expect(study.plans(StudyOptions()).count == DecisionRule.allCases.count - 1)
    let results = try await StudyRunner.run(scenario, options: StudyOptions(threads: 2))
    let rules = try #require(results.variants.first)
    let netValue = try #require(rules.netValue)
    #expect(
      rules.estimate(of: netValue, policy: 1, variant: 0)
        == results.estimate(of: "net_value_usd", policy: "board"))
    var bestResponse = try TinyStudy.scenario()
    bestResponse.behaviour.decisionRule = .bestResponse
    let alone = try await StudyRunner.run(bestResponse)
    let variant = try #require(rules.names.firstIndex(of: "bestResponse"))
    #expect(
      rules.estimate(of: netValue, policy: 1, variant: variant)
        == alone.estimate(of: "net_value_usd", policy: "board"))
    #expect(
      results.tables().map(\.name).suffix(2) == [
        "decision_rules", "decision_rules_conclusions",
      ])
  }

  @Test func `a conclusion holds if its sign is the same everywhere`() {
    func verdict(_ signs: [VariantResults.Sign]) -> VariantResults.Conclusion.Verdict {
      VariantResults.Conclusion(policy: 1, measure: 0, signs: signs).verdict
    }
    #expect(verdict([.higher, .higher]) == .holds)
    #expect(verdict([.lower, .higher, .undecided]) == .reverses)
    #expect(verdict([.lower, .undecided]) == .undecided)
    #expect(verdict([.undecided, .undecided]) == .none)
  }

  @Test func `tables have a row for every corner and policy`() async throws {
    let results = try await Self.corners.value
    let tables = try #require(results.variants.first).tables
    #expect(tables.map(\.name) == ["corners", "corners_conclusions"])
    #expect(tables[0].rows.count == 8 * 4)
    #expect(tables[1].rows.count == 8 * 3 * results.catalogue.headline.count)
    for table in tables {
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
      let key = table.primaryKey.compactMap(table.position)
      #expect(key.count == table.primaryKey.count)
      #expect(Set(table.rows.map { row in "\(key.map { row[$0] })" }).count == table.rows.count)
    }
  }
}
