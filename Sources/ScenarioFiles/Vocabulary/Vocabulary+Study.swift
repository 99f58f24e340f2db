extension Vocabulary {
  /// Every key of a scenario file.
  public static let root = VocabularySection(
    "a scenario",
    [
      VocabularyKey(
        "scenario", .name, "Identifier of the study; names its results folder.", default: nil),
      VocabularyKey("title", .text, "One line for people.", default: "''"),
      VocabularyKey(
        "extends", .text,
        "Path of a scenario to build on, relative to this file: maps are merged key by key, all "
          + "else is replaced, and 'none' takes an inherited entry away.", default: "none"),
      VocabularyKey(
        "horizon", .quantity(.weeks, QuantityRange(from: 1, to: 5200)),
        "Weeks simulated under each policy after the warm-up.", default: "40 weeks"),
      VocabularyKey(
        "warmUp", .quantity(.weeks, QuantityRange(from: 0, to: 5200)),
        "Weeks simulated before any policy is switched on; not reported.", default: "8 weeks"),
      VocabularyKey(
        "evaluation",
        .alternatives([.choice(["half"]), .quantity(.weeks, QuantityRange(from: 1, to: 5200))]),
        "Last weeks of the horizon over which measures are averaged; 'half' is the second half.",
        default: "half"),
      VocabularyKey(
        "seed", .whole(0...Int.max),
        "Seed of the study: the same seed gives the same results, byte for byte.",
        default: "20260512"),
      VocabularyKey(
        "replications", .whole(1...1_000_000), "Independent repetitions.", default: "10"),
      VocabularyKey(
        "workforce", .entries(role, .atLeastOne), "Groups of employees, by name.", default: nil),
      VocabularyKey(
        "work", .entries(workKind, .atLeastOne), "Kinds of work, by name.", default: nil),
      VocabularyKey(
        "review", .section(review), "How finished work is reviewed by team-mates.", default: "{}"),
      VocabularyKey(
        "agents", .entries(platform, .sole), "The AI-agent platform, by name; one at most.",
        default: "{}"),
      VocabularyKey(
        "permissions", .entries(permissionProfile, .any),
        "What agents may do, as named profiles; 'broad' always exists.", default: "{}"),
      VocabularyKey(
        "behaviour", .section(behaviour), "What drives the weekly choice of every employee.",
        default: "{}"),
      VocabularyKey("risk", .section(risk), "Harm, and what it costs.", default: "{}"),
      VocabularyKey(
        "economics", .section(economics), "Prices that turn hours and tokens into money.",
        default: "{}"),
      VocabularyKey(
        "policies", .entries(policy, .atLeastOne), "The designs to compare, by name.",
        default: nil),
      VocabularyKey(
        "compare", .section(comparison), "What the policies are compared with.", default: "{}"),
    ])

  static let economics = VocabularySection(
    "prices",
    [
      VocabularyKey(
        "hourValue", .quantity(.money, .nonnegative),
        "Value of one standard hour of surviving work.", default: "$100", usual: "$50 to $200",
        .assumed, source: "loaded cost of a software developer; no direct evidence"),
      VocabularyKey(
        "policyOverhead", .quantity(.moneyPerWeek, .nonnegative),
        "Cost of running any policy that measures (dashboards, administration), per person.",
        default: "$1 / week", usual: "$0 to $10 / week", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "paidHours", .quantity(.hoursPerWeek, QuantityRange(above: 0, to: 168)),
        "Hours of pay in a week; turns shares of pay into hours.", default: "40 h/week",
        .assumed, source: "a full-time contract"),
    ])

  static let comparison = VocabularySection(
    "a comparison",
    [
      VocabularyKey(
        "baseline", .alternatives([.choice(["first"]), .reference(.policy)]),
        "The policy that the others are compared with; 'first' is the first of the file.",
        default: "first")
    ])
}
