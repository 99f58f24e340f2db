import Experiments

/// Whether the metric still tells who contributes.
enum RankingSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    let charts = RankingFigure.all.compactMap { Chart.ranking(context, $0) }
    guard !charts.isEmpty else { return nil }
    return ReportSection(
      name: "ranking", title: "Does the metric still find the contributors?",
      lead: lead(context), charts: charts)
  }

  /// The policy under which the metric ranks people worst against the same metric at the baseline,
  /// over the weeks that count.
  private static func lead(_ context: ReportContext) -> String {
    let rows = context.records("metric_quality").filter { row in
      context.shows(row.text("policy")) && row["leading"].isTrue && row.text("period") != "block"
        && row.number(tau + "_difference_upper_95") != nil
    }
    let worst = rows.min { (difference($0) ?? 0) < (difference($1) ?? 0) }
    guard let worst else { return "" }
    guard let own = worst.number(tau), let base = worst.number(tau + "_baseline"),
      (worst.number(tau + "_difference_upper_95") ?? 0) < 0
    else {
      return """
        Under no policy does its metric rank people worse than the same metric at the baseline, by \
        more than chance explains.
        """
    }
    return """
      It is dulled most under \(worst.text("policy")): Kendall's tau-b between \
      \(worst.text("metric")) and true value is \(HumanNumber.text(own)) where people are judged \
      by it, and \(HumanNumber.text(base)) at the baseline.
      """
  }

  private static func difference(_ row: TableRow) -> Double? { row.number(tau + "_difference") }

  private static let tau = "kendall_tau_b_coefficient"
}
