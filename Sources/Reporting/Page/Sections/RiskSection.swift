enum RiskSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? { nil }
}
