/// The parts of a report in the order in which people read them.
///
/// A part that has nothing to show in a folder is left out.
enum ReportSections {
  static let all: [@Sendable (ReportContext) -> ReportSection?] = [
    AdoptionSection.section, GamingSection.section, TradeOffSection.section,
    RankingSection.section, TokensSection.section, RiskSection.section, MoneySection.section,
    AttributionSection.section, RobustnessSection.section, SweepSection.section,
    FlipSection.section, SelectionSection.section, OptimisationSection.section,
    MeasuresSection.section, TrustSection.section,
  ]
}
