extension Vocabulary {
  static let workKind = VocabularySection("a kind of work", arrivalKeys + effortKeys + outcomeKeys)

  private static let arrivalKeys = [
    VocabularyKey(
      "arrivals", .alternatives([.choice(["backlog"]), .quantity(.perWeek, .positive)]),
      "Mean number of new items for each employee, or each team; 'backlog' never runs dry.",
      default: nil),
    VocabularyKey(
      "profile",
      .alternatives([.choice(["office", "uniform", "workingHours"]), .section(profile)]),
      "When in the week items arrive.", default: "office", .measured,
      source: "20,068 commits in 11 public repositories by local hour of the week"),
    VocabularyKey(
      "assignment", .choice(["employee", "team"]),
      "Whether an item belongs to one employee or "
        + "waits in the team's common queue.", default: "employee"),
    VocabularyKey(
      "priority", .whole(0...15), "Smaller is served first.", default: "8"),
    VocabularyKey(
      "preempts", .flag, "Whether an arriving item interrupts work of lower priority.",
      default: "false"),
  ]

  private static let effortKeys = [
    VocabularyKey(
      "size", .distribution(.hours, .nonnegative), "Manual work of an item at ability 1.",
      default: "{fitted: task.human_minutes.no_ai}", usual: "mean 0.5 to 5 h", .measured,
      source: "METR 2025: 110 tasks of open-source developers without AI, median 65 min"),
    VocabularyKey(
      "difficulty", .distribution(.share, .unit),
      "Difficulty between 0 and 1; scales size, defects and value.",
      default: "{beta: {a: 2, b: 2}}", .assumed, source: "symmetric around one half"),
    VocabularyKey(
      "valuePerHour", .quantity(.number, .nonnegative),
      "Value of a finished standard hour, in standard hours.", default: "1", .assumed,
      source: "an hour of work is worth an hour"),
    VocabularyKey(
      "task", .flag, "Whether items count as tasks in telemetry; messages do not.",
      default: "true"),
    VocabularyKey("agents", .flag, "Whether agents can do the work.", default: "true"),
  ]

  private static let outcomeKeys = [
    VocabularyKey(
      "reviewed", .flag, "Whether a team-mate reviews the result.", default: "false"),
    VocabularyKey(
      "deploys", .quantity(.share, .unit), "Share of finished items that are deployed.",
      default: "0 %", usual: "0 to 50 %", .assumed, source: "0.05 to 3 deployments a developer-day"),
    VocabularyKey(
      "untrustedInput", .quantity(.share, .unit),
      "Share of items that carry content from outside the organisation.", default: "0 %",
      .assumed, source: "no direct evidence"),
    VocabularyKey(
      "defects", .quantity(.share, .unit),
      "Probability that manual work of mean difficulty is defective.", default: "15 %",
      usual: "5 to 40 %", .derived,
      source: "change failure rates of DORA's clusters, 5 to 40 %, middle 10 to 20 %"),
    VocabularyKey(
      "reopensAfter", .distribution(.weeks, .nonnegative),
      "Time until an escaped defect surfaces and the item is reopened.",
      default: "{lognormal: {median: 1.5 weeks, sigma: 0.8}}", .assumed,
      source: "no direct evidence"),
  ]

  static let profile = VocabularySection(
    "an hour-of-week profile", replacedWhole: true,
    [
      VocabularyKey(
        "shares", .list(.quantity(.number, .nonnegative), atLeast: 168),
        "Relative intensity of the 168 hours from Monday 00:00.", default: nil)
    ])

  static let review = VocabularySection(
    "a review practice",
    [
      VocabularyKey(
        "duration", .distribution(.hours, .nonnegative), "Time one review takes.",
        default: "{lognormal: {mean: 0.6 h, cv: 1.3}}", usual: "mean 0.2 to 2 h", .assumed,
        source: "no direct evidence"),
      VocabularyKey(
        "priority", .whole(0...15), "Priority of a review among the reviewer's work.",
        default: "4"),
      VocabularyKey(
        "hoursPerDay", .quantity(.hours, QuantityRange(from: 0, to: 24)),
        "Time per person and working day that goes to reviews at most.", default: "1 h",
        usual: "0.3 to 2 h", .assumed, source: "about 1.2 times the load without agents"),
      VocabularyKey(
        "patience", .quantity(.clockHours, .nonnegative),
        "Time on the clock after which a change is merged without review.", default: "96 h",
        usual: "24 to 120 h", .assumed,
        source: "median pull-request cycle of 83 h (LinearB 2026); no direct evidence"),
      VocabularyKey(
        "catches", .quantity(.share, .unit),
        "Probability that a review notices a defect or a harmful action.", default: "80 %",
        usual: "30 to 95 %", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "rework", .distribution(.number, .nonnegative),
        "Hours of rework after a defect is found, per standard hour of the item.",
        default: "{lognormal: {mean: 0.25, cv: 1.4}}", .derived,
        source: "METR 2025: rework after review (mean 23 min) over task (mean 91 min)"),
      VocabularyKey(
        "reworkPriority", .whole(0...15), "Priority of rework.", default: "5"),
    ])
}
