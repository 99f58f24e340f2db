import Experiments

/// What people look at first: which policy to pick, and the one chart that says why.
enum AnswerSection {
  static func section(_ context: ReportContext) -> ReportSection {
    let findings = context.package.table("findings")?.records ?? []
    let words = findings.filter { $0.text("kind") == "finding" }.map { $0.text("words") }
    return ReportSection(
      name: "answer", title: "The answer", lead: words.first ?? "",
      charts: [Chart.claimedAndTrue(context)].compactMap { $0 },
      notes: Array(words.dropFirst()))
  }
}
