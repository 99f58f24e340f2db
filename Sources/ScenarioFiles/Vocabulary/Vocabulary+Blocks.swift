/// Blocks of behaviour that a scenario can set, or switch off with `none`.
extension Vocabulary {
  static let choiceRuleKeys = [
    VocabularyKey(
      "decisionRule",
      .choice([
        "logit", "bestResponse", "experienceWeighted", "imitation", "satisficing", "all",
      ]),
      "How people pick from the menu; 'all' compares the policies under every rule and says which "
        + "conclusions hold under all of them.", default: "logit", .assumed,
      source: "quantal response fits choices best on average (McKelvey and Palfrey 1995)"),
    VocabularyKey(
      "choiceInertia", .quantity(.share, .unit),
      "Probability that somebody keeps last week's profile without thinking.", default: "20 %",
      usual: "0 to 50 %", .assumed,
      source: "damps weekly cycles of best replies; no direct evidence"),
    VocabularyKey(
      "rankMemory", .whole(1...26),
      "Weeks of published figures in which people place themselves.", default: "1", .assumed,
      source: "fictitious play with a window of one week"),
    VocabularyKey(
      "attraction", .section(attraction),
      "Memory of the rule experienceWeighted.", default: "{}"),
    VocabularyKey(
      "satisficing", .section(satisficing), "What is good enough under the rule satisficing.",
      default: "{}"),
    VocabularyKey(
      "imitation", .section(imitation), "Copying of peers at the top, under any rule.",
      default: "{}"),
  ]

  static let blockKeys = [
    VocabularyKey(
      "effort", .optionalSection(effort),
      "How incentives and status move working time; 'none' fixes hours.", default: "{}"),
    VocabularyKey(
      "riskAversion", .quantity(.number, .nonnegative),
      "Dislike of variable pay, per hour of pay: half of it times the variance (r).",
      default: "0.05", usual: "0 to 0.1", .derived,
      source: "relative risk aversion 2 over a week's pay of 40 h; LEN of Holmström and Milgrom "
        + "1987"),
    VocabularyKey(
      "peers", .optionalSection(peers), "What team-mates do to gaming; 'none' switches it off.",
      default: "{}"),
    VocabularyKey(
      "crowdingOut", .optionalSection(crowdingOut),
      "How control wears down intrinsic motivation; 'none' switches it off.", default: "{}"),
    VocabularyKey(
      "fatigue", .optionalSection(fatigue),
      "How overload and control tire people; 'none' switches it off.", default: "{}"),
    VocabularyKey(
      "trust", .optionalSection(trust), "How trust is lost and regained; 'none' switches it off.",
      default: "{}"),
    VocabularyKey(
      "attrition", .optionalSection(attrition),
      "Who leaves, and what newcomers cost; 'none' keeps everybody.", default: "{}"),
    VocabularyKey(
      "automation", .optionalSection(automation),
      "Building automation that keeps working; 'none' leaves it out of the menu.",
      default: "none", .assumed, source: "no evidence on its yield"),
  ]

  private static let attraction = VocabularySection(
    "the memory of attractions",
    [
      VocabularyKey(
        "memory", .quantity(.number, .unit), "Weight of the past (phi).", default: "0.9",
        usual: "0.8 to 1", .derived, source: "Camerer and Ho 1999"),
      VocabularyKey(
        "forgone", .quantity(.number, .unit), "Weight of pay-offs forgone (delta).",
        default: "0.5", usual: "0.3 to 1", .derived, source: "Camerer and Ho 1999"),
      VocabularyKey(
        "accumulation", .quantity(.number, .unit),
        "How far attractions add up instead of averaging (kappa).", default: "0",
        usual: "0 to 1", .derived, source: "Camerer and Ho 1999"),
    ])

  private static let satisficing = VocabularySection(
    "satisficing",
    [
      VocabularyKey(
        "tolerance", .quantity(.hours, .nonnegative),
        "How far below the aspiration a week is still good enough.", default: "0.5 h", .assumed,
        source: "Simon 1955; size assumed"),
      VocabularyKey(
        "adaptation", .quantity(.share, .unit), "Weight of the latest week in the aspiration.",
        default: "20 %", .assumed, source: "no direct evidence"),
    ])

  private static let imitation = VocabularySection(
    "imitation",
    [
      VocabularyKey(
        "rate", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Probability of looking at somebody from the top tenth of a board that everybody sees.",
        default: "5 % / week", usual: "0 to 20 % / week", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "scale", .quantity(.hours, .positive),
        "Gain a week at which a better profile is always copied.", default: "2 h", .assumed,
        source: "proportional imitation (Schlag 1998); size assumed"),
      VocabularyKey(
        "trial", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Probability of trying something else under the rule imitation.",
        default: "5 % / week", usual: "1 to 10 % / week", .assumed, source: "no direct evidence"),
    ])

  private static let effort = VocabularySection(
    "effort",
    [
      VocabularyKey(
        "costSlope", .quantity(.number, .positive),
        "Marginal cost of working twice as long, per hour (k).", default: "6", usual: "2 to 12",
        .derived,
        source: "pay by the piece raised output by 22 % beyond selection (Lazear 2000): "
          + "40 h / (30 h x 0.22)"),
      VocabularyKey(
        "most", .quantity(.share, .nonnegative), "Most effort above the contract's hours.",
        default: "20 %", usual: "10 to 30 %", .assumed, source: "a working day of ten hours"),
      VocabularyKey(
        "least", .quantity(.share, .unit), "Most effort below the contract's hours.",
        default: "20 %", usual: "10 to 50 %", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "discouragement", .quantity(.number, .nonnegative),
        "Effort lost below the median of a public board, per unit of percentile.",
        default: "0.2", usual: "0 to 0.4", .derived,
        source: "Barankay 2012: sales rose 11 % when rank feedback ended; Ashraf, Bandiera and "
          + "Lee 2014"),
    ])

  private static let peers = VocabularySection(
    "peers",
    [
      VocabularyKey(
        "pressure", .quantity(.hours, .nonnegative),
        "Worth of gaming where all team-mates do, cost where none does, on a public board (J).",
        default: "0.3 h", usual: "0 to 1 h", .assumed,
        source: "Brock and Durlauf 2001; Dimmock, Gerken and Graham 2018 (multiplier 1.59)"),
      VocabularyKey(
        "conformity", .quantity(.number, .nonnegative),
        "Cost of standing apart from the team on a board, hours per squared deviation (psi).",
        default: "0.12", usual: "0 to 0.3", .derived,
        source: "Herbst and Mas 2015: peers' output moves one's own by 0.12 (s.e. 0.03)"),
      VocabularyKey(
        "normErosion", .quantity(.share, .unit),
        "Share of the moral cost that a team of gamers takes away (zeta).", default: "50 %",
        usual: "0 to 80 %", .assumed, source: "Dimmock, Gerken and Graham 2018; size assumed"),
    ])

  private static let crowdingOut = VocabularySection(
    "crowding-out",
    [
      VocabularyKey(
        "rate", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Share of motivation that full control takes (chi_c).", default: "0.5 % / week",
        usual: "0 to 2 % / week", .derived,
        source: "Deci, Koestner and Ryan 1999; Cerasoli et al. 2014; replications of Falk and "
          + "Kosfeld 2006 find little"),
      VocabularyKey(
        "recovery", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Share of what was lost that comes back (chi_r).", default: "5 % / week",
        usual: "0 to 10 % / week", .assumed,
        source: "under full control a tenth of motivation is lost in the long run; no direct "
          + "evidence"),
    ])

  private static let fatigue = VocabularySection(
    "fatigue",
    [
      VocabularyKey(
        "decay", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Share that wears off (delta_F).", default: "30 % / week", usual: "10 to 50 % / week",
        .assumed, source: "no direct evidence"),
      VocabularyKey(
        "overload", .quantity(.number, .nonnegative),
        "Fatigue a week of working twice the contract's hours (phi_F).", default: "0.3",
        .assumed, source: "no direct evidence"),
      VocabularyKey(
        "stress", .quantity(.number, .nonnegative), "Fatigue a week under full control.",
        default: "0.01", usual: "0 to 0.05", .derived,
        source: "electronic monitoring and stress r = .11 (Siegel, König and Lazar 2022); size "
          + "assumed"),
      VocabularyKey(
        "valueLoss", .quantity(.share, .unit), "Share of value lost at fatigue 1 (eta_F).",
        default: "10 %", usual: "0 to 50 %", .derived,
        source: "monitoring and performance r = -.01: a third of a per cent (Siegel, König and "
          + "Lazar 2022)"),
      VocabularyKey(
        "inattention", .quantity(.number, .nonnegative),
        "Rate at which reviewers' attention falls with fatigue (eta).", default: "0.5", .assumed,
        source: "no direct evidence"),
    ])

  private static let trust = VocabularySection(
    "trust",
    [
      VocabularyKey(
        "recovery", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Share of lost trust that comes back (r_tau).", default: "2 % / week",
        usual: "0 to 10 % / week", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "violation", .quantity(.share, .unit), "Loss by a broken promise (k1).", default: "10 %",
        usual: "0 to 30 %", .assumed, source: "negativity bias; size assumed"),
      VocabularyKey(
        "falseAccusation", .quantity(.share, .unit),
        "Loss when the whole team is wrongly accused (k2).", default: "20 %", usual: "0 to 50 %",
        .assumed, source: "no direct evidence"),
      VocabularyKey(
        "unpunishedGaming", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Loss when the whole team games in sight of all (k3).", default: "1 % / week",
        usual: "0 to 5 % / week", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "control", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Loss under full control (k4).", default: "0.1 % / week", usual: "0 to 0.5 % / week",
        .derived, source: "monitoring and satisfaction r = -.10 (Siegel, König and Lazar 2022)"),
      VocabularyKey(
        "legitimacy", .quantity(.share, .unit),
        "Share of the moral cost of gaming that hangs on trust.", default: "50 %",
        usual: "0 to 80 %", .assumed, source: "MODEL 1.5 scales it by legitimacy; size assumed"),
    ])

  private static let attrition = VocabularySection(
    "attrition",
    [
      VocabularyKey(
        "hazard", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Hazard of leaving for somebody who fares as before (h0).", default: "0.25 % / week",
        usual: "0.1 to 0.6 % / week", .assumed, source: "12 % a year; no direct evidence"),
      VocabularyKey(
        "utilitySlope", .quantity(.number, .nonnegative),
        "How much an hour a week less raises the log hazard (b_U).", default: "0.1",
        usual: "0 to 0.3", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "trustSlope", .quantity(.number, .nonnegative),
        "How much the loss of all trust raises the log hazard (b_tau).", default: "2",
        usual: "0 to 4", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "replacement", .quantity(.hours, .nonnegative),
        "Cost of a replacement in hours of pay.", default: "500 h", usual: "200 to 2000 h",
        .assumed, source: "a quarter of a year's pay; estimates run from that to twice the pay"),
      VocabularyKey(
        "start", .quantity(.share, .unit), "Share of their ability that newcomers start with.",
        default: "50 %", usual: "25 to 80 %", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "rampUp", .quantity(.weeks, QuantityRange(from: 0, to: 520)),
        "Weeks in which newcomers close 63 % of the gap.", default: "12 weeks",
        usual: "4 to 26 weeks", .assumed, source: "no direct evidence"),
    ])

  private static let automation = VocabularySection(
    "automation",
    [
      VocabularyKey(
        "hours", .quantity(.hours, .positive), "Hours a week that somebody who builds puts in.",
        default: "3 h", usual: "1 to 8 h", .assumed, source: "a tenth of the week"),
      VocabularyKey(
        "yield", .quantity(.number, .nonnegative),
        "Standard hours a week that an hour of building brings (zeta).", default: "0.1",
        usual: "0.02 to 0.3", .assumed, source: "no direct evidence"),
      VocabularyKey(
        "depreciation", .quantity(.sharePerWeek, QuantityRange(from: 0, to: 1)),
        "Share that stops working (delta_A).", default: "2 % / week", usual: "0 to 10 % / week",
        .assumed, source: "no direct evidence"),
      VocabularyKey(
        "horizon", .quantity(.weeks, QuantityRange(from: 1, to: 520)),
        "Weeks that people look ahead when they build.", default: "12 weeks",
        usual: "4 to 52 weeks", .assumed, source: "no direct evidence"),
    ])
}
