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
        "parameters", .named(.scalar),
        "Values by name; '${name}' in any value of the file, also inside a formula, stands for the "
          + "value called so.", default: "{}"),
      VocabularyKey(
        "horizon", .quantity(.weeks, QuantityRange(from: 1, to: 5200)),
        "Weeks simulated under each policy after the warm-up.", default: "40 weeks"),
      VocabularyKey(
        "warmUp",
        .alternatives([
          .quantity(.weeks, QuantityRange(from: 0, to: 5200)), .section(warmUpSearch),
        ]),
        "Weeks simulated before any policy is switched on; not reported. A number, or how to find "
          + "one.", default: "8 weeks"),
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
        "replications", .alternatives([.whole(1...1_000_000), .section(replications)]),
        "Independent repetitions: a number, or how precise results shall be.", default: "10"),
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
      VocabularyKey(
        "factors", .named(.factor),
        "What experiments vary when their command line does not say: paths of keys, each with a "
          + "range or a list of values.", default: "{}"),
      VocabularyKey(
        "optimize", .optionalSection(optimisation),
        "What 'goodhart optimize' searches for when its command line does not say.",
        default: "none"),
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
        default: "first"),
      VocabularyKey(
        "counterfactuals", .choice(["all", "honest", "none"]),
        "What is simulated beside every policy, on the same people, work and chance: 'honest' "
          + "without techniques of gaming; 'all' also without the metric. Their distance to the "
          + "policy is the distortion.", default: "all"),
      VocabularyKey(
        "robustness", .choice(["none", "corners"]),
        "Whether the policies are also compared in the corners of what is known least.",
        default: "none"),
      VocabularyKey(
        "corners", .section(corners),
        "Low and high levels of what decides which policy is best and nobody has measured well.",
        default: "{}"),
    ])

  static let corners = VocabularySection(
    "corners",
    [
      VocabularyKey(
        "adoptionInertia",
        .list(.quantity(.hours, .nonnegative), atLeast: 2),
        "Weekly cost of changing over to agents for a beginner, a low and a high level.",
        default: "[0 h, 3 h]", usual: "0 h to 3 h", .assumed,
        source: "ends of the range of adoption inertia in MODEL 3.8"),
      VocabularyKey(
        "severity", .list(.quantity(.number, .positive), atLeast: 2),
        "Factor on the loss of every incident, a low and a high level; medians and limits are "
          + "scaled alike.", default: "[0.1, 10]", usual: "0.01 to 10", .assumed,
        source: "harm of an irreversible call is known to two or three orders of magnitude (1e-6 "
          + "to 1e-3, MODEL 3.7); expected loss is harm times severity, so a factor of ten either "
          + "way covers the middle of them"),
      VocabularyKey(
        "promiseCredibility",
        .list(.quantity(.share, .unit), atLeast: 2),
        "Prior belief of everybody that the promise is kept, a low and a high level; left out "
          + "where no policy makes a promise.", default: "[0.2, 0.9]", usual: "0.2 to 0.9",
        .assumed, source: "range of c_0 in MODEL 3.6; no survey was found"),
      VocabularyKey(
        "replications", .whole(1...1_000_000),
        "Replications of every corner, at most those of the study.", default: "3"),
    ])
}
