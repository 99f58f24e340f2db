import Experiments

/// By which channels policies act: luck, redirected effort, gaming, harm.
enum AttributionSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    let charts = Chart.waterfalls(context)
    let tables = [interactions(context), channels(context)].compactMap { $0 }
    guard !charts.isEmpty || !tables.isEmpty else { return nil }
    return ReportSection(
      name: "attribution", title: "By which channels does it act?", charts: charts, tables: tables,
      notes: [
        """
        What a channel does depends on which others act; a part is the mean of what it adds over all \
        orders in which they can be switched on (Shapley value).
        """,
        """
        Intervals hold 95 % each, not together: of many, some exclude 0 by luck.
        """,
      ])
  }

  private static func interactions(_ context: ReportContext) -> PageTable? {
    let rows = context.records("interactions").filter { context.shows($0.text("policy")) }
      .filter { $0["mean"] != .missing && $0.number("mean") != 0 }
    guard !rows.isEmpty else { return nil }
    return PageTable(
      title: "What two channels do together, beyond what each does by itself",
      columns: ["Policy", "Channels", "Measure", "Together", "95 % interval"],
      rows: rows.map { row in
        let told = context.told(row.text("measure"), unit: row.text("unit"))
        let names = ChannelWords.names(of: row.text("first") + "+" + row.text("second"))
        return [.words(row.text("policy")), .words(names), .words(told.title)]
          + estimate(row, told)
      }, isFolded: rows.count > 12)
  }

  private static func channels(_ context: ReportContext) -> PageTable? {
    let rows = context.records("channels").filter { context.shows($0.text("policy")) }
    guard !rows.isEmpty else { return nil }
    return PageTable(
      title: "The net effect with every set of channels",
      columns: ["Policy", "Only these act", "Measure", "Net effect", "95 % interval"],
      rows: rows.map { row in
        let told = context.told(row.text("measure"), unit: row.text("unit"))
        return [
          .words(row.text("policy")), .words(ChannelWords.names(of: row.text("channels"))),
          .words(told.title),
        ] + estimate(row, told)
      }, isFolded: true)
  }

  private static func estimate(_ row: TableRow, _ told: ToldMeasure) -> [PageTable.Cell] {
    let interval = row.number("lower_95").flatMap { low in
      row.number("upper_95").map { "\(told.signed(low)) to \(told.signed($0))" }
    }
    return [
      .init(
        text: told.signed(row.number("mean")),
        exact: row.number("mean").flatMap { NumberText.shortest($0) } ?? "", isNumber: true),
      .init(text: interval ?? "–", isNumber: true),
    ]
  }
}
