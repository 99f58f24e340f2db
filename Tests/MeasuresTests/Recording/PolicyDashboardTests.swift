import Incentives
import Testing
import WorkplaceModel

@testable import Measures

@Suite struct PolicyDashboardTests {
  @Test func `without metrics there is no dashboard`() throws {
    let scenario = try SampleScenario.make()
    #expect(PolicyDashboard(of: scenario.policies[0], in: scenario) == nil)
  }

  @Test func `a board leads before a target`() throws {
    let scenario = try SampleScenario.make()
    let dashboard = try #require(PolicyDashboard(of: scenario.policies[1], in: scenario))
    #expect(dashboard.metric == 0)
    #expect(dashboard.target == .init(metric: 1, threshold: 0.5, isCondition: true))
  }

  @Test func `a reward leads before a board`() throws {
    let scenario = try SampleScenario.make()
    let dashboard = try #require(PolicyDashboard(of: scenario.policies[2], in: scenario))
    #expect(dashboard.metric == 2)
    #expect(dashboard.target == .init(metric: 0, threshold: 100, isCondition: false))
  }

  @Test func `without a target a lump sum says what is to be reached`() throws {
    let scenario = try SampleScenario.make()
    var policy = scenario.policies[2]
    policy.phases[0].scheme.targets = []
    #expect(PolicyDashboard(of: policy, in: scenario)?.target == nil)
    policy.phases[0].scheme.rewards.append(
      Reward(metric: 0, kind: .threshold(at: 50), weightHours: 1))
    #expect(
      PolicyDashboard(of: policy, in: scenario)?.target
        == .init(metric: 0, threshold: 50, isCondition: false))
  }

  @Test func `how people are picked for audits belongs to the dashboard`() throws {
    let scenario = try SampleScenario.make()
    var policy = scenario.policies[1]
    #expect(PolicyDashboard(of: policy, in: scenario)?.auditing == nil)
    policy.phases[0].scheme.audit = AuditRule(ratePerWeek: 0.1)
    #expect(PolicyDashboard(of: policy, in: scenario)?.auditing == .random)
    // The scheme's second metric is the scenario's first.
    policy.phases[0].scheme.audit?.selection = .topOfMetric(1)
    #expect(PolicyDashboard(of: policy, in: scenario)?.auditing == .metric(0))
  }

  @Test func `a board that was withdrawn is still the policy's dashboard`() throws {
    let scenario = try SampleScenario.make()
    var policy = scenario.policies[1]
    var withdrawn = policy.phases[0]
    withdrawn.startWeek = 3
    withdrawn.scheme = .none
    withdrawn.metricIndices = []
    policy.phases.append(withdrawn)
    #expect(PolicyDashboard(of: policy, in: scenario)?.metric == 0)
  }

  @Test func `scores and targets are counted where they exist`() {
    let dashboard = PolicyDashboard(
      metric: 0, target: .init(metric: 2, threshold: 100, isCondition: false))
    let ledger = SampleLedger.week(
      0, scores: [[10, .nan, 20, 30], [0, 0, 1, 1], [99.9, 100, 110, 111]])
    let totals = DashboardTotals(dashboard, of: ledger)
    #expect(totals.score == 60)
    #expect(totals.scored == 3)
    #expect(totals.targetScored == 4)
    #expect(totals.targetMet == 3)
    #expect(totals.targetNear == 2)
  }

  @Test func `nothing bunches at a condition`() {
    let dashboard = PolicyDashboard(
      metric: 0, target: .init(metric: 1, threshold: 0.5, isCondition: true))
    let ledger = SampleLedger.week(0, scores: [[1, 2, 3, 4], [0, 0, 1, 1], [1, 1, 1, 1]])
    let totals = DashboardTotals(dashboard, of: ledger)
    #expect(totals.targetMet == 2)
    #expect(totals.targetNear.isNaN)
  }
}
