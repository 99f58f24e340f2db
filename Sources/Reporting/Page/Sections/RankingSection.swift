/// Whether the metric still tells who contributes.
enum RankingSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    let charts = RankingFigure.all.compactMap { Chart.ranking(context, $0) }
    guard !charts.isEmpty else { return nil }
    return ReportSection(
      name: "ranking", title: "Does the metric still find the contributors?", charts: charts)
  }
}
