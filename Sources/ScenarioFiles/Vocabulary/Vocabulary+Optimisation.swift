extension Vocabulary {
  static let optimisation = VocabularySection(
    "a search for a design",
    [
      VocabularyKey("policy", .reference(.policy), "The policy that is designed.", default: nil),
      VocabularyKey(
        "vary", .named(.factor),
        "What may be chosen: paths of keys, each with a range or a list of values; where none is "
          + "named, the factors of the scenario.", default: "{}"),
      VocabularyKey(
        "maximize", .name,
        "The measure whose mean is to be as great as possible; 'goodhart list measures' names them.",
        default: "net_value_usd"),
      VocabularyKey(
        "subjectTo", .entries(bound, .any),
        "Bounds that the means of measures must keep, by measure.", default: "{}"),
    ])

  private static let bound = VocabularySection(
    "a bound on a measure",
    [
      VocabularyKey(
        "atMost", .text, "The greatest mean allowed, in the unit of the measure.",
        default: "none"),
      VocabularyKey(
        "atLeast", .text, "The least mean allowed, in the unit of the measure.",
        default: "none"),
    ])
}
