extension Measure {
  /// How people fare, as far as their states are tracked.
  static func wellbeing(_ basis: MeasureBasis) -> [Measure] {
    [
      Measure(
        "utility_h", "Utility", .hours, .people, .higher,
        "Utility of the chosen profile as the employee saw it on Monday, in hours of pay, mean over "
          + "person-weeks.",
        source: "employee utility, MODEL 1.5 and 4",
        formula: .ofWeeks { $0.utility / $0.stateWeeks }),
      Measure(
        "utility_p10_h", "Utility of the worst-off tenth", .hours, .people, .higher,
        "Tenth percentile over employees of their mean weekly utility, in hours of pay.",
        source: "employee utility and its distribution, MODEL 4",
        formula: .ofWindow { $0.lowUtility }),
      Measure(
        "effort_ratio", "Effort", .ratio, .people, .neutral,
        "Working time above the contract's, as a fraction of it, mean over person-weeks.",
        source: "MODEL 1.5; Holmström and Milgrom 1991",
        formula: .ofWeeks { $0.effort / $0.stateWeeks }),
      Measure(
        "effort_cost_h", "Cost of effort", .hours, .people, .lower,
        "What working more or less than preferred costs people, in hours of pay per person-week.",
        source: "MODEL 1.5",
        formula: .ofWeeks { $0.effortCost / $0.stateWeeks }),
      Measure(
        "motivation_ratio", "Intrinsic motivation", .ratio, .people, .higher,
        "Intrinsic motivation as a multiple of where it started, mean over person-weeks.",
        source: "crowding-out, MODEL 1.9; Deci, Koestner and Ryan 1999",
        formula: .ofWeeks { $0.motivation / $0.stateWeeks }),
      Measure(
        "fatigue_coefficient", "Fatigue", .coefficient, .people, .lower,
        "Fatigue, 0 when rested, mean over person-weeks.",
        source: "stress and fatigue, MODEL 1.9",
        formula: .ofWeeks { $0.fatigue / $0.stateWeeks }),
      Measure(
        "trust_share", "Trust", .share, .people, .higher,
        "Trust in the organisation, between 0 and 1, mean over person-weeks.",
        source: "MODEL 1.9",
        formula: .ofWeeks { $0.trust / $0.stateWeeks }),
      Measure(
        "automation_h", "Automation in use", .hours, .people, .higher,
        "Standard hours of value a week that automation yields without costing hours, per employee.",
        source: "automation capital, MODEL 1.3",
        formula: .ofWeeks { $0.automation / $0.stateWeeks }),
      Measure(
        "building_hours_h", "Hours: building automation", .hours, .people, .neutral,
        "Hours per person-week spent on: building automation.",
        source: "x_u of MODEL 1.2",
        formula: .ofWeeks { $0.buildingHours / $0.personWeeks }),
      Measure(
        "attrition_per_year_ratio", "Expected leavers a year", .ratio, .people, .lower,
        "Sum of the weekly probabilities of leaving over a year, per employee.",
        source: "attrition hazard, MODEL 1.9 and 4",
        formula: .ofWeeks { $0.leaving / $0.stateWeeks * Measure.weeksPerYear }),
      Measure(
        "leavers_per_year_ratio", "Leavers a year", .ratio, .people, .lower,
        "Employees who left, per employee and year.",
        source: "MODEL 1.9",
        formula: .ofWeeks { $0.leavers / $0.stateWeeks * Measure.weeksPerYear }),
      Measure(
        "attrition_cost_usd", "Expected replacement of leavers", .usd, .cost, .lower,
        "Sum of the weekly probabilities of leaving times the cost of a replacement, per person-week.",
        source: "expected replacement cost, MODEL 1.11 and 4",
        formula: .ofWeeks { $0.leaving * basis.replacementCost / $0.personWeeks }),
      Measure(
        "attrition_cost_realised_usd", "Replacement of leavers", .usd, .cost, .lower,
        "Cost of replacing those who left, per person-week.",
        source: "attrition cost, MODEL 1.11",
        formula: .ofWeeks { $0.attritionCost / $0.personWeeks }),
      Measure(
        "slowed_agent_hours_h", "Agent hours of people agents slow down", .hours, .gaming, .lower,
        "Hours on tasks and messages with agents by employees who are slower with them than by hand, "
          + "per person-week.",
        source: "performative AI, MODEL 1.2 and 4",
        formula: .ofWeeks { $0.effectWeeks > 0 ? $0.slowedAgentHours / $0.effectWeeks : .nan }),
      Measure(
        "performative_agent_hours_h", "Hours lost to performative agent use", .hours, .gaming,
        .lower,
        "Hours with agents times the fraction by which agents slow the employee down, over those whom "
          + "they do, per person-week.",
        source: "sum of x_a max(0, -epsilon), MODEL 4",
        formula: .ofWeeks { $0.effectWeeks > 0 ? $0.lostAgentHours / $0.effectWeeks : .nan }),
    ]
  }
}
