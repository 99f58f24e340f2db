import Incentives

extension Vocabulary {
  /// A policy as a file writes it.
  static let policy = VocabularySection(
    "a policy",
    [
      VocabularyKey("title", .text, "One line for people.", default: "''"),
      VocabularyKey(
        "extends", .reference(.policy),
        "Another policy of the file to build on: maps are merged key by key, all else is replaced, "
          + "and 'none' takes an inherited rule away.", default: "none"),
    ] + phaseKeys + [
      VocabularyKey(
        "changes", .list(.section(change), atLeast: 0),
        "What changes in which week of the horizon, each change on top of those before it.",
        default: "[]")
    ])

  /// What holds from one week on.
  static let phase = VocabularySection("a policy", phaseKeys)

  static let change = VocabularySection(
    "a change",
    [VocabularyKey("at", .week, "The first week in which it holds.", default: nil)] + phaseKeys)

  private static let phaseKeys = [
    VocabularyKey(
      "metrics", .entries(metric, .any), "What is measured every week, by name.", default: "{}"),
    VocabularyKey(
      "board", oneOrMore(board), "A published ranking, or several.", default: "none"),
    VocabularyKey(
      "target", oneOrMore(target), "A threshold to be reached, or several.", default: "none"),
    VocabularyKey(
      "reward", oneOrMore(reward), "What depends on a metric, or several such things.",
      default: "none"),
    VocabularyKey(
      "promise", .optionalSection(promise), "The promise not to use metrics in reviews.",
      default: "none"),
    VocabularyKey(
      "audit", .optionalSection(audit), "How sessions are audited for gaming.", default: "none"),
    VocabularyKey(
      "intentAccounting", .choice(["automatic", "true", "false"]),
      "Whether employees label their sessions by intent; 'automatic' if a formula asks for it.",
      default: "automatic"),
    VocabularyKey(
      "permissions", .reference(.permissions), "The profile that agents run under.",
      default: "broad"),
    VocabularyKey(
      "gaming", .choice(["available", "unavailable"]),
      "Whether techniques of gaming exist; 'unavailable' is the honest counterfactual.",
      default: "available"),
  ]

  private static func oneOrMore(_ section: VocabularySection) -> ValueKind {
    .alternatives([.choice(["none"]), .section(section), .list(.section(section), atLeast: 0)])
  }

  static let metric = VocabularySection(
    "a metric",
    [
      VocabularyKey(
        "formula", .formula, "How it is computed from observables.", default: nil),
      VocabularyKey("title", .text, "The name that people read.", default: "''"),
    ])

  static let board = VocabularySection(
    "a board",
    [
      VocabularyKey("metric", .reference(.metric), "What it ranks by.", default: nil),
      VocabularyKey(
        "visibleTo", .choice(Visibility.allCases.map(\.rawValue)),
        "Who sees a person's place: nobody, self and manager, the team, everybody.",
        default: "organisation"),
      VocabularyKey(
        "badges", .alternatives([.choice(["none"]), .topShare]),
        "The best part that carries a badge.", default: "top 10 %", .assumed,
        source: "reported boards honour the top ten to the top tenth"),
    ])

  static let target = VocabularySection(
    "a target",
    [
      VocabularyKey("metric", .reference(.metric), "What is to reach it.", default: nil),
      VocabularyKey(
        "threshold", .alternatives([.choice(["met"]), .quantity(.metricValue, .any)]),
        "The value to be reached, in the metric's unit; 'met' for a metric that is a condition.",
        default: "met"),
      VocabularyKey(
        "goal", .alternatives([.choice(["none"]), .quantity(.share, .unit)]),
        "Share of the group's people who should reach it.", default: "none"),
      VocabularyKey(
        "of", .choice(Scope.allCases.map(\.rawValue)), "Whose value counts.", default: "person"),
      VocabularyKey(
        "flagged", .flag, "Whether people below it are flagged to their manager.",
        default: "true"),
      VocabularyKey(
        "ratchet", .quantity(.share, .unit),
        "Share of last week's surplus by which the threshold moves.", default: "0"),
    ])

  static let reward = VocabularySection(
    "a reward",
    [
      VocabularyKey("metric", .reference(.metric), "What it depends on.", default: nil),
      VocabularyKey(
        "kind", .choice(["bonus", "promotion", "pieceRate", "prize"]),
        "A bonus or a chance of promotion by standing, pay per unit, or a prize for the top.",
        default: "bonus"),
      VocabularyKey(
        "share",
        .alternatives([.quantity(.shareOfPay, .nonnegative), .quantity(.hours, .nonnegative)]),
        "Worth each week: per standard deviation of standing for a bonus or a promotion, per unit "
          + "for a piece rate, in all for a prize; a share of pay or hours of pay.", default: nil),
      VocabularyKey(
        "winners", .topShare, "The best part that wins a prize.", default: "top 10 %"),
      VocabularyKey(
        "of", .choice(Scope.allCases.map(\.rawValue)), "Whose value counts.", default: "person"),
    ])

  static let promise = VocabularySection(
    "a promise",
    [
      VocabularyKey(
        "text", .text, "What is promised, for people.", default: "not used in reviews"),
      VocabularyKey(
        "violations", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Probability that an employee sees or hears of a violation.", default: "1 % / week",
        usual: "0 to 5 % / week", .assumed, source: "no survey found"),
      VocabularyKey(
        "credibility", .alternatives([.choice(["personal"]), .quantity(.share, .unit)]),
        "Belief in it at the beginning; 'personal' leaves it to the trait promiseCredibility.",
        default: "personal"),
    ])

  static let audit = VocabularySection(
    "an audit rule",
    [
      VocabularyKey(
        "rate", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Share of employees audited each week.", default: nil),
      VocabularyKey(
        "selection", .alternatives([.choice(["random"]), .topOfMetric]),
        "Who is audited: 'random', or 'top of METRIC' for the highest values.",
        default: "random"),
      VocabularyKey(
        "detection", .quantity(.share, .unit), "Probability that an audit finds gaming.",
        default: "0.7", usual: "0.2 to 0.95", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "ifMislabelled", .quantity(.share, .unit),
        "The same if the sessions were labelled productive.", default: "0.3", usual: "0.1 to 0.7",
        .assumed, source: "no direct evidence"),
      VocabularyKey(
        "falsePositive", .quantity(.share, .unit),
        "Probability that an audit blames an honest employee.", default: "2 %", usual: "0 to 10 %",
        .assumed, source: "no direct evidence"),
      VocabularyKey(
        "sanction", .quantity(.hours, .nonnegative), "Sanction in hours of pay.", default: "8 h",
        usual: "2 to 40 h", .assumed, source: "Olken 2007 and Nagin et al. 2002; size assumed"),
      VocabularyKey(
        "cost", .quantity(.money, .nonnegative), "Cost of one audit to the organisation.",
        default: "$50", usual: "$20 to $500", .assumed, source: "half an hour of an auditor"),
      VocabularyKey(
        "detectionScale",
        .alternatives([.choice(["behaviour", "none"]), .quantity(.tokens, .positive)]),
        "Gaming tokens at which detection reaches 63 % of its full value; 'behaviour' takes "
          + "behaviour.detectionScale, 'none' lets volume not matter.", default: "behaviour"),
      VocabularyKey(
        "clawsBack", .flag, "Whether rewards earned by gaming are taken back.", default: "false"),
    ])
}
