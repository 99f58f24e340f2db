extension Vocabulary {
  static let role = VocabularySection(
    "a role",
    [
      VocabularyKey(
        "count", .whole(1...1_000_000), "Number of employees.", default: nil),
      VocabularyKey(
        "teamSize", .whole(1...10_000), "Employees to a team; the last team takes the remainder.",
        default: "8", usual: "4 to 15", .assumed, source: "common size of software teams"),
      VocabularyKey(
        "hours", .quantity(.hoursPerWeek, QuantityRange(above: 0, to: 168)),
        "Controllable working hours: presence minus meetings.", default: "30 h/week",
        usual: "20 to 40 h/week", .assumed, source: "40 hours less about ten of meetings"),
      VocabularyKey(
        "calendar", .alternatives([.choice(["always"]), .section(calendar)]),
        "When the teams are at work, in local time; 'always' for a queue that never closes.",
        default: "{}"),
      VocabularyKey(
        "timeZones",
        .list(.quantity(.clockHours, QuantityRange(from: -14, to: 14)), atLeast: 1),
        "Offsets of local time from the scenario's clock, dealt to the teams in turn.",
        default: "[0 h]"),
      VocabularyKey(
        "work", .alternatives([.choice(["all"]), .list(.reference(.workKind), atLeast: 1)]),
        "Kinds of work that this role does.", default: "all"),
      VocabularyKey(
        "ability", .distribution(.number, .positive),
        "Standard hours of work done per hour.", default: "{lognormal: {zeta: 0, sigma: 0.35}}",
        usual: "sigma 0.2 to 0.6", .assumed,
        source: "spread of output between programmers; no direct evidence for hours"),
      VocabularyKey(
        "traits", .section(traits), "What differs between employees and drives behaviour.",
        default: "{}"),
    ])

  static let calendar = VocabularySection(
    "working hours", replacedWhole: true,
    [
      VocabularyKey("days", .days, "Working days.", default: "Mon-Fri"),
      VocabularyKey(
        "from", .quantity(.hours, QuantityRange(from: 0, to: 24)), "Beginning of the working day.",
        default: "9 h"),
      VocabularyKey(
        "to", .quantity(.hours, QuantityRange(from: 0, to: 24)), "End of the working day.",
        default: "17 h"),
      VocabularyKey(
        "holidays", .list(.whole(0...36_500), atLeast: 0),
        "Closed days, counted from the Monday on which the warm-up begins (day 0).",
        default: "[]"),
    ])

  static let traits = VocabularySection(
    "traits",
    [
      VocabularyKey(
        "neverGames", .quantity(.share, .unit), "Share of employees who game under no incentive.",
        default: "40 %", usual: "20 to 60 %", .derived,
        source: "Abeler, Nosenzo and Raymond 2019 (most people forgo gains from lying); calibrated"),
      VocabularyKey(
        "statusWeight", .distribution(.hours, .nonnegative),
        "Weight of status on a board, per unit of status return.",
        default: "{lognormal: {median: 0.9 h, sigma: 0.6}}", usual: "0.2 to 2 h", .derived,
        source: "effects of rank feedback: Blanes i Vidal and Nossol 2011; Azmat and Iriberri 2010"),
      VocabularyKey(
        "careerWeight", .distribution(.hours, .nonnegative),
        "Weight of standing if the metric counts, per standard deviation.",
        default: "{lognormal: {median: 2.4 h, sigma: 0.5}}", usual: "0.5 to 6 h", .assumed,
        source: "differentials of bonus and promotion of about 5 to 10 % of pay"),
      VocabularyKey(
        "moralCost", .distribution(.hours, .nonnegative),
        "Moral cost of gaming at full intensity, per week.",
        default: "{lognormal: {median: 1 h, sigma: 0.8}}", usual: "0.3 to 3 h", .derived,
        source: "Abeler, Nosenzo and Raymond 2019; Nagin et al. 2002; calibrated to prevalence"),
      VocabularyKey(
        "promiseCredibility", .distribution(.share, .unit),
        "Belief at the beginning that a promise of non-use will be kept.",
        default: "{beta: {a: 2, b: 2}}", usual: "mean 0.2 to 0.9", .assumed,
        source: "no survey found; press accounts only"),
      VocabularyKey(
        "aiEffect", .distribution(.number, QuantityRange(from: -1)),
        "Long-run gain of agent-assisted over manual work per hour, as a fraction.",
        default: "{gaussian: {mean: 0.10, sigma: 0.20}, cap: {min: -0.9}}", usual: "-0.2 to 0.4",
        .derived,
        source: "METR 2025, Google 2024, Cui et al. 2024, DX 2026: trials from -19 % to +26 %"),
      VocabularyKey(
        "priorExperience", .distribution(.hours, .nonnegative),
        "Agent-assisted work done before the study, which shortens the learning.",
        default: "{exponential: {mean: 40 h}}", usual: "mean 0 to 200 h", .assumed,
        source: "a month or two of use at two hours a day for most; no direct evidence"),
      VocabularyKey(
        "tokenMultiplier", .distribution(.number, .nonnegative),
        "Personal multiplier of tokens per request.",
        default: "{lognormal: {median: 0.73, sigma: 1.2}}", usual: "sigma 0.9 to 1.8", .derived,
        source:
          "such that the top 10 and 25 % hold about 51 and 74 % of tokens (viberank); mean as "
          + "with median 1 and sigma 0.9"),
      VocabularyKey(
        "tokenAbilityCorrelation", .quantity(.number, QuantityRange(from: -1, to: 1)),
        "Correlation of the log token multiplier with log ability.", default: "0.5",
        usual: "0 to 0.8", .assumed,
        source: "top users produce about twice the output at ten times the tokens (Jellyfish 2026)"),
      VocabularyKey(
        "gamingYield", .distribution(.number, .nonnegative),
        "Personal multiplier of what scripted gaming yields.",
        default: "{lognormal: {median: 1, sigma: 1.5}}", usual: "sigma 1 to 2", .derived,
        source: "calibrated to the largest users reported at Meta and Disney (360 to 400 times the "
          + "mean)"),
    ])
}
