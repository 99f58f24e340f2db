/// How sure the choice of the best policy is, and how many replications it took.
enum SelectionSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    let charts = [
      Chart.selection(context), Chart.replicationsSpent(context), Chart.rounds(context),
    ].compactMap { $0 }
    guard !charts.isEmpty, context.records("selection").count > 1 else { return nil }
    return ReportSection(name: "selection", title: "How sure is the choice?", charts: charts)
  }
}
