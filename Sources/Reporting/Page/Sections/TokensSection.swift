/// Who burns the tokens, and how many people stop right above the target.
enum TokensSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    let shares = Chart.tokenShares(context) ?? Chart.tokenConcentration(context)
    let charts = [shares, Chart.bunching(context)].compactMap { $0 }
    guard !charts.isEmpty else { return nil }
    return ReportSection(name: "tokens", title: "Who holds the tokens?", charts: charts)
  }
}
