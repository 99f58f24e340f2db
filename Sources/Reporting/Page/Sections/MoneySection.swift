/// What makes a policy worth more or less than the baseline.
enum MoneySection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    guard let chart = Chart.valueBridge(context) else { return nil }
    return ReportSection(name: "money", title: "Where the money goes", charts: [chart])
  }
}
