extension Measure {
  /// What the policy's incentives and its gaming do, against the same replication without them.
  ///
  /// Missing in a study that runs no counterfactuals.
  static let distortions: [Measure] =
    congruities + optimisations + effects + burdens + risksOfGaming

  private static let congruities: [Measure] = [
    Measure(
      "ex_ante_congruity_coefficient", "Congruity before it counts", .coefficient, .ranking,
      .higher,
      "Congruity of the leading metric in the same replication with the metric unobserved.",
      source: "Baker angle at the no-metric point, MODEL 4; Baker 2002",
      formula: .ofCounterfactuals { $0.exAnteCongruity }),
    Measure(
      "realised_distortion_coefficient", "Realised distortion", .coefficient, .truth, .lower,
      "1 - (dV/|da|) / (dV*/|da*|): change of mean value per unit of change of mean hours by use, "
        + "over that of the value-maximising change of equal cost, costs being the inverse covariance "
        + "of hours. 0 aligned, 1 orthogonal, above 1 harmful, against the metric unobserved.",
      source: "DI of MODEL 4; Baker 2002, normalised",
      formula: .ofCounterfactuals { $0.realisedDistortion }),
    Measure(
      "correlation_decay_coefficient", "Correlation lost", .coefficient, .ranking, .lower,
      "Correlation of the leading metric with true value where nobody sees the metric, less the same "
        + "under the policy, by four-week block.",
      source: "Campbell 1979; Frankel and Kartik 2019",
      formula: .ofCounterfactuals { $0.correlationDecay }),
    Measure(
      "tau_decay_coefficient", "Kendall tau-b lost", .coefficient, .ranking, .lower,
      "Tau-b of the leading metric with true value where nobody sees the metric, less the same under "
        + "the policy, by four-week block.",
      source: "Campbell 1979; Kendall 1945",
      formula: .ofCounterfactuals { $0.rankCorrelationDecay }),
    Measure(
      "campbell_half_life_weeks", "Campbell half-life", .weeks, .ranking, .higher,
      "Weeks until the correlation of the leading metric with true value, by four-week block, has "
        + "fallen to half of its mean with the metric unobserved; missing if it does not in the "
        + "horizon.",
      source: "MODEL 4; Campbell 1979",
      formula: .ofCounterfactuals { $0.campbellHalfLife }),
  ]

  private static let optimisations: [Measure] = [
    Measure(
      "goodhart_gap_coefficient", "Goodhart gap", .coefficient, .truth, .lower,
      "Gain of the mean leading metric over the metric unobserved in standard deviations over "
        + "employees there, less the same of true value; mean over the evaluation window.",
      source: "GG of MODEL 4; Goodhart 1975; Gao, Schulman and Hilton 2022",
      formula: .ofCounterfactuals { $0.goodhartGap }),
    Measure(
      "cumulative_goodhart_gap_coefficient", "Cumulative Goodhart gap", .coefficient, .truth,
      .lower,
      "Sum of the Goodhart gap over the weeks of the horizon.",
      source: "MODEL 4; Gao, Schulman and Hilton 2022",
      formula: .ofCounterfactuals { $0.cumulativeGoodhartGap }),
    Measure(
      "profile_divergence_coefficient", "Optimisation pressure", .coefficient, .gaming, .neutral,
      "d = sqrt(KL) of the distribution of chosen profiles from that with the metric unobserved, "
        + "half a person-week added to every profile seen in either.",
      source: "over-optimisation curve, MODEL 4; Gao, Schulman and Hilton 2022",
      formula: .ofCounterfactuals { $0.profileDivergence }),
    Measure(
      "bunching_mass_ratio", "Bunching above the target", .ratio, .gaming, .lower,
      "Person-weeks within one tenth above the threshold less those with the metric unobserved, over "
        + "the latter's mean in a bin of one twentieth.",
      source: "Saez 2010; Kleven and Waseem 2013, with an exact counterfactual",
      formula: .ofCounterfactuals { $0.bunchingMass }),
    Measure(
      "missing_mass_ratio", "Missing mass below the target", .ratio, .gaming, .lower,
      "Person-weeks within one tenth below the threshold with the metric unobserved less those under "
        + "the policy, in the same unit.",
      source: "Kleven and Waseem 2013, with an exact counterfactual",
      formula: .ofCounterfactuals { $0.missingMass }),
    Measure(
      "fitted_bunching_mass_ratio", "Bunching by polynomial", .ratio, .gaming, .lower,
      "The same against a polynomial of degree 5 fitted to the policy's own distribution outside one "
        + "tenth around the threshold: what an observer without a counterfactual would estimate.",
      source: "Chetty, Friedman, Olsen and Pistaferri 2011",
      formula: .ofCounterfactuals { $0.fittedBunchingMass }),
  ]

  private static let effects: [Measure] = [
    Measure(
      "value_gain_h", "Value gained by the metric", .hours, .truth, .higher,
      "True value less the same with the metric unobserved, per person-week.",
      source: "ordinate of the over-optimisation curve, MODEL 4",
      formula: .ofCounterfactuals { $0.valueGain }),
    Measure(
      "net_value_gain_usd", "Net value gained by the metric", .usd, .cost, .higher,
      "Net value less the same with the metric unobserved, per person-week.",
      source: "MODEL 1.11",
      formula: .ofCounterfactuals { $0.netValueGain }),
    Measure(
      "net_value_lost_to_gaming_usd", "Net value lost to gaming", .usd, .cost, .lower,
      "Net value of the same policy with gaming unavailable less that of the policy, per person-week.",
      source: "MODEL 1.11",
      formula: .ofCounterfactuals { $0.gamingCost }),
    Measure(
      "displaced_work_h", "Displaced work", .hours, .gaming, .lower,
      "Task hours by hand and with agents with the metric unobserved less those under the policy, "
        + "per person-week.",
      source: "displaced work, MODEL 4; Holmström and Milgrom 1991",
      formula: .ofCounterfactuals { $0.displacedWork }),
    Measure(
      "marginal_token_elasticity_coefficient", "Marginal elasticity of value in tokens",
      .coefficient, .truth, .higher,
      "ln(V/V0) / ln(T/T0) with value and tokens under the policy and with the metric unobserved.",
      source: "marginal tokens per value, MODEL 4; Jellyfish 2026",
      formula: .ofCounterfactuals { $0.marginalTokenElasticity }),
    Measure(
      "easy_task_excess_share", "Ease of chosen tasks", .share, .gaming, .lower,
      "Share of easy tasks among those finished less the same with the metric unobserved.",
      source: "mean ease of chosen minus available tasks, MODEL 4; Dranove et al. 2003",
      formula: .ofCounterfactuals { $0.easyTaskExcess }),
    Measure(
      "claimed_value_h", "Claimed value", .hours, .claim, .neutral,
      "Value inferred from the leading metric by the regression of value on it over employees with "
        + "the metric unobserved, per person-week: what the metric stands for before it counts. A "
        + "metric that only ranks people, such as a z score, claims no more than was there.",
      source: "dashboard illusion, MODEL 4",
      formula: .ofCounterfactuals { $0.claimedValue }),
    Measure(
      "dashboard_illusion_ratio", "Dashboard illusion", .ratio, .claim, .lower,
      "Claimed value over the true value of the same people. 1 without illusion.",
      source: "dashboard illusion, MODEL 4",
      formula: .ofCounterfactuals { $0.dashboardIllusion }),
  ]

  private static let burdens: [Measure] = [
    Measure(
      "rat_race_waste_h", "Rat-race waste", .hours, .people, .lower,
      "Hours of gaming plus cost of effort in hours of pay, less the same with the metric "
        + "unobserved, per person-week.",
      source: "MODEL 4; Frank 1985; Hopkins and Kornienko 2004",
      formula: .ofCounterfactuals { $0.ratRaceWaste }),
    Measure(
      "honest_worker_penalty_share", "Honest-worker penalty", .share, .people, .lower,
      "Mean percentile by the leading metric of those who never game, with gaming unavailable, less "
        + "the same under the policy.",
      source: "honest-worker penalty, MODEL 4",
      formula: .ofCounterfactuals { $0.honestWorkerPenalty }),
  ]

  private static let risksOfGaming: [Measure] = [
    Measure(
      "annual_loss_added_by_gaming_usd", "Annual loss added by gaming", .usd, .risk, .lower,
      "Expected annual loss less the same with gaming unavailable, congestion of reviews included.",
      source: "gaming-attributable risk EAL - EAL0, MODEL 4",
      formula: .ofCounterfactuals { $0.gamingLoss }),
    Measure(
      "risk_elasticity_coefficient", "Elasticity of risk in activity", .coefficient, .risk, .lower,
      "ln(EAL/EAL0) / ln(n/n0) of expected annual loss in agents' tool calls, against the metric "
        + "unobserved: 1 if proportional, above 1 with congestion.",
      source: "risk elasticity, MODEL 4",
      formula: .ofCounterfactuals { $0.riskElasticity }),
  ]
}
