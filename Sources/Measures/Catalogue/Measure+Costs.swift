import WorkplaceModel

extension Measure {
  /// Money, in US dollars per person-week: net value and each of its parts.
  static func costs(_ basis: MeasureBasis) -> [Measure] {
    let economics = basis.economics
    return [
      Measure(
        "net_value_usd", "Net value", .usd, .cost, .higher,
        "Worth of true value less costs of tokens, expected incident loss, audits, rewards, "
          + "expected replacement of leavers, and overhead of the policy, per person-week.",
        source: "NV of MODEL 1.11; rework and repair are already missing from true value",
        formula: .ofWeeks { $0.netValue(basis) / $0.personWeeks }),
      Measure(
        "value_worth_usd", "Worth of true value", .usd, .cost, .higher,
        "True value times the price of a standard hour, per person-week.",
        formula: .ofWeeks { $0.value * economics.hourValue / $0.personWeeks }),
      Measure(
        "token_cost_usd", "Token cost", .usd, .cost, .lower,
        "Cost of tokens at the platform's prices, per person-week.",
        source: "MODEL 3.2",
        formula: .ofWeeks { $0.agentCost / $0.personWeeks }),
      Measure(
        "incident_cost_usd", "Expected incident loss", .usd, .cost, .lower,
        "Expected loss of incidents, per person-week.",
        formula: .ofWeeks { basis.expectedLoss(of: $0.expectedIncidents) / $0.personWeeks }),
      Measure(
        "audit_cost_usd", "Audit cost", .usd, .cost, .lower,
        "Cost of audits, per person-week.",
        formula: .ofWeeks { $0.auditCost / $0.personWeeks }),
      Measure(
        "bonus_cost_usd", "Rewards", .usd, .cost, .lower,
        "Rewards paid out, per person-week.",
        formula: .ofWeeks { $0.bonusHours * economics.hourValue / $0.personWeeks }),
      Measure(
        "overhead_cost_usd", "Overhead of the policy", .usd, .cost, .lower,
        "Cost of running dashboards and administration while anybody is measured, per person-week.",
        formula: .ofWeeks {
          $0.measuredPersonWeeks * economics.policyOverhead / $0.personWeeks
        }),
      Measure(
        "gaming_token_cost_usd", "Token cost of gaming", .usd, .cost, .lower,
        "Token cost times the share of tokens that are gaming, per person-week.",
        formula: .ofWeeks {
          $0.tokens > 0 ? $0.agentCost * $0.gamingTokens / $0.tokens / $0.personWeeks : 0
        }),
    ]
  }
}

extension PeriodTotals {
  /// Worth of true value less every cost, in US dollars.
  func netValue(_ basis: MeasureBasis) -> Double {
    let economics = basis.economics
    return value * economics.hourValue - agentCost - basis.expectedLoss(of: expectedIncidents)
      - auditCost - leaving * basis.replacementCost - bonusHours * economics.hourValue
      - measuredPersonWeeks * economics.policyOverhead
  }
}
