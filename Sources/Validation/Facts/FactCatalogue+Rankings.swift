import Foundation

extension FactCatalogue {
  /// What ranks and tokens still tell once they count.
  static let rankings: [StylisedFact] = [
    StylisedFact(
      number: "8",
      statement: "Rank information collapses when it starts to matter.",
      source: "Campbell 1979; Frankel and Kartik 2019",
      claims: [
        .init("tau-b of tokens and value, public less unseen", .negative, in: [main]) {
          zip(
            try $0[0].values("kendall_tau_b_coefficient", "board"),
            try $0[0].unrewarded("kendall_tau_b_coefficient", "board")
          ).map { $0 - $1 }
        },
        .init("tau-b of tokens and value, rewarded less public", .negative, in: [main]) {
          try $0[0].difference("kendall_tau_b_coefficient", "officialUse", "board")
        },
        .init("top-decile precision, rewarded less unseen", unit: "share", .negative, in: [main]) {
          zip(
            try $0[0].values("top_decile_precision_share", "officialUse"),
            try $0[0].unrewarded("top_decile_precision_share", "officialUse")
          ).map { $0 - $1 }
        },
      ]),
    StylisedFact(
      number: "10",
      statement:
        "Tokens per unit of value rise, and the output elasticity of tokens, well below 1, "
        + "falls with the stakes.",
      source: "Jellyfish 2026: ten times the tokens, twice the output",
      claims: [
        .init("log tokens per hour of value, public less none", .positive, in: [main]) {
          try $0[0].relative("tokens_per_value_hour_tokens", "board", "noMetric")
            .map { log(1 + $0) }
        },
        .init(
          "elasticity of value to tokens without a metric", .positive, band: 0.1...0.35, in: [main]
        ) {
          try $0[0].values("token_elasticity_coefficient", "noMetric")
        },
        .init("the same, rewarded less none", .negative, in: [main]) {
          try $0[0].difference("token_elasticity_coefficient", "officialUse", "noMetric")
        },
      ]),
    StylisedFact(
      number: "21",
      statement:
        "Broad permissions times gaming raise agents' incidents faster than agent activity; "
        + "permissions alone are proportional.",
      source: "queueing; Faros 2026: review takes five times as long, 31 % merged unreviewed",
      claims: [
        .init(
          "elasticity of agents' incidents to tool calls, less 1", .positive, band: 0...2,
          in: [main]
        ) {
          let incidents = try logRatio($0[0], "agent_incidents_per_year_count", "board", "noMetric")
          let calls = try logRatio($0[0], "tool_calls_count", "board", "noMetric")
          return zip(incidents, calls).map { $0 / $1 - 1 }
        },
        .init(
          "log effect of permissions with gaming less without", .inBand, band: -0.35...0.35,
          in: [main]
        ) {
          let with = try logRatio(
            $0[0], "agent_incidents_per_year_count", "leastPrivilege", "board")
          let without = try logRatio(
            $0[0], "agent_incidents_per_year_count", "leastPrivilegeNoMetric", "noMetric")
          return zip(with, without).map { $0 - $1 }
        },
      ]),
  ]

  static func logRatio(
    _ data: FactData, _ measure: String, _ policy: String, _ other: String
  ) throws -> [Double] {
    try data.relative(measure, policy, other).map { log(1 + $0) }
  }
}
