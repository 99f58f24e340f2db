import Testing
import WorkplaceModel

@testable import Measures

@Suite struct PeriodTotalsTests {
  @Test func `adding forgets no field`() throws {
    let scenario = try SampleScenario.make()
    var ledger = SampleLedger.busyWeek(0, phase: scenario.policies[1].phases[0])
    ledger.truth[1].defectsEscaped = 1
    ledger.truth[1].reviewHours = 1
    ledger.truth[1].reworkHours = 1
    ledger.truth[1].incidentHours = 1
    ledger.truth[1].buildingHours = 1
    let week = PeriodTotals(ledger, in: scenario)
    var doubled = week
    doubled += week
    let halves = Mirror(reflecting: week).children
    let wholes = Mirror(reflecting: doubled).children
    for (half, whole) in zip(halves, wholes) {
      switch (half.value, whole.value) {
      case (let half as Double, let whole as Double):
        #expect(half != 0)
        #expect(whole == 2 * half)
      case (let half as [Double], let whole as [Double]):
        #expect(half.contains { $0 != 0 })
        #expect(whole == half.map { 2 * $0 })
      case (let half as [WorkTotals], let whole as [WorkTotals]):
        #expect(whole[1].queueHours == 2 * half[1].queueHours)
        #expect(whole[1].sojournHours == 2 * half[1].sojournHours)
      default: Issue.record("a field that no test knows: \(half.label ?? "")")
      }
    }
  }

  @Test(arguments: handComputed)
  func `a hand-computed week`(identifier: String, expected: Double) throws {
    let scenario = try SampleScenario.make()
    let ledger = SampleLedger.busyWeek(0, phase: scenario.policies[1].phases[0])
    let totals = PeriodTotals(ledger, in: scenario)
    let measure = try #require(MeasureCatalogue(scenario).measure(identifier))
    guard case .ofWeeks(let formula) = measure.formula else {
      Issue.record("\(identifier) is not computed from weeks")
      return
    }
    #expect(abs(formula(totals) - expected) < 1e-10 * max(1, abs(expected)))
  }

  /// The week of `SampleLedger.busyWeek`, worked out by hand.
  private static let handComputed: [(String, Double)] = [
    ("tokens_per_person_week_tokens", 225),
    ("active_nominal_share", 0.75),
    ("active_real_share", 0.5),
    ("active_useful_share", 0.25),
    ("performative_gap_share", 0.5),
    ("true_value_h", 2.5),
    ("tokens_per_value_hour_tokens", 90),
    ("agent_work_share", 0.27586206896551724),
    ("gaming_people_share", 0.25),
    ("gaming_token_share", 0.6666666666666666),
    ("gaming_hours_share", 0.01694915254237288),
    ("mislabel_rate_share", 0.25),
    ("cherry_pick_rate_share", 0.25),
    ("hidden_error_rate_share", 0.125),
    ("easy_task_share", 0.4),
    ("using_swarms_share", 0.25),
    ("using_loops_share", 0),
    ("knowing_top_up_share", 0.25),
    ("knowing_loops_share", 0.5),
    ("promise_credibility_share", 0.25),
    ("sanctioned_share", 0.25),
    ("sanction_hours_h", 2),
    ("review_wait_h", 5),
    ("merged_unreviewed_share", 0.25),
    ("junk_change_share", 0.25),
    ("review_catch_share", 0.25),
    ("wait_urgent_ticket_h", 3),
    ("queue_length_urgent_ticket_count", 2),
    ("wait_probability_urgent_ticket_share", 0.4),
    ("sojourn_urgent_ticket_h", 8),
    ("incidents_per_year_count", 130),
    ("agent_incidents_per_year_count", 104),
    ("incidents_realised_per_year_count", 52),
    ("realised_annual_loss_usd", 46800),
    ("gaming_incident_share", 0.5),
    ("expected_annual_loss_usd", 150800),
    ("gaming_annual_loss_usd", 75400),
    ("exposed_calls_count", 0.7),
    // 4 of 10 calls a class reach something; a call is half a million of the sample's hours; the
    // weights are 3 of 0.01, 5.125, 1 and twice 10.28125.
    ("weighted_exposure_h", 13_358_750),
    ("blast_radius_usd", 200),
    ("gaming_loss_share", 0.5),
    ("review_saturation_share", 0.4),
    ("review_load_ratio", 0.75),
    ("incidents_bad_deploy_per_year_count", 26),
    ("audits_per_week_count", 4),
    ("audit_detection_share", 0.5),
    ("audit_precision_share", 0.5),
    ("false_positive_share", 0.5),
    ("value_worth_usd", 250),
    ("token_cost_usd", 15),
    ("incident_cost_usd", 725),
    ("audit_cost_usd", 10),
    ("bonus_cost_usd", 25),
    ("overhead_cost_usd", 3),
    ("net_value_usd", -534),
    // Half a leaver is expected at 0.48 hours of $100; the one who left cost $8.
    ("attrition_cost_usd", 6),
    ("attrition_cost_realised_usd", 2),
    ("utility_h", 2.5),
    ("effort_ratio", 0.25),
    ("effort_cost_h", 0.125),
    ("motivation_ratio", 0.75),
    ("fatigue_coefficient", 0.25),
    ("trust_share", 0.5),
    ("automation_h", 0.25),
    ("attrition_per_year_ratio", 6.5),
    ("leavers_per_year_ratio", 13),
    // Eight hours with agents each; employees 0 and 3 are slower with them.
    ("slowed_agent_hours_h", 4),
    ("performative_agent_hours_h", 1.5),
    ("audit_recall_share", 1),
    ("audit_f1_coefficient", 0.6666666666666666),
    ("audit_hit_ratio", 2),
    ("cost_per_detection_usd", 40),
    ("honest_audits_per_week_count", 2),
    ("gaming_token_cost_usd", 10),
  ]

  @Test func `what divides by nothing is undefined, not zero`() throws {
    let scenario = try SampleScenario.make()
    let totals = PeriodTotals(SampleLedger.week(0), in: scenario)
    for identifier in [
      "hidden_error_rate_share", "review_wait_h", "gaming_token_share", "wait_feature_h",
      "false_positive_share", "utility_h", "trust_share", "performative_agent_hours_h",
      "audit_recall_share", "cost_per_detection_usd",
    ] {
      let measure = try #require(MeasureCatalogue(scenario).measure(identifier))
      guard case .ofWeeks(let formula) = measure.formula else { continue }
      #expect(formula(totals).isNaN, "\(identifier)")
    }
  }

  @Test func `overhead is paid only while somebody is measured`() throws {
    let scenario = try SampleScenario.make()
    let without = PeriodTotals(
      SampleLedger.week(0, phase: scenario.policies[0].phases[0]), in: scenario)
    let with = PeriodTotals(
      SampleLedger.week(0, phase: scenario.policies[1].phases[0]), in: scenario)
    #expect(without.measuredPersonWeeks == 0)
    #expect(with.measuredPersonWeeks == 4)
  }
}
