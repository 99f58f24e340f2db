import Experiments

extension Chart {
  /// Who uses which technique of gaming over weeks, a panel for each policy.
  static func techniques(_ context: ReportContext) -> Chart? {
    let techniques = GamingTechnique.used(context)
    guard !techniques.isEmpty,
      let data = context.data(
        "weekly_summary", columns: ["policy", "week", "measure", "mean", "lower_95", "upper_95"],
        where: { row in
          row["mean"] != .missing
            && techniques.contains {
              $0.measure == row.text("measure") && $0.policies.contains(row.text("policy"))
            }
        })
    else { return nil }
    let names = Dictionary(
      techniques.map { ($0.measure, $0.name) }, uniquingKeysWith: { first, _ in first })
    let named = data.adding("shown_technique", "Technique") { names[$0.text("measure")] ?? "" }
    let panels = LinePanels(
      named, lines: "shown_technique",
      styles: techniques.enumerated().map { position, technique in
        let style = position % ChartTheme.categories.count
        return (technique.name, .string(ChartTheme.categories[style]), ChartTheme.dashes[style])
      }, height: 150, fromZero: true, labelRoom: 0.52, title: "People in a week", format: "~%")
    let window = panels.weeks.window(context.package.activity.facts)
    let shown = context.panelOrder.filter { policy in
      techniques.contains { $0.policies.contains(policy) }
    }
    return Chart(
      name: "techniques", title: "How the metric is gamed",
      caption: """
        Share of people who use a technique in a week, where that is more than \
        1 % in some week. \(glossary(techniques)). Bands are 95 % intervals.\
        \(idle(context, shown))
        """,
      description: description(context, techniques), data: panels.data,
      layout: .panels(by: "policy", order: shown, height: 150),
      notes: context.cautions(about: techniques.map(\.measure)),
      marks: panels.marks(window: window))
  }

  /// What the names of techniques mean.
  private static func glossary(_ techniques: [GamingTechnique]) -> String {
    let words = techniques.filter { !$0.meaning.isEmpty }.map { "\($0.name): \($0.meaning)" }
    return words.joined(separator: "; ").startingLarge
  }

  /// The policies that have no panel.
  private static func idle(_ context: ReportContext, _ shown: [String]) -> String {
    let rest = context.panelOrder.filter { !shown.contains($0) }
    return rest.isEmpty ? "" : " Next to nobody games under \(rest.joined(separator: ", "))."
  }

  private static func description(
    _ context: ReportContext, _ techniques: [GamingTechnique]
  ) -> String {
    let words = context.panelOrder.compactMap { policy -> String? in
      let figures = techniques.filter { $0.policies.contains(policy) }.map { technique in
        let share = context.words(technique.measure, policy).map { " \($0)" } ?? ""
        return technique.name + share
      }
      return figures.isEmpty ? nil : "\(policy): \(figures.joined(separator: ", "))"
    }
    return "Share of people using each technique by week. Means of the weeks that count: "
      + words.joined(separator: "; ") + "."
  }
}

/// A way of gaming that somebody uses.
struct GamingTechnique: Equatable {
  /// The measure that says how many use it.
  let measure: String
  /// A short name.
  let name: String
  /// What people do.
  let meaning: String
  /// The policies under which it is used.
  let policies: Set<String>

  /// The techniques that more than one person in a hundred uses in some week, in the order of the
  /// measures.
  static func used(_ context: ReportContext) -> [GamingTechnique] {
    var order: [String] = []
    var policies: [String: Set<String>] = [:]
    for row in context.records("weekly_summary") {
      let (measure, policy) = (row.text("measure"), row.text("policy"))
      guard measure.hasPrefix(prefix), measure.hasSuffix(suffix), context.shows(policy),
        let mean = row.number("mean"), mean > least
      else { continue }
      if policies[measure] == nil { order.append(measure) }
      policies[measure, default: []].insert(policy)
    }
    return order.sorted().map { measure in
      GamingTechnique(
        measure: measure,
        name: String(measure.dropFirst(prefix.count).dropLast(suffix.count))
          .replacing("_", with: " "),
        meaning: context.measure(measure)?.title.split(
          separator: ": ", maxSplits: 1
        ).last.map(String.init) ?? "", policies: policies[measure] ?? [])
    }
  }

  private static let prefix = "using_"
  private static let suffix = "_share"
  private static let least = 0.01
}

extension String {
  /// The same with a capital first.
  var startingLarge: String { prefix(1).uppercased() + dropFirst() }
}
