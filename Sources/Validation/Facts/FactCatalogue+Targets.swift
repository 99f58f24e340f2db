extension FactCatalogue {
  private static let floor = FactStudy("facts/threshold.yaml")

  /// Thresholds and what they do to adoption.
  static let targets: [StylisedFact] = [
    StylisedFact(
      number: "5",
      statement: "A threshold yields bunching just above it and a hole just below.",
      source: "Saez 2010; Kleven and Waseem 2013; Bevan and Hood 2006",
      claims: [
        .init(
          "person-weeks within three tenths above the threshold, with top-ups less without",
          unit: "share",
          .positive, in: [floor]
        ) {
          try massDifference($0[0], 1..<1.3)
        },
        .init(
          "person-weeks within a sixth below the threshold, with top-ups less without",
          unit: "share",
          .negative, in: [floor],
          remark:
            "The hole has the right sign and is not sure at 95 %: few people top up, and hourly steps "
            + "of half a million tokens let some end below the threshold."
        ) {
          try massDifference($0[0], (5.0 / 6)..<1)
        },
      ]),
    StylisedFact(
      number: "6",
      statement: "A weekly target is met in name first: nominal exceeds real, real exceeds useful "
        + "activity.",
      source: "by definition; Bevan and Hood 2006",
      claims: [
        .init("active, nominal less real", unit: "share", .positive, in: [main]) {
          zip(
            try $0[0].values("active_nominal_share", "weeklyTarget"),
            try $0[0].values("active_real_share", "weeklyTarget")
          ).map { $0 - $1 }
        },
        .init("active, real less useful", unit: "share", .positive, in: [main]) {
          zip(
            try $0[0].values("active_real_share", "weeklyTarget"),
            try $0[0].values("active_useful_share", "weeklyTarget")
          ).map { $0 - $1 }
        },
      ]),
    StylisedFact(
      number: "7",
      statement: "Targets also create real adoption, and with learning by doing real value.",
      source: "Bevan and Hamblin 2009",
      claims: [
        .init(
          "active, real: target less no metric", unit: "share", .positive, band: 0.15...0.45,
          in: [main],
          remark: "Without a metric most people of this organisation are active in a week already, "
            + "so there is less room than the band assumes."
        ) {
          try $0[0].difference("active_real_share", "targetAlone", "noMetric")
        },
        .init(
          "true value, target over no metric, relative", unit: "share", .inBand, band: 0...0.06,
          in: [main],
          remark: "Within twenty weeks learning pays about what it costs; a flag on everybody also "
            + "strains and wears down motivation a little."
        ) {
          try $0[0].relative("true_value_h", "targetAlone", "noMetric")
        },
      ]),
  ]

  /// Share of person-weeks with tokens in a range around the threshold, with gaming less without.
  private static func massDifference(_ data: FactData, _ range: Range<Double>) throws -> [Double] {
    let with = try mass(data, "floor", range)
    let without = try mass(data, "floorHonest", range)
    return zip(with, without).map { $0 - $1 }
  }

  /// Tokens a week that the scenario's target demands.
  private static let threshold = 3e6

  private static func mass(
    _ data: FactData, _ policy: String, _ range: Range<Double>
  ) throws -> [Double] {
    let honest = try data.employees("honest_tokens", policy)
    let gaming = try data.employees("gaming_tokens", policy)
    return zip(honest, gaming).map { honest, gaming in
      let totals = zip(honest, gaming).dropFirst(data.firstWeek)
        .flatMap { zip($0, $1).map { ($0 + $1) / threshold } }
      return Double(totals.count { range.contains($0) }) / Double(totals.count)
    }
  }
}
