import WorkplaceModel

extension Measure {
  /// How techniques spread and people move each other.
  static let spreads: [Measure] =
    Technique.allCases.flatMap(spread(of:)) + [
      Measure(
        "social_multiplier_ratio", "Social multiplier of gaming", .ratio, .gaming, .lower,
        "Root of the variance between teams of the share who gamed over a four-week block, over the "
          + "variance if people acted independently: 1/(1 - b) where each leans towards the team with "
          + "feedback b, 1 without influence. Teams that differ in kind raise it too.",
        source: "1 / (1 - dp/dp_own), MODEL 4; Glaeser, Sacerdote and Scheinkman 1996, 2003",
        formula: .ofWindow { $0.blocks.socialMultiplier }),
      Measure(
        "sandbag_index_coefficient", "Sandbagging", .coefficient, .gaming, .lower,
        "Correlation over weeks of the mean leading metric with whether the week lies after a reset "
          + "of the target, within four weeks of resets; missing if targets stay or move every week.",
        source: "corr(output, 1{t > target reset}), MODEL 4; Oyer 1998",
        formula: .ofWindow { $0.sandbagging }),
      Measure(
        "token_elasticity_coefficient", "Elasticity of value in tokens", .coefficient, .truth,
        .higher,
        "Slope of ln(true value) in ln(tokens) over the employees who have both, by four-week block.",
        source: "MODEL 4; Jellyfish 2026, about 0.3",
        formula: .ofWindow { $0.blocks.tokenElasticity }),
    ]

  private static func spread(of technique: Technique) -> [Measure] {
    let column = columnName(of: technique.name)
    return [
      Measure(
        "discovery_\(column)_per_week", "Discovery: \(technique.summary)", .perWeek, .gaming,
        .lower,
        "Weekly hazard p of discovering the technique (\(technique.summary)), fitted over the "
          + "horizon to the share I who know it: -ln((1 - I') / (1 - I)) = p + q I.",
        source: "Bass 1969; weekly chain of MODEL 1.8",
        formula: .ofWindow { $0.spreads[technique.rawValue]?.discovery ?? .nan }),
      Measure(
        "contagion_\(column)_per_week", "Contagion: \(technique.summary)", .perWeek, .gaming,
        .lower,
        "Weekly hazard q of learning the technique (\(technique.summary)) if all others knew it, "
          + "in the same fit.",
        source: "Bass 1969; Dimmock, Gerken and Graham 2018",
        formula: .ofWindow { $0.spreads[technique.rawValue]?.contagion ?? .nan }),
    ]
  }

  /// How unequally credit is spread by the metric and by truth.
  static let credits: [Measure] = [
    Measure(
      "gini_value_coefficient", "Gini of true value", .coefficient, .ranking, .neutral,
      "Gini coefficient of employees' true value over a four-week block, losses counted as nothing.",
      source: "value credit, MODEL 4; Gini 1912",
      formula: .ofWindow { $0.blocks.valueGini }),
    Measure(
      "top_decile_value_share", "True value of the top 10 %", .share, .ranking, .neutral,
      "Share of true value that the top tenth of employees make over a four-week block.",
      source: "value credit, MODEL 4",
      formula: .ofWindow { $0.blocks.topDecileValue }),
    Measure(
      "gini_metric_coefficient", "Gini of the leading metric", .coefficient, .ranking, .neutral,
      "Gini coefficient of the leading metric over employees, by four-week block; missing for a "
        + "metric that can be negative.",
      source: "metric credit, MODEL 4; Gini 1912",
      formula: .ofQuality { $0.scoreGini }),
    Measure(
      "top_decile_metric_share", "Metric of the top 10 %", .share, .ranking, .neutral,
      "Share of the leading metric's total that its top tenth of employees hold, by four-week block.",
      source: "metric credit, MODEL 4",
      formula: .ofQuality { $0.topDecileScoreShare }),
    Measure(
      "credit_inequality_ratio", "Inequality of metric over value", .ratio, .ranking, .lower,
      "Gini coefficient of the leading metric over that of true value, by four-week block; above 1 "
        + "if the metric gives credit more unequally than it is earned.",
      source: "metric credit relative to value credit, MODEL 4",
      formula: .ofQuality { $0.creditInequality }),
  ]

  /// How well audits find gaming, and whom they burden.
  static let detections: [Measure] = [
    Measure(
      "audit_recall_share", "Gamers detected", .share, .risk, .higher,
      "Gamers detected over all person-weeks with gaming tokens, audited or not.",
      source: "recall TP / (TP + FN), MODEL 4",
      formula: .ofWeeks { $0.audits > 0 ? $0.detection.recall : .nan }),
    Measure(
      "audit_f1_coefficient", "F1 of accusations", .coefficient, .risk, .higher,
      "Harmonic mean of the precision and the recall of accusations.",
      source: "F1, MODEL 4",
      formula: .ofWeeks { $0.audits > 0 ? $0.detection.f1 : .nan }),
    Measure(
      "audit_hit_ratio", "Hit rate over that of uniform audits", .ratio, .risk, .higher,
      "Share of audits that meet a gamer, over the share of gamers among all: what targeting adds "
        + "to uniform audits of the same budget.",
      source: "targeted against uniform audits, MODEL 4",
      formula: .ofWeeks {
        ($0.auditsOfGamers / $0.audits) / ($0.tokenGamers / $0.personWeeks)
      }),
    Measure(
      "audit_auc_share", "ROC-AUC of audit targeting", .share, .risk, .higher,
      "Probability that the metric by which people are picked for audits is higher for one who burnt "
        + "tokens for it than for one who did not, ties counting half, by four-week block; 0.5 for "
        + "audits at random, missing without audits.",
      source: "ROC-AUC of the targeting score, MODEL 4; Hanley and McNeil 1982",
      formula: .ofTargeting({ $0.gamingDiscrimination }, atRandom: 0.5)),
    Measure(
      "gaming_auc_share", "ROC-AUC of the leading metric", .share, .risk, .neutral,
      "The same for the leading metric, whether or not it picks people for audits.",
      source: "ROC-AUC, MODEL 4; Hanley and McNeil 1982",
      formula: .ofQuality { $0.gamingDiscrimination }),
    Measure(
      "cost_per_detection_usd", "Audit cost per gamer detected", .usd, .risk, .lower,
      "Cost of audits over gamers detected.",
      source: "cost per true positive, MODEL 4",
      formula: .ofWeeks { $0.auditsCaught > 0 ? $0.auditCost / $0.auditsCaught : .nan }),
    Measure(
      "honest_audits_per_week_count", "Audits of honest people a week", .count, .risk, .lower,
      "Employees audited per week who burnt no token for a metric.",
      source: "honest burden, MODEL 4",
      formula: .ofWeeks { ($0.audits - $0.auditsOfGamers) / $0.weeks }),
  ]
}

extension PeriodTotals {
  /// Accusations against what audits look for.
  var detection: Detection {
    Detection(
      truePositives: auditsCaught, falsePositives: falsePositives,
      falseNegatives: tokenGamers - auditsCaught)
  }
}
