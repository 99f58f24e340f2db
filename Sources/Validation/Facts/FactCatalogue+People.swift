extension FactCatalogue {
  /// How people fare.
  static let people: [StylisedFact] = [
    StylisedFact(
      number: "24",
      statement: "Rank feedback lowers the effort of the low-ranked and raises that of the top.",
      source: "Barankay 2012; Ashraf, Bandiera and Lee 2014",
      claims: [
        .init(
          "effort of the bottom third of a public board of finished tasks", unit: "ratio",
          .negative, in: [main]
        ) {
          try effortOfThird($0[0], "outputBoard", bottom: true)
        },
        .init(
          "effort of the top third of a public board of finished tasks", unit: "ratio", .positive,
          in: [main]
        ) {
          try effortOfThird($0[0], "outputBoard", bottom: false)
        },
      ]),
    StylisedFact(
      number: "25",
      statement: "Monitoring raises stress and slightly lowers trust, with about no effect on "
        + "productivity.",
      source: "Siegel, König and Lazar 2022; Ravid et al. 2023",
      claims: [
        .init("fatigue, managers' board less none", .positive, in: [main]) {
          try $0[0].difference("fatigue_coefficient", "managerBoard", "noMetric")
        },
        .init(
          "trust, managers' board less none", unit: "share", .negative, band: -0.2...0, in: [main]
        ) {
          try $0[0].difference("trust_share", "managerBoard", "noMetric")
        },
        .init(
          "true value, managers' board over none, relative", unit: "share", .inBand,
          band: -0.03...0.03, in: [main]
        ) {
          try $0[0].relative("true_value_h", "managerBoard", "noMetric")
        },
      ]),
  ]

  /// Mean effort of the third of people with the lowest or highest mean metric.
  private static func effortOfThird(
    _ data: FactData, _ policy: String, bottom: Bool
  ) throws -> [Double] {
    let efforts = try data.employees("effort_ratio", policy)
    let scores = try data.employees("leading_metric_score", policy)
    return zip(efforts, scores).map { efforts, scores in
      let people = scores[0].indices
      func average(_ weeks: [[Double]], _ person: Int) -> Double {
        mean(weeks.dropFirst(data.firstWeek).map { $0[person] })
      }
      let ranked = people.sorted {
        (average(scores, $0), $0) < (average(scores, $1), $1)
      }
      let third = bottom ? ranked.prefix(people.count / 3) : ranked.suffix(people.count / 3)
      return mean(third.map { average(efforts, $0) })
    }
  }
}
