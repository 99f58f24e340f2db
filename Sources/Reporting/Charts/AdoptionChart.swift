import Experiments

extension Chart {
  /// Nominal, real and useful use over weeks, a panel for each policy.
  static func adoption(_ context: ReportContext) -> Chart? {
    guard
      let data = context.data(
        "weekly_summary", columns: ["policy", "week", "measure", "mean", "lower_95", "upper_95"],
        where: { AdoptionLine.names[$0.text("measure")] != nil && $0["mean"] != .missing })
    else { return nil }
    let named = data.adding("shown_use", "Kind of use") {
      AdoptionLine.names[$0.text("measure")] ?? ""
    }
    let panels = LinePanels(
      named, lines: "shown_use",
      styles: AdoptionLine.all.map { ($0.name, $0.color, $0.dash) }, height: 150, fromZero: false,
      labelRoom: 0.26, title: "People in a week", format: "~%")
    let window = panels.weeks.window(context.package.activity.facts)
    return Chart(
      name: "adoption", title: "How many people use agents, and for how many it pays",
      caption: """
        Nominal: people whom telemetry counts as active in a week. Real: people who used agents for \
        work. Useful: people for whom an agent did something faster than by hand. What lies between \
        nominal and useful is use for show or in vain. Bands are 95 % intervals.\
        \(window == nil ? "" : " " + WeekAxis.windowWords)
        """,
      description: description(context), data: panels.data,
      layout: .panels(by: "policy", order: context.panelOrder, height: 150),
      notes: context.cautions(about: AdoptionLine.all.map(\.measure)),
      marks: panels.marks(window: window))
  }

  private static func description(_ context: ReportContext) -> String {
    let words = context.panelOrder.compactMap { policy -> String? in
      let figures = AdoptionLine.all.compactMap { line in
        context.words(line.measure, policy).map { "\(line.name) \($0)" }
      }
      return figures.isEmpty ? nil : "\(policy): \(figures.joined(separator: ", "))"
    }
    return "Share of people by week, a panel for each policy. Means of the weeks that count: "
      + words.joined(separator: "; ") + "."
  }
}

/// One of the meanings of being active.
private struct AdoptionLine {
  let measure: String
  let name: String
  let color: JSONValue
  let dash: [Int]

  static let all = [
    AdoptionLine(
      measure: "active_nominal_share", name: "nominal", color: ChartTheme.claimed, dash: [6, 3]),
    AdoptionLine(
      measure: "active_real_share", name: "real", color: ChartTheme.truth, dash: [2, 2]),
    AdoptionLine(
      measure: "active_useful_share", name: "useful", color: ChartTheme.useful, dash: [1, 0]),
  ]

  static let names = Dictionary(
    all.map { ($0.measure, $0.name) }, uniquingKeysWith: { first, _ in first })
}
