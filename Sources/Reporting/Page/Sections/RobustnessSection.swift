/// Whether the choice holds in worlds with other friction, severity, credibility and habits of mind.
enum RobustnessSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    let charts = [Chart.cornerRegret(context), Chart.ruleRegret(context)].compactMap { $0 }
    guard !charts.isEmpty else { return invitation(context) }
    let words = context.findings("variant")
    return ReportSection(
      name: "robustness", title: "Does the choice hold in other worlds?",
      lead: words.first ?? "", charts: charts, notes: Array(words.dropFirst()))
  }

  /// How to learn it, where a run did not ask.
  private static func invitation(_ context: ReportContext) -> ReportSection? {
    guard context.package.activity.command.first == "run" else { return nil }
    return ReportSection(
      name: "robustness", title: "Does the choice hold in other worlds?",
      lead: "This run knows one world only.",
      notes: [
        """
        goodhart run with --corners repeats it in the corners of what is known least: friction of \
        adoption, severity of incidents, credibility of the promise.
        """
      ])
  }
}
