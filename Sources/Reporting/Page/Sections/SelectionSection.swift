enum SelectionSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? { nil }
}
