/// Who games the metric, by what, and how much of all tokens that is.
enum GamingSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    let charts = [Chart.techniques(context), Chart.gaming(context)].compactMap { $0 }
    guard !charts.isEmpty else { return nil }
    return ReportSection(name: "gaming", title: "Who games it, and how?", charts: charts)
  }
}
