import Experiments

/// The card of intended use: what the model can say and cannot, and what it rests on.
///
/// After model cards (Mitchell et al., *Model Cards for Model Reporting*, 2019).
enum TrustSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    guard let assumptions = context.package.table("assumptions")?.records, !assumptions.isEmpty
    else { return nil }
    return ReportSection(
      name: "trust", title: "What it rests on, and what it cannot say",
      lead: counts(assumptions),
      tables: [use, influential(assumptions)].compactMap { $0 },
      notes: [
        "assumptions.csv has every value with its usual range, confidence and source.",
        """
        goodhart flip SCENARIO finds how far each assumption can move before another policy is the \
        best; goodhart sweep SCENARIO finds which of them matter.
        """,
      ])
  }

  private static func counts(_ assumptions: [TableRow]) -> String {
    func count(_ confidence: String) -> Int {
      assumptions.count { $0.text("confidence") == confidence }
    }
    let own = assumptions.count { !$0["default"].isTrue }
    return """
      Of \(assumptions.count) figures about people, work, agents and harm \(count("measured")) are \
      measured elsewhere, \(count("derived")) are derived from measurements, and \
      \(count("assumed")) are assumed. The scenario sets \(own) of them otherwise than the defaults. \
      Differences between policies are surer than levels: all policies share what is assumed.
      """
  }

  /// What the model is for, and what it is not for.
  private static let use = PageTable(
    title: "Intended use",
    columns: ["What it can say", "What it cannot say"],
    rows: [
      (
        "Which policy does more good under the same assumptions, and how sure that is.",
        "How much gaming there is in your company: nobody has published a measured share."
      ),
      (
        "Which ways of gaming a design invites, and what they do to the number and to the truth.",
        "How dangerous agents are: harm per irreversible call is known to two orders of magnitude."
      ),
      (
        "How a choice changes with friction, severity, credibility and any other assumption.",
        "Whether a promise will be believed: no survey exists; vary its credibility."
      ),
      (
        "What outcome metrics do as well: they are gamed too, and have victims.",
        "What a person will do: people are drawn from distributions, and records are synthetic."
      ),
    ].map { [PageTable.Cell(text: $0.0), PageTable.Cell(text: $0.1)] })

  /// The assumptions that have turned conclusions in the scenarios that come with the program.
  private static func influential(_ assumptions: [TableRow]) -> PageTable? {
    let rows = influentialKeys.flatMap { key in
      assumptions.filter { $0.text("key") == key || $0.text("key").hasSuffix(".\(key)") }
    }
    guard !rows.isEmpty else { return nil }
    return PageTable(
      title: "Defaults that conclusions hang on most",
      columns: ["Assumption", "Value", "Usual range", "Known how", "Source"],
      rows: rows.map { row in
        [
          PageTable.Cell(text: row.text("meaning"), explanation: "Key: \(row.text("key"))"),
          PageTable.Cell(text: row.text("value") + (row["default"].isTrue ? "" : " (set here)")),
          PageTable.Cell(text: row["usual_range"].text ?? "not known"),
          PageTable.Cell(text: row.text("confidence")),
          PageTable.Cell(text: row.text("source")),
        ]
      })
  }

  /// Those that flip a choice of the seed case, or that published evidence disagrees about most.
  private static let influentialKeys = [
    "risk.harm", "risk.injectionAttempts", "promise.credibility", "behaviour.adoptionInertia",
    "neverGames", "behaviour.effort.costSlope", "behaviour.fatigue.valueLoss",
    "economics.hourValue",
  ]
}
