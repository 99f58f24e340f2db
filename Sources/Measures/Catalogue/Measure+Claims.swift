extension Measure {
  /// What the dashboard shows.
  static let claims: [Measure] = [
    Measure(
      "tokens_per_person_week_tokens", "Tokens per person-week", .tokens, .claim, .neutral,
      "Tokens of all classes, work and gaming alike, per employee and week.",
      source: "DATA: token counts of public leaderboards",
      formula: .ofWeeks { $0.tokens / $0.personWeeks }),
    Measure(
      "active_nominal_share", "Weekly active, nominal", .share, .claim, .neutral,
      "Person-weeks with at least one active day in telemetry, over all person-weeks.",
      source: "weekly active users as dashboards count them",
      formula: .ofWeeks { $0.nominalActive / $0.personWeeks }),
    Measure(
      "leading_metric_score", "Leading metric, mean", .score, .claim, .neutral,
      "Mean over person-weeks of the policy's leading metric, in the metric's own unit.",
      source: "what the policy's own dashboard reports",
      formula: .ofDashboard { $0.score / $0.scored }),
    Measure(
      "target_met_share", "Target met", .share, .claim, .neutral,
      "Person-weeks whose value of the target's metric reaches the threshold, over those with a "
        + "value.",
      source: "what the policy's own dashboard reports",
      formula: .ofDashboard { $0.targetMet / $0.targetScored }),
  ]
}
