/// What a policy is worth, against how much it is gamed.
enum TradeOffSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    guard let chart = Chart.tradeOff(context) else { return nil }
    return ReportSection(name: "trade-off", title: "Value against gaming", charts: [chart])
  }
}
