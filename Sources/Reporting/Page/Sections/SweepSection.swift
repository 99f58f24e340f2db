import Experiments
import Measures

/// What varies with the assumptions of a sweep: which policy is best where, what decides that, and
/// where policies lose.
enum SweepSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    let charts = [Chart.winners(context), Chart.sensitivity(context)].compactMap { $0 }
    let losses = losses(context)
    guard !charts.isEmpty || losses != nil else { return nil }
    return ReportSection(
      name: "sweep", title: "What if the assumptions are others?", lead: "",
      charts: charts, tables: [losses].compactMap { $0 },
      notes: [
        """
        Points: at how many the policy loses. Lost there: the share of the points there at which it \
        does (density); of all losses: how many of them lie there (coverage); of all points: how \
        large a part of the design that is (support). Points stand for the ranges that were given, \
        not for how likely they are.
        """
      ])
  }

  /// Where each policy loses, a row for each question about a policy.
  private static func losses(_ context: ReportContext) -> PageTable? {
    let rows = context.records("boxes").filter { context.shows($0.text("policy")) }
    guard !rows.isEmpty else { return nil }
    let baseline = context.baseline?.name ?? "the baseline"
    let questions = [
      ("not_best", "is not the best"), ("worse_than_baseline", "is worse than \(baseline)"),
    ]
    let cells = context.policyNames.flatMap { policy in
      questions.compactMap { question -> [PageTable.Cell]? in
        let bounds = rows.filter {
          $0.text("policy") == policy && $0.text("question") == question.0
        }
        guard let first = bounds.first else { return nil }
        return [
          .words("\(policy) \(question.1)"), .words(place(bounds)),
          .init(text: "\(count(first, "losses")) of \(count(first, "n"))", isNumber: true),
          .share(first.number("density_share")), .share(first.number("coverage_share")),
          .share(first.number("support_share")),
        ]
      }
    }
    return PageTable(
      title: "Where policies lose",
      columns: [
        "Policy", "Chiefly where", "Points", "Lost there", "Of all losses", "Of all points",
      ], rows: cells)
  }

  /// The bounds of a box in words.
  private static func place(_ bounds: [TableRow]) -> String {
    guard let first = bounds.first, first.number("losses") ?? 0 > 0 else { return "nowhere" }
    guard first.number("losses") != first.number("n") else { return "everywhere" }
    let words = bounds.filter { !$0.text("factor").isEmpty }.map { row -> String in
      let limits = [
        row.text("least").isEmpty ? nil : "at least \(row.text("least"))",
        row.text("greatest").isEmpty ? nil : "at most \(row.text("greatest"))",
        row.text("levels").isEmpty ? nil : row.text("levels"),
      ].compactMap { $0 }
      return "\(row.text("factor")) is \(limits.joined(separator: " and "))"
    }
    return words.isEmpty ? "no limits of the factors tell" : words.joined(separator: ", and ")
  }

  private static func count(_ row: TableRow, _ column: String) -> String {
    row.number(column).map { "\(Int($0))" } ?? "–"
  }
}
