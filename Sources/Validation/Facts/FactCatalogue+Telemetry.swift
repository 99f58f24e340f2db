import Experiments
import Measures
import Randomness
import WorkplaceModel

extension FactCatalogue {
  private static let data = FactStudy("facts/telemetry.yaml")

  /// What real telemetry looks like (DATA 2.9).
  static let telemetry: [StylisedFact] = [
    StylisedFact(
      number: "D1",
      statement: "Between 86 and 96 % of prompt tokens are read from cache, and below 1 % of all "
        + "tokens are output.",
      source: "Copilot agents, a team export, TraceLab, viberank",
      claims: [
        .init(
          "cache reads of prompt tokens", unit: "share", .inBand, band: 0.857...0.957, in: [data]
        ) {
          try shareOfTokens($0[0], ["seen_cache_read_tokens"], of: prompts)
        },
        .init("output of all tokens", unit: "share", .inBand, band: 0.002...0.01, in: [data]) {
          try shareOfTokens(
            $0[0], ["seen_output_tokens"], of: prompts + ["seen_output_tokens"])
        },
      ]),
    StylisedFact(
      number: "D2",
      statement: "The top 1, 10 and 25 % of people hold 14, 51 and 74 % of tokens.",
      source: "viberank, about 800 developers",
      claims: [
        .init("tokens of the top 1 %", unit: "share", .inBand, band: 0.09...0.19, in: [data]) {
          try topShares($0[0], 0.01)
        },
        .init("tokens of the top 10 %", unit: "share", .inBand, band: 0.46...0.56, in: [data]) {
          try topShares($0[0], 0.1)
        },
        .init("tokens of the top 25 %", unit: "share", .inBand, band: 0.69...0.79, in: [data]) {
          try topShares($0[0], 0.25)
        },
      ]),
    StylisedFact(
      number: "D3",
      statement: "Tokens hardly tell outcomes: rank correlation with success near 0.1.",
      source:
        "Terminal-Bench 2.0, 50 stacks on the same 89 tasks: 0.10, 95 % interval -0.18 to 0.37",
      claims: [
        .init(
          "rank correlation of people's tokens and the share of their tasks that stayed done",
          .inBand, band: -0.18...0.37, in: [data]
        ) {
          try tokensAndSuccess($0[0])
        }
      ]),
    StylisedFact(
      number: "D4",
      statement: "People believe that agents gain them more than they do.",
      source: "METR 2025: expected 25 % less time, took 19 % more",
      claims: [
        .init(
          "hours claimed saved less hours gained by agents", unit: "h", .positive,
          in: [data, FactStudy("facts/telemetry.yaml", ["behaviour.agentShares": "[0 %]"])]
        ) { data in
          let claimed = try claims(data[0], "noMetric")
          let with = try data[0].values("true_value_h", "noMetric")
          let without = try data[1].values("true_value_h", "noMetric")
          return claimed.indices.map { claimed[$0] - (with[$0] - without[$0]) }
        }
      ]),
    StylisedFact(
      number: "D5",
      statement: "Who uses much in one week uses much in the next: median rank correlation 0.68.",
      source: "team usage export, 13 users",
      claims: [
        .init(
          "median rank correlation of tokens between weeks", .inBand, band: 0.55...0.8, in: [data],
          remark:
            "Thirteen people of one team were more different from one another than two hundred "
            + "alike developers are here; sessions are drawn anew every week."
        ) {
          try weekToWeek($0[0])
        }
      ]),
  ]

  private static let prompts = [
    "seen_fresh_input_tokens", "seen_cache_read_tokens", "seen_cache_write_tokens",
  ]

  private static func total(_ data: FactData, _ columns: [String]) throws -> [Double] {
    var sums = [Double](repeating: 0, count: data.results.scenario.replications)
    for column in columns {
      for (replication, weeks) in try data.employees(column, "noMetric").enumerated() {
        sums[replication] += weeks.dropFirst(data.firstWeek).reduce(0) { $0 + $1.reduce(0, +) }
      }
    }
    return sums
  }

  private static func shareOfTokens(
    _ data: FactData, _ part: [String], of whole: [String]
  ) throws -> [Double] {
    zip(try total(data, part), try total(data, whole)).map { $0 / $1 }
  }

  /// Tokens of each employee over the window, by replication.
  private static func tokens(_ data: FactData) throws -> [[Double]] {
    try data.employees("honest_tokens", "noMetric").map { weeks in
      weeks[0].indices.map { person in
        weeks.dropFirst(data.firstWeek).reduce(0) { $0 + $1[person] }
      }
    }
  }

  private static func topShares(_ data: FactData, _ share: Double) throws -> [Double] {
    try tokens(data).map { Inequality.topShare(share, of: $0) }
  }

  private static func tokensAndSuccess(_ data: FactData) throws -> [Double] {
    let tokens = try tokens(data)
    let escaped = try data.employees("defects_escaped_count", "noMetric")
    let finished = try data.employees("tasks_finished_count", "noMetric")
    return tokens.indices.map { replication in
      let people = tokens[replication].indices
      let success = people.map { person -> Double in
        let weeks = data.firstWeek..<escaped[replication].count
        let failed = weeks.reduce(0) { $0 + escaped[replication][$1][person] }
        let all = weeks.reduce(0) { $0 + finished[replication][$1][person] }
        return all > 0 ? 1 - failed / all : 1
      }
      return SampleStatistics.rankCorrelation(tokens[replication], success)
    }
  }

  private static func weekToWeek(_ data: FactData) throws -> [Double] {
    try data.employees("honest_tokens", "noMetric").map { weeks in
      let late = Array(weeks.dropFirst(data.firstWeek))
      let correlations = zip(late, late.dropFirst()).map {
        SampleStatistics.rankCorrelation($0, $1)
      }
      .sorted()
      return correlations[correlations.count / 2]
    }
  }
}
