import WorkplaceModel

extension Vocabulary {
  static let platform = VocabularySection("an agent platform", usageKeys + tokenKeys + toolKeys)

  private static let usageKeys = [
    VocabularyKey(
      "concurrency", .alternatives([.choice(["none"]), .whole(1...10_000_000)]),
      "Requests served at once across the organisation; 'none' for no limit.", default: "none"),
    VocabularyKey(
      "sessions", .quantity(.perHour, .positive), "Agent sessions per hour of assisted work.",
      default: "0.8 / h", usual: "0.3 to 3 / h", .derived,
      source: "32 M tokens in about ten assisted hours a week (Jellyfish 2026) over 3.9 M a session"
    ),
    VocabularyKey(
      "requests", .distribution(.count, QuantityRange(from: 1)), "Requests in one session.",
      default: "{fitted: session.requests_count}", .measured,
      source: "team usage export, 746 sessions of 13 users, mean 6.0"),
    VocabularyKey(
      "thinkTime", .distribution(.clockHours, .nonnegative),
      "Time between a reply and the next request of a person.",
      default: "{fitted: session.request_gap_s}", .measured,
      source: "team usage export, 3,750 gaps within sessions"),
    VocabularyKey(
      "latency", .distribution(.clockHours, .nonnegative),
      "Time the platform takes for one request.",
      default: "{fitted: step.llm_generation_s, scale: 7.8}", .derived,
      source: "TraceLab: 11 s of generation a step, 7.8 steps a request"),
    VocabularyKey(
      "weekNoise", .quantity(.number, .nonnegative),
      "Log standard deviation of an employee's tokens from week to week.", default: "0.5",
      usual: "0.3 to 0.8", .derived,
      source: "median week-to-week rank correlation 0.68 and daily log correlation 0.27 of a team"),
    VocabularyKey(
      "success", .table(.workKind, .distribution(.share, .unit)),
      "Probability, drawn per item, that an agent gets the item right, by kind of work.",
      default: "{}"),
    VocabularyKey(
      "successOtherwise", .distribution(.share, .unit),
      "The same for kinds of work that 'success' does not name.",
      default: "{fitted: agent_task.success_probability.strong}", usual: "mean 0.3 to 0.8",
      .measured,
      source: "Terminal-Bench trials: 80 tasks, mean 0.57; most tasks are solved always or never"),
  ]

  private static let tokenKeys = [
    VocabularyKey(
      "promptTokens", .distribution(.tokens, .nonnegative),
      "Prompt tokens of one request, cached ones included.",
      default: "{fitted: request.total_tokens.agentic}", .measured,
      source: "team usage export, 4,528 requests; output, below 1 %, is included"),
    VocabularyKey(
      "outputTokens", .distribution(.tokens, .nonnegative), "Output tokens of one request.",
      default: "{fitted: request.output_tokens.agentic}", .measured,
      source: "team usage export, 4,528 requests"),
    VocabularyKey(
      "cacheReads", .quantity(.share, .unit),
      "Share of prompt tokens read from cache after the first request of a session.",
      default: "95.7 %", usual: "86 to 96 %", .measured,
      source: "TraceLab: 52.6 G of 54.9 G prompt tokens; Copilot agents 85.7 %"),
    VocabularyKey(
      "firstCacheReads", .quantity(.share, .unit),
      "The same of the first request: instructions and tools are cached before it.",
      default: "50 %", usual: "0 to 80 %", .derived,
      source: "such that reads are 86 to 96 % of prompt tokens over sessions of six requests"),
    VocabularyKey(
      "cacheWrites", .quantity(.share, .unit),
      "Share of the uncached prompt tokens that are written to cache.", default: "80 %", .assumed,
      source: "agent tools cache nearly all of what they append; no figure found"),
    VocabularyKey(
      "price",
      .alternatives([.quantity(.moneyPerMegatoken, .nonnegative), .section(tokenPrices)]),
      "Price of tokens: one for all classes, or one for each.", default: "$0.60 / Mtok",
      usual: "$0.30 to $5 / Mtok", .derived,
      source: "list prices blended with 406 cached re-reads per written token (viberank)"),
    VocabularyKey(
      "lines", .quantity(.perKilotoken, .nonnegative),
      "Lines of code suggested per thousand output tokens, as telemetry counts them.",
      default: "20 / ktok", usual: "5 to 50 / ktok", .assumed,
      source: "about ten tokens a line and a fifth of the output being code"),
  ]

  private static let toolKeys = [
    VocabularyKey(
      "toolCalls", .quantity(.perMegatoken, .nonnegative), "Tool calls per million tokens.",
      default: "33 / Mtok", usual: "8 to 100 / Mtok", .assumed,
      source: "one call in 30 k tokens; TraceLab and Copilot agents make 8 to 14 a million"),
    VocabularyKey(
      "tools", .alternatives([.list(.reference(.tool), atLeast: 1), .section(toolShares)]),
      "Shares of tool calls by class, or a list of tools among which the default shares are "
        + "divided.",
      default: "{read: 70 %, chat: 8 %, email: 5 %, repositoryWrite: 13 %, deploy: 1 %, "
        + "secrets: 0.5 %, externalNetwork: 2.5 %}", .assumed,
      source: "chosen with the irreversible shares so that 0.8 % of calls are irreversible"),
  ]

  static let tokenPrices = VocabularySection(
    "prices of token classes",
    [
      VocabularyKey(
        "freshInput", .quantity(.moneyPerMegatoken, .nonnegative),
        "Prompt tokens neither read from nor written to cache.", default: "$5 / Mtok", .measured,
        source: "list price of a frontier model, 2026"),
      VocabularyKey(
        "cacheWrite", .quantity(.moneyPerMegatoken, .nonnegative),
        "Prompt tokens written to cache.", default: "$6.25 / Mtok", .measured,
        source: "1.25 times the price of input on vendors' lists"),
      VocabularyKey(
        "cacheRead", .quantity(.moneyPerMegatoken, .nonnegative),
        "Prompt tokens read from cache.", default: "$0.50 / Mtok", .measured,
        source: "a tenth of the price of input on vendors' lists"),
      VocabularyKey(
        "output", .quantity(.moneyPerMegatoken, .nonnegative), "Generated tokens.",
        default: "$25 / Mtok", .measured, source: "list price of a frontier model, 2026"),
    ])

  static let toolShares = VocabularySection(
    "shares of tool calls", replacedWhole: true,
    ToolClass.allCases.map { tool in
      VocabularyKey(
        tool.name, .quantity(.share, .unit), "Share of calls that \(tool.meaning).",
        default: "0 %")
    })

  static let permissionProfile = VocabularySection(
    "a permission profile",
    [
      VocabularyKey(
        "grants",
        .alternatives([
          .choice(["all", "per task"]), .list(.reference(.tool), atLeast: 0), .section(toolBreadth),
        ]),
        "What agents may use: everything, only what a task needs, a list of tools, or for each "
          + "class the share of calls that reach something they can harm.", default: "all"),
      VocabularyKey(
        "breadth", .quantity(.share, .unit),
        "Share of calls that reach something they can harm when grants are per task.",
        default: "15 %", usual: "2 to 50 %", .derived,
        source: "policy mediation cut attack success from 25.8 % to 4.2 % (Progent reproduction)"),
      VocabularyKey(
        "sandbox",
        .alternatives([.choice(["none", "container", "vm"]), .section(toolAbsorption)]),
        "What encloses agents: 'container' absorbs 50 % of the harm of repository writes, 30 % of "
          + "deployments, 60 % of secrets and 70 % of network calls; 'vm' 70, 30, 80 and 80 %; or "
          + "shares by class.",
        default: "none"),
      VocabularyKey(
        "approval", .alternatives([.choice(["none"]), .section(approval)]),
        "Which calls wait for a person's approval.", default: "none"),
      VocabularyKey(
        "approvalTime", .quantity(.hours, .nonnegative), "Attention that one approval takes.",
        default: "30 s", usual: "5 s to 3 min", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "approvalAccepted", .quantity(.share, .unit),
        "Share of harmful calls that a person waves through nonetheless who is asked rarely.",
        default: "93 %", usual: "20 to 95 %", .derived,
        source: "93 % of all permission prompts are approved (Anthropic, March 2026)"),
      VocabularyKey(
        "approvalFatigue", .quantity(.share, .unit),
        "Fraction of the attention left that each further approval a day takes: of n a day, the "
          + "share 1 - (1 - approvalAccepted) (1 - approvalFatigue)^n of harmful calls passes.",
        default: "0.7 %", usual: "0 to 3 %", .assumed,
        source: "sessions in which people approve one by one fall from 80 to 60 % with experience "
          + "(Anthropic, February 2026), read as 40 approvals a day"),
      VocabularyKey(
        "gateMisses", .quantity(.share, .unit),
        "Share of harmful calls that an automated gate lets through.", default: "17 %",
        usual: "5 to 40 %", .measured,
        source: "real over-eager actions missed by a classifier (Anthropic, March 2026)"),
      VocabularyKey(
        "gateFalseAlarms", .quantity(.share, .unit),
        "Share of harmless calls that an automated gate stops, each for a person to look at.",
        default: "0.4 %", usual: "0.1 to 5 %", .measured,
        source: "false positives of the same classifier (Anthropic, March 2026)"),
      VocabularyKey(
        "injectionDefence",
        .alternatives([
          .choice(["none", "spotlighting", "toolFilter", "sandwich", "capabilityControl"]),
          .quantity(.share, .unit),
        ]),
        "Defence against injected content: a factor on its success, or a defence measured in "
          + "AgentDojo; over all surfaces spotlighting leaves a success of 0.6 %, a tool filter "
          + "0.9 %, a prompt sandwich 2.6 %, capability control 0.05 % of 4.7 %.",
        default: "none"),
      VocabularyKey(
        "auditLog", .flag,
        "Whether calls leave a trail that audits can read, so that a false label misleads nobody.",
        default: "false"),
      VocabularyKey(
        "productivityLoss", .alternatives([.choice(["measured"]), .quantity(.share, .unit)]),
        "Fraction of the agents' gain lost to missing or filtered tools; 'measured' is what the "
          + "defence against injected content cost in tasks solved, relative to none: tool filter "
          + "19.3 %, capability control 29.5 %, else 0.",
        default: "measured", usual: "0 to 30 %", .measured,
        source: "AgentDojo, tasks solved without attack: 90.7 % undefended, 92.8 % with "
          + "spotlighting, 73.2 % with a tool filter, 63.9 % with capability control; the prompt "
          + "sandwich is not tabulated"),
    ])

  static let approval = VocabularySection(
    "an approval rule", replacedWhole: true,
    [
      VocabularyKey(
        "for", .list(.reference(.tool), atLeast: 1), "Tools whose calls wait for approval.",
        default: nil),
      VocabularyKey(
        "by", .choice(["person", "gate"]),
        "Who answers: the person who runs the agent and tires of it, or an automated gate, which "
          + "does not tire and calls the person only where it stops something.",
        default: "person"),
    ])

  static let toolBreadth = byTool(
    "breadth by class of tool", "Share of calls that %@ and can do harm.", default: "0 %")
  static let toolAbsorption = byTool(
    "absorption by class of tool", "Share of harm that is absorbed of calls that %@.",
    default: "0 %")

  private static func byTool(
    _ name: String, _ meaning: String, default text: String
  ) -> VocabularySection {
    VocabularySection(
      name, replacedWhole: true,
      ToolClass.allCases.map { tool in
        let parts = meaning.split(separator: "%@", omittingEmptySubsequences: false)
        return VocabularyKey(
          tool.name, .quantity(.share, .unit), parts.joined(separator: tool.meaning),
          default: text)
      })
  }
}

extension ToolClass {
  /// What calls of the class do.
  var meaning: String {
    switch self {
    case .read: "read files, mail or messages"
    case .chat: "post chat messages"
    case .email: "send mail"
    case .repositoryWrite: "change a repository"
    case .deploy: "deploy"
    case .secrets: "use secrets"
    case .externalNetwork: "reach outside addresses"
    }
  }
}
