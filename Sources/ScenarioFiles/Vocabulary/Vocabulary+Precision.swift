extension Vocabulary {
  static let replications = VocabularySection(
    "a number of replications", replacedWhole: true,
    [
      VocabularyKey(
        "until", .section(precisionTarget),
        "What shall be known how precisely; replications are added until it is.", default: nil)
    ])

  private static let precisionTarget = VocabularySection(
    "a precision",
    [
      VocabularyKey(
        "measure", .reference(.measure), "The measure that shall be known.", default: nil),
      VocabularyKey(
        "halfWidth",
        .alternatives([
          .quantity(.percentage, .positive), .quantity(.money, .positive),
          .quantity(.hours, .positive), .quantity(.tokens, .positive),
          .quantity(.number, .positive),
        ]),
        "Half the width of its interval: a percentage of the mean, or a quantity in the unit of the "
          + "measure (a share as a plain number).", default: nil),
      VocabularyKey(
        "of", .choice(["level", "difference"]),
        "Whether the mean under every policy shall be known, or the paired difference of every "
          + "policy to the baseline, whose percentage is of the baseline's mean.",
        default: "level"),
      VocabularyKey(
        "confidence", .quantity(.share, QuantityRange(above: 0, to: 0.9999)),
        "Level of the interval.", default: "95 %"),
      VocabularyKey(
        "first", .whole(5...1_000_000),
        "Replications before the first look; few make the interval's level doubtful.",
        default: "10",
        source: "Law, Simulation Modeling and Analysis, 9.4.1: at least ten"),
      VocabularyKey(
        "max", .whole(5...1_000_000), "Replications at most.", default: "500"),
    ])

  static let warmUpSearch = VocabularySection(
    "a warm-up to be found", replacedWhole: true,
    [
      VocabularyKey(
        "upTo", .quantity(.weeks, QuantityRange(from: 10, to: 2600)),
        "The longest warm-up that may be found by MSER-5 in a pilot of twice as many weeks "
          + "without any metric.", default: nil),
      VocabularyKey(
        "measure", .reference(.measure), "The weekly measure that shall be steady.",
        default: "true_value_h"),
      VocabularyKey(
        "replications", .whole(1...10_000), "Replications of the pilot, which are averaged.",
        default: "5"),
    ])
}
