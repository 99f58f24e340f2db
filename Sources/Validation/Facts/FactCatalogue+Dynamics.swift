extension FactCatalogue {
  private static let ratchet = FactStudy("facts/ratchet.yaml")
  private static let spread = FactStudy("facts/contagion.yaml")
  private static let tipping = FactStudy("facts/tipping.yaml")

  /// What depends on the past and on what is to come.
  static let dynamics: [StylisedFact] = [
    StylisedFact(
      number: "17",
      statement: "Under a ratchet people hold back in the week that sets the next target.",
      source: "Weitzman 1980; Oyer 1998",
      claims: [
        .init(
          "effort, weeks that set the target less others", unit: "ratio", .negative, in: [ratchet]
        ) {
          try settingWeeksLessOthers($0[0], "effort_ratio", "ratcheted")
        },
        .init(
          "the same with a fixed target", unit: "ratio", .inBand, band: -0.002...0.002,
          in: [ratchet]
        ) {
          try settingWeeksLessOthers($0[0], "effort_ratio", "fixed")
        },
        .init("tasks finished in those weeks, ratcheted", .negative, in: [ratchet]) {
          try settingWeeksLessOthers($0[0], "tasks_finished_count", "ratcheted")
        },
      ]),
    StylisedFact(
      number: "20",
      statement:
        "Tournaments with little noise have no pure equilibrium; linear status is a rat race.",
      source: "Lazear and Rosen 1981",
      claims: [
        .init(
          "low-noise tournaments given a number instead of a refusal", unit: "count", .zero, in: []
        ) {
          _ in [Double(try unrefusedTournaments())]
        },
        .init("utility of a linear status race, S 1, c 1, sigma 1", unit: "h", .negative, in: []) {
          _ in [try ratRaceUtility()]
        },
      ]),
    StylisedFact(
      number: "23",
      statement:
        "Techniques spread along an S with a long fuse, slower than the smooth curve of means.",
      source: "Bass 1969; Dimmock, Gerken and Graham 2018",
      claims: [
        .init(
          "steepest month less first month of spread, share of people", unit: "share", .positive,
          in: [spread]
        ) {
          try $0[0].weekly("knowing_loops_share", "board").map { known in
            let months = stride(from: 4, through: known.count - 1, by: 4).map {
              known[$0] - known[$0 - 4]
            }
            return (months.max() ?? 0) - months[0]
          }
        },
        .init(
          "share that knows in week 8, smooth curve less simulated", unit: "share", .positive,
          in: [spread]
        ) { data in
          try data[0].weekly("knowing_loops_share", "board").map {
            bassShare(weeks: 9, discovery: 0.005, contagion: 0.5) - $0[8]
          }
        },
      ]),
    StylisedFact(
      number: "26",
      statement:
        "With strong conformity the same rules sit in a state of much or of little gaming, "
        + "depending on the past.",
      source: "Brock and Durlauf 2001",
      claims: [
        .init(
          "people gaming under the same rules, after a bonus less without one", unit: "share",
          .positive, in: [tipping]
        ) {
          try $0[0].difference(gamers, "afterBonus", "fromTheStart")
        },
        .init(
          "the same without pressure of peers", unit: "share", .inBand, band: -0.03...0.1,
          in: [FactStudy("facts/tipping.yaml", ["behaviour.peers": "none"])]
        ) {
          try $0[0].difference(gamers, "afterBonus", "fromTheStart")
        },
      ]),
  ]

  /// Mean of a weekly measure over the weeks that set the target (every fourth) less over the others.
  private static func settingWeeksLessOthers(
    _ data: FactData, _ measure: String, _ policy: String
  ) throws -> [Double] {
    try data.weekly(measure, policy).map { weeks in
      let late = weeks.enumerated().filter { $0.offset >= data.firstWeek }
      let setting = late.filter { $0.offset % 4 == 3 }.map(\.element)
      let others = late.filter { $0.offset % 4 != 3 }.map(\.element)
      return mean(setting) - mean(others)
    }
  }
}
