import WorkplaceModel

extension Measure {
  /// What goes wrong, and what it may cost.
  static func risks(_ basis: MeasureBasis) -> [Measure] {
    intensities(basis) + annualLosses(basis)
      + IncidentClass.allCases.map { kind in
        Measure(
          "incidents_\(columnName(of: kind.name))_per_year_count", "Incidents a year: \(kind.name)",
          .count, .risk, .lower,
          "Expected incidents of the class per year of \(Int(weeksPerYear)) weeks, whole "
            + "organisation.",
          source: "MODEL 1.10",
          formula: .ofWeeks { $0.perYear($0.expectedIncidents[kind.rawValue]) })
      } + audits
  }

  private static func intensities(_ basis: MeasureBasis) -> [Measure] {
    [
      Measure(
        "incidents_per_year_count", "Incidents a year", .count, .risk, .lower,
        "Expected number of incidents, given what people and agents did, per year of "
          + "\(Int(weeksPerYear)) weeks, whole organisation. Realised incidents are a Poisson draw "
          + "around it.",
        source: "incident intensity, MODEL 1.10",
        formula: .ofWeeks { $0.perYear($0.expectedIncidents.reduce(0, +)) }),
      Measure(
        "incidents_realised_per_year_count", "Incidents a year, realised", .count, .risk, .lower,
        "Incidents that happened, per year, whole organisation.",
        formula: .ofWeeks { $0.perYear($0.incidents.reduce(0, +)) }),
      Measure(
        "realised_annual_loss_usd", "Annual loss, realised", .usd, .risk, .lower,
        "Loss of the incidents that happened, per year, whole organisation.",
        formula: .ofWeeks { $0.perYear($0.incidentLoss) }),
      Measure(
        "agent_incidents_per_year_count", "Agents' incidents a year", .count, .risk, .lower,
        "Expected incidents that agents cause, defects of deployed work left out, per year, whole "
          + "organisation.",
        source: "incident intensity, MODEL 1.10",
        formula: .ofWeeks {
          $0.perYear($0.expectedIncidents.reduce(0, +) - $0.expectedDefectIncidents)
        }),
      Measure(
        "gaming_incident_share", "Incidents from gaming", .share, .risk, .lower,
        "Expected incidents that gaming actions carry, over all expected incidents.",
        source: "gaming-attributable risk, MODEL 4",
        formula: .ofWeeks {
          $0.expectedGamingIncidents.reduce(0, +) / $0.expectedIncidents.reduce(0, +)
        }),
      Measure(
        "tool_calls_count", "Tool calls", .count, .risk, .neutral,
        "Tool calls by agents per person-week.",
        formula: .ofWeeks { $0.toolCalls.reduce(0, +) / $0.personWeeks }),
      Measure(
        "exposed_calls_count", "Exposed irreversible calls", .count, .risk, .lower,
        "Irreversible tool calls that reach something they can harm and no sandbox absorbs, per "
          + "person-week: calls times irreversible share times breadth times (1 - sandbox).",
        source: "permission-weighted exposure, MODEL 4",
        formula: .ofWeeks { $0.exposedCalls / $0.personWeeks }),
      Measure(
        "weighted_exposure_h", "Permission-weighted exposure", .hours, .risk, .lower,
        "Agent-hours per person-week, weighted by what a call of their permission class may cost "
          + "and counted as far as permissions reach and no sandbox absorbs. An agent-hour makes "
          + "the tool calls of a mean hour of assisted work, so unattended runs count too. Weights "
          + "are irreversible share times mean severity, scaled so that reading counts 0.01 and "
          + "deploying 1.",
        source: "permission-weighted exposure hours, MODEL 4",
        formula: .ofWeeks { basis.exposureHours(of: $0.reachingCalls) / $0.personWeeks }),
      Measure(
        "blast_radius_usd", "Blast radius", .usd, .risk, .lower,
        "Mean loss of the worst 1 % of the incidents that agents cause, limits included, given how "
          + "often each class occurs under the permissions in force.",
        source: "MODEL 4; Acerbi and Tasche 2002",
        formula: .ofWeeks { basis.agentIncidents(of: $0).worstMean(share: 0.01) }),
      Measure(
        "review_saturation_share", "Review saturated", .share, .risk, .lower,
        "Team-weeks whose changes ask for more than 95 % of the hours there are for reviews, over "
          + "all team-weeks.",
        source: "share of time with a utilisation above 0.95, MODEL 4",
        formula: .ofWeeks { $0.reviewSaturatedWeeks / $0.reviewTeamWeeks }),
      Measure(
        "review_load_ratio", "Review load", .ratio, .risk, .lower,
        "Hours of review that opened changes ask for, over the hours there are for reviews.",
        source: "utilisation of queueing theory",
        formula: .ofWeeks { $0.reviewHoursAsked / $0.reviewHoursGranted }),
    ]
  }

  private static func annualLosses(_ basis: MeasureBasis) -> [Measure] {
    [
      Measure(
        "expected_annual_loss_usd", "Expected annual loss", .usd, .risk, .lower,
        "Sum over classes of expected incidents a year times the mean loss of one, limit included.",
        source: "EAL = sum of Lambda E[X], MODEL 4",
        formula: .ofWeeks { $0.perYear(basis.expectedLoss(of: $0.expectedIncidents)) }),
      Measure(
        "gaming_annual_loss_usd", "Expected annual loss from gaming", .usd, .risk, .lower,
        "The part of the expected annual loss that gaming actions carry.",
        source: "gaming-attributable risk, MODEL 4",
        formula: .ofWeeks { $0.perYear(basis.expectedLoss(of: $0.expectedGamingIncidents)) }),
      Measure(
        "gaming_loss_share", "Loss from gaming", .share, .risk, .lower,
        "The part of the expected annual loss that gaming actions carry, over all of it. What "
          + "gaming does to the review of other people's changes is not in it: that is the "
          + "difference to the same people without gaming.",
        source: "gaming-attributable risk, MODEL 4",
        formula: .ofWeeks {
          basis.expectedLoss(of: $0.expectedGamingIncidents)
            / basis.expectedLoss(of: $0.expectedIncidents)
        }),
      Measure(
        "var95_annual_loss_usd", "VaR 95 of annual loss", .usd, .risk, .lower,
        "The loss that 95 % of years do not exceed: compound Poisson with limited lognormal losses "
          + "at the replication's annual intensities.",
        source: "Panjer 1981; Grübel and Hermesmeier 1999",
        formula: .ofWindow { $0.risk.tail95.valueAtRisk }),
      Measure(
        "cvar95_annual_loss_usd", "CVaR 95 of annual loss", .usd, .risk, .lower,
        "Mean loss of the worst 5 % of years, with the exact mean of the distribution.",
        source: "Rockafellar and Uryasev 2000; MODEL 4",
        formula: .ofWindow { $0.risk.tail95.expectedShortfall }),
      Measure(
        "var99_annual_loss_usd", "VaR 99 of annual loss", .usd, .risk, .lower,
        "The loss that 99 % of years do not exceed.",
        source: "Panjer 1981; Grübel and Hermesmeier 1999",
        formula: .ofWindow { $0.risk.tail99.valueAtRisk }),
      Measure(
        "cvar99_annual_loss_usd", "CVaR 99 of annual loss", .usd, .risk, .lower,
        "Mean loss of the worst 1 % of years, with the exact mean of the distribution.",
        source: "Rockafellar and Uryasev 2000; MODEL 4",
        formula: .ofWindow { $0.risk.tail99.expectedShortfall }),
    ] + returnPeriods
  }

  private static let returnPeriods = RiskFigures.returnPeriods.enumerated().flatMap {
    index, years in
    [
      Measure(
        "aep_\(years)_years_usd", "Year's loss once in \(years) years", .usd, .risk, .lower,
        "The loss that the total of a year exceeds once in \(years) years on average.",
        source: "aggregate exceedance (AEP), MODEL 4",
        formula: .ofWindow { $0.risk.aggregate[index] }),
      Measure(
        "oep_\(years)_years_usd", "Worst incident once in \(years) years", .usd, .risk, .lower,
        "The loss that the costliest incident of a year exceeds once in \(years) years on average.",
        source: "occurrence exceedance (OEP), MODEL 4",
        formula: .ofWindow { $0.risk.occurrence[index] }),
    ]
  }

  private static let audits: [Measure] = [
    Measure(
      "audits_per_week_count", "Audits a week", .count, .risk, .neutral,
      "Employees audited per week.",
      formula: .ofWeeks { $0.audits / $0.weeks }),
    Measure(
      "audit_detection_share", "Audited gamers detected", .share, .risk, .higher,
      "Gamers detected over gamers audited.",
      source: "recall, MODEL 4",
      formula: .ofWeeks { $0.auditsCaught / $0.auditsOfGamers }),
    Measure(
      "audit_precision_share", "Accusations that are right", .share, .risk, .higher,
      "Gamers detected over all accused.",
      source: "precision, MODEL 4",
      formula: .ofWeeks { $0.auditsCaught / ($0.auditsCaught + $0.falsePositives) }),
    Measure(
      "false_positive_share", "Honest people accused", .share, .risk, .lower,
      "Honest employees accused over honest employees audited.",
      source: "false-positive rate, MODEL 4",
      formula: .ofWeeks { $0.falsePositives / ($0.audits - $0.auditsOfGamers) }),
  ]
}

extension PeriodTotals {
  /// A sum over the weeks as a yearly figure.
  func perYear(_ sum: Double) -> Double { sum / weeks * Measure.weeksPerYear }
}
