extension Measure {
  /// What was really achieved.
  static let truths: [Measure] = [
    Measure(
      "true_value_h", "True value", .hours, .truth, .higher,
      "Standard hours of surviving work per person-week: credited on acceptance, taken back when a "
        + "defect surfaces, credited again when it is mended.",
      source: "V of MODEL 1.3",
      formula: .ofWeeks { $0.value / $0.personWeeks }),
    Measure(
      "active_real_share", "Weekly active, real", .share, .truth, .higher,
      "Person-weeks with at least one day on which agents were used for work, over all.",
      source: "real against nominal adoption, MODEL 4",
      formula: .ofWeeks { $0.realActive / $0.personWeeks }),
    Measure(
      "active_useful_share", "Weekly active, useful", .share, .truth, .higher,
      "Person-weeks with at least one day on which an agent did an item faster than by hand.",
      source: "useful against nominal adoption, MODEL 4",
      formula: .ofWeeks { $0.usefulActive / $0.personWeeks }),
    Measure(
      "performative_gap_share", "Performative gap", .share, .truth, .lower,
      "Nominal less useful weekly active share.",
      source: "MODEL 4",
      formula: .ofWeeks { ($0.nominalActive - $0.usefulActive) / $0.personWeeks }),
    Measure(
      "tokens_per_value_hour_tokens", "Tokens per hour of value", .tokens, .truth, .lower,
      "Tokens over standard hours of surviving work; missing if no work survived.",
      source: "MODEL 4; Jellyfish 2026 on output against tokens",
      formula: .ofWeeks { $0.value > 0 ? $0.tokens / $0.value : .nan }),
    Measure(
      "agent_work_share", "Work done with agents", .share, .truth, .neutral,
      "Hours of tasks and messages done with agents over all hours of tasks and messages.",
      formula: .ofWeeks {
        ($0.agentHours + $0.agentMessageHours) / ($0.agentHours + $0.manualHours + $0.messageHours)
      }),
    Measure(
      "tasks_finished_count", "Tasks finished", .count, .truth, .neutral,
      "Tasks handed over per person-week.",
      formula: .ofWeeks { $0.tasksFinished / $0.personWeeks }),
    Measure(
      "defects_escaped_count", "Defects escaped", .count, .truth, .lower,
      "Defects that reached acceptance, per person-week.",
      formula: .ofWeeks { $0.defectsEscaped / $0.personWeeks }),
  ]

  /// How people spend their time and fare.
  static let people: [Measure] = [
    perPersonWeek("manual_hours_h", "Task work by hand", \.manualHours),
    perPersonWeek("agent_hours_h", "Task work with agents", \.agentHours),
    perPersonWeek("message_hours_h", "Messages", \.messageHours),
    perPersonWeek("review_hours_h", "Reviewing", \.reviewHours),
    perPersonWeek("rework_hours_h", "Rework", \.reworkHours),
    perPersonWeek("incident_hours_h", "Repairing incidents", \.incidentHours),
    perPersonWeek("gaming_hours_h", "Gaming", \.gamingHours),
    Measure(
      "promise_credibility_share", "Credibility of the promise", .share, .people, .higher,
      "Mean belief that the promise not to use the metric in reviews is kept.",
      source: "Beta-Bernoulli belief, MODEL 1.7",
      formula: .ofWeeks { $0.credibility / $0.personWeeks }),
    Measure(
      "sanctioned_share", "Sanctioned", .share, .people, .lower,
      "Person-weeks with a sanction over all person-weeks.",
      source: "MODEL 4, detectability",
      formula: .ofWeeks { $0.sanctioned / $0.personWeeks }),
    Measure(
      "sanction_hours_h", "Sanctions", .hours, .people, .lower,
      "Sanctions imposed, in hours of pay per person-week.",
      source: "Becker 1968",
      formula: .ofWeeks { $0.sanctionHours / $0.personWeeks }),
    Measure(
      "never_gamer_percentile_share", "Standing of those who never game", .share, .people, .higher,
      "Mean percentile, by the leading metric, of the employees who never game, by four-week block; "
        + "its difference from the baseline is the honest-worker penalty.",
      source: "honest-worker penalty, MODEL 4",
      formula: .ofQuality { $0.neverGamerPercentile }),
  ]

  private static func perPersonWeek(
    _ identifier: String, _ title: String, _ sum: any KeyPath<PeriodTotals, Double> & Sendable
  ) -> Measure {
    Measure(
      identifier, "Hours: \(title.lowercased())", .hours, .people, .neutral,
      "Hours per person-week spent on: \(title.lowercased()).",
      formula: .ofWeeks { $0[keyPath: sum] / $0.personWeeks })
  }
}
