import Incentives
import WorkplaceModel

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
      "weights", .choice(["disclosed", "undisclosed", "random"]),
      "Whether people know how much each of several rewards weighs: as written; drawn once and told "
        + "to nobody; or drawn anew after each week. What is written is then the mean.",
      default: "disclosed"),
    VocabularyKey(
      "weightConcentration", .quantity(.number, .positive),
      "How alike the weights that nobody knows are: concentration of a symmetric Dirichlet "
        + "distribution; small for one reward that counts and others that hardly do.",
      default: "1", usual: "0.3 to 10", .assumed,
      source: "every mix of weights alike; opacity after Ederer, Holden and Meyer 2018"),
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
    VocabularyKey(
      "patched", .list(.choice(Technique.allCases.map(\.name)), atLeast: 0),
      "Techniques that the platform has made impossible: they are forgotten by all and cannot be "
        + "learnt.", default: "[]"),
  ]

  private static func oneOrMore(_ section: VocabularySection) -> ValueKind {
    .alternatives([.choice(["none"]), .section(section), .list(.section(section), atLeast: 0)])
  }

  /// The week in which a rule ends by itself.
  private static func until(_ rule: String) -> VocabularyKey {
    VocabularyKey(
      "until", .alternatives([.choice(["none"]), .week]),
      "The first week in which \(rule) holds no more; 'none' if it goes on.", default: "none")
  }

  private static let pay: [ValueKind] = [
    .quantity(.shareOfPay, .nonnegative), .quantity(.hours, .nonnegative),
  ]

  private static let resetEvery = VocabularyKey(
    "resetEvery", .quantity(.weeks, QuantityRange(from: 1)),
    "Weeks from one setting of a ratcheted threshold to the next.", default: "1 week")

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
      until("the board"),
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
        "Share of the group's people who should reach it, each with their own value; without it the "
          + "group's mean is to reach the threshold.", default: "none"),
      VocabularyKey(
        "of", .choice(Scope.allCases.map(\.rawValue)), "Whose value counts.", default: "person"),
      VocabularyKey(
        "flagged", .flag, "Whether people below it are flagged to their manager.",
        default: "true"),
      VocabularyKey(
        "ratchet", .quantity(.share, .unit),
        "Share of the surplus by which the threshold follows the last week before it is set.",
        default: "0"),
      resetEvery, until("the target"),
    ])

  static let reward = VocabularySection(
    "a reward",
    [
      VocabularyKey("metric", .reference(.metric), "What it depends on.", default: nil),
      VocabularyKey(
        "kind",
        .choice([
          "bonus", "promotion", "pieceRate", "threshold", "accelerator", "prize", "tournament",
        ]),
        "A bonus or a chance of promotion by standing, pay per unit, a lump sum at a threshold, pay "
          + "per unit above it, a prize for the top, or prizes by rank.",
        default: "bonus"),
      VocabularyKey(
        "share", .alternatives(pay + [.choice(["none"])]),
        "Worth each week: per standard deviation of standing for a bonus or a promotion, per unit "
          + "for a piece rate or an accelerator, in all for a lump sum or a prize; a share of pay or "
          + "hours of pay. A tournament has prizes instead.", default: "none"),
      VocabularyKey(
        "threshold", .alternatives([.choice(["none"]), .quantity(.metricValue, .any)]),
        "Value at which a lump sum is paid or an accelerator begins, in the metric's unit; a lump "
          + "sum for a condition needs none.", default: "none"),
      VocabularyKey(
        "winners", .topShare, "The best part that wins a prize.", default: "top 10 %"),
      VocabularyKey(
        "prizes", .alternatives([.choice(["none"]), .list(.alternatives(pay), atLeast: 1)]),
        "What the first, second and further ranks of a tournament win.", default: "none"),
      VocabularyKey(
        "of", .choice(Scope.allCases.map(\.rawValue)),
        "Whose value counts; where it is a group's, every member is paid for the mean.",
        default: "person"),
      VocabularyKey(
        "onlyIf", .alternatives([.choice(["none"]), .reference(.metric)]),
        "A condition that must hold for the employee, or nothing is paid.", default: "none"),
      VocabularyKey(
        "cap", .alternatives([.choice(["none"]), .quantity(.metricValue, .any)]),
        "Value up to which the metric counts, in its unit.", default: "none"),
      VocabularyKey(
        "payCap", .alternatives([.choice(["none"])] + pay), "The most that is paid for a week.",
        default: "none"),
      VocabularyKey(
        "ratchet", .quantity(.share, .unit),
        "Share of the surplus by which the threshold of a lump sum or an accelerator follows the "
          + "last week before it is set.", default: "0"),
      resetEvery, until("the reward"),
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
      until("the promise"),
    ])

  static let audit = VocabularySection(
    "an audit rule",
    [
      VocabularyKey(
        "rate", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Share of employees audited each week.", default: nil),
      VocabularyKey(
        "selection", .alternatives([.choice(["random"]), .topOfMetric]),
        "Who is audited: 'random', or 'top of METRIC' for the highest values of a metric, such as a "
          + "risk score; the number of audits is the same on average.",
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
        "clawsBack", .flag,
        "Whether whoever is caught gaming loses the rewards of the audited week.", default: "false"),
      until("the rule"),
    ])
}
