import WorkplaceModel

extension Vocabulary {
  static let risk = VocabularySection(
    "risk",
    [
      VocabularyKey(
        "irreversible", .section(irreversible), "Share of calls that cannot be undone, by class.",
        default: "{}"),
      VocabularyKey(
        "harm", .quantity(.share, .unit),
        "Probability that an unguarded irreversible call does "
          + "harm.", default: "0.0001", usual: "0.000001 to 0.001", .assumed,
        source: "the least known and most influential figure of the model"),
      VocabularyKey(
        "injectionAttempts", .quantity(.number, .nonnegative),
        "Attacks per item with untrusted content that an agent handles.", default: "0.001",
        usual: "0.00001 to 0.01", .assumed, source: "no data found"),
      VocabularyKey(
        "injectionSuccess", .alternatives([.choice(["measured"]), .quantity(.share, .unit)]),
        "Probability that an agent follows one attack: 'measured', by surface and defence from "
          + "trials; or the share of an undefended agent, which measured defences then scale.",
        default: "measured", usual: "0.2 to 31 %", .measured,
        source: "AgentDojo, one model: 44 of 949 attacks undefended, 24 with a prompt sandwich, 8 "
          + "with a tool filter, 5 with spotlighting, none with capability control"),
      VocabularyKey(
        "injectionUncertainty", .choice(["drawn", "mean"]),
        "Whether each replication draws the measured success from its posterior, so that the doubt "
          + "of few trials enters every interval, or all take the posterior's mean.",
        default: "drawn", .derived,
        source: "Beta posterior with the prior of Jeffreys, beta(x + 1/2, n - x + 1/2)"),
      VocabularyKey(
        "injectionSurface", .table(.workKind, .choice(AttackSurface.allCases.map(\.name))),
        "Through which tools untrusted content comes, by kind of work: 'chat' (105 trials a "
          + "defence), 'mail' (mail, calendar and documents, 560) or 'all' (949).",
        default: "{}"),
      VocabularyKey(
        "injectionSurfaceOtherwise", .choice(AttackSurface.allCases.map(\.name)),
        "The same for kinds of work that 'injectionSurface' does not name.", default: "all",
        .assumed, source: "the average over the surfaces that were tried"),
      VocabularyKey(
        "humanIncidents", .quantity(.share, .unit),
        "Probability that a deployed, escaped defect becomes an incident.", default: "0.5 %",
        usual: "0.1 to 5 %", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "severities", .section(severities), "Loss of one incident, by class.", default: "{}"),
      VocabularyKey(
        "detection", .distribution(.clockHours, .nonnegative),
        "Time on the clock from harm to its discovery.",
        default: "{fitted: service_incident.detect_min}", .measured,
        source: "123 reports of incidents of LLM services, 2021 to 2024"),
      VocabularyKey(
        "repair", .distribution(.hours, .nonnegative),
        "Time that one incident costs the team.", default: "{fitted: service_incident.fix_min}",
        .measured, source: "130 reports of incidents of LLM services, 2021 to 2024"),
    ])

  private static let irreversible = VocabularySection(
    "irreversible shares",
    ToolClass.allCases.map { tool in
      VocabularyKey(
        tool.name, .quantity(.share, .unit),
        "Share that cannot be undone of calls that \(tool.meaning).",
        default: irreversibleDefault(tool), .derived,
        source: "0.8 % of all calls are irreversible (Anthropic, February 2026); split assumed")
    })

  private static func irreversibleDefault(_ tool: ToolClass) -> String {
    switch tool {
    case .read: "0 %"
    case .chat: "0.5 %"
    case .email: "1 %"
    case .repositoryWrite: "3 %"
    case .deploy: "15 %"
    case .secrets: "5 %"
    case .externalNetwork: "2 %"
    }
  }

  private static let severities = VocabularySection(
    "severities",
    IncidentClass.allCases.map { incident in
      VocabularyKey(
        incident.name, .section(severity(of: incident)), incident.meaning, default: "{}")
    })

  private static func severity(of incident: IncidentClass) -> VocabularySection {
    let (median, sigma) =
      switch incident {
      case .missentMessage: ("$200", "1.5")
      case .badDeploy: ("$5 k", "1.8")
      case .destructiveAction: ("$25 k", "2.0")
      case .leak: ("$50 k", "2.0")
      }
    return VocabularySection(
      "a severity",
      [
        VocabularyKey(
          "median", .quantity(.money, .positive), "Median loss.", default: median, .assumed,
          source: "no direct evidence; well below the cyber losses that reach the news"),
        VocabularyKey(
          "sigma", .quantity(.number, .nonnegative), "Log standard deviation of the loss.",
          default: sigma, usual: "1 to 3.6", .assumed,
          source: "half of the spread of all cyber losses (Cyentia IRIS 20/20: 3.59)"),
        VocabularyKey(
          "limit", .quantity(.money, .positive), "Largest loss; larger draws are cut to it.",
          default: "$10 M", usual: "$1 M to $1 G", .assumed,
          source: "a tenth of cyber losses exceed $20 M (Cyentia IRIS 20/20)"),
      ])
  }
}

extension IncidentClass {
  /// What happened, in one sentence.
  var meaning: String {
    switch self {
    case .missentMessage: "A message that should not have been sent."
    case .badDeploy: "A deployment that breaks a service."
    case .destructiveAction: "Data or code destroyed or changed against intention."
    case .leak: "Secrets or data that left the organisation."
    }
  }
}
