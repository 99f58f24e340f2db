import WorkplaceModel

extension Vocabulary {
  static let techniques = VocabularySection(
    "techniques of gaming",
    Technique.allCases.map { technique in
      VocabularyKey(
        technique.name, .section(section(of: technique)),
        technique.summary.prefix(1).uppercased() + technique.summary.dropFirst() + ".",
        default: "{}")
    })

  /// What differs between techniques.
  private struct TechniqueDefaults {
    var hours: String
    var intensity: String
    var hassle: String
    var tokens = "0"
    var personalYield = "false"
    var changes = "0 / Mtok"
    var discovery = "1 % / week"
  }

  private static func defaults(of technique: Technique) -> TechniqueDefaults {
    switch technique {
    case .topUp:
      TechniqueDefaults(
        hours: "0.2 h", intensity: "0.2", hassle: "0.5", tokens: "0.5 Mtok",
        discovery: "10 % / week")
    case .padding:
      TechniqueDefaults(hours: "0.5 h", intensity: "0.35", hassle: "1", tokens: "8 Mtok")
    case .loops:
      TechniqueDefaults(
        hours: "0.75 h", intensity: "0.7", hassle: "1", tokens: "24 Mtok", personalYield: "true",
        changes: "0.03 / Mtok")
    case .swarms:
      TechniqueDefaults(
        hours: "1.5 h", intensity: "1", hassle: "1", tokens: "160 Mtok", personalYield: "true",
        changes: "0.03 / Mtok")
    case .mislabelling:
      TechniqueDefaults(hours: "0 h", intensity: "0", hassle: "0", discovery: "50 % / week")
    case .cherryPicking:
      TechniqueDefaults(hours: "0 h", intensity: "0.15", hassle: "0.1", discovery: "10 % / week")
    case .errorHiding:
      TechniqueDefaults(hours: "0 h", intensity: "0.3", hassle: "0.1", discovery: "10 % / week")
    case .cornerCutting:
      TechniqueDefaults(hours: "0 h", intensity: "0.5", hassle: "0.3", discovery: "10 % / week")
    }
  }

  private static func section(of technique: Technique) -> VocabularySection {
    let defaults = defaults(of: technique)
    return VocabularySection(
      "a technique",
      costKeys(defaults) + yieldKeys(defaults) + spreadKeys(defaults))
  }

  private static func costKeys(_ defaults: TechniqueDefaults) -> [VocabularyKey] {
    [
      VocabularyKey(
        "hours", .quantity(.hours, .nonnegative), "Human time per week it takes.",
        default: defaults.hours, usual: "0.1 to 5 h", .assumed,
        source: "an overnight loop costs under two hours of attention; no direct evidence"),
      VocabularyKey(
        "intensity", .quantity(.share, .unit), "Share of the full moral cost it carries.",
        default: defaults.intensity, .assumed, source: "no direct evidence"),
      VocabularyKey(
        "hassleShare", .quantity(.share, .nonnegative), "Share of the fixed hassle it carries.",
        default: defaults.hassle, .assumed, source: "no direct evidence"),
    ]
  }

  private static func yieldKeys(_ defaults: TechniqueDefaults) -> [VocabularyKey] {
    [
      VocabularyKey(
        "tokens", .quantity(.tokens, .nonnegative), "Median tokens per week it burns.",
        default: defaults.tokens, usual: "0.25 to 4 times the default", .derived,
        source: "calibrated to Meta's mean of 165 M a week against an honest mean of 74 M"),
      VocabularyKey(
        "personalYield", .flag, "Whether the personal heavy-tailed yield multiplies its tokens.",
        default: defaults.personalYield, .derived,
        source: "with a bounded yield, gaming would make use more equal; reports say the opposite"),
      VocabularyKey(
        "changes", .quantity(.perMegatoken, .nonnegative),
        "Junk changes opened for review per million tokens.", default: defaults.changes,
        usual: "0 to 0.2 / Mtok", .assumed,
        source: "Faros 2026: five times the review time, 31 % more merged unreviewed"),
    ]
  }

  private static func spreadKeys(_ defaults: TechniqueDefaults) -> [VocabularyKey] {
    [
      VocabularyKey(
        "discovery", .quantity(.sharePerWeek, .nonnegative),
        "Weekly hazard of discovering it while a metric exists.", default: defaults.discovery,
        usual: "0.2 to 3 % / week; more for what everybody can think of", .derived,
        source: "calibrated to a social multiplier of 1.3 to 1.9 (Dimmock et al. 2018: 1.59)"),
      VocabularyKey(
        "contagion", .quantity(.sharePerWeek, .nonnegative),
        "Weekly hazard of learning it when all others use it.", default: "35 % / week",
        usual: "10 to 60 % / week", .derived,
        source: "Dimmock et al. 2018; agentic use from 32 % to 84 % in a month at Uber"),
      VocabularyKey(
        "forgetting", .quantity(.sharePerWeek, .nonnegative), "Weekly hazard of forgetting it.",
        default: "2 % / week", usual: "0 to 10 % / week", .assumed, source: "no direct evidence"),
    ]
  }
}
