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

  /// What the design found sets, beside the design of the file.
  private static func settings(_ context: ReportContext) -> PageTable? {
    guard let table = context.package.table("search"),
      let stage = table.position(of: "stage"), stage > 1
    else { return nil }
    let keys = table.columns[1..<stage].map(\.name)
    let records = table.records
    guard let found = records.first(where: { $0["chosen"].isTrue }) else { return nil }
    let start = records.first { $0.number("design") == 0 }
    let names = KeyWords.short(keys)
    func setting(_ row: TableRow?, _ key: String) -> PageTable.Cell {
      let text = row?.text(key) ?? ""
      return .words(text.isEmpty ? "as in the file" : text)
    }
    return PageTable(
      title: "The design found", columns: ["Key", "Design found", "Design of the file"],
      rows: keys.map { key in
        [
          .init(text: names[key] ?? key, explanation: key), setting(found, key),
          setting(start, key),
        ]
      })
  }

  private static func confirmation(_ context: ReportContext) -> PageTable? {
    let rows = context.records("confirmation")
    guard !rows.isEmpty else { return nil }
    let columns = ConfirmationWords.levels + ConfirmationWords.gains
    let measures = rows.map { $0.text("measure") }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return PageTable(
      title: "Confirmed on fresh runs, with 95 % intervals",
      columns: ["Measure"] + columns.map(\.words) + ["Bound", "Verdict"],
      rows: measures.map { measure in
        let own = rows.filter { $0.text("measure") == measure }
        let told = context.told(measure, unit: own.first?.text("unit") ?? "")
        let chosen = own.first { $0.text("design") == "chosen" }
        return [PageTable.Cell.words(told.title)]
          + columns.map { column in
            cell(
              own.first { $0.text("design") == column.name }, told,
              isGain: ConfirmationWords.gains.contains { $0.name == column.name })
          } + [
            .init(text: told.text(chosen?.number("bound")), isNumber: true),
            .words(chosen.flatMap { $0.text("verdict").isEmpty ? nil : $0.text("verdict") } ?? "–"),
          ]
      })
  }

  private static func cell(
    _ row: TableRow?, _ told: ToldMeasure, isGain: Bool
  ) -> PageTable.Cell {
    guard let row else { return .words("–") }
    let text =
      isGain
      ? told.signed(row, "mean", "lower_95", "upper_95")
      : told.text(row, "mean", "lower_95", "upper_95")
    return .init(
      text: text, exact: row.number("mean").flatMap { NumberText.shortest($0) } ?? "",
      isNumber: true)
  }
}
