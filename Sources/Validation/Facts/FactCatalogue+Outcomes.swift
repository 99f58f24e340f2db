extension FactCatalogue {
  private static let withoutAgents = FactStudy(
    "facts.yaml", ["behaviour.agentShares": "[0 %]"], policies: ["noMetric"])
  private static let weights = FactStudy("facts/opacity.yaml")

  /// Outcome metrics, definitions, composites, opacity.
  static let outcomes: [StylisedFact] = [
    StylisedFact(
      number: "15",
      statement: "Outcome metrics are gamed too: easy items are picked and errors kept quiet.",
      source: "Dranove et al. 2003; AIDev 2025; Bevan and Hood 2006",
      claims: [
        .init(
          "person-weeks of cherry-picking", unit: "share", .positive, band: 0.2...0.5, in: [main]
        ) {
          try $0[0].values("cherry_pick_rate_share", "outcomeKPI")
        },
        .init(
          "noticed defects kept quiet", unit: "share", .positive, band: 0.15...0.4, in: [main],
          remark:
            "Hiding pays little where errors weigh a fifth of the score, and a reviewer finds "
            + "four in five of what is hidden."
        ) {
          try $0[0].values("hidden_error_rate_share", "outcomeKPI")
        },
        .init(
          "true value, gamed over ungamed, relative", unit: "share", .negative,
          band: -0.04...(-0.005),
          in: [main]
        ) {
          try $0[0].relative("true_value_h", "outcomeKPI", "outcomeHonest")
        },
        .init(
          "tasks finished, gamed over ungamed, relative", unit: "share", .positive, in: [main]
        ) {
          try $0[0].relative("tasks_finished_count", "outcomeKPI", "outcomeHonest")
        },
      ]),
    StylisedFact(
      number: "16",
      statement: "Claims of time saved overstate surviving value, the more the higher the stakes.",
      source: "METR 2025; Waydev 2026",
      claims: [
        .init(
          "hours claimed saved over hours gained by agents, less 1", unit: "ratio", .positive,
          band: 1...7, in: [main, withoutAgents],
          remark:
            "Belief exceeds truth by 0.15 of an hour with agents (the measured 0.39 would do); "
            + "claims of accepted work that does not survive are not part of this figure."
        ) {
          let claimed = try claims($0[0], "noMetric")
          let gained = zip(
            try $0[0].values("true_value_h", "noMetric"),
            try $0[1].values("true_value_h", "noMetric")
          ).map { $0 - $1 }
          // A ratio of means: single replications may gain nothing.
          let ratio = mean(claimed) / mean(gained) - 1
          return zip(claimed, gained).map { claim, gain in
            ratio + (claim - (ratio + 1) * gain) / mean(gained)
          }
        },
        .init(
          "hours claimed saved, rewarded less unrewarded", unit: "h", .positive, in: [main]
        ) {
          zip(try claims($0[0], "outcomeKPI"), try claims($0[0], "noMetric")).map { $0 - $1 }
        },
      ]),
    StylisedFact(
      number: "18",
      statement: "Composites trade one gaming for two: token gaming falls, cherry-picking rises, "
        + "neither is zero.",
      source: "Holmström and Milgrom 1991",
      claims: [
        .init("tokens gaming, composite less board", unit: "share", .negative, in: [main]) {
          try $0[0].difference(gamingTokens, "composite", "officialUse")
        },
        .init("tokens gaming under the composite", unit: "share", .positive, in: [main]) {
          try $0[0].values(gamingTokens, "composite")
        },
        .init("cherry-picking under the composite", unit: "share", .positive, in: [main]) {
          try $0[0].values("cherry_pick_rate_share", "composite")
        },
      ]),
    StylisedFact(
      number: "27",
      statement: "Opaque or random weights lower gaming at some cost in motivation.",
      source: "Ederer, Holden and Meyer 2018",
      claims: [
        .init("tokens gaming, undisclosed less disclosed", unit: "share", .negative, in: [weights])
        {
          try $0[0].difference(gamingTokens, "undisclosed", "disclosed")
        },
        .init("tokens gaming, random less disclosed", unit: "share", .negative, in: [weights]) {
          try $0[0].difference(gamingTokens, "random", "disclosed")
        },
        .init(
          "effort, undisclosed less disclosed", unit: "ratio", .negative, in: [weights],
          remark:
            "Who games less is paid by the hour of honest work again, and works a little more."
        ) {
          try $0[0].difference("effort_ratio", "undisclosed", "disclosed")
        },
      ]),
  ]

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// Hours claimed saved per person-week, by replication.
  static func claims(_ data: FactData, _ policy: String) throws -> [Double] {
    try data.employees("seen_hours_saved_claimed", policy).map {
      mean($0.dropFirst(data.firstWeek).flatMap { $0 })
    }
  }
}
