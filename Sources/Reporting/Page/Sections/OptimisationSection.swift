import Experiments

/// What a search for a design found, and what it is worth on fresh runs.
enum OptimisationSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    let charts =
      Chart.paretoFronts(context)
      + [Chart.confirmation(context), Chart.searchProgress(context)].compactMap { $0 }
    let tables = [settings(context), confirmation(context)].compactMap { $0 }
    guard !charts.isEmpty || !tables.isEmpty else { return nil }
    return ReportSection(
      name: "optimisation", title: "Which design is best?", charts: charts, tables: tables,
      notes: [
        """
        The search promises no global optimum. Bring a design of interest to a file of its own and \
        compare it with goodhart run.
        """
      ])
  }

  /// What the design found sets.
  private static func settings(_ context: ReportContext) -> PageTable? {
    guard let table = context.package.table("search"),
      let stage = table.position(of: "stage"), stage > 1
    else { return nil }
    let keys = table.columns[1..<stage].map(\.name)
    let records = table.records
    guard let found = records.first(where: { $0["chosen"].isTrue }) else { return nil }
    let names = KeyWords.short(keys)
    return PageTable(
      title: "The design found", columns: ["Key", "Set to"],
      rows: keys.map { key in
        let text = found.text(key)
        return [
          .init(text: names[key] ?? key, explanation: key),
          .words(text.isEmpty ? "as in the file" : text),
        ]
      })
  }

  /// What was confirmed: a row for each design and difference, a column for each measure.
  private static func confirmation(_ context: ReportContext) -> PageTable? {
    let rows = context.records("confirmation")
    guard !rows.isEmpty else { return nil }
    let measures = rows.map { $0.text("measure") }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    func row(_ design: String, _ measure: String) -> TableRow? {
      rows.first { $0.text("design") == design && $0.text("measure") == measure }
    }
    func told(_ measure: String) -> ToldMeasure {
      context.told(measure, unit: row("chosen", measure)?.text("unit") ?? "")
    }
    let levels = ConfirmationWords.levels.map { name, words in
      [PageTable.Cell.words(words)]
        + measures.map { measure in
          cell(row(name, measure)) { told(measure).text($0, "mean", "lower_95", "upper_95") }
        }
    }
    let gains = ConfirmationWords.gains.map { name, words in
      [PageTable.Cell.words(words)]
        + measures.map { measure in
          cell(row(name, measure)) { told(measure).signed($0, "mean", "lower_95", "upper_95") }
        }
    }
    let bounds =
      [PageTable.Cell.words("bound of the design found")]
      + measures.map { measure in
        guard let chosen = row("chosen", measure), chosen["bound"] != .missing else {
          return PageTable.Cell.words("–")
        }
        return .init(
          text: "\(told(measure).text(chosen.number("bound"))): \(chosen.text("verdict"))",
          isNumber: true)
      }
    return PageTable(
      title: "Confirmed on fresh runs, with 95 % intervals",
      columns: ["Design"] + measures.map { told($0).title },
      rows: levels + gains + [bounds])
  }

  private static func cell(_ row: TableRow?, _ words: (TableRow) -> String) -> PageTable.Cell {
    guard let row else { return .words("–") }
    return .init(
      text: words(row), exact: row.number("mean").flatMap { NumberText.shortest($0) } ?? "",
      isNumber: true)
  }
}
