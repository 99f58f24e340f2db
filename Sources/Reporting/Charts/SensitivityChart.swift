import Experiments
import Measures

extension Chart {
  /// Which factors decide a measure: shares of variance, elementary effects or coefficients,
  /// whichever the design of the sweep can tell.
  static func sensitivity(_ context: ReportContext) -> Chart? {
    guard let question = SensitivityQuestion(context) else { return nil }
    let style = question.style
    let told = question.measure
    let policies = question.policies
    let factors = question.factors
    let short = KeyWords.short(factors)
    let labels = factors.map { short[$0] ?? $0 }
    guard
      let data = context.data(
        "sensitivity",
        columns: [
          "policy", "measure", "quantity", "factor", "figure", "value", "lower_95", "upper_95",
          "explained_share", "n",
        ], where: question.shows)?
        .adding("shown_factor", "The factor in short", { short[$0.text("factor")] ?? "" })
        .adding("shown_figure", "The figure in words", { style.words(of: $0.text("figure")) })
    else { return nil }
    let figures = style.figures.map(\.words)
    let colours: [JSONValue] = [ChartTheme.gain, ChartTheme.claimed]
    let axis = style.axis(told)
    let format = style.format(told)
    let colour = VegaLite.color(
      "shown_figure", figures, Array(colours.prefix(figures.count)), legend: figures.count > 1)
    let tooltip = VegaLite.tooltip([
      ("policy", "policy"), ("factor", "factor"), ("shown_figure", "figure"), ("value", "value"),
      ("lower_95", "95 % from"), ("upper_95", "to"),
    ])
    let y = VegaLite.category("shown_factor", order: labels, axis: KeyWords.lineBreak)
    let step = 30 + 8 * (figures.count - 1)
    let offset: JSONValue = [
      "field": "shown_figure", "sort": .array(figures.map { .string($0) }),
    ]
    return Chart(
      name: "sensitivity", title: question.title, caption: style.caption(question.subject),
      description: description(question, data, short), data: data,
      layout: policies.count > 1
        ? .panels(by: "policy", order: policies, height: step * labels.count)
        : .bands(step: step, by: "shown_factor"),
      notes: question.notes(data),
      marks: [
        ("encoding", ["y": y, "yOffset": offset]),
        (
          "layer",
          VegaLite.layers([
            [
              "mark": ["type": "bar", "height": ["band": 0.8], "opacity": 0.75],
              "encoding": [
                "x": VegaLite.quantity("value", title: axis, format: format, fromZero: true),
                "color": colour, "tooltip": tooltip,
              ],
            ],
            data.hasValues("lower_95")
              ? [
                "mark": ["type": "rule", "strokeWidth": 2, "color": ChartTheme.interval],
                "encoding": [
                  "x": VegaLite.quantity("lower_95", title: axis, format: format, fromZero: true),
                  "x2": ["field": "upper_95"],
                ],
              ] : nil,
          ])
        ),
      ])
  }

  private static func description(
    _ question: SensitivityQuestion, _ data: ChartData, _ short: [String: String]
  ) -> String {
    let words = question.policies.map { policy -> String in
      let ranked = data.records.filter {
        $0.text("policy") == policy && $0.text("figure") == question.style.ranking
      }.sorted { abs($0.number("value") ?? 0) > abs($1.number("value") ?? 0) }.prefix(3)
      let named = ranked.map { row in
        "\(short[row.text("factor")] ?? row.text("factor")) "
          + question.style.text(row.number("value"), question.measure)
      }
      return "\(policy): \(named.joined(separator: ", "))"
    }
    return "The factors that matter most, by policy. " + words.joined(separator: "; ") + "."
  }
}

/// Which figures of a sweep are shown: one measure, and of each policy its lead over the baseline.
struct SensitivityQuestion {
  let measure: ToldMeasure
  let style: SensitivityStyle
  /// The policies with figures, in the order of the report.
  let policies: [String]
  /// The factors, most important first.
  let factors: [String]
  let subject: String
  let title: String
  private let identifier: String
  private let quantity: String
  private let hiddenFactors: Int

  /// Chooses; nil where the folder has no figures.
  init?(_ context: ReportContext) {
    let rows = context.records("sensitivity").filter { $0["value"] != .missing }
    guard let first = rows.first else { return nil }
    let deciding = "net_value_usd"
    let identifier =
      rows.contains { $0.text("measure") == deciding } ? deciding : first.text("measure")
    let own = rows.filter { $0.text("measure") == identifier && context.shows($0.text("policy")) }
    // Differences are between the same people and luck, and so surer than values.
    let quantity = own.contains { $0.text("quantity") == "difference" } ? "difference" : "value"
    let shown = own.filter { $0.text("quantity") == quantity }
    guard let style = SensitivityStyle(shown.map { $0.text("figure") }) else { return nil }
    let unit =
      context.records("sweep").first { $0.text("measure") == identifier }?.text("unit") ?? ""
    measure = context.told(identifier, unit: unit)
    self.identifier = identifier
    self.quantity = quantity
    self.style = style
    policies = context.policyNames.filter { policy in
      shown.contains { $0.text("policy") == policy }
    }
    let ranked = shown.filter { $0.text("figure") == style.ranking }
    let weights = Dictionary(
      ranked.map { ($0.text("factor"), abs($0.number("value") ?? 0)) }, uniquingKeysWith: max)
    let order = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    factors = Array(order.prefix(Self.mostFactors))
    hiddenFactors = order.count - factors.count
    let baseline = context.baseline?.name ?? "the baseline"
    let name = measure.title.startingSmall
    subject = quantity == "difference" ? "the lead over \(baseline) in \(name)" : name
    title =
      quantity == "difference"
      ? "What decides how far each policy is ahead of \(baseline)" : "What decides \(name)"
  }

  /// Whether a row is shown.
  func shows(_ row: TableRow) -> Bool {
    row.text("measure") == identifier && row.text("quantity") == quantity
      && row["value"] != .missing && factors.contains(row.text("factor"))
      && style.figures.contains { $0.name == row.text("figure") }
  }

  /// What limits the figures.
  func notes(_ data: ChartData) -> [String] {
    var notes: [String] = []
    if style == .regression,
      let least = data.records.compactMap({ $0.number("explained_share") }).min(), least < 0.7
    {
      notes.append(
        """
        Straight lines explain only \(HumanNumber.text(least, .share)) of the variance of one of \
        these: shares of variance (--design sobol) say more.
        """)
    }
    if data.records.contains(where: { $0["lower_95"] == .missing }) {
      notes.append("Bars without a line have no interval.")
    }
    if hiddenFactors > 0 {
      notes.append("\(hiddenFactors) further factors, which matter less, are in sensitivity.csv.")
    }
    return notes
  }

  private static let mostFactors = 12
}

/// What kind of figures a design can tell.
enum SensitivityStyle: CaseIterable {
  case variance
  case effects
  case regression

  /// The first kind that is among the figures.
  init?(_ figures: [String]) {
    guard let style = Self.allCases.first(where: { figures.contains($0.ranking) }) else {
      return nil
    }
    self = style
  }

  /// The figure by which factors are ranked.
  var ranking: String {
    switch self {
    case .variance: "total_effect"
    case .effects: "mu_star"
    case .regression: "standardised_coefficient"
    }
  }

  /// The figures shown, with words.
  var figures: [(name: String, words: String)] {
    switch self {
    case .variance:
      [("first_order", "by itself"), ("total_effect", "with all it interacts with")]
    case .effects:
      [("mu_star", "mean size of its effect (μ*)"), ("sigma", "how much it varies (σ)")]
    case .regression: [("standardised_coefficient", "standardised coefficient")]
    }
  }

  func words(of figure: String) -> String {
    figures.first { $0.name == figure }?.words ?? figure
  }

  func axis(_ measure: ToldMeasure) -> String {
    switch self {
    case .variance: "Share of the variance between points"
    case .effects: "\(measure.axis): effect of the whole range"
    case .regression: "Standard deviations for one of the factor"
    }
  }

  func format(_ measure: ToldMeasure) -> String {
    switch self {
    case .variance: "~%"
    case .effects: VegaLite.axisFormat(of: measure.unit)
    case .regression: "~r"
    }
  }

  func text(_ value: Double?, _ measure: ToldMeasure) -> String {
    switch self {
    case .variance: value.map { HumanNumber.text($0, .share) } ?? "–"
    case .effects: measure.text(value)
    case .regression: value.map { HumanNumber.text($0) } ?? "–"
    }
  }

  func caption(_ subject: String) -> String {
    switch self {
    case .variance:
      """
      How much of the variance of \(subject) comes from each factor, by itself and with all that it \
      does together with others. Lines are 95 % intervals; by chance, estimates may fall below 0, \
      and the second below the first.
      """
    case .effects:
      """
      By how much \(subject) changes when a factor moves through its whole range. A σ as long as \
      its μ* means a curve or an interaction. Lines are 95 % intervals.
      """
    case .regression:
      """
      By how many standard deviations \(subject) changes with one standard deviation of the \
      factor: to the right it rises with the factor, to the left it falls. Lines are 95 % intervals.
      """
    }
  }
}
