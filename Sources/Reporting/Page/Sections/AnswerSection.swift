import Experiments

/// What people look at first: which policy to pick, and the one chart that says why.
enum AnswerSection {
  static func section(_ context: ReportContext) -> ReportSection {
    ReportSection(
      name: "answer", title: "The answer", lead: context.words("finding").first ?? "",
      charts: [Chart.claimedAndTrue(context)].compactMap { $0 })
  }
}
