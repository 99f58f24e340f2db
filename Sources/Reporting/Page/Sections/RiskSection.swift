/// What incidents may cost in a year.
enum RiskSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    let charts = [Chart.annualLosses(context), Chart.lossExceedance(context)].compactMap { $0 }
    guard !charts.isEmpty else { return nil }
    return ReportSection(
      name: "risk", title: "What may go wrong, and what would it cost?", charts: charts)
  }
}
