import Experiments
import Measures

/// Every measure under every policy, with its difference to the baseline.
enum MeasuresSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    guard context.package.table("summary") != nil, !context.measures.isEmpty else { return nil }
    let differences = Dictionary(
      context.records("comparisons").map {
        (ReportContext.key($0.text("measure"), $0.text("policy")), $0)
      }, uniquingKeysWith: { first, _ in first })
    func table(_ title: String, _ measures: [ReportedMeasure], isFolded: Bool) -> PageTable? {
      let rows = measures.compactMap {
        row(for: $0, context, differences, hasIntervals: !isFolded)
      }
      guard !rows.isEmpty else { return nil }
      return PageTable(
        title: title, columns: ["Measure"] + context.policyNames, rows: rows, isFolded: isFolded)
    }
    let headline = table(
      "The headline measures",
      firstMeasures.compactMap(context.measure)
        + context.measures.filter { $0.isHeadline && !firstMeasures.contains($0.identifier) },
      isFolded: false)
    let groups = Measure.Group.allCases.compactMap { group in
      table(
        "All measures: \(words(for: group))",
        context.measures.filter { $0.group == group.rawValue }, isFolded: true)
    }
    let baseline = context.baseline?.name ?? "the baseline"
    return ReportSection(
      name: "measures", title: "Every measure",
      lead: """
        Each cell: the mean over replications with half of its 95 % interval, and below it the \
        paired difference to \(baseline) on the same random numbers. * the interval of the \
        difference excludes 0; ** it also survives Holm's correction for all headline measures of \
        the policy. Press a measure for its definition; hover over a figure for all digits.
        """,
      tables: [headline].compactMap { $0 } + groups)
  }

  /// What is asked for first.
  private static let firstMeasures = ["net_value_usd", "true_value_h"]

  private static func row(
    for measure: ReportedMeasure, _ context: ReportContext, _ differences: [String: TableRow],
    hasIntervals: Bool
  ) -> [PageTable.Cell]? {
    let levels = context.policyNames.map { context.estimate(measure.identifier, $0) }
    guard levels.contains(where: { $0 != nil }) else { return nil }
    let changes = context.policyNames.map {
      differences[ReportContext.key(measure.identifier, $0)]
    }
    let format = QuantityFormat(
      unit: measure.unit,
      values: levels.map { $0?.number("mean") } + changes.map { $0?.number("difference") },
      halfWidths: levels.map { $0?.halfWidth } + changes.map { $0?.halfWidth })
    let unit = format.unitText.isEmpty ? "" : ", \(format.unitText)"
    let head = PageTable.Cell(
      text: measure.title + unit, explanation: "\(measure.definition) Source: \(measure.source).")
    let cells = zip(levels, changes).map { level, change in
      cell(level, change, measure, format, hasIntervals: hasIntervals)
    }
    return [head] + cells
  }

  private static func cell(
    _ level: TableRow?, _ change: TableRow?, _ measure: ReportedMeasure, _ format: QuantityFormat,
    hasIntervals: Bool
  ) -> PageTable.Cell {
    guard let level, let mean = level.number("mean") else {
      return PageTable.Cell(text: "–", isNumber: true)
    }
    // Nothing in every replication is nothing, without decimals.
    let isNothing = mean == 0 && (level.halfWidth ?? 0) == 0
    var cell = PageTable.Cell(
      text: isNothing
        ? "0"
        : [format.digits(mean), format.halfWidth(level.halfWidth)].filter { !$0.isEmpty }
          .joined(separator: " "),
      exact: exact(hasIntervals ? "mean" : "", mean, hasIntervals ? level : nil), isNumber: true)
    guard let change, let difference = change.number("difference"),
      let halfWidth = change.halfWidth, difference != 0 || halfWidth > 0
    else { return cell }
    let isSure = abs(difference) > halfWidth
    let survives = isSure && (change.number("p_holm") ?? 1) < 0.05
    cell.detail = format.signedDigits(difference) + (survives ? "**" : isSure ? "*" : "")
    if hasIntervals { cell.exact += "\n" + exact("difference", difference, change) }
    if isSure, measure.preference != .neutral {
      cell.isBetter = (difference > 0) == (measure.preference == .higher)
    }
    return cell
  }

  /// All digits of a value, with its interval and its p value where a row has them.
  private static func exact(_ name: String, _ value: Double, _ row: TableRow?) -> String {
    var text = name.isEmpty ? "" : "\(name) "
    text += NumberText.shortest(value) ?? "–"
    guard let row else { return text }
    let interval = [row.number("lower_95"), row.number("upper_95")].compactMap { $0 }
      .compactMap(NumberText.shortest)
    if interval.count == 2 { text += ", 95 % from \(interval[0]) to \(interval[1])" }
    if let adjusted = row.number("p_holm") {
      text += ", adjusted p \(HumanNumber.text(adjusted))"
    } else if let single = row.number("p") {
      text += ", p \(HumanNumber.text(single))"
    }
    return text
  }

  private static func words(for group: Measure.Group) -> String {
    switch group {
    case .claim: "what is claimed"
    case .truth: "what is true"
    case .gaming: "gaming"
    case .people: "people"
    case .ranking: "ranking"
    case .work: "work"
    case .risk: "risk"
    case .cost: "money"
    }
  }
}

extension TableRow {
  /// Half of the 95 % interval of the row's estimate; nil where there is none.
  var halfWidth: Double? {
    guard let lower = number("lower_95"), let upper = number("upper_95") else { return nil }
    return (upper - lower) / 2
  }
}
