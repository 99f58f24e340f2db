extension Vocabulary {
  static let behaviour = VocabularySection(
    "behaviour",
    choiceRuleKeys + choiceKeys + learningKeys + statusKeys + goalKeys + moralKeys + beliefKeys
      + blockKeys + [
        VocabularyKey(
          "techniques", .section(techniques),
          "How each technique of gaming spreads, yields and costs.",
          default: "{}")
      ] + workKeys)

  private static let choiceKeys = [
    VocabularyKey(
      "agentShares", .list(.quantity(.share, .unit), atLeast: 1),
      "Menu of shares of eligible work done with agents.", default: "[0, 15 %, 33 %, 55 %]",
      .assumed, source: "a finite menu that spans reported use; two hours a day is about a third"),
    VocabularyKey(
      "intrinsicWeight", .quantity(.number, .nonnegative),
      "Weight of one's own believed value, hours per hour (iota).", default: "0.25",
      usual: "0.05 to 0.6", .assumed, source: "no direct evidence"),
    VocabularyKey(
      "choicePrecision", .quantity(.number, .nonnegative),
      "Precision of the logit choice, per hour (lambda).", default: "3", usual: "1 to 8", .assumed,
      source: "not portable between pay-off scales (McKelvey and Palfrey 1995)"),
    VocabularyKey(
      "weekNoise", .quantity(.number, .nonnegative),
      "Noise of one's own weekly standing, in standard deviations of the normal score.",
      default: "0.5", usual: "0.3 to 1", .derived,
      source: "week-to-week rank correlation of tokens, median 0.68"),
  ]

  private static let learningKeys = [
    VocabularyKey(
      "misperception", .quantity(.number, .any),
      "Added to the true agent effect in people's belief.", default: "0.15", usual: "0 to 0.4",
      .derived, source: "METR 2025: felt 20 % faster, measured 19 % slower, in full 0.39"),
    VocabularyKey(
      "learningDrop", .quantity(.number, .nonnegative),
      "Loss of the agent effect for a beginner, as a fraction.", default: "0.15", usual: "0 to 0.3",
      .assumed, source: "gap between first and later trials (METR 2025 and 2026)"),
    VocabularyKey(
      "learningGain", .quantity(.number, .nonnegative),
      "Gain from full experience, as a fraction.", default: "0.30", usual: "0 to 0.5", .assumed,
      source: "spread between trials of novices and of regular users"),
    VocabularyKey(
      "learningHours", .quantity(.hours, .positive),
      "Experience with agents at which 63 % of the gain is reached.", default: "60 h",
      usual: "20 to 200 h", .assumed, source: "learning by doing (Arrow 1962); no direct evidence"),
    VocabularyKey(
      "adoptionInertia", .quantity(.hours, .nonnegative),
      "Weekly cost of changing over to agents for a beginner.", default: "1.5 h", usual: "0 to 3 h",
      .assumed, source: "no direct evidence; a main axis of sensitivity"),
  ]

  private static let statusKeys = [
    VocabularyKey(
      "badgeBonus", .quantity(.number, .nonnegative), "Status return of a badge.", default: "0.5",
      usual: "0 to 1", .assumed, source: "Besley and Ghatak 2008; size assumed"),
    VocabularyKey(
      "lowRankSlope", .quantity(.number, .nonnegative),
      "Slope of the loss below the median rank.", default: "0.3", usual: "0 to 1", .assumed,
      source: "Barankay 2012; Ashraf, Bandiera and Lee 2014; size assumed"),
    VocabularyKey(
      "lossAversion", .quantity(.number, QuantityRange(from: 1)),
      "Loss aversion about goals and ranks.", default: "1.955", usual: "1.82 to 2.10", .measured,
      source: "meta-analysis of Brown, Imai, Vieider and Camerer 2024"),
    VocabularyKey(
      "flagCost", .quantity(.hours, .nonnegative),
      "Cost per week of missing a target that counts.", default: "1 h", usual: "0 to 3 h", .assumed,
      source: "no direct evidence"),
  ]

  private static let moralKeys = [
    VocabularyKey(
      "hassle", .quantity(.hours, .nonnegative), "Fixed cost per week of gaming at all.",
      default: "0.8 h", usual: "0.3 to 1.5 h", .derived,
      source: "calibrated so that hardly anybody games without an incentive"),
    VocabularyKey(
      "mislabelSurcharge", .quantity(.share, .nonnegative),
      "Added to hassle and moral cost by a false label, as a fraction.", default: "0.3", .assumed,
      source: "Courty and Marschke 2004; size assumed"),
  ]

  private static let beliefKeys = [
    VocabularyKey(
      "unspokenBelief", .quantity(.share, .unit),
      "Belief that a visible metric counts when nobody says anything.", default: "0.5",
      usual: "0.2 to 0.9", .assumed, source: "people guess that what is measured may be used"),
    VocabularyKey(
      "credibilityPriorWeight", .quantity(.number, .positive),
      "Observations that the first belief in a promise is worth.", default: "4", usual: "1 to 20",
      .assumed, source: "Beta-Bernoulli learning; size assumed"),
    VocabularyKey(
      "credibilityGain", .quantity(.number, .nonnegative), "Weight of a week without a violation.",
      default: "0.05", usual: "0.01 to 0.2", .assumed, source: "trust is slow to build"),
    VocabularyKey(
      "credibilityLoss", .quantity(.number, .nonnegative), "Weight of a violation seen or heard.",
      default: "2", usual: "1 to 5", .assumed, source: "negativity bias; size assumed"),
    VocabularyKey(
      "auditLearning", .quantity(.share, .unit), "Weight of this week in the belief about audits.",
      default: "0.2", usual: "0.05 to 0.5", .assumed, source: "availability; size assumed"),
    VocabularyKey(
      "detectionScale", .quantity(.tokens, .positive),
      "Gaming tokens at which detection reaches 63 % of its full value.", default: "50 Mtok",
      usual: "10 to 200 Mtok", .assumed, source: "about twice a week of scripted loops"),
    VocabularyKey(
      "contagionWithinTeam", .quantity(.share, .unit), "Share of contagion inside the team.",
      default: "70 %", usual: "50 to 90 %", .assumed,
      source: "peers who see one another (Mas and Moretti 2009); size assumed"),
  ]

  private static let workKeys = [
    VocabularyKey(
      "visibleItems", .whole(1...1_000),
      "Items that a cherry-picker looks at before taking the easiest.", default: "3", .assumed,
      source: "no direct evidence"),
    VocabularyKey(
      "difficultySize", .quantity(.number, QuantityRange(from: 0, to: 2)),
      "How much size grows with difficulty x: factor 1 + a (x - 1/2).", default: "0.8", .assumed,
      source: "no direct evidence"),
    VocabularyKey(
      "difficultyValue", .quantity(.number, QuantityRange(from: 0, to: 2)),
      "How much the value of an hour grows with difficulty: factor 1 + a (x - 1/2).",
      default: "0.4", .assumed, source: "no direct evidence"),
    VocabularyKey(
      "difficultyDefects", .quantity(.number, QuantityRange(from: 0, to: 2)),
      "How much defects grow with difficulty: factor 1 + a (x - 1/2).", default: "1", .derived,
      source: "acceptance of agent changes: documentation 82 %, features 66 % (AIDev 2025)"),
    VocabularyKey(
      "agentDefectFactor", .quantity(.number, .nonnegative),
      "Defects of agent-assisted over manual work.", default: "1.7", usual: "1 to 3", .measured,
      source: "CodeRabbit 2025: 1.7 times the faults in agents' pull requests"),
    VocabularyKey(
      "selfDetection", .quantity(.share, .unit),
      "Probability that the maker notices a defect before handing over.", default: "50 %",
      usual: "30 to 70 %", .assumed, source: "no direct evidence"),
    VocabularyKey(
      "cornerCutting", .quantity(.share, .unit), "Share of time saved by cutting corners.",
      default: "25 %", usual: "10 to 50 %", .assumed, source: "no direct evidence"),
    VocabularyKey(
      "cornerCuttingDefects", .quantity(.number, QuantityRange(from: 1)),
      "Factor on defects when corners are cut.", default: "2.5", usual: "1.5 to 5", .assumed,
      source: "no direct evidence"),
    VocabularyKey(
      "reopenWindow", .quantity(.weeks, QuantityRange(from: 1)),
      "Whole weeks after which a finished task counts as having stayed done.", default: "4 weeks",
      .assumed, source: "a monthly quality report"),
  ]
}
