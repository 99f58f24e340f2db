import Experiments
import Measures

/// Which assumption, moved how far, changes the recommended policy.
enum FlipSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    let flips = Chart.flips(context)
    let charts = [
      flips ?? Chart.leadsAtEnds(context), Chart.flipMap(context), Chart.flipProfiles(context),
    ].compactMap { $0 }
    guard !charts.isEmpty || context.package.table("flips") != nil else { return nil }
    return ReportSection(
      name: "flip", title: "What would change the recommendation?",
      lead: flips == nil && context.package.table("flips") != nil
        ? "No assumption that was searched changes it within its usual range." : "",
      charts: charts, tables: [table(context)].compactMap { $0 },
      notes: [
        """
        One assumption moves at a time. A change that comes and goes between the default and the end \
        of a range, with the recommended policy well ahead at the end, is not found.
        """
      ])
  }

  /// Every direction that was moved, flips first.
  private static func table(_ context: ReportContext) -> PageTable? {
    let names = FlipWords.names(context)
    let rows = context.records("flips").enumerated().sorted { left, right in
      let (first, second) = (rank(left.element), rank(right.element))
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
    guard !rows.isEmpty else { return nil }
    return PageTable(
      title: "Every assumption that was moved",
      columns: [
        "Assumption", "Default", "End of the range", "Boundary", "95 % interval", "Distance",
        "Probability", "Then", "What was found",
      ],
      rows: rows.map { row in
        let words = FlipWords(row, names)
        let hasBoundary = row["boundary_value"] != .missing
        return [
          .init(text: words.move, explanation: row.text("assumption")),
          .init(text: words.amount("default_value"), isNumber: true),
          .init(text: words.amount("end_value"), isNumber: true),
          .init(text: hasBoundary ? words.amount("boundary_value") : "–", isNumber: true),
          .init(text: words.interval.isEmpty ? "–" : words.interval, isNumber: true),
          .share(row.number("distance_share")), .share(row.number("probability_share")),
          .words(row.text("overtaken_by").isEmpty ? "–" : row.text("overtaken_by")),
          .words(hasBoundary ? "changes the recommendation" : words.status),
        ]
      }, isFolded: rows.count > 16)
  }

  private static func rank(_ row: TableRow) -> Double {
    row.number("distance_share") ?? (2 - (row.number("probability_share") ?? 0))
  }
}
