import Incentives
import Testing
import WorkplaceModel

@testable import Measures

@Suite struct ReplicationRecorderTests {
  private func record(
    _ scenario: Scenario, policy: Int, ledgers: [WeekLedger]
  ) -> ReplicationRecord {
    var recorder = ReplicationRecorder(
      scenario, policy: policy, catalogue: MeasureCatalogue(scenario))
    for ledger in ledgers { recorder.add(ledger) }
    return recorder.record()
  }

  private func value(
    _ identifier: String, in record: ReplicationRecord, _ scenario: Scenario
  ) throws -> Double {
    record.measures[try #require(MeasureCatalogue(scenario).position(of: identifier))]
  }

  @Test func `only the evaluation window counts, the warm-up not even for weekly rows`() throws {
    let scenario = try SampleScenario.make(horizonWeeks: 6, evaluationWeeks: 4)
    let ledgers = (-1..<6).map { week in
      SampleLedger.week(week, values: Array(repeating: week < 2 ? 100 : Double(week), count: 4))
    }
    let record = record(scenario, policy: 0, ledgers: ledgers)
    #expect(record.weekly.count == 6)
    #expect(try value("true_value_h", in: record, scenario) == 3.5)
    #expect(record.totals.weeks == 4)
  }

  @Test func `a ratio over the window is a ratio of sums`() throws {
    let scenario = try SampleScenario.make(horizonWeeks: 2, evaluationWeeks: 2)
    var ledgers = [SampleLedger.week(0), SampleLedger.week(1)]
    ledgers[0].review = ReviewWeek(
      opened: 1, junk: 0, reviewed: 1, overdue: 0, waitHours: 10, caught: 0)
    ledgers[1].review = ReviewWeek(
      opened: 9, junk: 0, reviewed: 9, overdue: 0, waitHours: 0, caught: 0)
    let record = record(scenario, policy: 0, ledgers: ledgers)
    #expect(try value("review_wait_h", in: record, scenario) == 1)
  }

  @Test func `a policy without metrics has no metric quality, but is read by other dashboards`()
    throws
  {
    let scenario = try SampleScenario.make(horizonWeeks: 4, evaluationWeeks: 4)
    let catalogue = MeasureCatalogue(scenario)
    let scores: [[Double]] = [[40, 30, 20, 10], [1, 1, 0, 0], [1, 2, 3, 4]]
    let ledgers = (0..<4).map { SampleLedger.week($0, scores: scores) }
    let record = record(scenario, policy: 0, ledgers: ledgers)
    let tau = try #require(catalogue.position(of: "kendall_tau_b_coefficient"))
    let met = try #require(catalogue.position(of: "target_met_share"))
    #expect(record.measures[tau].isNaN)
    #expect(record.readings[1][tau] == 1)
    #expect(record.readings[2][tau] == -1)
    #expect(record.readings[1][met] == 0.5)
    #expect(record.readings[0][tau].isNaN)
  }

  @Test func `a metric missing in some weeks is averaged over the others`() throws {
    let scenario = try SampleScenario.make(horizonWeeks: 4, evaluationWeeks: 4)
    let absent = Array(repeating: Double.nan, count: 4)
    let ledgers = (0..<4).map { week in
      SampleLedger.week(
        week,
        scores: [week == 0 ? [4, 3, 2, 1] : absent, absent, week < 2 ? [1, 2, 3, 4] : absent])
    }
    let record = record(scenario, policy: 1, ledgers: ledgers)
    #expect(record.windowQualities[0].kendallTauB == 1)
    #expect(record.windowQualities[1].kendallTauB.isNaN)
    #expect(record.windowQualities[2].kendallTauB == -1)
  }

  @Test func `the annual loss has the mean of the expected annual loss`() throws {
    let scenario = try SampleScenario.make(horizonWeeks: 4, evaluationWeeks: 4)
    let ledgers = (0..<4).map { SampleLedger.busyWeek($0, phase: nil) }
    let record = record(scenario, policy: 0, ledgers: ledgers)
    let expected = try value("expected_annual_loss_usd", in: record, scenario)
    #expect(abs(record.annualLoss.mean / expected - 1) < 1e-12)
    let var95 = try value("var95_annual_loss_usd", in: record, scenario)
    let cvar95 = try value("cvar95_annual_loss_usd", in: record, scenario)
    #expect(expected < var95 && var95 < cvar95)
    #expect(record.incidents.count == 4)
  }

  @Test func `the worst-off tenth is found among people, not among weeks`() throws {
    let scenario = try SampleScenario.make(horizonWeeks: 2, evaluationWeeks: 2)
    let ledgers = (0..<2).map { week in
      var ledger = SampleLedger.week(week)
      // Each has a bad week and a good one, but employee 3 has two bad ones.
      ledger.states = (0..<4).map { employee in
        EmployeeWeekState(utility: employee == 3 ? 0 : employee % 2 == week ? -10 : 30)
      }
      return ledger
    }
    let record = record(scenario, policy: 0, ledgers: ledgers)
    #expect(try value("utility_h", in: record, scenario) == 7.5)
    // Means 0, 10, 10, 10: a tenth of the way through three steps.
    #expect(abs(try value("utility_p10_h", in: record, scenario) - 3) < 1e-12)
  }

  @Test func `the spread of each technique is fitted by itself`() throws {
    let scenario = try SampleScenario.make(horizonWeeks: 4, evaluationWeeks: 4)
    let ledgers = (0..<4).map { week in
      var ledger = SampleLedger.week(week)
      ledger.knowing = [2, 0, week, 0, 0, 0, 0, 0]
      return ledger
    }
    let record = record(scenario, policy: 1, ledgers: ledgers)
    let fitted = try #require(TechniqueSpread(fittedTo: [0, 0.25, 0.5, 0.75]))
    #expect(try value("discovery_loops_per_week", in: record, scenario) == fitted.discovery)
    #expect(try value("contagion_loops_per_week", in: record, scenario) == fitted.contagion)
    // Half of the people know top-ups from beginning to end, nobody knows padding.
    #expect(try value("contagion_top_up_per_week", in: record, scenario).isNaN)
    #expect(try value("contagion_padding_per_week", in: record, scenario).isNaN)
  }

  @Test func `a target that moves shows who held back`() throws {
    let scenario = try SampleScenario.make(horizonWeeks: 6, evaluationWeeks: 4)
    let ledgers = (0..<6).map { week in
      var phase = scenario.policies[2].phases[0]
      phase.scheme.targets[0].threshold = week < 3 ? 100 : 120
      let score = week < 3 ? 10.0 : 30
      let scores = Array(repeating: Array(repeating: score, count: 4), count: 3)
      return SampleLedger.week(week, scores: scores, phase: phase)
    }
    let record = record(scenario, policy: 2, ledgers: ledgers)
    #expect(abs(try value("sandbag_index_coefficient", in: record, scenario) - 1) < 1e-14)
  }

  @Test func `value that rises with the root of tokens has elasticity one half`() throws {
    let scenario = try SampleScenario.make(horizonWeeks: 4, evaluationWeeks: 4)
    let ledgers = (0..<4).map { week in
      var ledger = SampleLedger.week(week, values: [1, 2, 3, 0])
      for (employee, tokens) in [1.0, 4, 9, 50].enumerated() {
        ledger.truth[employee].honestTokens = tokens
      }
      return ledger
    }
    let record = record(scenario, policy: 0, ledgers: ledgers)
    #expect(abs(try value("token_elasticity_coefficient", in: record, scenario) - 0.5) < 1e-12)
    // Value 1, 2, 3 and 0: (-3·0 - 1 + 2 + 9) / (4 · 6).
    #expect(abs(try value("gini_value_coefficient", in: record, scenario) - 10 / 24.0) < 1e-14)
    #expect(abs(try value("top_decile_value_share", in: record, scenario) - 0.2) < 1e-14)
  }

  @Test func `audits are judged by what picks people`() throws {
    var scenario = try SampleScenario.make(horizonWeeks: 4, evaluationWeeks: 4)
    let scores: [[Double]] = [[40, 30, 20, 10], [1, 1, 0, 0], [1, 2, 3, 4]]
    let ledgers = (0..<4).map { week in
      var ledger = SampleLedger.week(week, scores: scores)
      ledger.truth[1].gamingTokens = 5
      return ledger
    }
    #expect(
      try value("audit_auc_share", in: record(scenario, policy: 2, ledgers: ledgers), scenario)
        .isNaN)
    scenario.policies[2].phases[0].scheme.audit = AuditRule(ratePerWeek: 0.1)
    #expect(
      try value("audit_auc_share", in: record(scenario, policy: 2, ledgers: ledgers), scenario)
        == 0.5)
    // Metric 0 of the scheme is tokens, by which the gamer is second of four.
    scenario.policies[2].phases[0].scheme.audit = AuditRule(
      ratePerWeek: 0.1, selection: .topOfMetric(0))
    let targeted = record(scenario, policy: 2, ledgers: ledgers)
    #expect(abs(try value("audit_auc_share", in: targeted, scenario) - 2 / 3.0) < 1e-15)
    // The policy's leading metric runs the other way.
    #expect(abs(try value("gaming_auc_share", in: targeted, scenario) - 1 / 3.0) < 1e-15)
  }

  @Test func `another policy in the study changes no figure`() throws {
    let scenario = try SampleScenario.make()
    let more = try SampleScenario.make(extraPolicies: [SampleScenario.policy("other", [2])])
    let ledgers = (0..<6).map {
      SampleLedger.busyWeek($0, phase: scenario.policies[1].phases[0])
    }
    let one = record(scenario, policy: 1, ledgers: ledgers)
    let two = record(more, policy: 1, ledgers: ledgers)
    #expect(zip(one.measures, two.measures).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
  }
}
